"""One person's file made, or filled in further where it is there already; what came of it, in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import AngkaKreditError, Refused
from ...files import check_closed, read, write
from ...words import indonesian
from .bentuk import Formulir, Isi, PakLama, Rencana, Tulis, sama
from .berkas import baca_formulir, dengan_lama, isi_berkas
from .kosong import beda_lampiran, kosong
from .kosong import formulir as baca_kosong
from .lama_periksa import periksa_lama
from .periksa import periksa
from .rencana import rencana
from .tabel import Baris
from .templat import berjenjang, templat

if TYPE_CHECKING:
    from ..templat_sendiri.siap import Asal

TERISI, PERIKSA, GAGAL = "terisi", "periksa", "tidak diisi"
_FORMULIR = ("jabatan", "jenjang")  # what a form says of itself
_TANPA_IMPOR = "berkas ini dibuat sebelum Lampiran diimpor, dan tidak memuatnya; pindahkan berkasnya agar dibuat baru"


@dataclass(frozen=True)
class Tugas:
    """One person: her row, her number, where her file goes, her previous PAK; the folder of forms made in this run.

    `asal`: the agency's own form, in the place of ours."""

    baris: Baris
    nomor: int
    keluar: Path
    lama: PakLama | None
    timpa: bool
    jadi: Path
    asal: Asal | None = None


@dataclass(frozen=True)
class Hasil:
    """`berkas` is '' where nothing was written. `ditahan`, `ditimpa`: typed cells that stayed, or were replaced."""

    baris: int
    nomor: int
    nip: str
    keadaan: str
    berkas: str = ""
    wajib: Sequence[str] = ()
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
        return _isi_sendiri(tugas, tugas.asal) if tugas.asal else _isi(tugas)
    except AngkaKreditError as reason:
        return replace(gagal, catatan=(str(reason),))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as fault:  # ours, or a panic of an engine, which is no Exception: the others go on
        return replace(gagal, catatan=(f"kesalahan program ({type(fault).__name__}); laporkan kepada pengelola",))


def _isi_sendiri(tugas: Tugas, asal: Asal) -> Hasil:
    from ..templat_sendiri.seorang import isi_sendiri  # which fills by what stands in this module

    return isi_sendiri(tugas, asal)


def _isi(tugas: Tugas) -> Hasil:
    baris, packaged = tugas.baris, templat(tugas.baris.orang.fakta)
    source = kosong(packaged, tugas.jadi)
    path = _tempat(tugas.keluar, tugas.nomor, source.suffix)
    data, formulir = read(source), baca_kosong(source)
    old = list[str]()
    baru = not path.exists()
    if not baru:
        check_closed(path)
        data = read(path)
        formulir = baca_formulir(data)
        old = [_TANPA_IMPOR] if beda_lampiran(formulir) else []
        _check_milik(path.name, baris.nip, formulir, baca_kosong(packaged if old else source))
    lama, notes = periksa_lama(tugas.lama, baris.orang, formulir)
    hasil = rencana(dengan_lama(berjenjang(baris.orang), lama), formulir, lama.baris if lama else ())
    outcome = isi_berkas(data, hasil, tugas.timpa, baru)
    backup = write(path, outcome.data)
    notes += [*old, *hasil.catatan, *periksa(outcome, formulir)]
    said = [f"tidak diminta formulir ini: {'; '.join(hasil.tanpa_tempat)}"] if hasil.tanpa_tempat else []
    said += [f"isi lama disimpan sebagai {backup.name}"] if backup else []
    return replace(hasil_tugas(tugas, path.name, hasil, notes), catatan=(*notes, *said))


def _tempat(keluar: Path, nomor: int, jenis: str) -> Path:
    """The file that is there already, with macros or without, else a new one of the form's kind."""
    there = [path for each in (".xlsx", ".xlsm") if (path := keluar / f"{nomor:04}{each}").exists()]
    if len(there) > 1:
        raise Refused(f"{there[0].name} dan {there[1].name} sama-sama ada; pindahkan salah satunya")
    return there[0] if there else keluar / f"{nomor:04}{jenis}"


def hasil_tugas(tugas: Tugas, berkas: str, hasil: Rencana, notes: Sequence[str]) -> Hasil:
    """What came of a plan that was carried out."""
    over = [_sebut(tulis) for tulis in hasil.tulis if tulis.diketik is not None]
    lines = [f"{line.kode} {line.uraian}: {indonesian(line.jumlah)}" for line in hasil.tanpa_pasangan]
    keadaan = PERIKSA if notes or lines or hasil.wajib or (over and not tugas.timpa) else TERISI
    kept, replaced = ([], over) if tugas.timpa else (over, [])
    missing = (hasil.wajib, hasil.kurang)
    return Hasil(
        tugas.baris.nomor, tugas.nomor, tugas.baris.nip, keadaan, berkas, *missing, kept, replaced, lines, notes
    )


def _sebut(tulis: Tulis) -> str:
    return f"{tulis.nama} ({tulis.sel})"


def _check_milik(name: str, nip: str, there: Formulir, blank: Formulir) -> None:
    """Refused where the file that is there is another person's, or another form."""
    if not sama(nip, _satu(there, "nip")):
        raise Refused(f"{name} sudah ada dan berisi NIP lain; pindahkan berkas itu, atau pilih folder lain")
    fixed = [kunci for kunci in _FORMULIR if _satu(blank, kunci) not in (None, "")]
    if any(_satu(there, kunci) != _satu(blank, kunci) for kunci in fixed) or there.nama.keys() ^ blank.nama.keys():
        raise Refused(f"{name} sudah ada sebagai formulir lain (jabatan, jenjang, atau edisinya); pindahkan berkas itu")


def _satu(formulir: Formulir, kunci: str) -> Isi:
    return next(iter(formulir.kolom(kunci)), None)
