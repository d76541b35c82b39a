"""The words for candidates and for the examinations that separate them."""

from __future__ import annotations

from collections.abc import Sequence

from cds_service.knowledge.lesions import compared
from cds_service.neuro.localization.likelihood import Candidate, Scale
from cds_service.neuro.localization.separators import Examination
from cds_service.neuro.outcome import Localization


class Telling:
    """Tells the leading candidates in the sentences of the content."""

    def __init__(self, leading: Sequence[Candidate], scale: Scale) -> None:
        self.leading, self.scale, self.texts = leading, scale, scale.content.texts
        self.sites = scale.anatomy.sites
        self.names = {compared(name): name for name in scale.content.skin}

    def localization(self, candidate: Candidate) -> Localization:
        """One candidate; where others are as likely, it says so."""
        equals = [one for one in self.leading if one is not candidate and self._equal(one, candidate)]
        text = self._name(candidate)
        if equals:
            text = self.texts.equal.format(candidate=text, others=_joined([self._name(one) for one in equals]))
        side = candidate.side if candidate.side in ("left", "right") else ""
        return Localization(
            text, candidate.lesion.key, side, candidate.explains, candidate.unexplained, candidate.against
        )

    def examination(self, examination: Examination) -> str:
        """What to test, in which candidates it is abnormal, and in which it is not."""
        feature = self.scale.content.features[examination.feature]
        middle = (max(examination.chances) + min(examination.chances)) / 2
        pairs = list(zip(self.leading, examination.chances, strict=True))
        return self.texts.separate.format(
            examination=self._test(examination),
            found=feature.found,
            not_found=feature.not_found,
            one=_joined([self._name(candidate) for candidate, chance in pairs if chance >= middle]),
            other=_joined([self._name(candidate) for candidate, chance in pairs if chance < middle]),
        )

    def _test(self, examination: Examination) -> str:
        feature = self.scale.content.features[examination.feature]
        site = self.sites.get(examination.place)
        place = site.label if site else self.names.get(examination.place, "")
        if examination.side != "unknown":
            place = self.texts.separate_named.format(side=examination.side, place=place)
        return feature.test.format(place=place.strip(), movement=site.test if site else "")

    def _name(self, candidate: Candidate) -> str:
        if candidate.side in ("left", "right"):
            return self.texts.candidate.format(side=candidate.side, site=candidate.lesion.label)
        return self.texts.unsided.format(site=candidate.lesion.label)

    def _equal(self, one: Candidate, other: Candidate) -> bool:
        return abs(one.score - other.score) <= float(self.scale.content.equal_within)


def _joined(names: Sequence[str]) -> str:
    return " and ".join(names)
