"""Formulas read token by token: which functions they call, and their call of ours as an explanation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

from ..errors import Refused, Undecided
from ..functions import KATALOG
from ..functions.jelaskan import MOST_ARGUMENTS


@lru_cache(maxsize=1024)
def tokens(formula: str) -> tuple[Token, ...]:
    """The formula's tokens without white space; Refused where it cannot be read."""
    try:
        items: list[Token] = Tokenizer(f"={formula}").items
    except Exception:  # the tokenizer raises its own and several built-in errors
        raise Refused("rumusnya tidak terbaca") from None
    if _crosses(items):
        raise Undecided("memakai operator spasi (irisan rentang) yang belum didukung")
    return tuple(item for item in items if item.type != Token.WSPACE)


def _crosses(items: Sequence[Token]) -> bool:
    """Whether white space stands between two operands: Excel's operator for what two ranges share."""
    for before, space, after in zip(items, items[1:], items[2:], strict=False):
        if (
            space.type == Token.WSPACE
            and (before.type == Token.OPERAND or before.subtype == Token.CLOSE)
            and (after.type == Token.OPERAND or after.subtype == Token.OPEN)
        ):
            return True
    return False


def text(items: Iterable[Token]) -> str:
    """The tokens as a formula writes them."""
    return "".join(item.value for item in items)


def groups(items: Sequence[Token]) -> Iterator[list[Token]]:
    """The whole formula, every argument and every parenthesis in it: each as its own tokens."""
    levels: list[tuple[list[Token], list[Token]]] = [([], [])]  # all of this parenthesis, the argument being read
    for item in items:
        if item.subtype == Token.CLOSE:
            inside, argument = levels.pop()
            yield argument
            for level in levels[-1]:
                level += [*inside, item]
        elif item.type == Token.SEP:
            yield levels[-1][1]
            levels[-1][0].append(item)
            levels[-1] = (levels[-1][0], [])
        else:
            for level in levels[-1]:
                level.append(item)
            if item.subtype == Token.OPEN:
                levels.append(([], []))
    yield levels[0][1]


def split(items: Sequence[Token], operators: frozenset[str]) -> list[list[Token]]:
    """The parts between these operators, those inside parentheses left alone."""
    parts: list[list[Token]] = [[]]
    depth = 0
    for item in items:
        depth += {Token.OPEN: 1, Token.CLOSE: -1}.get(item.subtype, 0)
        if depth == 0 and item.type == Token.OP_IN and item.value.strip() in operators:
            parts.append([])
        else:
            parts[-1].append(item)
    return parts


def functions(items: Sequence[Token]) -> Iterator[str]:
    for item in items:
        if item.type == Token.FUNC and item.subtype == Token.OPEN:
            yield item.value[:-1].upper()


class Call(NamedTuple):
    """One function call of a formula: its name in capitals, the tokens of its arguments, where it stands."""

    name: str
    parts: list[list[Token]]
    start: int  # among the formula's tokens
    end: int  # of its closing parenthesis

    @property
    def arguments(self) -> list[str]:
        """Its arguments as they are written."""
        return [text(part) for part in self.parts]


def calls(items: Sequence[Token]) -> Iterator[Call]:
    """Every function call of the formula, the outer one before those inside it."""
    for index, item in enumerate(items):
        if item.type == Token.FUNC and item.subtype == Token.OPEN:
            yield _call(items, index)


def _call(items: Sequence[Token], start: int) -> Call:
    depth, parts = 0, [list[Token]()]
    end = len(items) - 1
    for index in range(start + 1, len(items)):
        inner = items[index]
        depth += {Token.OPEN: 1, Token.CLOSE: -1}.get(inner.subtype, 0)
        if depth < 0:
            end = index
            break
        if depth == 0 and inner.type == Token.SEP:
            parts.append([])
        else:
            parts[-1].append(inner)
    return Call(items[start].value[:-1].upper(), parts if parts != [[]] else [], start, end)


def explanation(formula: str) -> str | None:
    """The formula that explains the first of our functions in this one: JELASKAN("NAMA",its arguments)."""
    for call in calls(tokens(formula)):
        if KATALOG.get(call.name):
            given = call.arguments[:MOST_ARGUMENTS]  # JELASKAN itself takes one more
            return "JELASKAN(" + ",".join([f'"{call.name}"', *given]) + ")"
    return None
