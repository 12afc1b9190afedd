"""Impor Lampiran: a table of credits matched row by row, shown as a table, kept where the person agrees."""

from __future__ import annotations

from ...files import read
from .bersama import BUKU, alinea, jabatan_buku, kalimat
from .host import Host


def kerjakan(host: Host) -> None:
    from ...lampiran import report
    from ...lampiran.impor import keep, printable, refusal
    from ...lampiran.match import match_rows
    from ...lampiran.target import installed_target, read_table

    jabatan = jabatan_buku(host)
    target = installed_target(jabatan.id)
    berkas = host.minta_berkas(f"Pilih tabel Lampiran {jabatan.nama}", (*BUKU, ".csv"))
    data = read(berkas)
    found = match_rows(read_table(data, _lembar(host, data)), target)
    host.tabel("Impor Lampiran", report.COLUMNS, [report.cells(each) for each in found])
    ringkas = report.summary(found)
    if alasan := refusal(found):
        host.katakan(kalimat(ringkas, f"Tidak disimpan: {alasan}. Lihat kolom keterangan pada tabelnya."))
        return
    tanpa = "\n".join(report.without_credit(found, target))
    if not host.tanya(kalimat(ringkas, tanpa, f"Simpan sebagai angka kredit {jabatan.nama}?")):
        return
    kept = keep(found, target, printable(berkas), "")
    host.katakan(kalimat(alinea("Selesai:", kept), "Fungsi memakainya setelah program ini ditutup dan dibuka lagi."))


def _lembar(host: Host, data: bytes) -> tuple[str, ...]:
    """The sheet with the table, where several have one."""
    from ...lampiran.header import find_header
    from ...lampiran.sheets import read_sheets

    names = [sheet.name for sheet in read_sheets(data) if sheet.name and find_header(sheet)]
    return (host.pilih("Tabelnya di lembar yang mana?", names),) if len(names) > 1 else ()
