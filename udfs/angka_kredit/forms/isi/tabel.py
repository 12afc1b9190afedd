"""A table of people, .xlsx or .csv: columns in any order, under the headings that people use; activities by NIP."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ...errors import CLOSE, CellError, Refused
from ...lampiran.header import letter
from ...lampiran.sheets import Cell, Sheet, read_sheets
from ...words import fold
from .bentuk import Orang
from .kolom import Daftar, diabaikan, kegiatan, pegawai
from .nilai import Nilai, baca

_SEARCHED = 20  # rows in which the heading may stand


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
    tidak_dikenal: list[str] = field(default_factory=list)  # headings nobody here knows, each in words
    tidak_ada: list[str] = field(default_factory=list)  # labels of inputs that no column has
    tanpa_pegawai: list[str] = field(default_factory=list)  # activities whose NIP is in no row of people


@dataclass(frozen=True)
class _Isi:
    """One sheet read: its rows as facts, each with its number, and how its columns were understood."""

    rows: list[tuple[int, dict[str, Nilai]]]
    kunci: frozenset[str]
    strange: list[str]


def baca_tabel(data: bytes) -> Tabel:
    """The people of the first sheet and their activities of the second. Refused where it has no usable heading."""
    sheets = read_sheets(data)
    people = _people(sheets)
    works = [_read(sheet, kegiatan()) for sheet in sheets[1:] if sheet.name]
    acts = next((work for work in works if work is not None and len(work.kunci) > 1), None)
    tabel = Tabel([], list(people.strange))
    inputs = {kunci: kolom.label for kunci, kolom in pegawai().kolom.items()}
    tabel.tidak_ada = [label for kunci, label in inputs.items() if kunci not in people.kunci and kunci != "templat"]
    seen = dict[str, int]()
    grouped = _by_nip(acts)
    for number, facts in people.rows:
        tabel.baris.append(_row(number, facts, seen, grouped))
    for nip, rows in grouped.items():
        if nip not in seen:
            tabel.tanpa_pegawai += [
                f"Kegiatan baris {number}: NIP itu tidak ada di lembar pegawai" for number, _ in rows
            ]
    if acts:
        tabel.tidak_dikenal += [f"Kegiatan: {words}" for words in acts.strange]
    return tabel


def _people(sheets: Sequence[Sheet]) -> _Isi:
    """The first sheet; of a .csv the way of parting its columns that makes most of them known."""
    tried = sheets[:1] if sheets and sheets[0].name else sheets
    found = [read for sheet in tried if (read := _read(sheet, pegawai())) is not None]
    if not found:
        raise Refused("lembar pertama tidak punya baris judul dengan kolom NIP")
    return max(found, key=lambda read: len(read.kunci))


def _row(
    number: int, facts: dict[str, Nilai], seen: dict[str, int], acts: dict[str, list[tuple[int, dict[str, Nilai]]]]
) -> Baris:
    nip, why = _nip(facts)
    if nip in seen:
        return Baris(number, "", Orang(facts), f"NIP sama dengan baris {seen[nip]}; hapus salah satunya")
    if nip:
        seen[nip] = number
    return Baris(number, nip, Orang(facts, [row for _, row in acts.get(nip, [])]), why)


def _nip(facts: dict[str, Nilai]) -> tuple[str, str]:
    try:
        nip = baca(pegawai().kolom["nip"], facts.get("nip"))
    except CellError as error:
        return "", f"NIP {error}"
    return (str(nip), "") if nip else ("", "NIP kosong")


def _by_nip(acts: _Isi | None) -> dict[str, list[tuple[int, dict[str, Nilai]]]]:
    grouped: dict[str, list[tuple[int, dict[str, Nilai]]]] = {}
    for number, facts in acts.rows if acts else ():
        grouped.setdefault(_nip(facts)[0], []).append((number, facts))
    return grouped


def _read(sheet: Sheet, daftar: Daftar) -> _Isi | None:
    """None where no row of the sheet is a heading with NIP."""
    top, columns = max(
        ((at, _columns(row, daftar)) for at, row in enumerate(sheet.rows[:_SEARCHED])),
        key=lambda found: len(found[1]),
        default=(0, {}),
    )
    if "nip" not in columns:
        return None
    headings = sheet.rows[top]
    for kunci, where in columns.items():
        if len(where) > 1:
            raise Refused(f"dua kolom untuk {daftar.kolom[kunci].label}: {', '.join(map(letter, where))}; sisakan satu")
    rows = list(_facts(sheet.rows[top + 1 :], top + 2, {kunci: where[0] for kunci, where in columns.items()}))
    known = {where[0] for where in columns.values()}
    others = [str(cell) for at, cell in enumerate(headings) if cell not in ("", None) and at not in known]
    strange = [_guess(heading, daftar) for heading in others if not diabaikan(heading)]
    return _Isi(rows, frozenset(columns), strange)


def _columns(row: Sequence[Cell], daftar: Daftar) -> dict[str, list[int]]:
    found: dict[str, list[int]] = {}
    for at, cell in enumerate(row):
        kunci = daftar.judul.get(fold(str(cell))) if isinstance(cell, str) else None
        if kunci:
            found.setdefault(kunci, []).append(at)
    return found


def _facts(
    rows: Sequence[Sequence[Cell]], first: int, columns: dict[str, int]
) -> Iterator[tuple[int, dict[str, Nilai]]]:
    for number, row in enumerate(rows, first):
        facts = {kunci: row[at] for kunci, at in columns.items() if at < len(row) and row[at] not in ("", None)}
        if facts:
            yield number, dict(facts)


def _guess(heading: str, daftar: Daftar) -> str:
    near = difflib.get_close_matches(fold(heading), list(daftar.judul), n=1, cutoff=CLOSE)
    return f"kolom '{heading}' tidak dikenal" + (f" (maksud Anda '{near[0]}'?)" if near else "")
