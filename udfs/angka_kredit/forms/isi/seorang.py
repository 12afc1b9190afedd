"""One person's file made, or filled in further where it is there already; what came of it, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from ...errors import AngkaKreditError, Refused
from ...files import check_closed, read, write
from ...recalc.cells import scan
from ...recalc.package import Package
from ...recalc.run import Outcome
from ...recalc.workbook import read_workbook
from ...words import indonesian
from ..kegiatan_periksa import BERES
from .bentuk import Formulir, Rencana, Tulis, sama
from .berkas import PakLama, baca_formulir, dengan_lama, isi_berkas
from .rencana import rencana
from .tabel import Baris
from .templat import berjenjang, templat

TERISI, PERIKSA, GAGAL = "terisi", "periksa", "tidak diisi"
_FORMULIR = ("nip", "jabatan", "jenjang")  # what must not differ between a file and the person it is filled in for


@dataclass(frozen=True)
class Tugas:
    """One person: her row, her number, where her file goes, her previous PAK."""

    baris: Baris
    nomor: int
    keluar: Path
    lama: PakLama | None
    timpa: bool


@dataclass(frozen=True)
class Hasil:
    """`berkas` is '' where nothing was written. `ditahan`, `ditimpa`: typed cells that stayed, or were replaced."""

    baris: int
    nomor: int
    nip: str
    keadaan: str
    berkas: str = ""
    kurang: Sequence[str] = ()
    ditahan: Sequence[str] = ()
    ditimpa: Sequence[str] = ()
    tanpa_pasangan: Sequence[str] = ()
    catatan: Sequence[str] = field(default=())


def kerjakan(tugas: Tugas) -> Hasil:
    """Fills in one person's form; never raises for what is wrong with her row or her file."""
    baris = tugas.baris
    gagal = Hasil(baris.nomor, tugas.nomor, baris.nip, GAGAL)
    if baris.galat:
        return replace(gagal, catatan=(baris.galat,))
    try:
        return _isi(tugas)
    except AngkaKreditError as reason:
        return replace(gagal, catatan=(str(reason),))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:  # ours, or a panic of an engine, which is no Exception: the others go on
        return replace(gagal, catatan=(f"kesalahan program ({type(fault).__name__}); laporkan kepada pengelola",))


def _isi(tugas: Tugas) -> Hasil:
    baris, path = tugas.baris, tugas.keluar / f"{tugas.nomor:04}.xlsx"
    source = templat(baris.orang.fakta)
    data, formulir = _baca(source)
    if path.exists():
        check_closed(path)
        blank, data = formulir, read(path)
        formulir = baca_formulir(data)
        _check_milik(path.name, baris.nip, formulir, blank)
    orang, notes = dengan_lama(berjenjang(baris.orang), tugas.lama)
    hasil = rencana(orang, formulir, tugas.lama.baris if tugas.lama else ())
    outcome = isi_berkas(data, hasil, tugas.timpa)
    backup = write(path, outcome.data)
    notes += [*hasil.catatan, *_periksa(outcome, formulir)]
    found = _hasil(tugas, path.name, hasil, notes)
    return replace(found, catatan=(*notes, f"isi lama disimpan sebagai {backup.name}")) if backup else found


def _hasil(tugas: Tugas, berkas: str, hasil: Rencana, notes: Sequence[str]) -> Hasil:
    over = [_sebut(tulis) for tulis in hasil.tulis if tulis.diketik is not None]
    lines = [f"{line.kode} {line.uraian}: {indonesian(line.jumlah)}" for line in hasil.tanpa_pasangan]
    keadaan = PERIKSA if notes or lines or (over and not tugas.timpa) else TERISI
    kept, replaced = ([], over) if tugas.timpa else (over, [])
    return Hasil(
        tugas.baris.nomor, tugas.nomor, tugas.baris.nip, keadaan, berkas, hasil.kurang, kept, replaced, lines, notes
    )


def _sebut(tulis: Tulis) -> str:
    return f"{tulis.nama} ({tulis.sel})"


@lru_cache(maxsize=32)
def _baca(path: Path) -> tuple[bytes, Formulir]:
    """A blank form, read once for all who get it."""
    data = read(path)
    return data, baca_formulir(data)


def _check_milik(name: str, nip: str, there: Formulir, blank: Formulir) -> None:
    """Refused where the file that is there is another person's, or another form."""
    held = {kunci: (there.kolom(kunci) or [None])[0] for kunci in _FORMULIR}
    wanted = {kunci: (blank.kolom(kunci) or [None])[0] for kunci in _FORMULIR} | {"nip": nip}
    if not sama(nip, held["nip"]):
        raise Refused(f"{name} sudah ada dan berisi NIP lain; pindahkan berkas itu, atau pilih folder lain")
    if held != wanted:
        raise Refused(f"{name} sudah ada sebagai formulir jabatan atau jenjang lain; pindahkan berkas itu")


def _periksa(outcome: Outcome, formulir: Formulir) -> list[str]:
    """What the form itself says of its rows, and every error that an input caused."""
    notes = [f"{place}: {words}" for place, words in outcome.notes]
    package = Package(outcome.data)
    wanted = {tuple(sel) for sel in formulir.nama.get("kegiatan_periksa", ())}
    for sheet in read_workbook(package).sheets:
        if any(name == sheet.name for name, _ in wanted):
            for cell in scan(sheet.part, package.read(sheet.part)).formulas:
                if (sheet.name, cell.ref) in wanted and cell.value not in ("", None, BERES):
                    notes.append(f"{sheet.name}!{cell.ref}: {cell.value}")
    return notes
