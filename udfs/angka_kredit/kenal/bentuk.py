"""What the recogniser finds, as plain values. `ragu` is '' for what is certain, else the reason, in Indonesian."""

from __future__ import annotations

from dataclasses import dataclass

# kinds of a row
UNSUR, SUB_UNSUR, KELOMPOK, BUTIR = "unsur", "sub_unsur", "kelompok", "butir"
JUMLAH, TOTAL = "jumlah", "total"


@dataclass(frozen=True)
class Kolom:
    """A column of the table, or several where a text spreads over them (numbers from 1)."""

    isi: str  # a key of [judul] in kata.toml: 'kode', 'uraian', 'ak_satuan', 'lama', ...; or 'tidak dikenal'
    pihak: str  # whose: 'pengusul', 'tim', or '' where the form does not say
    kolom: tuple[int, ...]
    judul: str  # as it is written, its rows joined
    sel: str  # where its lowest heading stands; '' where the table goes on from another sheet without heading
    tersembunyi: bool = False
    ragu: str = ""


@dataclass(frozen=True)
class Baris:
    """A row of the table's body.

    'unsur', 'sub_unsur' and 'kelompok' head the rows below them; 'butir' bears a credit of its own; 'jumlah' and
    'total' add."""

    nomor: int
    jenis: str
    unsur: str = ""
    sub_unsur: str = ""
    kegiatan: str = ""  # of a column of its own between sub unsur and butir, where the form has one
    butir: str = ""  # the numbers that lead to it below the sub unsur: 'a/1)'
    uraian: str = ""
    menjumlah: tuple[int, ...] = ()  # rows that its formulas add
    tersembunyi: bool = False
    ragu: str = ""


@dataclass(frozen=True)
class Orang:
    """A person's datum: its label and the cell that holds its value ('' where there is none)."""

    isi: str  # a key of [orang] in kata.toml: 'nama', 'nip', ...
    siapa: str  # 'pegawai', or 'atasan' in a surat pernyataan
    label: str  # the label's cell
    sel: str  # the value's cell; the label's own where both stand in one
    nilai: str
    ragu: str = ""


@dataclass(frozen=True)
class Formulir:
    """One form, or a part of one that goes on from another sheet. Rows and columns count from 1, both ends in."""

    jenis: str  # a key of [formulir] in kata.toml, or 'tidak dikenal'
    judul: str
    kepala: tuple[
        int, int
    ]  # the heading's rows; (0, 0) where there is none: no table, or rows that go on from another sheet
    baris_nomor: int  # the row '1 2 3 ...' below the heading; 0 where there is none
    kolom: tuple[Kolom, ...]
    baris: tuple[Baris, ...]
    orang: tuple[Orang, ...]
    kepala_ulang: tuple[tuple[int, int], ...] = ()  # where the heading is printed again
    lanjutan_dari: str = ""  # the sheet that holds the part before this one
    ragu: str = ""


@dataclass(frozen=True)
class Lembar:
    nama: str
    tersembunyi: bool
    formulir: tuple[Formulir, ...]
    catatan: tuple[str, ...] = ()  # what looked like a form and was not recognised, and why


@dataclass(frozen=True)
class Buku:
    lembar: tuple[Lembar, ...]
