"""The formula cells of a sheet as nearly every program writes it, by regular expressions: ten times as quick.

The pattern must account for every byte of sheetData, and expat reads what is around it. Whatever else stands there
is no error: the answer is None, and cells_any.py, the reference, reads the sheet."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from operator import lt

from openpyxl.utils.cell import column_index_from_string

from .limits import DEEPEST_FORMULA, LAST_COLUMN, LAST_ROW, LONGEST_FORMULA, LONGEST_TEXT, MOST_CELLS
from .sheet_cells import FormulaCell, SharedFormulas, SheetCells, Typed, check_formula
from .sheet_xml import SheetReader

_BEGIN, _END = b"<sheetData>", b"</sheetData>"
_TEXT = rb"(?:[^<&\x00-\x08\x0b-\x1f]|&(?:amp|lt|gt|quot|apos|#[0-9]{1,7}+);)*+"
_ATTRIBUTES = rb'(?: [A-Za-z][\w:]*+="[^"<>&\x00-\x1f]*+")*+'
_F = rb"<f" + _ATTRIBUTES + rb"(?:/>|>" + _TEXT + rb"</f>)"
_SPACE = rb'(?: xml:space="preserve")?+'
_NUMBER = rb"-?+[0-9]++(?:\.[0-9]*+)?+(?:[eE][+-]?+[0-9]++)?+"
_CELL = (
    rb'<c r="[A-Z]{1,3}+\1"(?: s="[0-9]++")?+(?:'
    + rb'(?: t="n")?+(?:/>|>(?:' + _F + rb")?+(?:<v>(?:" + _NUMBER + rb")?+</v>|<v ?/>)?+</c>)"
    + rb'| t="s"><v>[0-9]++</v></c>'
    + rb'| t="str">(?:' + _F + rb")?+(?:<v" + _SPACE + rb">" + _TEXT + rb"</v>|<v ?/>)</c>"
    + rb'| t="b">(?:' + _F + rb")?+<v>[01]</v></c>"
    + rb'| t="e">' + _F + rb"<v>#[A-Z0-9/!?_]++</v></c>"
    + rb'| t="inlineStr"><is><t' + _SPACE + rb">" + _TEXT + rb"</t></is></c>)"
)  # fmt: skip
_ROWS = re.compile(rb'(?:<row r="([1-9][0-9]{0,6}+)"' + _ATTRIBUTES + rb"(?:/>|>(?:" + _CELL + rb")*+</row>))*+")
_ROW = re.compile(rb'<row r="([0-9]++)"([^>]*+)>')
_START = re.compile(rb'<(row|c r="[A-Z]++)')
_FORMULA = re.compile(
    rb'<c r="([A-Z0-9]++)"(?: s="[0-9]++")?+(?: t="(\w++)")?+>'
    rb"(<f([^>]*+)>(?:([^<]*+)</f>)?+)(<v[^>]*+>(?:([^<]*+)</v>)?+)?+"
)
_TYPED = re.compile(
    rb'<c r="([A-Z0-9]++)"(?: s="[0-9]++")?+(?: t="(\w++)")?+>'
    rb"(?:<v(?: [^>/]*+)?+>([^<]*+)</v>|<v ?/>|<is><t[^>]*+>([^<]*+)</t></is>)</c>"
)
_ATTRIBUTE = re.compile(rb'([\w:]++)="([^"]*+)"')
_KINDS = ("normal", "shared")
_ENTITY = re.compile(r"&(#[0-9]+|[a-z]+);")
_ENTITIES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_NUMBERED = re.compile(rb"&#([0-9]+);")


class _Doubt(Exception):
    """The sheet is not written as this reader expects."""


def scan_fast(part: str, xml: bytes) -> SheetCells | None:
    """What the reference would find in the sheet; None where this reader has any doubt.

    Refused only where the reference would refuse too."""
    begin, end = xml.find(_BEGIN) + len(_BEGIN), xml.find(_END)
    if xml.count(b"sheetData") != 2 or not len(_BEGIN) <= begin <= end or not _is_plain(xml):
        return None
    data = _ROWS.fullmatch(xml, begin, end)
    around = SheetReader(xml[:begin] + xml[end:], lambda cell: None).read(part) if data else None
    if not around or "sheetData" not in [element.name for element in around.top] or not _is_ordered(xml, begin, end):
        return None
    shared = SharedFormulas()
    try:
        formulas = [_cell(match, shared) for match in _FORMULA.finditer(xml, begin, end)]
    except _Doubt:
        return None
    return SheetCells(formulas, read_typed=partial(_typed, xml, begin, end))


def _typed(xml: bytes, begin: int, end: int) -> Typed:
    found: Typed = {}
    for ref, kind, value, inline in _TYPED.findall(xml, begin, end):
        if value or inline or kind in (b"str", b"inlineStr"):
            found[ref.decode()] = (kind.decode() or "n", _decoded(value or inline))
    return found


def _is_plain(xml: bytes) -> bool:
    """Whether all text is UTF-8 without oddities, and none is so long that its letters must be counted."""
    if b"]]>" in xml or (not xml.isascii() and not _is_unicode(xml)):
        return False
    if b"&#" in xml and not all(_is_letter(int(number)) for number in set(_NUMBERED.findall(xml))):
        return False
    half = LONGEST_TEXT // 2
    return all(xml.find(b"<", at, at + half) >= 0 for at in range(0, len(xml) - half, half))


def _is_unicode(xml: bytes) -> bool:
    try:
        xml.decode()
    except UnicodeDecodeError:
        return False
    return b"\xef\xbf" not in xml and b"ascii" not in xml[:200].lower()  # U+FFFE and its like; a false declaration


def _is_ordered(xml: bytes, begin: int, end: int) -> bool:
    """Whether rows and, within each, cells follow each other upwards; attributes stand once in a row's tag."""
    tags, starts = _ROW.findall(xml, begin, end), _START.findall(xml, begin, end)
    rows = [int(number) for number, _ in tags]
    for names in [["r", *_names(tag)] for tag in {tag for _, tag in tags}]:
        if len(set(names)) != len(names):
            return False
    return (
        len(starts) - len(rows) <= MOST_CELLS
        and all(map(lt, rows, rows[1:]))
        and (not rows or rows[-1] <= LAST_ROW)
        and all(map(_rises, set(b" ".join(starts).split(b"row"))))  # most rows have the same columns
    )


def _rises(cells: bytes) -> bool:
    """Whether these columns follow each other upwards, and are columns of a sheet."""
    columns = [column_index_from_string(cell.decode()) for cell in cells.replace(b'c r="', b"").split()]
    return all(map(lt, columns, columns[1:])) and (not columns or columns[-1] <= LAST_COLUMN)


def _cell(match: re.Match[bytes], shared: SharedFormulas) -> FormulaCell:
    name, kind, tag, text, v, value = match.group(1, 2, 4, 5, 6, 7)
    ref, formula = name.decode(), _decoded(text) if text else ""
    formula_kind, area = "normal", ""
    if tag:
        attributes = _attributes(tag)
        formula_kind, area = attributes.get("t", "normal" if text else ""), attributes.get("ref", "")
        if formula_kind == "shared":
            formula = shared.whole(ref, attributes.get("si", ""), formula)
    if formula_kind not in _KINDS or not formula or formula.isspace() or len(formula) > DEEPEST_FORMULA:
        _check(ref, text, formula_kind, formula)
    cached = _decoded(value) if value else None if v is None or kind in (None, b"n") else ""
    return FormulaCell(
        ref=ref,
        kind=kind.decode() if kind else "n",
        cached=cached,
        formula=formula,
        formula_kind=formula_kind,
        spill=False,
        start=match.start(),
        value_span=(match.end(3), match.end(3)) if v is None else match.span(6),
        area=area if formula_kind == "shared" else "",
    )


def _check(ref: str, text: bytes | None, formula_kind: str, formula: str) -> None:
    """Rare cases: what the reference must read, and a formula so long that it may be deep."""
    if formula_kind not in _KINDS or not formula.strip() or len(text or b"") > LONGEST_FORMULA:
        raise _Doubt
    check_formula(ref, formula)


def _names(tag: bytes) -> list[str]:
    return [name.decode() for name, _ in _ATTRIBUTE.findall(tag)]


@lru_cache(maxsize=1024)
def _attributes(tag: bytes) -> dict[str, str]:
    if len(set(_names(tag))) != len(_names(tag)):
        raise _Doubt
    return {name.decode(): value.decode() for name, value in _ATTRIBUTE.findall(tag)}


def _is_letter(number: int) -> bool:
    """Whether XML has a character of this number."""
    return number in (9, 10, 13) or 32 <= number < 0xD800 or 0xE000 <= number < 0xFFFE or 2**16 <= number <= 0x10FFFF


def _decoded(text: bytes) -> str:
    return _ENTITY.sub(_character, text.decode()) if b"&" in text else text.decode()


def _character(entity: re.Match[str]) -> str:
    name = entity[1]
    return chr(int(name[1:])) if name.startswith("#") else _ENTITIES[name]
