"""A person's facts as an agency's form writes them: 'Penata, III/c / 1 April 2014' beside 'Pangkat/Gol. Ruang/TMT'."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from openpyxl.utils.cell import coordinate_to_tuple

from ...errors import CellError
from ...kenal.bentuk import Orang
from ...kenal.kata import lipat
from ...kenal.kisi import Kisi
from ...regulations.umum import find_pangkat
from ...words import tanggal
from ..isi.bentuk import Formulir, Rencana, Sel, Tulis, satu
from ..isi.kolom import pegawai, wajib
from ..isi.nilai import Nilai, baca, bersih
from .siap import kosong

Fakta = Mapping[str, Nilai]
_LAIN = {"unit_kerja": "unit"}  # the superior's facts that are not named like the officer's
_WAJIB = {"pangkat": "golongan", "jabatan": "nama_jabatan", "masa_penilaian": "masa_dari"}
_PILIHAN = {"jenis_kelamin": ("Laki-laki", "Perempuan")}  # 'L' and 'P' in many tables
_PANJANG = 2_000


def fakta(given: Fakta, hasil: Rencana) -> dict[str, Nilai]:
    """The table's facts read; what cannot be is told."""
    found: dict[str, Nilai] = {}
    for kunci, kolom in pegawai().kolom.items():
        try:
            value = baca(kolom, given.get(kunci), _PILIHAN.get(kunci, ()))
        except CellError as error:
            hasil.catatan.append(f"{kolom.label}: {error}")
            continue
        if value is not None:
            found[kunci] = value
    return found


def isi_orang(orang: Orang, kisi: Kisi, facts: Fakta, formulir: Formulir, hasil: Rencana) -> None:
    """Plans the write of one datum; says where it is doubtful or not in the table."""
    label = f"{orang.isi.replace('_', ' ')}{' atasan' if orang.siapa == 'atasan' else ''}"
    value = teks(orang.isi, orang.siapa, kisi.teks(*coordinate_to_tuple(orang.label)), facts)
    if orang.ragu or not orang.sel:
        reason = orang.ragu or "tidak ada sel untuk isinya"
        hasil.catatan.append(f"{label} ({kisi.nama}!{orang.label}): tidak diisi, ragu: {reason}")
        return
    sel = Sel(kisi.nama, orang.sel)
    here = kisi.teks(*coordinate_to_tuple(orang.sel))
    if value is None:
        if kosong(here.partition(":")[2] if orang.sel == orang.label else here):
            needed = orang.siapa == "pegawai" and wajib(_WAJIB.get(orang.isi, orang.isi))
            (hasil.wajib if needed else hasil.kurang).append(label)
        return
    text, lost = bersih(value, _PANJANG)
    if lost:
        hasil.catatan.append(f"{label}: {lost}")
    if orang.sel == orang.label:
        _satu_sel(label, sel, here, str(text), hasil)
    else:
        satu(label, sel, f": {text}" if here.startswith(":") else text, formulir, hasil)


def _satu_sel(label: str, sel: Sel, here: str, text: str, hasil: Rencana) -> None:
    """Label and value share a cell: the label stays."""
    head, _, value = here.partition(":")
    new = f"{head.rstrip()} : {text}"
    if value.strip() != text:
        hasil.tulis.append(Tulis(sel, label, new, None if kosong(value) else value.strip()))


def teks(isi: str, siapa: str, label: str, facts: Fakta) -> str | None:
    """What belongs beside the label; None where the table does not say it."""
    if siapa == "atasan":
        value = facts.get(f"atasan_{_LAIN.get(isi, isi)}")
        return _kata(value)
    with_date = "tmt" in lipat(label).split() or "terhitung mulai" in lipat(label)
    if isi == "nip" and "karpeg" in lipat(label).split():
        return _gabung(" / ", facts.get("nip"), facts.get("karpeg"))
    if isi == "pangkat":
        return _gabung(" / ", _pangkat(facts), facts.get("tmt_golongan") if with_date else None)
    if isi == "jabatan":
        name = _gabung(" ", facts.get("nama_jabatan") or facts.get("jabatan"), facts.get("jenjang"))
        return _gabung(" / ", name, facts.get("tmt_jabatan") if with_date else None)
    if isi == "lahir":
        return _gabung(", ", facts.get("tempat_lahir"), facts.get("tanggal_lahir"))
    if isi == "masa_penilaian":
        return _gabung(" s/d ", facts.get("masa_dari"), facts.get("masa_sampai"))
    return _kata(facts.get(isi))


def _pangkat(facts: Fakta) -> str | None:
    given = _kata(facts.get("golongan"))
    try:
        rank = find_pangkat(given or "")
    except CellError:
        return given
    return f"{rank.pangkat}, {rank.kode}"


def _gabung(mark: str, *values: Nilai) -> str | None:
    """None where the first is not there: a date alone says nothing."""
    words = [_kata(value) for value in values]
    return mark.join(filter(None, words)) if words[0] else None


def _kata(value: Nilai) -> str | None:
    if value in (None, ""):
        return None
    return tanggal(value) if isinstance(value, date) else str(value)
