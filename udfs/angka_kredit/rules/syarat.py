"""Syarat: whether an officer may rise, be appointed, is suspended or dismissed, condition by condition
(Assessor Pasal 12-13, 27-35, 38; PMB Lampiran IV.B-C, V; AMMI Lampiran IV.A)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from ..regulations.schema import Ijazah, Jabatan, Jenjang
from ..regulations.tabel import Syarat
from ..words import tanggal
from .ambang import ak_kumulatif
from .hasil import Berdasar, Hasil, rujukan
from .kasus import Batas, Isi, Kasus, Sasaran, Uji, angka
from .kenaikan import ak_kenaikan, jenjang_berikut
from .pangkat import berikut_dalam
from .pertentangan import tolak_pertentangan
from .uji_syarat import NAIK_JENJANG, PEMILIH, uji

DIISI = "Diisi"
KEPALA = ("Diminta", DIISI, "Terpenuhi", "Rujukan")
KELOMPOK = "Kelompok (satu yang terpenuhi cukup)"  # a further column, where there are kelompok
_HELD = {True: "ya", False: "tidak", None: "belum diisi"}


class Putusan(NamedTuple):
    """The words of a verdict: where all holds, where something fails, where something is not filled in."""

    ya: str
    tidak: str
    belum: str = "BELUM LENGKAP"


LAYAK = Putusan("LAYAK", "BELUM LAYAK")
BEBAS = Putusan("DIBEBASKAN SEMENTARA", "TIDAK DIBEBASKAN SEMENTARA")
BERHENTI = Putusan("DIBERHENTIKAN", "TIDAK DIBERHENTIKAN")
KATA_PUTUSAN = frozenset(word for putusan in (LAYAK, BEBAS, BERHENTI) for word in putusan)


class Teruji(NamedTuple):
    """One condition, what was filled in for it, and how it fared."""

    syarat: Syarat
    isi: Isi | None
    uji: Uji


def sasaran_jabatan(jabatan: Jabatan, jenjang: Jenjang) -> Sasaran:
    """What the rise to the jenjang after this one needs; #NUM! after the highest."""
    golongan = jenjang_berikut(jabatan, jenjang).golongan[0].kode
    return Sasaran(golongan, _ak(jabatan, jenjang, golongan), naik_jenjang=True)


def sasaran_pangkat(jabatan: Jabatan, golongan: str) -> Sasaran:
    """What the rise to the golongan ruang after this one needs; #NUM! after the highest."""
    berikut = berikut_dalam(jabatan, golongan)
    pairs = [{golongan, berikut} & {g.kode for g in jenjang.golongan} for jenjang in jabatan.jenjang]
    return Sasaran(berikut, _ak(jabatan, golongan, berikut), naik_jenjang=any(len(pair) == 1 for pair in pairs))


def periksa(kasus: Kasus, putusan: Putusan) -> Hasil:
    """The verdict, then a row a condition: what, what is asked, what was filled in, whether it holds, where it stands.

    Conditions without a kelompok must all hold; of the kelompok, one that holds is enough. What several kelompok ask
    alike stands in one row. #VALUE! where what was filled in contradicts itself."""
    tolak_pertentangan(kasus)
    always, groups = _teruji(kasus)
    held = _semua([_holds(always), *([_salah_satu(map(_holds, groups))] if groups else [])])
    rows = [row for group in (always, *groups) for row in group if _shown(group, row)]
    word = {True: putusan.ya, False: putusan.tidak, None: putusan.belum}[held]
    wide = len(KEPALA) + 1 + bool(groups)
    lines = _sama(rows)
    head = "syarat demi syarat" + ("; satu kelompok yang terpenuhi cukup" if groups else "")
    table = [(word, *KEPALA, KELOMPOK)[:wide], *(_baris(line)[:wide] for line in lines)]
    dasar: list[Berdasar] = []
    for row in rows:
        dasar += [row.syarat, *row.uji.dasar]
    return Hasil(table, "\n".join([head, *map(_kalimat, lines)]), tuple(dasar))


def _ak(jabatan: Jabatan, dari: Jenjang | str, golongan: str) -> Batas:
    """The credit of the rise: the scale's, or the step's where the text prints steps."""
    if jabatan.ambang:
        ambang = ak_kumulatif(jabatan, golongan)
        return Batas(ambang.nilai, (ambang,))
    step = ak_kenaikan(jabatan, dari)
    assert isinstance(step.nilai, Decimal)
    return Batas(step.nilai, step.dasar)


def _teruji(kasus: Kasus) -> tuple[list[Teruji], list[list[Teruji]]]:
    """The conditions that always count, and those of each kelompok, put to the test."""
    groups: dict[str, list[Teruji]] = {"": []}
    for row in kasus.syarat:
        group = groups.setdefault(row.kelompok, [])
        asked = row.jenis != NAIK_JENJANG or (kasus.sasaran is not None and kasus.sasaran.naik_jenjang)
        if asked and not _ruled_out(group):
            group.append(Teruji(row, kasus.isian.get(row.label), uji(kasus, row)))
    return groups.pop(""), list(groups.values())


def _ruled_out(group: Iterable[Teruji]) -> bool:
    """Whether the kelompok is for another cause or golongan: the rest of it is not asked."""
    return any(row.syarat.jenis in PEMILIH and row.uji.terpenuhi is False for row in group)


def _shown(group: list[Teruji], row: Teruji) -> bool:
    return not row.syarat.kelompok or not _ruled_out(group)


def _holds(rows: Iterable[Teruji]) -> bool | None:
    return _semua([row.uji.terpenuhi for row in rows])


def _semua(held: Iterable[bool | None]) -> bool | None:
    found = set(held)
    return False if False in found else None if None in found else True


def _salah_satu(held: Iterable[bool | None]) -> bool | None:
    found = set(held)
    return True if True in found else None if None in found else False


def _sama(rows: Iterable[Teruji]) -> list[list[Teruji]]:
    """The rows of several kelompok that ask for one isian and fared alike, together; in the data's order."""
    found: dict[tuple[str, str], list[Teruji]] = {}
    for row in rows:
        found.setdefault((row.syarat.label, _held(row)), []).append(row)
    return list(found.values())


def _baris(rows: Sequence[Teruji]) -> tuple[str, ...]:
    asked = " atau ".join(dict.fromkeys(row.uji.diminta for row in rows))
    kelompok = ", ".join(row.syarat.kelompok for row in rows if row.syarat.kelompok)
    where = rujukan(row.syarat for row in rows)
    return (rows[0].syarat.label, asked, _tampil(rows[0]), _held(rows[0]), where, kelompok)


def _held(row: Teruji) -> str:
    if row.uji.terhalang:
        return "tidak dapat dihitung"
    if row.isi is not None and row.uji.terpenuhi is None:
        return "menunggu isian lain"
    return _HELD[row.uji.terpenuhi]


def _kalimat(rows: Sequence[Teruji]) -> str:
    label, diminta, diisi, held, _, kelompok = _baris(rows)
    uraian = " atau ".join(dict.fromkeys(row.syarat.uraian for row in rows if row.syarat.uraian))
    about = f" ({uraian})" if uraian else ""
    which = f" [kelompok {kelompok}]" if kelompok else ""
    if rows[0].uji.terhalang:
        return f"- {label}{about}: {held}: {diminta}{which}"
    return f"- {label}{about}: diminta {diminta}, {f'diisi {diisi}, terpenuhi: {held}' if diisi else held}{which}"


def _tampil(row: Teruji) -> str:
    """What was filled in, as a person reads it."""
    isi = row.isi
    if isi is None:
        return ""
    if isinstance(isi, bool):
        return "ya" if isi else "tidak"
    if isinstance(isi, Decimal):
        return angka(isi, row.syarat)
    if isinstance(isi, date):
        return tanggal(isi)
    return isi.nama if isinstance(isi, Ijazah) else isi.replace("_", " ")  # a cause is a key of the data
