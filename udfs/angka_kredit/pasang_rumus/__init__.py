"""Puts our functions and the sums into forms that people already have: a plan first, then written losslessly."""

from __future__ import annotations

from .bentuk import BARU, BEDA, DILEWATI, SAMA, Rencana, Sel, Usul
from .pasang import Pilihan, pasang, rencana
from .usulan import usulan

__all__ = ["BARU", "BEDA", "DILEWATI", "SAMA", "Pilihan", "Rencana", "Sel", "Usul", "pasang", "rencana", "usulan"]
