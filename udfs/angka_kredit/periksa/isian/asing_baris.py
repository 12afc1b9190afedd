"""The rows of a recognised form: activities, lines of credit, and sums by kind of work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from ...kenal import Baris, Formulir, Kisi, Kolom
from ...kenal.bentuk import BUTIR, KELOMPOK, SUB_UNSUR, TOTAL, UNSUR
from ...kenal.bentuk import JUMLAH as BARIS_JUMLAH
from ...kenal.kisi import alamat
from ...words import fold
from .bentuk import KOLOM, PENUNJANG, PROFESI, SEKOLAH, SEMUA, TUGAS_PROFESI, UTAMA, BarisKredit, Isi, Kegiatan

_NAMA = {"jumlah_ak": "ak", "pelaksana": "jenjang_butir"}
_KEGIATAN = ("tanggal", "kode", "volume", "ak_satuan", "jumlah_ak", "bukti", "faktor", "porsi", "persen", "pelaksana")
_PENDIDIKAN = "pendidikan"  # unsur: schools, diklat, prajabatan
_DI_LUAR = ((PENUNJANG, re.compile(r"\bpenunjang\b")), (PROFESI, re.compile(r"\bpengembangan profesi\b")))
_BELAJAR = (
    (_PENDIDIKAN, re.compile(r"\bprajabatan\b|\bdiklat\b|\bpendidikan dan pelatihan\b")),
    (SEKOLAH, re.compile(r"\bpendidikan (?:sekolah|formal)\b|\bijazah\b")),
    (_PENDIDIKAN, re.compile(r"^(?:[a-z0-9]{1,4} )?pendidikan\b")),
)


def kegiatan(kisi: Kisi, form: Formulir) -> Iterator[Kegiatan]:
    """Each butir with a volume, or the credit of a unit; '' of a form that has no such columns."""
    columns = {each.isi: each for each in _pilih(form.kolom) if each.isi in _KEGIATAN}
    if not {"volume", "ak_satuan"} & columns.keys():
        return
    title = jenis([form.judul])
    for row, kinds in berjenis(form.baris):
        if row.jenis == BUTIR:
            cells = {_NAMA.get(name, name): sel(kisi, row, each) for name, each in columns.items()}
            place = cells[min(cells)]
            words = Isi(row.uraian or None, kisi.nama, place.sel if not (found := _uraian(kisi, row, form)) else found)
            act = Kegiatan({**cells, "uraian": words, "jenis": Isi(kinds or title, place.lembar, place.sel)})
            if act["volume"].ada or act["ak"].ada:
                yield act


def baris(kisi: Kisi, form: Formulir) -> Iterator[BarisKredit]:
    """Each butir with its LAMA, BARU and JUMLAH."""
    columns = [each for each in form.kolom if each.isi in KOLOM]
    group = ""
    for row in form.baris:
        group = row.uraian if row.jenis == KELOMPOK else "" if row.jenis in (UNSUR, SUB_UNSUR) else group
        if row.jenis in (BUTIR, TOTAL):
            nilai = {(each.isi, each.pihak): sel(kisi, row, each) for each in columns}
            if any(each.ada for each in nilai.values()):
                above = tuple(map(fold, (row.unsur, row.sub_unsur, row.kegiatan, group)))
                yield BarisKredit("", "" if row.jenis == TOTAL else row.uraian, nilai, above)


def jumlah(parts: Sequence[tuple[Kisi, Formulir]]) -> dict[tuple[str, str], Isi]:
    """Sums of a form with all its parts, according to the pengusul or to nobody named; what is not found is absent."""
    found: dict[tuple[str, str], Isi] = {}
    for kisi, form in parts:
        for kolom in [each for each in form.kolom if each.isi in KOLOM and each.pihak in ("pengusul", "")]:
            unsur = ""
            for row in form.baris:
                unsur = row.unsur if row.jenis == BUTIR else unsur
                if name := _nama_jumlah(row, unsur):
                    found.setdefault((kolom.isi, name), sel(kisi, row, kolom))
    for name in KOLOM:
        _tambah(parts, found, name)
    return {key: each for key, each in found.items() if each.angka is not None}


def _tambah(parts: Sequence[tuple[Kisi, Formulir]], found: dict[tuple[str, str], Isi], kolom: str) -> None:
    """What no row of the form adds: the butir of one kind, and utama without pendidikan."""
    cells: dict[str, list[Isi]] = {}
    for kisi, form in parts:
        columns = [each for each in form.kolom if each.isi == kolom and each.pihak in ("pengusul", "")]
        for row, kind in berjenis(form.baris):
            if columns and row.jenis == BUTIR and kind:
                cells.setdefault(kind, []).append(sel(kisi, row, columns[0]))
    total = found.get((kolom, UTAMA))
    if total is None or total.angka is None:
        return
    for kind in (SEKOLAH, PROFESI):
        if kind in cells:
            found[kolom, kind] = _satu(cells[kind], total)
    if SEKOLAH in cells:
        rest = total.angka - _isi(cells[SEKOLAH]) - _isi(cells.get(_PENDIDIKAN, []))
        found[kolom, TUGAS_PROFESI] = Isi(float(rest), total.lembar, total.sel)


def _satu(cells: Sequence[Isi], total: Isi) -> Isi:
    """Their sum: where the only one with a credit stands, else at the total."""
    having = [each for each in cells if each.angka]
    return having[0] if len(having) == 1 else Isi(float(_isi(cells)), total.lembar, total.sel)


def _isi(cells: Sequence[Isi]) -> Decimal:
    return sum((each.angka or Decimal(0) for each in cells), Decimal(0))


def _nama_jumlah(row: Baris, unsur: str) -> str:
    """What the row adds, by its words; without any, what stands above it."""
    if row.jenis == TOTAL:
        return SEMUA
    if row.jenis != BARIS_JUMLAH:
        return ""
    words = fold(row.uraian or unsur)
    both = "utama" in words, "penunjang" in words
    return {(True, True): SEMUA, (True, False): UTAMA, (False, True): PENUNJANG}.get(both, "")


def berjenis(rows: Sequence[Baris]) -> Iterator[tuple[Baris, str]]:
    """Each row with the kind of its work, '' where no word says it."""
    group: list[str] = []
    for row in rows:
        if row.jenis in (UNSUR, SUB_UNSUR):
            group = []
        elif row.jenis == KELOMPOK:
            group = [row.uraian]  # the last one: deeper ones say less
        yield row, jenis([row.uraian, *group, row.kegiatan, row.sub_unsur, row.unsur])


def jenis(texts: Sequence[str]) -> str:
    """The kind that the texts name, from the butir's own outwards; penunjang and profesi wherever they are named."""
    words = [fold(each) for each in texts if each]
    outside = (kind for kind, pattern in _DI_LUAR if any(pattern.search(each) for each in words))
    learning = (kind for each in words for kind, pattern in _BELAJAR if pattern.search(each))
    return next(outside, "") or next(learning, "")


def sel(kisi: Kisi, row: Baris, kolom: Kolom) -> Isi:
    place = kisi.induk(row.nomor, kolom.kolom[0])
    cell = kisi.sel.get(place)
    return Isi(cell.nilai if cell else None, kisi.nama, alamat(*place), "; ".join(filter(None, (kolom.ragu, row.ragu))))


def _pilih(columns: Sequence[Kolom]) -> Iterator[Kolom]:
    """The pengusul's where a form has both sides."""
    yield from (each for each in columns if each.pihak != "tim")


def _uraian(kisi: Kisi, row: Baris, form: Formulir) -> str:
    column = next((each for each in form.kolom if each.isi == "uraian"), None)
    return next((alamat(row.nomor, at) for at in column.kolom if kisi.teks(row.nomor, at)), "") if column else ""
