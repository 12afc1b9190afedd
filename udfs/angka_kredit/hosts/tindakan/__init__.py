"""What the buttons do: pure functions over an abstract host, one module an action; xlwings and UNO are its adapters.

Standard library only when imported: this also runs in LibreOffice's own Python."""

from .daftar import KELOMPOK, TINDAKAN, Tindakan, tindakan
from .host import Dihentikan, Host, Kemajuan, Rumus, SelRencana
from .jalankan import jalankan

__all__ = [
    "KELOMPOK",
    "TINDAKAN",
    "Dihentikan",
    "Host",
    "Kemajuan",
    "Rumus",
    "SelRencana",
    "Tindakan",
    "jalankan",
    "tindakan",
]
