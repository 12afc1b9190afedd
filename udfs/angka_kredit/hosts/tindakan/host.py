"""What an action asks of the spreadsheet program that it runs in. Places are (sheet name, 'B5')."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

if TYPE_CHECKING:
    from ...forms.isi import Formulir, Rencana, Tulis

Sel = tuple[str, str]
Nilai = float | str | bool | None  # of a cell; an error is its text, '#N/A'
Baris = Sequence[Nilai]
Kemajuan = Callable[[int, int], None]  # (done, in all); raises Dihentikan once the person has asked to stop


class Dihentikan(Exception):
    """The person stopped the work, or closed a dialog without an answer."""


class Rumus(NamedTuple):
    """A cell with a formula, spelled as files have it: '=F(A1,B1)', English names, commas."""

    sel: Sel
    rumus: str
    nilai: Nilai
    terlindung: bool = False  # its sheet is protected
    larik: bool = False  # part of an array formula


class SelRencana(NamedTuple):
    """A cell of the plan of Pasang Rumus; `keadaan` is 'baru', 'sama', 'beda' or 'dilewati'."""

    sel: Sel
    isi_lama: str
    rumus: str  # as files have it
    nilai_lama: Nilai
    nilai_baru: Nilai
    keadaan: str
    sebab: str
    dasar: str
    ketikan: bool  # a typed number that the formula would replace, if the person says so


class Host(Protocol):
    """The open workbook, its program, and the person before it. `nama` is '' where no workbook is open."""

    # the workbook
    def nama(self) -> str: ...
    def salinan(self) -> bytes:
        """The workbook as it stands now, as a file's content; Refused where the program cannot make it."""

    def sel_terpilih(self) -> Rumus | None:
        """The selected cell; `rumus` is '' where it has none. None where no cell is selected."""

    def semua_rumus(self) -> list[Rumus]: ...
    def tautan(self) -> list[str]:
        """The files that [1], [2], ... in those formulas stand for."""

    def tulis_rumus(self, baru: Sequence[tuple[Sel, str]]) -> list[Sel]:
        """Enters these formulas anew, as a person would; the cells that it leaves, being part of an array formula."""

    def terbuka(self, lembar: Collection[str]) -> AbstractContextManager[set[str]]:
        """Of these protected sheets those without a password: open while it lasts, then protected as before."""

    def rencana_rumus(self) -> list[SelRencana]:
        """The formulas that belong into the workbook's forms; nothing is written. Refused where it cannot be said."""

    def hitung_rumus(self, sel: Sel, rumus: Sequence[str]) -> list[Nilai]:
        """What each formula would show in that cell; nothing is written."""

    def hitung_semua(self) -> None:
        """Computes every formula anew, whatever the program takes to be up to date."""

    def nilai_segar(self) -> dict[Sel, Nilai]:
        """What each formula shows once a copy is computed anew by the program itself; Refused where it cannot be."""

    def nama_sel(self, nama: str) -> list[Nilai]:
        """What the cells of a defined name hold, from the first down; nothing where there is no such name."""

    def formulir(self) -> Formulir: ...
    def isi(self, hasil: Rencana, timpa: bool) -> list[Tulis]: ...

    def bekukan(self, tujuan: Path) -> str:
        """Writes a frozen copy there; what to say about it."""

    # the program
    def buka(self, berkas: Path) -> None: ...
    def tabel(self, judul: str, kolom: Sequence[str], baris: Sequence[Baris]) -> None:
        """A new unsaved workbook with this table; texts stay texts."""

    def hitung_folder(self, asal: Path, hasil: Path, laporan: Path, maju: Kemajuan) -> list[str]:
        """hitung-ulang of a folder; its summary, line by line."""

    # the person
    def katakan(self, kalimat: str) -> None: ...
    def tanya(self, pertanyaan: str) -> bool: ...
    def pilih(self, judul: str, pilihan: Sequence[str]) -> str:
        """One of the words. This and the next three raise Dihentikan where the person gives no answer."""

    def minta_berkas(self, judul: str, akhiran: Sequence[str]) -> Path:
        """An existing file; akhiran as ('.xlsx', '.csv')."""

    def minta_folder(self, judul: str) -> Path: ...
    def minta_simpan(self, judul: str, usul: str) -> Path:
        """Where to save; `usul` is the file name to begin with."""

    def kemajuan(self, judul: str) -> AbstractContextManager[Kemajuan]:
        """Shows how far long work is, with a way to stop it."""
