"""Strict CSV: how the code tables are read, and refused with file, line and the nearest right answer."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, ClassVar, Generic, Protocol, TypeVar

from cds_service.errors import ContentError, ContentFault
from cds_service.knowledge.check_digits import is_loinc, is_sctid
from cds_service.knowledge.code_systems import LOINC, SNOMED_CT
from cds_service.knowledge.strict_yaml import nearest


class RowType(Protocol):
    """Any dataclass: the columns that a program reads are its fields."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


Row = TypeVar("Row", bound=RowType)


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """One table: its file, the type of its rows, columns that only people read, closed lists, and what stands once."""

    file: str
    row: type[Row]
    for_people: tuple[str, ...]
    closed: Mapping[str, tuple[str, ...]]
    once: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column that the file must have, in any order."""
        return tuple(field.name for field in fields(self.row)) + self.for_people


def read_table(folder: Path, table: Table[Row]) -> list[Row]:
    """The rows of one table. Raises ContentError with every fault of the file."""
    path = folder / table.file
    name = f"{folder.parent.name}/{folder.name}/{table.file}"
    try:
        with path.open(encoding="utf-8", newline="") as lines:
            reader = csv.reader(lines, strict=True)
            header = next(reader, [])
            faults = list(_header_faults(name, header, table))
            if faults:
                raise ContentError(faults)
            rows, faults = _read_rows(name, reader, header, table)
    except FileNotFoundError as error:
        raise ContentError([ContentFault(name, 0, "the file is missing")]) from error
    except (csv.Error, UnicodeDecodeError) as error:
        raise ContentError([ContentFault(name, 1, f"this is no CSV: {error}")]) from error
    if faults:
        raise ContentError(faults)
    return rows


def _header_faults(name: str, header: list[str], table: Table[Any]) -> Iterator[ContentFault]:
    for column in header:
        if column not in table.columns:
            yield ContentFault(name, 1, f'no column is called "{column}".{nearest(column, table.columns)}')
        elif header.count(column) > 1:
            yield ContentFault(name, 1, f'the column "{column}" stands here twice')
    for column in table.columns:
        if column not in header:
            yield ContentFault(name, 1, f'the column "{column}" is missing')


def _read_rows(name: str, reader: Any, header: list[str], table: Table[Row]) -> tuple[list[Row], list[ContentFault]]:
    wanted = [field.name for field in fields(table.row)]
    places = [header.index(column) for column in wanted]
    rows: list[Row] = []
    faults: list[ContentFault] = []
    first_line: dict[tuple[str, ...], int] = {}
    for cells in reader:
        line = reader.line_num
        if len(cells) != len(header):
            faults.append(ContentFault(name, line, f"{len(cells)} cells where the header has {len(header)}"))
            continue
        values = dict(zip(wanted, (cells[place] for place in places), strict=True))
        faults += _row_faults(name, line, values, table)
        key = tuple(values[column] for column in table.once)
        if first_line.setdefault(key, line) != line:
            faults.append(ContentFault(name, line, f"this row stands here twice (first on line {first_line[key]})"))
        rows.append(table.row(**values))
    return rows, faults


def _row_faults(name: str, line: int, values: dict[str, str], table: Table[Any]) -> Iterator[ContentFault]:
    for column, allowed in table.closed.items():
        if values[column] not in allowed:
            known = ", ".join(allowed_value or "(empty)" for allowed_value in allowed)
            hint = nearest(values[column], allowed)
            yield ContentFault(name, line, f'"{values[column]}" is no value of {column}: {known}.{hint}')
    for column, value in values.items():
        if value != value.strip():
            yield ContentFault(name, line, f"{column} has blanks round its value")
    system, code = values.get("system_uri", ""), values.get("code", "")
    if system == SNOMED_CT and code and not is_sctid(code):
        yield ContentFault(name, line, f'"{code}" is no SNOMED CT code: its check digit or form is wrong')
    if system == LOINC and code and not is_loinc(code):
        yield ContentFault(name, line, f'"{code}" is no LOINC code: its check digit or form is wrong')
