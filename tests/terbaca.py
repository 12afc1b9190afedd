"""What an .xlsx holds, read fast: every cell's value as it is stored, which cells are formulas, the defined names.

Hundreds of large forms are read in a test run; openpyxl takes four times as long, and makes dates of numbers."""

from __future__ import annotations

import io
import math
import posixpath
import re
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from xml.etree import ElementTree

Value = bool | float | str
Cells = dict[tuple[str, str], Value]  # (sheet, 'A1') -> value; '' for an empty cell and for empty text

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_REL = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PLACE = re.compile(r"(?:'((?:[^']|'')+)'|([^'!]+))!\$?([A-Z]+)\$?([0-9]+)(?::\$?([A-Z]+)\$?([0-9]+))?$")
_FORMULA = re.compile(rb"<c ([^>]*)>(<f\b[^>]*>[^<]*</f>|<f\b[^>]*/>)(?:<v>[^<]*</v>|<v/>)?</c>")
_KIND = re.compile(rb' t="[a-zA-Z]*"')


class Terbaca:
    """One workbook as it stands in the file."""

    def __init__(self, data: bytes | Path) -> None:
        with zipfile.ZipFile(io.BytesIO(data) if isinstance(data, bytes) else data) as package:
            book = ElementTree.fromstring(package.read("xl/workbook.xml"))
            shared = list(_shared(package))
            self.values: Cells = {}
            self.struck: dict[tuple[str, str], str] = {}  # (sheet, first cell) -> the condition that strikes it out
            strikes = _strikes(package)
            self.formulas: set[tuple[str, str]] = set()
            for sheet, part in _sheets(package, book):
                root = ElementTree.fromstring(package.read(part))
                self._read(sheet, root, shared)
                self._read_formats(sheet, root, strikes)
        self.names = {node.attrib["name"]: node.text or "" for node in book.iter(f"{_MAIN}definedName")}

    def _read(self, sheet: str, root: ElementTree.Element, shared: list[str]) -> None:
        for cell in root.iter(f"{_MAIN}c"):
            place = sheet, cell.attrib["r"]
            value: str | None = None
            for part in cell:
                if part.tag == f"{_MAIN}v":
                    value = part.text
                elif part.tag == f"{_MAIN}f":
                    self.formulas.add(place)
                elif part.tag == f"{_MAIN}is":
                    value = "".join(part.itertext())
            self.values[place] = _value(cell.attrib.get("t", "n"), value, shared)

    def _read_formats(self, sheet: str, root: ElementTree.Element, strikes: set[str]) -> None:
        for area in root.iterfind(f"{_MAIN}conditionalFormatting"):
            for rule in area.iterfind(f"{_MAIN}cfRule"):
                if rule.get("dxfId") in strikes:
                    first = area.attrib["sqref"].split(":")[0]
                    self.struck[sheet, first] = rule.findtext(f"{_MAIN}formula") or ""

    def __call__(self, nama: str) -> Value:
        """The value of the first cell of a name."""
        return self.column(nama)[0]

    def column(self, nama: str) -> list[Value]:
        """The values of the first column of a name's cells, from the top."""
        sheet, left, top, bottom = self.place(nama)
        return [self.values.get((sheet, f"{left}{row}"), "") for row in range(top, bottom + 1)]

    def place(self, nama: str) -> tuple[str, str, int, int]:
        """Sheet, first column, first and last row."""
        found = _PLACE.match(self.names[nama])
        assert found, nama
        quoted, plain, left, top, _, bottom = found.groups()
        return (quoted or plain).replace("''", "'"), left, int(top), int(bottom or top)

    def holds(self, formula: str) -> bool:
        """Whether a condition of AND, ISNUMBER, names, numbers and words holds, from the values in the file."""
        names = {nama: self(nama) for nama in re.findall(r"\b[a-z]+_\w+", formula)}
        known = {
            nama: value if isinstance(value, float) or f'{nama}="' in formula else math.inf
            for nama, value in names.items()
        }
        text = re.sub(r"(?<![<>=])=(?!=)", "==", formula)
        calls = {"AND": lambda *each: all(each), "ISNUMBER": math.isfinite, "__builtins__": {}}
        return bool(eval(text, calls, known))

    def row(self, sheet: str, text: str, columns: str = "ABCDE") -> int:
        """The first row of the sheet in which one of these columns shows this text, as a regular expression."""
        wanted = re.compile(text)
        for (name, ref), value in self.values.items():
            if name == sheet and ref[0] in columns and ref[1:].isdigit() and wanted.fullmatch(str(value)):
                return int(ref[1:])
        raise AssertionError(f"{sheet} shows no {text!r}")


def seeded(data: bytes, seed: float) -> bytes:
    """The workbook with this number cached in every formula cell: what still shows it was not computed."""

    def impossible(found: re.Match[bytes]) -> bytes:
        return b"<c %s>%s<v>%d</v></c>" % (_KIND.sub(b"", b" " + found[1]).strip(), found[2], seed)

    made = io.BytesIO()
    quick = zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=1)
    with zipfile.ZipFile(io.BytesIO(data)) as old, quick as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, _FORMULA.sub(impossible, part) if name.startswith("xl/worksheets/sheet") else part)
    return made.getvalue()


def _sheets(package: zipfile.ZipFile, book: ElementTree.Element) -> Iterator[tuple[str, str]]:
    links = ElementTree.fromstring(package.read("xl/_rels/workbook.xml.rels"))
    parts = {node.attrib["Id"]: posixpath.join("/xl", node.attrib["Target"]).lstrip("/") for node in links}
    yield from ((node.attrib["name"], parts[node.attrib[_REL]]) for node in book.iter(f"{_MAIN}sheet"))


def _strikes(package: zipfile.ZipFile) -> set[str]:
    """The numbers of the conditional looks that strike words out."""
    looks = ElementTree.fromstring(package.read("xl/styles.xml")).iterfind(f"{_MAIN}dxfs/{_MAIN}dxf")
    return {str(number) for number, look in enumerate(looks) if look.find(f"{_MAIN}font/{_MAIN}strike") is not None}


def _shared(package: zipfile.ZipFile) -> Iterator[str]:
    if "xl/sharedStrings.xml" in package.namelist():
        for item in ElementTree.fromstring(package.read("xl/sharedStrings.xml")):
            yield "".join(node.text or "" for node in item.iter(f"{_MAIN}t"))


def _value(kind: str, text: str | None, shared: list[str]) -> Value:
    if text is None:
        return ""
    if kind == "s":
        return shared[int(text)]
    if kind == "b":
        return text == "1"
    return float(text) if kind == "n" else text


def beda(
    mine: Mapping[tuple[str, str], Value], theirs: Mapping[tuple[str, str], Value], places: set[tuple[str, str]]
) -> list[str]:
    """Where two programs computed these cells otherwise: numbers to 12 digits, all else exactly."""
    found = []
    for place in sorted(places):
        one, other = mine.get(place, ""), theirs.get(place, "")
        if isinstance(one, float) and isinstance(other, float):
            if abs(one - other) <= 1e-12 * max(1.0, abs(one), abs(other)):
                continue
        elif type(one) is type(other) and one == other:
            continue
        found.append(f"{place[0]}!{place[1]}: {one!r}, {other!r}")
    return found
