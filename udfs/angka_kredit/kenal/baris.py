"""The rows of a table's body: which is an unsur, a sub unsur, a group, a butir, which one adds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from .bentuk import BUTIR, JUMLAH, KELOMPOK, SUB_UNSUR, TOTAL, UNSUR, Baris, Kolom
from .jenjang import Tangga
from .kata import berawal, kata_jumlah, kata_semua, lipat, persis
from .kisi import Kisi
from .mentah import Mentah, baca

_GAYA_UNSUR = "I"


@dataclass
class Letak:
    """A row's place in the ladder: the depth of its first number and of its last, and who stands above."""

    mentah: Mentah
    jumlah: bool
    ragu: str
    awal: int = 0
    akhir: int = 0
    unsur: str = ""
    sub_unsur: str = ""
    kegiatan: str = ""
    jalan: list[str] = field(default_factory=list)
    kepala_unsur: bool = False  # the row itself begins an unsur
    di_unsur: bool = False  # below a row that does


def baca_baris(
    kisi: Kisi, kolom: Sequence[Kolom], nomor: Sequence[int], sebelum: Sequence[Mentah] = ()
) -> tuple[Baris, ...]:
    """The rows among `nomor` in which something stands; `sebelum`: the table's rows on the sheets before."""
    rough = [each for row in nomor if (each := baca(kisi, kolom, row))]
    places = _Letak(kolom).semua([*sebelum, *rough])[len(sebelum) :]
    with_unit = any(each.satuan_ak for each in (*sebelum, *rough))
    found = []
    for at, place in enumerate(places):
        after = next((each for each in places[at + 1 :] if not each.jumlah), None)
        row = _jumlah(place) if place.jumlah else _isi(place, after, with_unit)
        found.append(replace(row, tersembunyi=row.nomor in kisi.baris_sembunyi))
    return tuple(_total(_ekor(found, places)))


class _Letak:
    """Walks down the rows with the ladder and the words of the outer columns."""

    def __init__(self, kolom: Sequence[Kolom]) -> None:
        self.tangga = Tangga()
        self.konteks = {"unsur": "", "sub_unsur": "", "kegiatan": ""}
        self.berkolom = {each.isi for each in kolom} & self.konteks.keys()
        self.names: list[str] = []  # the text at each depth
        self.last: Mentah | None = None

    def semua(self, rough: Sequence[Mentah]) -> list[Letak]:
        return [self._satu(each) for each in rough]

    def _satu(self, row: Mentah) -> Letak:
        words, doubt = kata_jumlah(row.label)
        if (words and (row.menjumlah or not row.butir)) or _tanpa_kata(row):
            return Letak(row, True, doubt if words else "tidak ada kata JUMLAH; dikenali dari rumusnya")
        self._konteks(row)
        place = self._tempat(row)
        place.unsur, place.sub_unsur = self._di_atas(place)
        place.kegiatan = self.konteks["kegiatan"]
        place.jalan = [each.teks for each in self.tangga.anak if each.teks]
        self.last = row
        return place

    def _konteks(self, row: Mentah) -> None:
        """New words in an outer column begin all that stands inside it anew."""
        names = list(self.konteks)
        for at, name in enumerate(names):
            if text := row.konteks.get(name):
                self.konteks.update(dict.fromkeys(names[at:], "") | {name: text})
                self.tangga.anak.clear()
                self.names.clear()

    def _tempat(self, row: Mentah) -> Letak:
        place = Letak(row, False, "")
        before = len(self.tangga.anak)
        roman = bool(row.nomor_nomor) and row.nomor_nomor[0][0][0].gaya == _GAYA_UNSUR
        if _kata_unsur(row):
            number = row.nomor_nomor[0][0][0].teks if row.nomor_nomor else ""
            place.awal = place.akhir = self.tangga.akar(0, number)
            place.kepala_unsur = True
        elif row.nomor_nomor:
            depths = [self.tangga.letakkan(readings, column) for readings, column in row.nomor_nomor]
            place.awal, place.akhir = depths[0], depths[-1]
            place.kepala_unsur = roman and depths[0] == 0 and self.tangga.anak[0].gaya == _GAYA_UNSUR
        elif row.kolom_uraian:
            inside = bool(self.last and row.butir and not self.last.butir) or self._masuk(row)
            place.awal = place.akhir = self.tangga.teks(row.kolom_uraian, inside)
        else:  # no words of its own: beside the last row
            place.awal = place.akhir = max(before - 1, 0)
        self.names[len(self.tangga.anak) - 1 :] = [self._nama(row)]
        place.di_unsur = self._berunsur() and not place.kepala_unsur
        return place

    def _masuk(self, row: Mentah) -> bool:
        """The row's text stands further right than that of the row before."""
        return bool(self.last and self.last.kolom_uraian and row.kolom_uraian > self.last.kolom_uraian)

    def _berunsur(self) -> bool:
        return bool(self.tangga.anak) and self.tangga.anak[0].gaya in ("unsur", _GAYA_UNSUR)

    def _nama(self, row: Mentah) -> str:
        number = row.nomor_nomor[0][0][0].teks if row.nomor_nomor else ""
        return f"{number} {row.uraian}".strip()

    def _di_atas(self, place: Letak) -> tuple[str, str]:
        if self.berkolom & {"unsur", "sub_unsur"}:
            return self.konteks["unsur"], self.konteks["sub_unsur"]
        if not self._berunsur():
            return "", self.names[0] if len(self.names) > 1 and place.awal else ""
        return self.names[0], self.names[1] if len(self.names) > 2 and place.akhir > 1 else ""


def _kata_unsur(row: Mentah) -> bool:
    if not row.nomor_nomor and berawal(row.uraian, "unsur", "tanpa_nomor"):
        return True
    return berawal(row.uraian, "unsur", "awal") or persis(row.uraian, "unsur", "kata")


def _tanpa_kata(row: Mentah) -> bool:
    """A row that adds and says nothing: neither words nor what a butir has."""
    return bool(row.menjumlah) and not row.uraian and not row.nomor_nomor and not row.butir


def _isi(place: Letak, after: Letak | None, with_unit: bool) -> Baris:
    """The row under its kind; `after`: the next one that does not add."""
    row, heads = place.mentah, after is not None and _kepalai(place, after)
    doubts = [place.ragu]
    if place.kepala_unsur and not row.satuan_ak:
        jenis = UNSUR
    elif heads and not row.satuan_ak:
        jenis = SUB_UNSUR if place.di_unsur and place.akhir == 1 else KELOMPOK
    else:
        jenis = BUTIR
        doubts += [_ragu_butir(row, with_unit, heads)]
    if row.gabungan:
        doubts.append(f"uraiannya digabung dengan baris {row.gabungan}")
    jalan = "/".join(_singkat(each) for each in place.jalan[(2 if place.di_unsur else 0) :])
    reasons = "; ".join(filter(None, doubts))
    return Baris(
        row.nomor, jenis, place.unsur, place.sub_unsur, place.kegiatan, jalan, row.uraian, row.menjumlah, ragu=reasons
    )


def _kepalai(place: Letak, after: Letak) -> bool:
    """The next row stands inside this one, and no outer column begins anew with it."""
    return after.awal > place.akhir and not any(after.mentah.konteks.values())


def _ragu_butir(row: Mentah, with_unit: bool, heads: bool) -> str:
    if heads:
        return "punya angka kredit satuan, tetapi baris di bawahnya tampak sebagai rinciannya"
    if not row.uraian and not row.nomor_nomor and not row.butir:
        return "tanpa nomor dan uraian"
    return "tidak ada angka kredit satuan atau isian lain pada barisnya" if with_unit and not row.butir else ""


def _singkat(nomor: str) -> str:
    return re.sub(r"[.\s]+$", "", nomor)


def _jumlah(place: Letak) -> Baris:
    row = place.mentah
    jenis = TOTAL if kata_semua(row.label) else JUMLAH
    return Baris(row.nomor, jenis, uraian=row.label, menjumlah=row.menjumlah, ragu=place.ragu)


def _total(rows: list[Baris]) -> list[Baris]:
    """Where no words say which row adds all: the only one that adds, or the last that adds the others."""
    sums = [at for at, row in enumerate(rows) if row.jenis == JUMLAH]
    if not sums or any(row.jenis == TOTAL for row in rows):
        return rows
    last = rows[sums[-1]]
    if "unsur" in lipat(last.uraian).split():  # its words name a part
        return rows
    others = {rows[at].nomor for at in sums[:-1]}
    inside = {row for at in sums[:-1] for row in rows[at].menjumlah}
    bare = lipat(last.uraian) in ("jumlah", "total")
    closed = len(sums) > 1 and not any(row.jenis == BUTIR for row in rows[sums[-2] : sums[-1]])
    if (bare and closed and not last.menjumlah) or (
        others <= set(last.menjumlah) | inside and (len(sums) == 1 or last.menjumlah)
    ):
        rows[sums[-1]] = replace(last, jenis=TOTAL)
    return rows


def _ekor(rows: list[Baris], places: list[Letak]) -> list[Baris]:
    """Words below the last row that adds, with nothing a row of the table has, are not rows of it."""
    last = max((at for at, place in enumerate(places) if place.jumlah), default=-1)
    if last < 0:
        return rows
    for at in range(len(rows) - 1, last, -1):
        place = places[at].mentah
        if place.butir or place.kredit:
            return [*rows[: at + 1]]
        rows = rows[:at]
    return rows
