"""Angka Kredit: the credit-point rules of Indonesian jabatan fungsional, each number tied to its article."""

from ._version import __version__
from .functions import call

__all__ = ["__version__", "call"]
