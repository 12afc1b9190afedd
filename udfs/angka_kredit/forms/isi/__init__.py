"""Fills a form in from a table: one pure function makes the list of cell writes, one adapter a program applies it."""

from .bentuk import BarisLama, Formulir, Orang, Rencana, Rumus, Sel, Tulis
from .rencana import rencana, terapan

__all__ = ["BarisLama", "Formulir", "Orang", "Rencana", "Rumus", "Sel", "Tulis", "rencana", "terapan"]
