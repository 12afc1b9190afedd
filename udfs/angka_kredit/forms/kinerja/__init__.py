"""Workbooks of who is assessed by performance: the regime since 2023, and jabatan whose own text does so (AMMI)."""

from __future__ import annotations

from .keluarga import keluarga

__all__ = ["keluarga"]
