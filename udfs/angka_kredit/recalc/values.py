"""A cell's value as the sheet XML writes it, and back. Errors are `CellErrorValue`, so that text is never one."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape

_NUMBER = re.compile(r"\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?\s*")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0d\x0e-\x1f\ufffe\uffff]|_x[0-9A-Fa-f]{4}_")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


class CellErrorValue(str):
    """A spreadsheet error such as '#NUM!', told apart from text that looks like one."""


Value = float | bool | str | None
Grid = list[list[Value]]  # rows of a range


def is_sound(kind: str, text: str) -> bool:
    """Whether `text` is what a cell of this type (`t`) may hold; an ISO date ('d') is not, engines take it for text."""
    if kind == "n":
        return _NUMBER.fullmatch(text) is not None
    if kind == "b":
        return text in ("0", "1", "true", "false")
    if kind == "s":
        return text.strip().isdigit()
    if kind == "e":
        return text.startswith("#")
    return kind in ("str", "inlineStr")


def decode(kind: str, text: str | None) -> Value:
    """The cached value of a formula cell; None where there is none, or where it is an index into shared strings."""
    if text is None or kind == "s":
        return None
    if kind == "n":
        return float(text)
    if kind == "b":
        return text in ("1", "true")
    if kind == "e":
        return CellErrorValue(text)
    return unescaped(text)


def unescaped(text: str) -> str:
    """The text with its `_x0001_` as characters."""
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


def encode(value: Value) -> tuple[str, str, str]:
    """(t attribute or '', attributes of <v>, content of <v>)."""
    if type(value) is float:
        return "", "", _shortest(value)
    if isinstance(value, CellErrorValue):
        return "e", "", value
    if isinstance(value, bool):
        return "b", "", "1" if value else "0"
    if isinstance(value, str):
        content = escape(_CONTROL.sub(_escape_control, value))
        return "str", ' xml:space="preserve"' if value != value.strip() else "", content
    return "", "", _shortest(value or 0.0)


def same(new: Value, old: Value) -> bool:
    """Whether the cached value may stay: equal, floats to 12 digits (engines print the last ones differently)."""
    if type(new) is float and type(old) is float:
        gap = abs(new - old)
        return gap <= 1e-15 or gap <= 1e-12 * abs(new) or gap <= 1e-12 * abs(old)
    return type(new) is type(old) and new == old


def agree(one: Value, other: Value) -> bool:
    """Whether two programs computed the same: floats to 12 digits and 1e-9, because each adds in its own order."""
    if type(one) is float and type(other) is float:
        return one == other or abs(one - other) <= 1e-9 + 1e-12 * max(abs(one), abs(other))
    return type(one) is type(other) and one == other


def shown(value: Value) -> str:
    """A value for a message: text in quotes, a number as an Indonesian reads it."""
    if isinstance(value, str) and not isinstance(value, CellErrorValue):
        return f"'{value[:60]}'"
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    return "kosong" if value is None else str(value).removesuffix(".0").replace(".", ",")


def _shortest(number: float) -> str:
    text = repr(float(number))
    return text[:-2] if text.endswith(".0") else text.replace("e", "E")


def _escape_control(match: re.Match[str]) -> str:
    found = match[0]
    return f"_x005F{found}" if len(found) > 1 else f"_x{ord(found):04X}_"
