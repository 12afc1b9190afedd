"""The plan of pasang-rumus for a workbook's content: what a host's `rencana_rumus` may use as it is."""

from __future__ import annotations

from datetime import date

from ...words import tanggal
from .host import SelRencana


def rencana_rumus(data: bytes) -> list[SelRencana]:
    """Every planned cell; Refused, in words, where the workbook cannot be read or computed."""
    from ...pasang_rumus import BEDA, Pilihan, rencana
    from ...pasang_rumus.rencana import KETIKAN

    return [
        SelRencana(
            (each.lembar, each.sel),
            each.isi_lama,
            each.rumus_baru,
            tanggal(each.nilai_lama) if isinstance(each.nilai_lama, date) else each.nilai_lama,
            each.nilai_baru,
            each.status,
            each.alasan,
            each.dasar,
            each.status == BEDA and each.sebab == KETIKAN,
        )
        for each in rencana(data, Pilihan()).sel
    ]
