"""A person's data above a table: which cell is the label, which one holds the value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from .bentuk import Orang
from .kata import berawal, cocok, data
from .kisi import Kisi, alamat
from .nomor import pisah

_COLON = re.compile(r"^\s*:\s*")
_SPELT = re.compile(r"^[A-Z](?:[. ] ?[A-Z]){2,}\b\.?")  # 'N I P'
_FAR = 20  # columns to the right in which a value is looked for


@dataclass(frozen=True)
class Label:
    baris: int
    kolom: int
    isi: str
    nilai: str  # in the label's own cell, after its colon
    titik_dua: bool  # the cell itself ends the label with a colon
    ragu: str


def cari(kisi: Kisi, baris: Sequence[int], kiri: int, kanan: int) -> tuple[Orang, ...]:
    """The labels in these rows and columns, each with its value."""
    siapa, found = "pegawai", list[Orang]()
    masa_kerja = False
    for row in baris:
        siapa = _siapa(kisi, row, siapa)
        labels = list(_label(kisi, row, kiri, kanan, masa_kerja))
        if labels:
            masa_kerja = labels[-1].isi in ("masa_kerja", "masa_kerja_lama")
        found += [
            _nilai(kisi, each, siapa, labels, kanan) for each in labels if each.isi != "masa_kerja" or _sendiri(labels)
        ]
    return tuple(_satu(found))


def _sendiri(labels: Sequence[Label]) -> bool:
    """Nothing in the row says whether the masa kerja is the old or the new one."""
    return not any(each.isi in ("masa_kerja_lama", "masa_kerja_baru") for each in labels)


def _siapa(kisi: Kisi, baris: int, siapa: str) -> str:
    text = " ".join(kisi.teks(baris, column) for column in kisi.isi_baris(baris)).removeprefix("Yang ")
    return next((who for who in data()["siapa"] if berawal(pisah(text)[1], "siapa", who)), siapa)


def _label(kisi: Kisi, baris: int, kiri: int, kanan: int, masa_kerja: bool) -> Iterator[Label]:
    for column in kisi.isi_baris(baris):
        text = kisi.teks(baris, column)
        if not kiri <= column <= kanan or kisi.rumus(baris, column) or not text:
            continue
        head, colon, value = pisah(_SPELT.sub(_rapat, text))[1].partition(":")
        if colon and cocok(f"{head} {value}", "orang") and cocok(head, "orang") == ("masa_kerja", ""):
            head, colon, value = f"{head} {value}", "", ""  # 'Masa Kerja Golongan: Lama'
        match = cocok(head, "orang")
        if (part := head.strip().casefold()) in ("lama", "baru"):  # not a wrong 'nama'
            match = (f"masa_kerja_{part}", "") if masa_kerja else None
        if match:
            masa_kerja = masa_kerja or match[0].startswith("masa_kerja")
            yield Label(baris, column, match[0], value.strip(), bool(colon), match[1])


def _rapat(found: re.Match[str]) -> str:
    return re.sub(r"[. ]", "", found[0])


def _nilai(kisi: Kisi, label: Label, siapa: str, labels: Sequence[Label], kanan: int) -> Orang:
    """The label with the cell right of it that holds its value, or would."""
    own = alamat(label.baris, label.kolom)
    if label.nilai:
        return Orang(label.isi, siapa, own, own, label.nilai, label.ragu)
    after = kisi.area(label.baris, label.kolom)[3] + 1
    stop = min([each.kolom for each in labels if each.kolom > label.kolom] + [kanan + 1, after + _FAR])
    colon = 0
    for column in range(after, stop):
        text = kisi.teks(label.baris, column)
        plain = _COLON.sub("", text)
        if plain or kisi.rumus(label.baris, column):
            return Orang(label.isi, siapa, own, alamat(label.baris, column), plain, label.ragu)
        colon = column if text else colon
    if not colon and (below := _di_bawah(kisi, label)):
        reason = "nilainya dibaca dari bawah labelnya"
        return Orang(
            label.isi, siapa, own, alamat(*below), kisi.teks(*below), "; ".join(filter(None, (label.ragu, reason)))
        )
    if colon or label.titik_dua or after < stop:
        reason = "" if colon else "selnya kosong dan tidak ada ':' yang menunjukkannya"
        place = alamat(label.baris, colon + 1 if colon else after)
        return Orang(label.isi, siapa, own, place, "", "; ".join(filter(None, (label.ragu, reason))))
    return Orang(label.isi, siapa, own, "", "", "tidak ada sel di kanannya")


def _satu(found: Sequence[Orang]) -> Iterator[Orang]:
    """Each datum once for each person; another like it is kept, and doubted."""
    seen: dict[tuple[str, str], str] = {}
    for each in found:
        key = each.siapa, each.isi
        if key in seen:
            each = replace(each, ragu="; ".join(filter(None, (each.ragu, f"sudah ada di {seen[key]}"))))
        seen.setdefault(key, each.label)
        yield each


def _di_bawah(kisi: Kisi, label: Label) -> tuple[int, int] | None:
    """The cell under a label that has no value beside it, where that is no label itself."""
    below = kisi.area(label.baris, label.kolom)[2] + 1, label.kolom
    if below not in kisi.sel or cocok(pisah(kisi.teks(*below))[1].partition(":")[0], "orang"):
        return None
    return below
