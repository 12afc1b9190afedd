"""Ambang: cumulative credit thresholds, and the jenjang that a credit reaches
(PMB Lampiran II.B.4-5; Assessor Pasal 6 (4)-(6), 12, 28 (2))."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from ..errors import OutOfRule
from ..regulations.schema import Jabatan, Jenjang, Nilai
from ..regulations.tabel import PenetapanJenjang, Skala
from ..words import indonesian


class JenjangTercapai(NamedTuple):
    """The jenjang reached, and the threshold (credit points, of its lowest golongan) that was passed."""

    jenjang: Jenjang
    golongan: str
    ambang: Nilai
    aturan: PenetapanJenjang


def ak_kumulatif(jabatan: Jabatan, golongan: str) -> Nilai:
    """The lowest cumulative credit (credit points) of this golongan ruang; #N/A where the jabatan has no scale."""
    if golongan not in jabatan.ambang:
        raise jabatan.tanpa(Skala)
    return jabatan.ambang[golongan]


def jenjang_dari_ak(jabatan: Jabatan, kategori: str, ak: Decimal) -> JenjangTercapai:
    """The highest jenjang of the kategori whose lowest golongan's threshold `ak` (credit points) reaches.

    It may differ from the rank held. #NUM! below the lowest threshold, or for a negative credit."""
    rule = jabatan.aturan(PenetapanJenjang)
    ladder = [jenjang for jenjang in jabatan.jenjang if jenjang.kategori == kategori]
    steps = [JenjangTercapai(j, j.golongan[0].kode, ak_kumulatif(jabatan, j.golongan[0].kode), rule) for j in ladder]
    reached = [step for step in steps if ak >= step.ambang.nilai]
    if not reached:
        lowest = steps[0]
        raise OutOfRule(
            f"Angka kredit {indonesian(ak)} di bawah ambang terendah {indonesian(lowest.ambang.nilai)} "
            f"({lowest.jenjang.nama}, {lowest.golongan}): belum ada jenjang {kategori} yang tercapai "
            f"({lowest.ambang.rujukan})."
        )
    return reached[-1]
