"""What Excel's buttons call: one function an action, under its key, given the Excel application as COM hands it over.

excel_tombol.isi_otomatis(Application)"""

from __future__ import annotations

from functools import partial
from typing import Any

from .tindakan import TINDAKAN, jalankan


def _tombol(kunci: str, aplikasi: Any) -> None:
    from .excel_host import ExcelHost, aplikasi_xlwings

    jalankan(kunci, ExcelHost(aplikasi_xlwings(aplikasi)))


globals().update({each.kunci: partial(_tombol, each.kunci) for each in TINDAKAN})
