"""The person before LibreOffice: dialogs, file choosers and a progress window with a stop button."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import uno
import unohelper
from com.sun.star.awt import XActionListener

from .tindakan import Dihentikan, Kemajuan
from .tindakan.bersama import JUDUL

_YES, _OK = 2, 1
_SAVE = 1  # com.sun.star.ui.dialogs.TemplateDescription.FILESAVE_SIMPLE


class Layar:
    """The person's part of `tindakan.Host`. `frame` is the window that the dialogs stand before."""

    def __init__(self, context: Any, frame: Any) -> None:
        self._context = context
        self._window = frame.ContainerWindow

    def katakan(self, kalimat: str) -> None:
        self._box("INFOBOX", 1, kalimat)

    def tanya(self, pertanyaan: str) -> bool:
        return self._box("QUERYBOX", 3, pertanyaan) == _YES  # buttons: yes, no

    def pilih(self, judul: str, pilihan: Sequence[str]) -> str:
        dialog = self._dialog(judul, 220, 150)
        _add(dialog, "ListBox", "daftar", (8, 8, 204, 112), StringItemList=tuple(pilihan), SelectedItems=(0,))
        _add(dialog, "Button", "ya", (108, 128, 50, 14), Label="Pilih", PushButtonType=_OK, DefaultButton=True)
        _add(dialog, "Button", "batal", (162, 128, 50, 14), Label="Batal", PushButtonType=2)
        try:
            chosen = dialog.execute() == _OK and dialog.getControl("daftar").getSelectedItem()
        finally:
            dialog.dispose()
        if not chosen:
            raise Dihentikan
        return str(chosen)

    def minta_berkas(self, judul: str, akhiran: Sequence[str]) -> Path:
        picker = self._create("com.sun.star.ui.dialogs.FilePicker")
        patterns = ";".join(f"*{each}" for each in akhiran)
        picker.appendFilter(f"{', '.join(akhiran)}", patterns)
        return _chosen(picker, judul)

    def minta_folder(self, judul: str) -> Path:
        picker = self._create("com.sun.star.ui.dialogs.FolderPicker")
        picker.setTitle(judul)
        if picker.execute() != _OK:
            raise Dihentikan
        return _path(picker.getDirectory())

    def minta_simpan(self, judul: str, usul: str) -> Path:
        picker = self._create("com.sun.star.ui.dialogs.FilePicker")
        picker.initialize((_SAVE,))
        suffix = Path(usul).suffix
        picker.appendFilter(suffix, f"*{suffix}")
        picker.setDefaultName(usul)
        return _chosen(picker, judul)

    @contextmanager
    def kemajuan(self, judul: str) -> Iterator[Kemajuan]:
        dialog = self._dialog(JUDUL, 220, 62)
        label = _add(dialog, "FixedText", "kata", (8, 8, 204, 12), Label=judul)
        bar = _add(dialog, "ProgressBar", "bilah", (8, 22, 204, 12))
        _add(dialog, "Button", "henti", (158, 42, 54, 14), Label="Hentikan")
        stop = _Stop()
        dialog.getControl("henti").addActionListener(stop)
        toolkit = self._create("com.sun.star.awt.Toolkit")
        dialog.setVisible(True)

        def maju(done: int, total: int) -> None:
            bar.ProgressValueMax, bar.ProgressValue = max(total, 1), done
            label.Label = f"{judul}: {done} dari {total}"
            toolkit.processEventsToIdle()
            if stop.asked:
                raise Dihentikan

        try:
            yield maju
        finally:
            dialog.setVisible(False)
            dialog.dispose()

    def _box(self, kind: str, buttons: int, words: str) -> int:
        toolkit = self._create("com.sun.star.awt.Toolkit")
        kind_of_box = uno.Enum("com.sun.star.awt.MessageBoxType", kind)
        box = toolkit.createMessageBox(self._window, kind_of_box, buttons, JUDUL, words)
        try:
            return int(box.execute())
        finally:
            box.dispose()

    def _dialog(self, title: str, width: int, height: int) -> Any:
        dialog = self._create("com.sun.star.awt.UnoControlDialog")
        model = self._create("com.sun.star.awt.UnoControlDialogModel")
        model.Title, model.Width, model.Height = title, width, height
        model.PositionX, model.PositionY = 60, 60
        dialog.setModel(model)
        dialog.createPeer(self._create("com.sun.star.awt.Toolkit"), self._window)
        return dialog

    def _create(self, service: str) -> Any:
        return self._context.ServiceManager.createInstanceWithContext(service, self._context)


class _Stop(unohelper.Base, XActionListener):  # type: ignore[misc]
    """Remembers that the button was pressed."""

    asked = False

    def actionPerformed(self, _event: Any) -> None:
        self.asked = True

    def disposing(self, _event: Any) -> None:
        """Nothing is held."""


def _add(dialog: Any, kind: str, name: str, place: tuple[int, int, int, int], **given: Any) -> Any:
    """Puts a control at (x, y, width, height) of the dialog; its model."""
    model = dialog.Model.createInstance(f"com.sun.star.awt.UnoControl{kind}Model")
    model.PositionX, model.PositionY, model.Width, model.Height = place
    for key, held in given.items():
        setattr(model, key, uno.Any("[]string", held) if key == "StringItemList" else held)
    dialog.Model.insertByName(name, model)
    return model


def _chosen(picker: Any, title: str) -> Path:
    picker.setTitle(title)
    if picker.execute() != _OK:
        raise Dihentikan
    return _path(picker.getSelectedFiles()[0])


def _path(url: str) -> Path:
    return Path(uno.fileUrlToSystemPath(url))
