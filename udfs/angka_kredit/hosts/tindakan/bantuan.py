"""Bantuan: the version, what each button does, and where the log stands."""

from __future__ import annotations

from ..._version import __version__
from ..log import log_file
from .bersama import kalimat
from .host import Host


def kerjakan(host: Host) -> None:
    from .daftar import TINDAKAN

    path = log_file()
    host.katakan(
        kalimat(
            f"Angka Kredit {__version__}",
            "\n".join(f"{each.label}: {each.tip}" for each in TINDAKAN),
            'Di sel: ketik =JELASKAN("NAMA_FUNGSI"; ...) untuk perhitungan dan pasalnya.',
            f"Catatan (log), tanpa data pegawai, untuk dikirim kepada pengelola: {path}" if path else "",
        )
    )
