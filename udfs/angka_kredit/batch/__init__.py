"""Recalculation of many workbooks: folders in, whole files out, and a report that a person can act on.

The names are loaded when asked for: a worker process needs few of the modules."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .plan import BadPlan
    from .running import Options, Report, run

__all__ = ["BadPlan", "Options", "Report", "run"]


def __getattr__(name: str) -> Any:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(".running", __name__), name)
