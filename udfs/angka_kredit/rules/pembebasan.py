"""Pembebasan sementara dan pemberhentian: the dates on which missing credit has its consequence
(Assessor Pasal 33 (1)-(2), 35 a-b)."""

from __future__ import annotations

from datetime import date

from ..errors import NotFound
from ..regulations.schema import Jabatan
from ..regulations.tabel import BebasSementara, Pemberhentian
from ..regulations.umum import di_antara
from ..words import tanggal
from .hasil import Hasil
from .kalender import dasar_kabisat, tambah_tahun


def tanggal_bebas_sementara(jabatan: Jabatan, golongan: str, tmt: date) -> Hasil:
    """The day on which the years since the TMT of the last jabatan or pangkat are over; `golongan` of this jabatan.

    Suspension follows only when the credit is not reached by then. #N/A for a golongan that the rule leaves out."""
    rows = jabatan.baris(BebasSementara)
    rule = next((row for row in rows if di_antara(golongan, row.golongan_dari, row.golongan_sampai)), None)
    if rule is None:
        sources = "; ".join(row.rujukan for row in rows)
        raise NotFound(f"Golongan ruang {golongan} tidak disebut dalam aturan pembebasan sementara ({sources}).")
    return _genap(tmt, rule)


def tanggal_berhenti(jabatan: Jabatan, bebas_sementara: date) -> Hasil:
    """The day on which the years since the suspension are over.

    Dismissal follows only when the credit is still not reached."""
    return _genap(bebas_sementara, jabatan.aturan(Pemberhentian))


def _genap(mulai: date, rule: BebasSementara | Pemberhentian) -> Hasil:
    genap = tambah_tahun(mulai, rule.tahun)
    return Hasil(genap, f"{tanggal(mulai)} + {rule.tahun} tahun", (rule, *dasar_kabisat(mulai, genap)))
