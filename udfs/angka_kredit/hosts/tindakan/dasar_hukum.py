"""Dasar Hukum: the articles in use for the workbook's jabatan, as a table."""

from __future__ import annotations

from ... import call
from ...errors import Refused
from .bersama import jabatan_buku
from .host import Host

KOLOM = ("Rujukan", "Pokok", "Status")


def kerjakan(host: Host) -> None:
    jabatan = jabatan_buku(host)
    rows = call("DASAR_HUKUM", jabatan.id)
    if not isinstance(rows, list):
        raise Refused(str(call("JELASKAN", "DASAR_HUKUM", jabatan.id)))
    host.tabel(f"Dasar hukum {jabatan.nama}", KOLOM, rows)
