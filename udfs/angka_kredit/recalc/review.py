"""A workbook that the engines cannot be trusted with, computed by LibreOffice: for a person to review.

LibreOffice is no judge of its own results either. So what hangs on the reader's language, on other files or on chance
stays refused; errors need a cause; what Excel computed must come out again; our functions must give what they give
when called directly. The values are written by our own writer into the original file."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, unescape

from openpyxl.formula.tokenizer import Token

from ..errors import Refused, Undecided
from ..functions import KATALOG, call
from . import gate
from .causes import causes
from .cells import SheetCells, patch, scan
from .compute import Formula
from .contents import Contents
from .formula_reader import formulas_of
from .formulas import calls, tokens
from .judge import Looking, check_length, errors_of
from .loaded import Book, Place, Read
from .parts import FORMULA, Part, Parts
from .slow_lane import SlowLane
from .spelling import with_plain_names_of_ours, without_prefixes
from .values import CellErrorValue, Grid, Value, agree, shown
from .xml_spans import Edit, edited

_SEED = -987654321.0  # cached in every formula cell of the copy: what still shows it was not computed
# what changes from one opening to the next, reads the computer or another file
_NEVER = {
    *("RAND", "RANDBETWEEN", "RANDARRAY", "CELL", "INFO", "WEBSERVICE", "FILTERXML", "IMAGE", "RTD", "DDE", "CALL"),
    *("SQL.REQUEST", "REGISTER.ID", "EUROCONVERT", "GETPIVOTDATA", "STOCKHISTORY"),
}
# of a range LibreOffice adds TRUE as 1 here, Excel skips it
_SKIP_LOGICAL = {
    *("SUM", "AVERAGE", "COUNT", "MIN", "MAX", "PRODUCT", "SUMSQ", "MEDIAN", "SUMPRODUCT", "SUMIF", "SUMIFS", "LARGE"),
    *("SMALL", "STDEV", "VAR", "RANK", "SUBTOTAL", "AGGREGATE", "AVERAGEIF", "AVERAGEIFS"),
}
_FORMULA = re.compile(rb"(<(?:[\w.-]+:)?f\b[^>]*>)([^<]+)(?=</)")
_ENTITIES = {"&quot;": '"', "&apos;": "'"}


class _Unknown(Exception):
    """A part of a formula that only an engine could compute."""


@dataclass
class Reviewed(Book):
    """A workbook that LibreOffice computed."""

    def explain_many(self, formulas: Sequence[Formula]) -> list[str]:
        """The words for each of these cells, where what our function is given can be looked up."""
        return [self._explained(formula) for formula in formulas]

    def jabatan(self) -> Iterator[str]:
        """What our functions are given as jabatan, as far as it can be looked up."""
        for formula in self.formulas:
            name, given = self.call_of_ours(formula) or ("", [])
            fungsi = KATALOG.get(name)
            names = [argumen.nama for argumen in fungsi.argumen] if fungsi else []
            for nama, value in zip(names, given, strict=False):
                if nama == "jabatan" and isinstance(value, str):
                    yield value

    def call_of_ours(self, formula: Formula) -> tuple[str, list[Value | Grid]] | None:
        """The first call of ours with what it is given; None where there is none, or that must be computed."""
        if not formula.plan.names:
            return None
        items = tokens(formula.plan.shape)
        parts = Parts(items, array=formula.plan.array)
        found = next(found for found in calls(items) if KATALOG.get(found.name))
        try:
            return found.name, [self.value(formula, parts(part)) if part else None for part in found.parts]
        except (_Unknown, Refused):
            return None

    def _computed(self, formula: Formula, part: Part) -> Value | Grid:
        raise _Unknown

    def _explained(self, formula: Formula) -> str:
        found = self.call_of_ours(formula)
        fungsi = KATALOG.get(found[0]) if found else None
        return fungsi.explain(found[1]) if found and fungsi else ""


def review(book: Read, lane: SlowLane) -> tuple[Reviewed, list[tuple[Place, str]]]:
    """The workbook with LibreOffice's values, and the errors that a person's input caused; Refused where unsafe."""
    formulas = formulas_of(book, voted=True, gated=False)
    for formula in formulas:
        _check_formula(formula)
    saved = lane.compute(_copy(book))
    values = {place: _value(saved, place) for formula in formulas for place in formula.places}
    book.contents.computed(values)
    computed = Reviewed(**vars(book), formulas=formulas, values=values, sizes={})
    errors, typed = errors_of(computed)
    looking = Looking(computed)
    for formula in formulas:
        try:
            _check_ours(computed, formula)
            if formula.place not in errors:
                _check_values(looking, formula)
        except Refused as reason:
            raise Refused(f"sel {formula.place} {reason}") from None
    return computed, causes(computed, errors, typed)


def _check_formula(formula: Formula) -> None:
    """Refused where LibreOffice is not to be trusted with the formula, whatever the values are."""
    where = f"sel {formula.place}"
    if formula.cell.formula_kind == "dataTable":
        raise Refused(f"{where} berisi tabel data")
    items = tokens(formula.plan.shape)
    never = [found.name for found in calls(items) if without_prefixes(f"{found.name}(")[:-1] in _NEVER]
    if never:
        raise Refused(f"{where} memakai fungsi {never[0]}, yang hasilnya tidak tetap atau dari luar buku kerja")
    outside = [item.value for item in items if item.subtype == Token.RANGE and re.search(r"\[[0-9]+\]", item.value)]
    if outside:
        raise Refused(f"{where} memakai rujukan '{outside[0]}' ke buku kerja lain")
    try:
        gate.check_calls(items)
    except Undecided:
        return
    except Refused as reason:
        raise Refused(f"{where} {reason}") from None


def _check_values(looking: Looking, formula: Formula) -> None:
    """Refused where a value makes the formula doubtful for LibreOffice too, as far as its parts can be looked up."""
    looking.formula = formula
    for check in formula.plan.checks:
        try:
            if not any(part.kind == FORMULA for part in check.parts):
                looking.at(check)
        except Undecided:
            continue
    check_length(looking.book.values[formula.place])
    for operand in formula.plan.ranges:
        if operand.function in _SKIP_LOGICAL:
            sheet, area = operand.reference.sheet or formula.place.sheet, operand.written(formula.cells)
            if any(isinstance(value, bool) for value in looking.book.contents.inside(sheet, area)):
                raise Refused(f"menghitung rentang {area} dengan TRUE atau FALSE, yang dihitung lain oleh LibreOffice")


def _check_ours(book: Reviewed, formula: Formula) -> None:
    """Refused where one of our functions shows something else than when it is called directly."""
    found = book.call_of_ours(formula) if formula.plan.is_ours and not formula.plan.array else None
    if found is None:
        return
    name, given = found
    direct = call(name, *given)
    first = direct[0][0] if isinstance(direct, list) else direct
    value = book.values[formula.place]
    expected: Value = CellErrorValue(first) if isinstance(value, CellErrorValue) else first
    if not agree(value, expected):
        raise Refused(f"menjadi {shown(value)} di LibreOffice, padahal {name} memberi {shown(first)}")


def _value(saved: Contents, place: Place) -> Value:
    value = saved.value(*place)
    if value == _SEED:
        raise Refused(f"sel {place} tidak dihitung oleh LibreOffice")
    return "" if value is None else value


def _copy(book: Read) -> bytes:
    """The workbook for LibreOffice: our functions by their plain names, no cached value that could be taken for one."""
    parts = {}
    for sheet in book.info.sheets:
        xml = _respelled(book.xml[sheet.name], book.cells[sheet.name])
        cells = scan(sheet.part, xml)
        refs = [cell.ref for cell in (*cells.formulas, *cells.spilled)]
        parts[sheet.part], _ = patch(xml, cells, dict.fromkeys(refs, _SEED))
    return book.package.replaced(parts)


def _respelled(xml: bytes, cells: SheetCells) -> bytes:
    edits = []
    for cell in cells.formulas:
        found = _FORMULA.search(xml, cell.start, cell.value_span[0])
        if found:
            text = unescape(found[2].decode(), _ENTITIES)
            plain = with_plain_names_of_ours(text)
            if plain != text:
                edits.append(Edit(*found.span(2), escape(plain).encode()))
    return edited(xml, edits)
