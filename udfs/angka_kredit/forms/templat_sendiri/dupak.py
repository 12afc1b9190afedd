"""Activities put into the rows of a form that prints its butir: by kode, else by the words of the butir."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal

from ...errors import CellError
from ...functions import convert
from ...kenal.bentuk import BUTIR, Baris
from ...kenal.bentuk import Formulir as Dikenal
from ...kenal.kata import lipat
from ...kenal.kisi import Kisi, alamat
from ..isi.bentuk import Formulir, Rencana, Rumus, Sel, satu
from .kredit import Kegiatan

Bagian = tuple[Kisi, Dikenal]
_KREDIT = (("jumlah_ak", "pengusul"), ("jumlah_ak", ""), ("baru", "pengusul"), ("baru", ""))
_VOLUME = (("volume", "pengusul"), ("volume", ""))


def isi_dupak(parts: Sequence[Bagian], acts: Sequence[Kegiatan], formulir: Formulir, hasil: Rencana) -> None:
    """Plans volume and credit of every butir that has activities; names each activity that has no row."""
    rows = [(kisi, form, row) for kisi, form in parts for row in form.baris if row.jenis == BUTIR]
    owned: dict[int, list[Kegiatan]] = {}
    for act in acts:
        fitting = _cocok(act, rows)
        if len(fitting) == 1 and not rows[fitting[0]][2].ragu:
            owned.setdefault(fitting[0], []).append(act)
        else:
            hasil.catatan.append(f"{act.sebut}: tidak muat di DUPAK; {_sebab(act, [rows[at][2] for at in fitting])}")
    for at, own in owned.items():
        _baris(*rows[at], own, formulir, hasil)


def kolom(form: Dikenal, wanted: Iterable[tuple[str, str]]) -> int:
    """The first of these columns that the form has and that is not doubtful; 0 for none."""
    have = {(each.isi, each.pihak): each.kolom[0] for each in form.kolom if not each.ragu}
    return next((have[key] for key in wanted if key in have), 0)


def _cocok(act: Kegiatan, rows: Sequence[tuple[Kisi, Dikenal, Baris]]) -> list[int]:
    """The rows of its kode; else those of its words, in its sub unsur where it names one."""
    kode = lipat(act.teks("kode"))
    coded = [at for at, (kisi, form, row) in enumerate(rows) if kode and lipat(_kode(kisi, form, row)) == kode]
    if coded:
        return coded
    words, sub = lipat(act.uraian), lipat(act.teks("sub_unsur"))
    same = [at for at, (_, _, row) in enumerate(rows) if words and lipat(row.uraian) == words]
    inside = [at for at in same if sub and sub in lipat(rows[at][2].sub_unsur)]
    return inside or same


def _kode(kisi: Kisi, form: Dikenal, row: Baris) -> str:
    column = kolom(form, [("kode", "")])
    return kisi.teks(row.nomor, column) if column else ""


def _sebab(act: Kegiatan, fitting: Sequence[Baris]) -> str:
    if len(fitting) == 1:
        return f"baris {fitting[0].nomor} ragu: {fitting[0].ragu}"
    if fitting:
        return f"beberapa baris cocok: {', '.join(str(row.nomor) for row in fitting[:5])}; isi kode atau sub unsurnya"
    return "tidak ada butir dengan kode atau uraian itu"


def _baris(kisi: Kisi, form: Dikenal, row: Baris, own: Sequence[Kegiatan], formulir: Formulir, hasil: Rencana) -> None:
    """One butir: the volumes of its activities together, and its credit where the form does not compute it."""
    volume, credit = kolom(form, _VOLUME), kolom(form, _KREDIT)
    amounts = [act.fakta.get("volume") for act in own]
    total = sum((Decimal(str(each)) for each in amounts if isinstance(each, (int, float, Decimal))), Decimal(0))
    if volume and total:
        satu(f"volume baris {row.nomor}", Sel(kisi.nama, alamat(row.nomor, volume)), total, formulir, hasil)
    sel = Sel(kisi.nama, alamat(row.nomor, credit)) if credit else None
    if sel is None or isinstance(formulir.isi.get(sel), Rumus):
        if sel is None and not volume:
            hasil.catatan.append(f"baris {row.nomor}: formulir tidak punya kolom volume atau angka kredit yang pasti")
        return
    unit = kisi.sel.get((row.nomor, kolom(form, [("ak_satuan", "pengusul"), ("ak_satuan", "")])))
    credits = [act.kredit(_angka(unit.teks) if unit else None) for act in own]
    if None in credits:
        first = own[credits.index(None)]
        hasil.catatan.append(f"{first.sebut}: angka kredit baris {row.nomor} tidak diisi, karena {_kurang(first)}")
        return
    exact = sum((Decimal(str(each)) for each in credits), Decimal(0))
    satu(f"angka kredit baris {row.nomor}", sel, exact, formulir, hasil)


def _angka(teks: str) -> Decimal | None:
    """The unit credit that the form prints, often as text."""
    try:
        return convert.angka(teks) or None
    except CellError:
        return None


def _kurang(act: Kegiatan) -> str:
    if not act.teks("volume"):
        return "volumenya kosong"
    return "angka kredit satuan, jenjang, atau jabatannya tidak diketahui; isi kolom AK Satuan, Jabatan, Jenjang"
