"""Excel's own dialogs, for the person before it; and the status bar, with Esc to stop."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from ..words import fold
from .tindakan.bersama import JUDUL
from .tindakan.host import Dihentikan, Kemajuan

PROMPT = 255  # characters that Excel's InputBox shows
_FOLDER, _CHOSEN = 4, -1  # msoFileDialogFolderPicker, and its answer where a folder was chosen
_ESC, _PRESSED = 0x1B, 0x8001  # down now, or since it was last asked
_KINDS = {".xlsx": "Buku kerja Excel", ".xlsm": "Buku kerja Excel dengan makro", ".csv": "CSV"}


class Dialog:
    """What a host asks and tells the person."""

    def __init__(self, app: Any) -> None:
        self._app = app

    def katakan(self, kalimat: str) -> None:
        self._app.alert(kalimat, JUDUL, mode="info")

    def tanya(self, pertanyaan: str) -> bool:
        return bool(self._app.alert(pertanyaan, JUDUL, buttons="yes_no") == "yes")

    def pilih(self, judul: str, pilihan: Sequence[str]) -> str:
        """By number or by word. A list too long for the box is shown before it."""
        words = "\n".join(f"{number}. {word}" for number, word in enumerate(pilihan, 1))
        prompt = f"{judul} (ketik nomornya)\n{words}"
        if len(prompt) > PROMPT:
            self.katakan(f"{judul}\n\n{words}")
            prompt = f"{judul} (ketik nomornya, 1 sampai {len(pilihan)})"
        while True:
            answer = self._app.api.InputBox(prompt, JUDUL, "1")
            if answer is False:
                raise Dihentikan
            found = _chosen(str(answer), pilihan)
            if found is not None:
                return found

    def minta_berkas(self, judul: str, akhiran: Sequence[str]) -> Path:
        kinds = ";".join(f"*{each}" for each in akhiran)
        return _path(self._app.api.GetOpenFilename(f"Berkas ({kinds}),{kinds}", 1, judul))

    def minta_folder(self, judul: str) -> Path:
        dialog = self._app.api.FileDialog(_FOLDER)
        dialog.Title = judul
        return _path(dialog.SelectedItems(1) if dialog.Show() == _CHOSEN else False)

    def minta_simpan(self, judul: str, usul: str) -> Path:
        suffix = Path(usul).suffix
        return _path(self._app.api.GetSaveAsFilename(usul, f"{_KINDS[suffix]} (*{suffix}),*{suffix}", 1, judul))

    @contextmanager
    def kemajuan(self, judul: str) -> Iterator[Kemajuan]:
        def maju(done: int, total: int) -> None:
            self._app.status_bar = f"{judul}: {done} dari {total}. Tekan Esc untuk berhenti."
            if _esc() and self.tanya(f"{judul}: {done} dari {total} selesai. Hentikan?"):
                raise Dihentikan

        try:
            _esc()  # forgets an Esc of before
            yield maju
        finally:
            self._app.status_bar = False


def _chosen(answer: str, pilihan: Sequence[str]) -> str | None:
    number = answer.strip().removesuffix(".0")
    if number.isdecimal():
        return pilihan[int(number) - 1] if 1 <= int(number) <= len(pilihan) else None
    return next((word for word in pilihan if fold(word) == fold(answer)), None)


def _path(answer: Any) -> Path:
    """The dialogs answer False where the person closed them."""
    if not isinstance(answer, str):
        raise Dihentikan
    return Path(answer)


def _esc() -> bool:
    """Whether Esc was pressed since this was last asked; Windows alone can tell."""
    windows = getattr(ctypes, "windll", None)
    return bool(windows and windows.user32.GetAsyncKeyState(_ESC) & _PRESSED)
