"""Formulas as Calc has them, and as files have them: '=F(A1,B1)', English names, commas, our own names.

Calc's parser translates what is to be entered; its tokens lose error constants such as #VALUE!, which therefore travel
through it as marked texts. Reading is done on the text, for the parser takes a third of a millisecond a cell."""

from __future__ import annotations

import re
from typing import Any

from ..errors import Refused
from ..functions import KATALOG
from .libreoffice import IMPLEMENTATION, uno_name

_OOXML, _CALC = 3, 0  # com.sun.star.sheet.AddressConvention: XL_OOX, and Calc's own A1
_SHEET_RELATIVE, _SHEET_3D = 16, 64  # com.sun.star.sheet.ReferenceFlags
_MARK = "\ue000"
_TEXT = r"\"(?:[^\"]|\"\")*\""
_ERROR = re.compile(rf"{_TEXT}|'(?:[^']|'')*'|(?<![\w!.$'])#(?:NULL!|DIV/0!|VALUE!|NAME\?|NUM!|N/A|REF!)(?![\w$'.!])")
_MARKED = re.compile(rf'"{_MARK}([^"]*)"')
_OF_CALC = re.compile(
    rf"(?P<text>{_TEXT})"
    rf"|(?P<array>\{{(?:{_TEXT}|[^\"}}])*\}})"
    r"|(?<![\w.'])\$?(?P<sheet>'(?:[^']|'')*'|\w+)\."  # of Sheet1.A1, Sheet1.A:B, Sheet1.1:2
    r"(?=\$?[A-Za-z]{1,3}(?:\$?[0-9]+(?![\w(.])|:)|\$?[0-9]+:)"
    r"|(?P<name>[A-Za-z_][\w.]*)(?=\()"
    r"|(?P<cut>(?<=[0-9)])!(?=[$(]|[A-Za-z]{1,3}\$?[0-9]+(?![\w(.])))"  # what two areas share
    r"|(?P<gone>#REF!\.\$?[A-Za-z]{1,3}\$?[0-9]+)"
    r"|(?P<sign>[;~])"
)
_SIGNS_OF_ARRAYS = re.compile(rf"{_TEXT}|[;|]")
_OURS = {f"{IMPLEMENTATION}.{uno_name(nama)}".upper(): nama for nama in KATALOG.names()}


def di_berkas(rumus: str) -> str:
    """The formula that Calc's getFormula gives, as a file has it; of an array formula without its braces."""
    if rumus.startswith("{="):
        rumus = rumus[1:-1]
    return _OF_CALC.sub(_in_files, rumus)


class Ejaan:
    """Spells the formulas of files as one document takes them."""

    def __init__(self, document: Any) -> None:
        self._parser = document.createInstance("com.sun.star.sheet.FormulaParser")
        self._parser.CompileEnglish = True

    def untuk_calc(self, tempat: Any, rumus: str) -> str:
        """The formula as the cell at `tempat` takes it."""
        return self._print(self._tokens(tempat, rumus), tempat)

    def dari_lembar_lain(self, tempat: Any, rumus: str, lembar: int) -> str:
        """The formula of the cell at `tempat`, as the cell of the same name on another sheet takes it."""
        tokens = self._tokens(tempat, rumus)
        for token in tokens:
            if (pinned := _pinned(token.Data, tempat.Sheet)) is not None:
                token.Data = pinned
        tempat.Sheet = lembar
        return self._print(tokens, tempat)

    def _tokens(self, tempat: Any, rumus: str) -> tuple[Any, ...]:
        self._parser.FormulaConvention = _OOXML
        marked = _ERROR.sub(_marked, rumus.removeprefix("="))
        tokens: tuple[Any, ...] = self._parser.parseFormula(marked, tempat)
        if not tokens:
            raise Refused("rumusnya tidak terbaca")
        return tokens

    def _print(self, tokens: tuple[Any, ...], tempat: Any) -> str:
        self._parser.FormulaConvention = _CALC
        return "=" + _MARKED.sub(r"\1", self._parser.printFormula(tokens, tempat))


def _in_files(found: re.Match[str]) -> str:
    if found["sheet"]:
        return f"{found['sheet']}!"
    if found["name"]:
        return _OURS.get(found["name"].upper(), found["name"])
    if found["array"]:
        return _SIGNS_OF_ARRAYS.sub(lambda sign: {";": ",", "|": ";"}.get(sign[0], sign[0]), found["array"])
    return found["text"] or ("#REF!" if found["gone"] else "," if found["sign"] else " ")


def _marked(piece: re.Match[str]) -> str:
    return f'"{_MARK}{piece[0]}"' if piece[0].startswith("#") else piece[0]


def _pinned(data: Any, sheet: int) -> Any:
    """A token's reference with the sheet it means, whatever sheet it is put on; None for anything else.

    UNO hands out copies of structs, and an array put back is an array no more."""
    if hasattr(data, "Reference1"):
        data.Reference1, data.Reference2 = _pinned(data.Reference1, sheet), _pinned(data.Reference2, sheet)
        return data
    if not hasattr(data, "RelativeSheet"):
        return None
    if data.Flags & _SHEET_RELATIVE:
        data.Sheet = sheet + data.RelativeSheet
    data.Flags = data.Flags & ~_SHEET_RELATIVE | _SHEET_3D
    return data
