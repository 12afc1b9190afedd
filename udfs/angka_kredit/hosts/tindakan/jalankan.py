"""The one entry of every button: runs its action, says every failure in a sentence, and keeps the log."""

from __future__ import annotations

import time

from ...errors import AngkaKreditError
from .. import log
from .daftar import tindakan
from .host import Dihentikan, Host

SELESAI, DIHENTIKAN, DITOLAK, GAGAL = "selesai", "dihentikan", "ditolak", "gagal"


def jalankan(kunci: str, host: Host) -> None:
    """Does what the button is for. Nothing escapes but what the dialogs themselves raise."""
    start = time.monotonic()
    galat = _raised(kunci, host)
    akhir, kalimat = _told(galat)
    log.catat(kunci, akhir, time.monotonic() - start, galat)
    if kalimat:
        host.katakan(kalimat)


def _raised(kunci: str, host: Host) -> BaseException | None:
    try:
        tindakan(kunci).kerjakan(host)
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as galat:  # an engine's panic is no Exception; the program must not see it
        return galat
    return None


def _told(galat: BaseException | None) -> tuple[str, str]:
    """How it ended, for the log; what the person is told, '' where she knows."""
    if galat is None:
        return SELESAI, ""
    if isinstance(galat, Dihentikan):
        return DIHENTIKAN, ""
    if isinstance(galat, AngkaKreditError):
        return DITOLAK, _sentence(str(galat))
    return GAGAL, _missing(galat) if isinstance(galat, ImportError) else _fault(galat)


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:].rstrip('.')}."


def _missing(error: ImportError) -> str:
    """LibreOffice's Python names no module in its own error."""
    theirs = error.name and not error.name.startswith("angka_kredit")
    what = f"pustaka '{error.name}'" if theirs else "mesin hitung Angka Kredit"
    return (
        f"Tombol ini memerlukan {what}, yang tidak ada di dalam program ini. "
        "Pasang Angka Kredit lengkap di komputer ini, atau pakai perintah angka-kredit di komputer lain."
    )


def _fault(error: BaseException) -> str:
    path = log.log_file()
    send = f"Kirim berkas {path} kepada pengelola; isinya tidak memuat data pegawai." if path else ""
    return f"Kesalahan program ({type(error).__name__}); pekerjaan dihentikan. {send}".rstrip()
