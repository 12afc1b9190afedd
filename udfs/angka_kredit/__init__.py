"""Angka Kredit: the credit-point rules of Indonesian jabatan fungsional, each number tied to its article.

`call` is loaded when asked for: a command that computes nothing itself starts without the rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ._version import __version__

if TYPE_CHECKING:
    from .functions import call

__all__ = ["__version__", "call"]


def __getattr__(name: str) -> Any:
    if name != "call":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from .functions import call

    return call
