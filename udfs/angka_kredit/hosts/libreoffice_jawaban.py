"""Answers given in advance, for a macro or a test that presses a button without a person before the screen.

The command's argument `Jawaban` holds them in the order of the questions ('ya' and 'tidak', a word of the list, a
path); what the dialogs would say is the command's result."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .tindakan import Dihentikan, Kemajuan


class Jawaban:
    """The person's part of `tindakan.Host`. After the last answer, the person has closed the dialog."""

    def __init__(self, answers: Sequence[str]) -> None:
        self._answers = list(answers)
        self.dikatakan: list[str] = []

    def katakan(self, kalimat: str) -> None:
        self.dikatakan.append(kalimat)

    def tanya(self, pertanyaan: str) -> bool:
        self.dikatakan.append(pertanyaan)
        return self._next() == "ya"

    def pilih(self, judul: str, pilihan: Sequence[str]) -> str:
        answer = self._next()
        if answer not in pilihan:
            raise Dihentikan
        return answer

    def minta_berkas(self, judul: str, akhiran: Sequence[str]) -> Path:
        return Path(self._next())

    def minta_folder(self, judul: str) -> Path:
        return Path(self._next())

    def minta_simpan(self, judul: str, usul: str) -> Path:
        return Path(self._next())

    @contextmanager
    def kemajuan(self, judul: str) -> Iterator[Kemajuan]:
        yield lambda done, total: None

    def _next(self) -> str:
        if not self._answers:
            raise Dihentikan
        return self._answers.pop(0)
