"""The rows of a person's table: what each says, and the way of headings that leads to it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from .credits import read_credits
from .header import Header, is_header
from .paths import ROMAN, UPPER, WORDS, Outline, Part, labels, parse_part, slug, split_path
from .sheets import Cell, Sheet, shown

_TEXTS = ("kategori", "uraian", "kode", "satuan", "pelaksana")


class Group(NamedTuple):
    """One unsur or sub unsur: its own number (several pieces, or none) and its name."""

    code: tuple[str, ...]
    name: str


@dataclass(frozen=True)
class Row:
    """One row of the table. `credit` in credit points; None: the row is a heading."""

    number: int  # as a spreadsheet counts
    sheet: str  # '' where the file has no other
    kategori: str
    groups: tuple[Group, ...]
    kode: str
    parts: tuple[Part, ...]  # the way below the groups; the last one is the row itself
    satuan: str
    pelaksana: str
    credit: Decimal | None
    problems: tuple[str, ...]  # why the row cannot be taken
    kategori_above: bool = False  # the row's own cell is empty: it is that of a row above

    @property
    def place(self) -> str:
        return f"lembar {self.sheet}, baris {self.number}" if self.sheet else f"baris {self.number}"

    @property
    def path(self) -> list[str]:
        """The numbers that lead to the row."""
        own = labels(self.kode) or [part.label for part in self.parts if part.label]
        return [*(piece for group in self.groups for piece in group.code), *own]


def read_rows(sheet: Sheet, header: Header, name: str) -> list[Row]:
    """Every row below the header that says anything. `name`: the sheet's, where the file has several."""
    numbers = [
        number
        for number in range(header.first, len(sheet.rows))
        if not is_header(sheet.rows[number], header) and not _covered(sheet, header, number)
    ]
    reader = _Reader(sheet, header, name)
    found = read_credits([reader.cell(number, "ak") for number in numbers])
    return [row for number, credit in zip(numbers, found, strict=True) for row in reader.row(number, credit)]


def _covered(sheet: Sheet, header: Header, number: int) -> bool:
    """True where merged cells make this row one with the row above."""
    row = sheet.rows[number]
    said = [
        (number, column)
        for field in ("uraian", "ak", "pelaksana", "kode")
        for column in header.columns.get(field, ())
        if column < len(row) and row[column] != ""
    ]
    over = [place for place in said if place in sheet.down]
    return bool(over) and all(place in sheet.down or place in sheet.sideways for place in said)


class _Reader:
    def __init__(self, sheet: Sheet, header: Header, name: str) -> None:
        self._sheet, self._columns, self._name = sheet, header.columns, name
        self._kategori = ""
        self._unsur: tuple[Group, ...] = ()
        self._sub: tuple[Group, ...] = ()
        self._outline = Outline()

    def cell(self, number: int, field: str) -> Cell:
        """The one cell of a field; '' where the table lacks it, or where a wide merged cell lies over it."""
        return next(iter(self._cells(number, field)), "")

    def row(self, number: int, credit: Decimal | str | None) -> Iterator[Row]:
        """The row, if it says anything. `credit`: as `read_credits` has it."""
        problems = [credit] if isinstance(credit, str) else []
        said = {field: self._text(number, field, problems) for field in _TEXTS}
        self._follow(number, said["kategori"], problems)
        own = self._own(number, said["uraian"], said["kode"], credit is None)
        if not own and credit is None:
            return
        if not said["uraian"]:
            problems.append("uraian butirnya kosong")
        if (number, self._columns["ak"][0]) in self._sheet.down:
            problems.append("sel angka kreditnya digabung dengan baris di atas; pisahkan dan isi setiap baris")
        groups, parts = self._under(own)
        yield Row(
            number=number + 1,
            sheet=self._name,
            kategori=self._kategori,
            groups=groups,
            kode=said["kode"],
            parts=parts or (Part("", WORDS, "", "", ""),),
            satuan=said["satuan"],
            pelaksana=said["pelaksana"],
            credit=credit if isinstance(credit, Decimal) else None,
            problems=tuple(problems) if credit is not None else (),
            kategori_above=bool(self._kategori and not said["kategori"]),
        )

    def _own(self, number: int, text: str, kode: str, heading: bool) -> list[Part]:
        """The way to the row below its unsur; nothing where it has no words of a butir or a heading."""
        if not text:
            group = " ".join(filter(None, (self._text(number, field, []) for field in ("unsur", "sub"))))
            if group and heading:
                return [Part("", WORDS, "", group, group)]
            text = self._aside(number) if heading else ""
        parts = split_path(text)
        if len(parts) > 1 or kode or not parts:
            return parts
        return self._outline.add(text, heading, "".join(labels(self._text(number, "nomor", []))))

    def _follow(self, number: int, kategori: str, problems: list[str]) -> None:
        """Takes note of the kategori, unsur and sub unsur that hold from this row on."""
        unsur, sub = (self._group(number, field, problems) for field in ("unsur", "sub"))
        if (kategori and kategori != self._kategori) or (unsur and unsur != self._unsur):
            self._unsur, self._sub, self._outline = unsur or self._unsur, (), Outline()
        if sub and sub != self._sub:
            self._sub, self._outline = sub, Outline()
        self._kategori = kategori or self._kategori

    def _group(self, number: int, field: str, problems: list[str]) -> tuple[Group, ...]:
        name = self._text(number, field, problems)
        code = self._text(number, f"{field}_kode", problems)
        if not name and not code:
            return ()
        part = parse_part(name)
        if f"{field}_kode" in self._columns:
            return (Group(tuple(labels(code)), name),)
        return (Group((part.label or slug(part.bare),), part.bare),)

    def _under(self, parts: list[Part]) -> tuple[tuple[Group, ...], tuple[Part, ...]]:
        """The unsur and sub unsur, and the way below them; without columns for these the upper headings are they."""
        groups = [*self._unsur, *self._sub]
        if not {"unsur", "sub"} & set(self._columns):
            while len(parts) > 1 and parts[0].kind in (ROMAN, UPPER):
                groups.append(Group((parts[0].label,), parts[0].bare))
                parts = parts[1:]
        return tuple(groups), tuple(parts)

    def _aside(self, number: int) -> str:
        """The first words of a row that fills none of the columns we read: a heading over the whole width."""
        texts = [cell for _, cell in self._seen(number) if isinstance(cell, str) and cell.strip()]
        return " ".join(texts[0].split()) if texts else ""

    def _text(self, number: int, field: str, problems: list[str]) -> str:
        return " ".join(filter(None, (_as_text(cell, problems, field) for cell in self._cells(number, field))))

    def _cells(self, number: int, field: str) -> list[Cell]:
        columns = self._columns.get(field, ())
        return [cell for column, cell in self._seen(number) if column in columns]

    def _seen(self, number: int) -> Iterator[tuple[int, Cell]]:
        """The row's cells by column, each once: what a wide merged cell covers is left out."""
        for column, cell in enumerate(self._sheet.rows[number]):
            if (number, column) not in self._sheet.sideways:
                yield column, cell


def _as_text(cell: Cell, problems: list[str], field: str) -> str:
    if isinstance(cell, str):
        if cell.startswith("="):
            problems.append(f"rumus {cell} belum dihitung; buka dan simpan berkasnya di Excel")
        return cell.strip() if field == "pelaksana" else " ".join(cell.split())
    if isinstance(cell, (bool, date)):
        problems.append(f"{field} terbaca sebagai {shown(cell)}; Excel mengubahnya, jadi ketik ulang sebagai teks")
        return str(cell)
    return "" if cell is None else f"{cell:.15g}"
