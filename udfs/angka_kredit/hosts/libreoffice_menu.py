"""The menu's commands in LibreOffice: each runs its action on the workbook of its window."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from ..functions import KATALOG
from . import log
from .libreoffice_buku import CALC, FORMULAS, Buku, tautan
from .libreoffice_jawaban import Jawaban
from .libreoffice_kunci import dapat_dibuka
from .libreoffice_layar import Layar
from .libreoffice_rumus import di_berkas
from .tindakan import jalankan
from .tindakan.bersama import milik_kita
from .tindakan.perbaiki_rumus import perbaiki

PERBAIKI = "perbaiki_rumus"
_LOST = re.compile(rf"(?:!|_xll\.|_xldudf_(?:\w+_)?)(?:{'|'.join(KATALOG.names())})\(", re.IGNORECASE)
_running: list[str] = []  # while a window shows progress, the menus can be used: one action at a time


class _DiLayar(Buku, Layar):
    def __init__(self, context: Any, document: Any, frame: Any) -> None:
        Buku.__init__(self, context, document)
        Layar.__init__(self, context, frame)


class _Terjawab(Buku, Jawaban):
    def __init__(self, context: Any, document: Any, answers: Sequence[str]) -> None:
        Buku.__init__(self, context, document)
        Jawaban.__init__(self, answers)


def kerjakan(context: Any, frame: Any, kunci: str, answers: Sequence[str] | None = None) -> str:
    """Runs the action; what it said, where the answers were given in advance."""
    controller = frame.Controller if frame is not None else None
    document = controller.Model if controller is not None else None
    host = _DiLayar(context, document, frame) if answers is None else _Terjawab(context, document, answers)
    _run(kunci, host)
    return "\n".join(host.dikatakan) if isinstance(host, _Terjawab) else ""


def saat_buka(context: Any, document: Any, answers: Sequence[str] | None = None) -> str:
    """Offers Perbaiki Rumus, once, where the workbook just opened has formulas that do not find our functions."""
    if document is None or not document.supportsService(CALC):
        return ""
    frame = _shown(document) if answers is None else None
    if answers is None and frame is None:
        return ""
    host = _DiLayar(context, document, frame) if answers is None else _Terjawab(context, document, answers)
    if not (lost := _lost(host, document)):
        return ""
    log.catat("saat_buka", "ditawarkan")
    if host.tanya(
        f"{lost} rumus Angka Kredit di buku kerja ini dibuat di program atau komputer lain dan tidak menemukan "
        "fungsinya. Masukkan ulang sekarang? (Nanti: menu Angka Kredit > Perbaiki Rumus.)"
    ):
        _run(PERBAIKI, host)
    return "\n".join(host.dikatakan) if isinstance(host, _Terjawab) else ""


def _run(kunci: str, host: _DiLayar | _Terjawab) -> None:
    if _running:
        host.katakan("Pekerjaan sebelumnya belum selesai; tunggu sampai selesai, lalu ulangi.")
        return
    _running.append(kunci)
    try:
        jalankan(kunci, host)
    finally:
        _running.clear()
        host.close()


def _shown(document: Any) -> Any:
    """The window that shows the document; None where it was opened out of sight."""
    controller = document.CurrentController
    frame = controller.Frame if controller is not None else None
    return frame if frame is not None and frame.ContainerWindow.isVisible() else None


def _lost(host: _DiLayar | _Terjawab, document: Any) -> int:
    """How many formulas that can be repaired name a function of ours in another program's or computer's way."""
    links = tautan(document)
    lost = {sheet.Name: found for sheet in document.Sheets if (found := _lost_in(sheet, links))}
    shut = [name for name in lost if document.Sheets.getByName(name).isProtected()]
    ours = shut and milik_kita(host)
    left = set(shut) - (dapat_dibuka(document, shut) if ours else set())
    return sum(found for name, found in lost.items() if name not in left)


def _lost_in(sheet: Any, links: Sequence[str]) -> int:
    return sum(
        bool(_LOST.search(formula) and perbaiki(di_berkas(formula), links))
        for area in sheet.queryContentCells(FORMULAS)
        for row in area.getFormulaArray()
        for formula in row
    )
