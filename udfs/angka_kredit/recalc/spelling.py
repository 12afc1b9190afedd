"""How a formula is written in a file, and how the engines read it. The file keeps its own text.

Excel marks a function that it does not know, or that came after 2007, by a prefix: `[1]!ANGKA_KREDIT` (from an add-in),
`_xldudf_ANGKA_KREDIT`, `_xll.ANGKA_KREDIT`, `_xlfn.XLOOKUP`, `_xlfn._xlws.SORT`."""

from __future__ import annotations

import re
from functools import lru_cache

from openpyxl.formula.tokenizer import Token

from ..functions import KATALOG
from .formulas import tokens

_PREFIX = re.compile(
    r"(?P<text>\"(?:[^\"]|\"\")*\")"
    r"|(?P<book>(?:\[[0-9]+\]|'(?:[^']|'')*')!)(?:_xldudf_|_xll\.)?(?P<theirs>[A-Za-z_][\w.]*)(?=\()"
    r"|(?<![\w.!])(?:_xldudf_|_xll\.|_xlfn\.|_xlws\.|_xludf\.)+(?P<name>[A-Za-z_][\w.]*)(?=\()",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"(?:'(?:[^']|'')+'|[^'!:\[\]]+)!\$[A-Z]{1,3}\$[0-9]+(?::\$[A-Z]{1,3}\$[0-9]+)?",
    re.IGNORECASE,
)
_CONSTANT = re.compile(r"[0-9]+(?:\.[0-9]+)?|\"(?:[^\"]|\"\")*\"")


def without_prefixes(formula: str) -> str:
    """The formula with every function by its plain name; only ours is taken from another workbook (`[1]!`).

    That it is ours, and not another add-in's of the same name, foreign.py has checked."""
    if "_x" in formula or "_X" in formula or "!" in formula:
        return _PREFIX.sub(_plain_name, formula)
    return formula


@lru_cache(maxsize=1024)
def books_of_ours(formula: str) -> tuple[tuple[str, str], ...]:
    """(book, name) of each call by a name of ours that says where it is taken from: ('[1]', 'ANGKA_KREDIT')."""
    found = (each for each in _PREFIX.finditer(formula) if each["theirs"] and _is_ours(each))
    return tuple((each["book"][:-1], each["theirs"]) for each in found)


def with_plain_names_of_ours(formula: str) -> str:
    """The formula with our functions by their plain names; Excel's own keep their prefixes, which LibreOffice needs."""
    return _PREFIX.sub(lambda found: found["theirs"] or found["name"] if _is_ours(found) else found[0], formula)


def without_names(shape: str, names: dict[str, str]) -> str:
    """The formula or shape with every defined name replaced by the fixed place or the constant that it stands for."""
    used = words(shape)
    if not used:
        return shape
    return _replaced(shape, tuple((word, names[word]) for word in used if word in names))


@lru_cache(maxsize=8192)
def words(shape: str) -> tuple[str, ...]:
    """What stands in the formula where a name or a place may stand, in capitals."""
    return tuple({item.value.upper() for item in tokens(shape) if item.subtype == Token.RANGE})


@lru_cache(maxsize=8192)
def _replaced(shape: str, names: tuple[tuple[str, str], ...]) -> str:
    known = {name: text for name, text in names if _PLACE.fullmatch(text) or _CONSTANT.fullmatch(text)}
    return "".join(
        known.get(item.value.upper(), item.value) if item.subtype == Token.RANGE else item.value
        for item in tokens(shape)
    )


def _plain_name(found: re.Match[str]) -> str:
    return found["theirs"] if found["theirs"] and _is_ours(found) else found["name"] or found[0]


def _is_ours(found: re.Match[str]) -> bool:
    return KATALOG.get(found["theirs"] or found["name"] or "") is not None
