"""The facts of a workbook of ours, by the names of its cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from openpyxl.utils.cell import coordinate_to_tuple

from ...errors import CellError
from ...forms import skeleton
from ...forms.rows import Susunan, susun
from ...forms.surat import muat
from ...kenal.kisi import Kisi
from ...positions import find_jabatan, find_jenjang
from ...regulations.schema import Jabatan, Jenjang
from ...rekap.bentuk import KONVERSI
from .bentuk import KOLOM, PENUNJANG, PROFESI, SEKOLAH, SEMUA, TUGAS_PROFESI, UTAMA, BarisKredit, Fakta, Isi, Kegiatan

Nama = Mapping[str, Sequence[tuple[str, str]]]  # defined name in lower case -> its cells, from the first down
_KEGIATAN = ("tanggal", "kode", "uraian", "volume", "ak_satuan", "faktor", "porsi", "ak", "bukti", "penugasan")
_JENJANG = ("jenjang_butir", "jenjang_ketik")
_BARIS = {("lama", "pengusul"): "dupak_isi_lama", ("jumlah", "tim"): "dupak_tim_jumlah"}
_KONVERSI = "angka kredit rezim konversi berasal dari predikat kinerja; aturan angka kredit per butir tidak diperiksa"
_TIM = ("nama", "nip", "unsur", "golongan")
_PENDIDIKAN = (SEKOLAH, "diklat", "prajabatan")


def fakta(nama: Nama, kisi: Sequence[Kisi], jenis: str) -> Fakta:
    """Also of a form of ours without Kegiatan or DUPAK: what it does not have is absent."""
    found = _Pembaca(nama, kisi).fakta()
    return replace(found, tanpa_jabatan=_KONVERSI) if jenis == KONVERSI else found


class _Pembaca:
    def __init__(self, nama: Nama, kisi: Sequence[Kisi]) -> None:
        self._nama, self._kisi = nama, {each.nama: each for each in kisi}

    def fakta(self) -> Fakta:
        isi = {nama: self._isi(*cells[0]) for nama, cells in self._nama.items() if len(cells) == 1}
        jabatan, jenjang = _jabatan(isi)
        susunan = _susunan(jabatan, jenjang)
        acts = self._kegiatan(susunan)
        sums = self._jumlah(susunan) if susunan else {}
        return Fakta(jabatan, jenjang, isi, acts, list(self._baris()), sums, tim=list(self._tim()), milik_kita=True)

    def _isi(self, lembar: str, ref: str) -> Isi:
        sel = self._kisi[lembar].sel.get(coordinate_to_tuple(ref)) if lembar in self._kisi else None
        return Isi(sel.nilai if sel else None, lembar, ref)

    def _kolom(self, nama: str) -> list[Isi]:
        return [self._isi(*place) for place in self._nama.get(nama.lower(), ())]

    def _kegiatan(self, susunan: Susunan | None) -> list[Kegiatan]:
        columns = {each: cells for each in (*_KEGIATAN, *_JENJANG) if (cells := self._kolom(f"kegiatan_{each}"))}
        letak = self._kolom("kegiatan_letak")
        if susunan and letak:
            jenis = {sub.kode: sub.jenis for sub in susunan.sub}
            columns["jenis"] = [Isi(jenis.get(each.teks, ""), each.lembar, each.sel) for each in letak]
        rows = max((len(cells) for cells in columns.values()), default=0)
        found = [Kegiatan({each: cells[at] for each, cells in columns.items()}) for at in range(rows)]
        return [each for each in found if each.terisi]

    def _baris(self) -> Iterator[BarisKredit]:
        kode, uraian = self._kolom("dupak_kode_baris"), self._kolom("dupak_uraian")
        values = {key: self._kolom(nama) for key, nama in _BARIS.items()}
        for at, each in enumerate(kode):
            if each.teks:
                here = {key: cells[at] for key, cells in values.items() if at < len(cells)}
                yield BarisKredit(each.teks, uraian[at].teks if at < len(uraian) else "", here)

    def _jumlah(self, susunan: Susunan) -> dict[tuple[str, str], Isi]:
        """According to the pengusul. A sum over several unsur stands where the total does."""
        kinds = {sub.jenis: [s.kode for s in susunan.sub if s.jenis == sub.jenis] for sub in susunan.sub}
        found: dict[tuple[str, str], Isi] = {}
        for kolom in KOLOM:
            for each in (UTAMA, PENUNJANG, SEMUA):
                found[kolom, each] = self._total(kolom, each)
            for each in (SEKOLAH, PROFESI):
                found[kolom, each] = self._tambah(kolom, kinds.get(each, ()), found[kolom, UTAMA])
            school = [kode for each in _PENDIDIKAN for kode in kinds.get(each, ())]
            left_out = self._tambah(kolom, school, found[kolom, UTAMA])
            found[kolom, TUGAS_PROFESI] = _kurang(found[kolom, UTAMA], left_out)
        return found

    def _total(self, kolom: str, nama: str) -> Isi:
        return next(iter(self._kolom(f"dupak_{kolom}_{nama}")), Isi())

    def _tambah(self, kolom: str, kode: Sequence[str], total: Isi) -> Isi:
        parts = [self._total(kolom, each).angka for each in kode]
        if None in parts:
            return Isi(None, total.lembar, total.sel)
        if len(parts) == 1:
            return self._total(kolom, kode[0])
        return Isi(float(sum(each for each in parts if each is not None)), total.lembar, total.sel)

    def _tim(self) -> Iterator[Mapping[str, Isi]]:
        for each in muat.berita().anggota:
            cells = {part: next(iter(self._kolom(f"{each.kunci}_{part}")), Isi()) for part in _TIM}
            yield {"peran": Isi(each.peran, cells["nama"].lembar, cells["nama"].sel), **cells}


def _jabatan(isi: Mapping[str, Isi]) -> tuple[Jabatan | None, Jenjang | None]:
    try:
        jabatan = find_jabatan(isi["jabatan"].teks)
    except (KeyError, CellError):
        return None, None
    try:
        return jabatan, find_jenjang(jabatan.id, isi["jenjang"].teks)
    except (KeyError, CellError):
        return jabatan, None


def _susunan(jabatan: Jabatan | None, jenjang: Jenjang | None) -> Susunan | None:
    """The rows of this form's DUPAK; None where it has none."""
    own = skeleton.all_jabatan().get(jabatan.id) if jabatan else None
    return susun(jabatan, jenjang, skeleton.dupak(), own) if jabatan and jenjang and own else None


def _kurang(whole: Isi, part: Isi) -> Isi:
    if whole.angka is None or part.angka is None:
        return Isi(None, whole.lembar, whole.sel)
    return Isi(float(whole.angka - part.angka), whole.lembar, whole.sel)
