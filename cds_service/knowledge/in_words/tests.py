"""Finding tests as words after a noun: ``in the arm``, ``recorded 28 days ago or less``, ``other than falls``."""

from __future__ import annotations

from decimal import Decimal

from cds_service.knowledge import expressions as e
from cds_service.knowledge.in_words.names import Names
from cds_service.knowledge.in_words.numbers import ago, bounds, days, length, old, plain_number
from cds_service.knowledge.in_words.said import Said, joined, one_line, prefixed, series
from cds_service.knowledge.in_words.saying import deny, line_of, say, say_region_term, say_term

CLASSES = {
    "UMN": "upper motor neuron",
    "LMN": "lower motor neuron",
    "emg": "EMG",
    "neutral-motor": "neutral motor",
    "bulbar": "bulbar",
    "sensory": "sensory",
    "NMJ": "neuromuscular junction",
    "muscle": "muscle",
    "autonomic": "autonomic",
    "respiratory": "respiratory",
    "red-flag": "red flag",
    "context": "context",
}
"""The classes of signs in words, by ``SignClass``."""

WEIGHTS = {"S": "strong", "M": "moderate", "W": "weak", "C": "companion", "-": "no", "none": "no"}
"""The weights of signs in words, by ``Weight``."""

DAYS = {
    "recorded": ("recorded", ago, ""),
    "onset": ("begun", ago, " (by a stated onset)"),
    "duration": ("known for", length, ""),
    "first_recorded": ("first recorded", ago, ""),
    "recorded_or_begun": ("recorded or begun", ago, ""),
}
"""How the age of each date is said, by ``DayOf``."""

JOINS = {
    "region": "region",
    "side": "side where both are known",
    "limb": "limb",
    "site": "site",
    "day": "day",
    "statement": "statement",
    "scale": "scale",
    "sign": "sign",
    "raw": "graded input",
    "exact_side": "side",
    "not_later": "",
}
"""In what two findings agree or differ, by ``Join``."""


@say.register
def _any(test: e.AnyTest, names: Names) -> Said:
    said = joined("or", tuple(say(part, names) for part in test.tests))
    short = not said.parts or one_line(said) is not None
    return prefixed("either", said) if short else Said("for which any of these holds", said.parts, "list")


@deny.register
def _neither(test: e.AnyTest, names: Names) -> Said:
    lines = [line_of(part, names) for part in test.tests]
    if len(lines) <= 3 and all(line is not None for line in lines):
        return Said(f"neither {series([str(line) for line in lines], 'nor')}")
    return Said("with none of these", tuple(say(part, names) for part in test.tests), "list")


@say.register
def _all(test: e.AllTests, names: Names) -> Said:
    return joined("and", tuple(say(part, names) for part in test.tests)) if test.tests else Said("in every case")


@say.register
def _not(test: e.NotTest, names: Names) -> Said:
    return deny(test.test, names)


@say.register
def _named(test: e.NamedTest, names: Names) -> Said:
    return say_term(test.name, test.arguments, names)


@say.register
def _first_row(test: e.FirstRow, names: Names) -> Said:
    rows = tuple(prefixed(f"{'yes' if then else 'no'}:", say(row, names)) for row, then in test.rows)
    return Said("decided by the first row that applies", rows, "list")


@say.register
def _sign(test: e.SignIs, names: Names) -> Said:
    return Said(f"that is {names.signs(test.signs)}")


@deny.register
def _other_sign(test: e.SignIs, names: Names) -> Said:
    return Said(f"other than {names.signs(test.signs)}")


@say.register
def _class(test: e.ClassIs, names: Names) -> Said:
    return Said(f"of the class {class_words(test)}")


def class_words(test: e.ClassIs) -> str:
    """The classes of the test in words."""
    return series([CLASSES[one] for one in CLASSES if one in test.classes], "or")


@say.register
def _weight(test: e.WeightIs, names: Names) -> Said:
    weights = series([WEIGHTS[one] for one in WEIGHTS if one in test.weights], "or")
    return Said(f"of {weights} weight{' in the sign table' if test.base else ''}")


@say.register
def _region(test: e.RegionIs, names: Names) -> Said:
    return Said(f"in the {names.regions(test.regions)}")


@say.register
def _in_regions(test: e.InRegions, names: Names) -> Said:
    return Said(f"in a region with {say_region_term(test.set.name, names)}")


@say.register
def _sited(test: e.Sited, names: Names) -> Said:
    return Said(f"{'with' if test.wanted else 'without'} a stated {'region' if test.region else 'site'}")


@say.register
def _side(test: e.SideIs, names: Names) -> Said:
    if test.side == "unknown":
        return Said("of unknown side")
    return Said(f"on the {test.side}{' or of unknown side' if test.or_unknown else ''}")


@say.register
def _at(test: e.At, names: Names) -> Said:
    if test.exactly:
        return Said(f"recorded for exactly this place: {names.sites(test.sites)}")
    sites = names.clinical.anatomy.sites
    reflexes = all(key in sites and sites[key].muscle for key in test.sites)
    return Said(f"{'at' if reflexes else 'in'} the {names.sites(test.sites)}")


@say.register
def _in_muscle(test: e.InMuscle, names: Names) -> Said:
    return Said(f"{'' if test.wanted else 'not '}of a named muscle")


@say.register
def _in_focal_limb(test: e.InFocalLimb, names: Names) -> Said:
    return Said("in the one limb to which the motor signs are confined")


@say.register
def _source(test: e.SourceIs, names: Names) -> Said:
    return Said("examined" if test.source == "examined" else "from the problem list")


@say.register
def _days(test: e.Days, names: Names) -> Said:
    verb, word, how = DAYS[test.of]
    return Said(f"{verb} {word(test.compare)}{how}")


@say.register
def _onset_stated(test: e.OnsetStated, names: Names) -> Said:
    return Said(f"{'with' if test.wanted else 'without'} a stated onset")


@deny.register
def _onset_unstated(test: e.OnsetStated, names: Names) -> Said:
    return say(e.OnsetStated(not test.wanted), names)


@deny.register
def _unsited(test: e.Sited, names: Names) -> Said:
    return say(e.Sited(not test.wanted, test.region), names)


@say.register
def _after(test: e.After, names: Names) -> Said:
    verb, _, how = DAYS[test.of]
    when = f"{days(Decimal(abs(test.by)))} {'before' if test.by < 0 else 'after'}" if test.by else "on the day of"
    return Said(f"{verb} {when} the day of {names.conditions(test.conditions)} or later{how}")


@say.register
def _grade(test: e.GradeIs, names: Names) -> Said:
    if test.scale_only:
        return Said(f"graded on the {test.scale} scale")
    graded = bounds(test.compare, lambda number: names.grade(test.scale, number), "lower", "higher")
    return Said(f"graded {test.scale or 'with a grade'} {graded}")


@say.register
def _grade_text(test: e.GradeText, names: Names) -> Said:
    if test.first:
        return Said(f"with a level from {test.first} to {test.last}")
    return Said(f"described as {series(sorted(test.texts), 'or')}")


@say.register
def _flag(test: e.FlagIs, names: Names) -> Said:
    return Said(f"coded as {test.flag}")


@say.register
def _bilateral(test: e.RecordedBilateral, names: Names) -> Said:
    return Said("recorded as on both sides")


@say.register
def _earlier(test: e.Earlier, names: Names) -> Said:
    record = ["where an earlier record of the same"]
    if test.before != e.Compare():
        record.append(f"{old(test.before)} before it")
    if test.age != e.Compare():
        record.append(f"{old(test.age)} old")
    if test.after_conditions:
        record.append(f"after the day of {names.conditions(test.after_conditions)}")
    found = "was absent"
    if test.better_by is not None:
        grades = "a full grade" if test.better_by == 1 else f"{plain_number(test.better_by)} grades"
        found = f"was {grades} better ({test.scale})"
    return Said(f"{', '.join(record)}{',' if len(record) > 1 else ''} says that it {found}")


@say.register
def _absent_here(test: e.AbsentHere, names: Names) -> Said:
    return Said(f"where this was examined and is absent: {names.signs(test.signs)}")


@say.register
def _beside(test: e.Beside, names: Names) -> Said:
    said = say(test.selection, names)
    same = [JOINS[join] for join in test.same if JOINS[join]]
    how = [f"of the same {series(same, 'and')}"] if same else []
    how += ["recorded no later"] if "not_later" in test.same else []
    how += ["on the other side"] if test.other_side else []
    how += [f"of a different {series([JOINS[join] for join in test.different], 'and')}"] if test.different else []
    words = f" ({', '.join(how)})" if how else ""
    if said.parts:
        return Said(f"beside one of these{words}", said.parts, "list")
    return Said(f"beside {said.lead}{words}")
