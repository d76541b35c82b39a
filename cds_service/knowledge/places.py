"""What reading needs of the anatomy: which site lies in which, and how nerves are called (``anatomy/*.yaml``)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Places:
    """Sites with everything that contains them; ``everywhere`` are the sites that contain every other.

    ``nerves`` are their names, by the name in small letters without blanks.
    """

    containers: dict[str, frozenset[str]]
    everywhere: frozenset[str]
    nerves: dict[str, str]

    def lies_in(self, inner: str, outer: str) -> bool:
        """Whether ``inner`` is narrower than ``outer``: another place, and it lies inside."""
        if inner == outer or self.same_place(inner, outer):
            return False
        return outer in self.containers.get(inner, frozenset()) or outer in self.everywhere

    def same_place(self, one: str, other: str) -> bool:
        """Whether two keys name one place (a part of the body and its muscle)."""
        return one in self.containers.get(other, frozenset()) and other in self.containers.get(one, frozenset())
