"""The official forms: workbooks with live formulas, made from one skeleton and each jabatan's data."""

from .build import build, build_all, names

__all__ = ["build", "build_all", "names"]
