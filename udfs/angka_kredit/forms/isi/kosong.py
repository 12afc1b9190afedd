"""The blank form that is filled in: the packaged one, or one made with the Lampiran that was imported here."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from ...errors import DataError, Refused
from ...files import read, replace
from ...positions import find_jabatan
from ...regulations import sources
from .bentuk import Formulir
from .berkas import baca_formulir

_SHA = "lampiran_sha256"  # the name of the cell that says which Lampiran a form was made with
_BERTOMBOL = (
    "formulir .xlsm ini tidak memuat Lampiran impor yang aktif; buat lagi dengan 'angka-kredit templat --tombol', "
    "atau pakai formulir .xlsx"
)
_MATI = "formulir dengan Lampiran impor tidak dapat dibuat: mesin hitung berhenti mendadak"


def kosong(source: Path, jadi: Path) -> Path:
    """`source`, where it carries the Lampiran in use, else that form made anew in the folder `jadi`, once.

    Refused where that cannot be; ImportError inside a program that has no library to make forms with."""
    if not beda_lampiran(formulir(source)):
        return source
    if source.suffix != ".xlsx":
        raise Refused(_BERTOMBOL)
    made = jadi / source.name
    if not made.exists():
        replace(made, _rakit(formulir(source)))
    return made


def beda_lampiran(form: Formulir) -> bool:
    """Whether another Lampiran is in use here than the form was made with, or one where it has none."""
    if _SHA not in form.nama:
        return False
    try:
        in_use = sources.lampiran_in_use().get(_isi(form, "jabatan"), "")
    except DataError as error:
        raise Refused(str(error)) from None
    return bool(in_use) and in_use != _isi(form, _SHA)


@lru_cache(maxsize=32)
def formulir(path: Path) -> Formulir:
    """A blank form as it stands, read once for all who get it."""
    return baca_formulir(read(path))


def _isi(form: Formulir, nama: str) -> str:
    return str((form.kolom(nama) or [""])[0] or "")


def _rakit(form: Formulir) -> bytes:
    """In a process of its own: this one may have read its data before the import."""
    from ..build import build  # noqa: F401, I001  # before all else: LibreOffice has no such module
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    jabatan, jenjang = _isi(form, "jabatan"), _isi(form, "jenjang")
    try:
        with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
            return pool.submit(_bangun, jabatan, jenjang).result()
    except BrokenProcessPool:
        raise Refused(_MATI) from None


def _bangun(jabatan: str, jenjang: str) -> bytes:
    from ...recalc.run import recalculate
    from ..build import build

    find_jabatan(jabatan)  # says why where its imported data are damaged
    return recalculate(build(jabatan, jenjang), vote=False).data
