"""A table of people, .xlsx, .xlsm or .csv: one row a person; her activities and years on sheets beside it, by NIP."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...errors import CellError, Refused
from ...lampiran.sheets import Sheet, read_sheets
from ...words import fold
from .bentuk import Orang
from .kolom import BARIS, Daftar, baris, pegawai
from .lembar import Fakta, baca_lembar, cocok, sebut_judul
from .nilai import baca

_PEGAWAI, _TEMPLAT = "pegawai", "templat"  # the second names a form other than that of jabatan and jenjang
_MOST = 3  # sheets that a message quotes
Milik = dict[str, list[Fakta]]  # NIP -> rows


@dataclass(frozen=True)
class Baris:
    """A person's row. `nip` is '' where the row has none, or one that cannot be used: then `galat` says why."""

    nomor: int  # on the sheet
    nip: str
    orang: Orang
    galat: str = ""


@dataclass
class Tabel:
    baris: list[Baris]
    tidak_dikenal: list[str] = field(default_factory=list)  # headings and sheets nobody here knows, in words
    tidak_ada: list[str] = field(default_factory=list)  # labels of inputs that no column has
    tanpa_pegawai: list[str] = field(default_factory=list)  # rows whose NIP is nobody's, each in words


def baca_tabel(*files: bytes) -> Tabel:
    """The people of the first sheet that lists them; their rows of the others, which a .csv has as files of its own.

    Refused where no sheet has a usable heading."""
    kinds = [(sheet, _macam(sheet)) for data in files for sheet in _lembar(data)]
    first = next((sheet for sheet, macam in kinds if macam == _PEGAWAI), None)
    if first is None:
        seen = [f"{sheet.name or 'CSV'}: {words}" for sheet, _ in kinds if (words := sebut_judul(sheet, pegawai()))]
        raise Refused(". ".join(["tidak ada lembar pegawai: satu baris judul harus memuat kolom NIP", *seen[:_MOST]]))
    people = baca_lembar(first, pegawai())
    tabel = Tabel([], list(people.asing))
    asked = {kunci: kolom.label for kunci, kolom in pegawai().kolom.items() if kunci != _TEMPLAT}
    tabel.tidak_ada = [label for kunci, label in asked.items() if kunci not in people.kunci]
    owned: dict[str, Milik] = {nama: {} for nama in BARIS}
    known = {nip for _, facts in people.baris if (nip := _nip(facts)[0])}
    for sheet, macam in kinds:
        if macam in BARIS:
            _kumpulkan(sheet, macam, known, owned[macam], tabel)
        elif sheet is not first and _terisi(sheet):
            tabel.tidak_dikenal.append(f"lembar '{sheet.name or 'CSV'}' tidak dipakai: {_alasan(macam)}")
    tabel.baris = list(_orang(people.baris, owned))
    return tabel


def _lembar(data: bytes) -> list[Sheet]:
    """The sheets of a file; of a .csv the way of parting its columns that makes most of them known."""
    sheets = read_sheets(data)
    return sheets if sheets and sheets[0].name else [max(sheets, key=lambda sheet: max(_cocok(sheet).values()))]


def _cocok(sheet: Sheet) -> dict[str, int]:
    return {macam: cocok(sheet, _daftar(macam)) for macam in (_PEGAWAI, *BARIS)}


def _macam(sheet: Sheet) -> str:
    """Whether the sheet lists people or rows of theirs, by its name, else by its headings; '' for neither."""
    found = _cocok(sheet)
    if found.get(fold(sheet.name), 0) > 1:
        return fold(sheet.name)
    best = max(found, key=lambda macam: found[macam])
    return best if found[best] else ""


def _daftar(macam: str) -> Daftar:
    return pegawai() if macam == _PEGAWAI else baris(macam)


def _terisi(sheet: Sheet) -> bool:
    return any(cell not in ("", None) for row in sheet.rows for cell in row)


def _alasan(macam: str) -> str:
    return "pegawai diambil dari lembar pertamanya saja" if macam else "tidak ada baris judul dengan kolom NIP"


def _kumpulkan(sheet: Sheet, macam: str, known: set[str], owned: Milik, tabel: Tabel) -> None:
    """Gives each row of the sheet to its person; says whose is nobody's."""
    name = sheet.name or macam.capitalize()
    isi = baca_lembar(sheet, baris(macam))
    tabel.tidak_dikenal += [f"{name}: {words}" for words in isi.asing]
    for number, facts in isi.baris:
        nip, why = _nip(facts)
        if nip in known:
            owned.setdefault(nip, []).append(facts)
        else:
            tabel.tanpa_pegawai.append(f"{name} baris {number}: {why or 'NIP itu tidak ada di lembar pegawai'}")


def _orang(rows: Sequence[tuple[int, Fakta]], owned: dict[str, Milik]) -> Iterator[Baris]:
    seen = dict[str, int]()
    for number, facts in rows:
        nip, why = _nip(facts)
        if nip in seen:
            yield Baris(number, "", Orang(facts), f"NIP sama dengan baris {seen[nip]}; hapus salah satunya")
            continue
        if nip:
            seen[nip] = number
        yield Baris(number, nip, Orang(facts, *(owned[nama].get(nip, []) for nama in BARIS)), why)


def _nip(facts: Fakta) -> tuple[str, str]:
    try:
        nip = baca(pegawai().kolom["nip"], facts.get("nip"))
    except CellError as error:
        return "", f"NIP {error}"
    return (str(nip), "") if nip else ("", "NIP kosong")
