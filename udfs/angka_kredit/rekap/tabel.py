"""The report's tables, by pandas: everybody, the next period, the risks, what is missing, and sums a unit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pandas

from ..words import fold
from .jalan import Rekap
from .pegawai import STATUS, TERHALANG, Pegawai

TANPA_UNIT = "(unit kerja kosong)"
AK, KURANG = "Angka kredit", "Kurang pangkat"
PERIODE, PERIODE_JENJANG = "Periode pangkat", "Periode jenjang"
Baris = dict[str, Any]


def satukan_unit(found: Rekap) -> None:
    """Each unit kerja by the first of its spellings, so that it is one row of the sums."""
    first: dict[str, str] = {}
    for each in found.pegawai:
        each.unit = first.setdefault(fold(each.unit), " ".join(each.unit.split())) or TANPA_UNIT


def pegawai(found: Rekap) -> pandas.DataFrame:
    """Everybody, one row a person."""
    return _bingkai([_pegawai(each) for each in found.pegawai], _pegawai(Pegawai("", "")))


def _pegawai(each: Pegawai) -> Baris:
    pangkat, jenjang = each.pangkat, each.naik_jenjang
    return {
        "Unit kerja": each.unit,
        "Nama": each.nama,
        "NIP": each.nip,
        "Jabatan": each.jabatan,
        "Jenjang": each.jenjang,
        "Golongan": each.golongan,
        "Rezim": each.rezim,
        "Sampai": each.sampai,
        AK: each.ak,
        "Menurut": each.menurut,
        "Status": each.status,
        "Pangkat berikut": pangkat.nama,
        "Diminta pangkat": pangkat.diminta,
        KURANG: pangkat.kurang,
        PERIODE: pangkat.periode,
        "Jenjang berikut": jenjang.nama,
        "Diminta jenjang": jenjang.diminta,
        "Kurang jenjang": jenjang.kurang,
        PERIODE_JENJANG: jenjang.periode,
        "Kurang menurut unsur": unsur(each),
        "AK per bulan": each.laju,
        "Bebas sementara": each.bebas_sementara,
        "Risiko": "; ".join(each.risiko),
        "Data kurang": len(each.tidak_ada),
        "Galat": each.banyak_galat,
        "Periksa": "; ".join(each.periksa),
        "Berkas": each.berkas,
    }


def unsur(each: Pegawai) -> str:
    return "; ".join(f"{label} {short:.12g}".replace(".", ",") for label, short in each.kurang_unsur.items() if short)


def periode(found: Rekap) -> pandas.DataFrame:
    """Who can rise in the next period, in rank or in jenjang."""
    rows = [row for each in found.pegawai for row in _naik(each, found.asumsi.periode, found.asumsi.tanggal)]
    return _bingkai(rows, _baris_naik(Pegawai("", ""), "", "", None, ""))


def _naik(each: Pegawai, berikut: date, tanggal: date) -> Iterator[Baris]:
    for what, goal in (("pangkat", each.pangkat), ("jenjang", each.naik_jenjang)):
        if goal.periode == berikut and goal.kurang is not None:
            how = "cukup sekarang" if not goal.kurang else "cukup bila laju tetap"
            if what == "pangkat" and each.status == TERHALANG:
                how = f"terhalang unsur: {unsur(each)}"
            late = each.batas_penetapan and max(tanggal, goal.tercapai or tanggal) > each.batas_penetapan
            yield _baris_naik(each, what, goal.nama, goal.kurang, f"{how}; batas penetapan lewat" if late else how)


def _baris_naik(each: Pegawai, what: str, nama: str, kurang: float | None, how: str) -> Baris:
    return {
        "Unit kerja": each.unit,
        "Nama": each.nama,
        "NIP": each.nip,
        "Jabatan": each.jabatan,
        "Golongan": each.golongan,
        "Kenaikan": what,
        "Menuju": nama,
        AK: each.ak,
        "Kurang": kurang,
        "Keterangan": how,
        "Batas penetapan AK": each.batas_penetapan,
        "Berkas": each.berkas,
    }


def risiko(found: Rekap) -> pandas.DataFrame:
    rows = [
        _siapa(each) | {"Bebas sementara": each.bebas_sementara, KURANG: each.pangkat.kurang, "Risiko": words}
        for each in found.pegawai
        for words in each.risiko
    ]
    return _bingkai(rows, _siapa(Pegawai("", "")) | {"Bebas sementara": None, KURANG: None, "Risiko": ""})


def data_kurang(found: Rekap) -> pandas.DataFrame:
    rows = [_siapa(each) | {"Yang belum diisi": label} for each in found.pegawai for label in each.tidak_ada]
    return _bingkai(rows, _siapa(Pegawai("", "")) | {"Yang belum diisi": ""})


def galat(found: Rekap) -> pandas.DataFrame:
    rows = [
        {"Berkas": each.berkas, "Sel": cell, "Galat": error, "Unit kerja": each.unit}
        for each in found.pegawai
        for cell, error in _galat(each)
    ]
    return _bingkai(rows, {"Berkas": "", "Sel": "", "Galat": "", "Unit kerja": ""})


def _galat(each: Pegawai) -> Iterator[tuple[str, str]]:
    yield from each.galat
    if more := each.banyak_galat - len(each.galat):
        yield f"dan {more} sel lain", ""


def berkas(found: Rekap) -> pandas.DataFrame:
    rows = [{"Berkas": each.nama, "Keadaan": each.status, "Keterangan": each.kata} for each in found.berkas]
    return _bingkai(rows, {"Berkas": "", "Keadaan": "", "Keterangan": ""})


def per_unit(people: pandas.DataFrame) -> pandas.DataFrame:
    """Counts and sums of every unit: people, credit, what is short, and how many have each status."""
    if people.empty:
        return pandas.DataFrame(
            columns=["Unit kerja", "Pegawai", AK, KURANG, *STATUS, "Berisiko", "Data kurang", "Galat"]
        )
    grouped = people.groupby("Unit kerja", sort=True)
    table = grouped.agg(Pegawai=("Nama", "size"))  # the largest first: the chart has room for some
    for column in (AK, KURANG):
        table[column] = people[column].astype(float).groupby(people["Unit kerja"]).sum().round(9)
    for status in STATUS:
        table[status] = (people["Status"] == status).groupby(people["Unit kerja"]).sum()
    table["Berisiko"] = (people["Risiko"] != "").groupby(people["Unit kerja"]).sum()
    table["Data kurang"] = (people["Data kurang"] > 0).groupby(people["Unit kerja"]).sum()
    table["Galat"] = (people["Galat"] > 0).groupby(people["Unit kerja"]).sum()
    return table.reset_index().sort_values(["Pegawai", "Unit kerja"], ascending=[False, True], ignore_index=True)


def per_periode(people: pandas.DataFrame) -> pandas.DataFrame:
    """How many can rise in rank from each period on."""
    counts = people[PERIODE].dropna().value_counts().sort_index()
    return pandas.DataFrame({"Periode": list(counts.index), "Pegawai": [int(count) for count in counts]})


def _siapa(each: Pegawai) -> Baris:
    return {
        "Unit kerja": each.unit,
        "Nama": each.nama,
        "NIP": each.nip,
        "Jabatan": each.jabatan,
        "Golongan": each.golongan,
        "Berkas": each.berkas,
    }


def _bingkai(rows: list[Baris], empty: Baris) -> pandas.DataFrame:
    return pandas.DataFrame(rows, columns=list(empty), dtype=object)
