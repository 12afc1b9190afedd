"""A host for the tests of the actions: a real workbook's bytes in the place of an open one, answers given beforehand.

It computes as hitung-ulang does."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter

from angka_kredit.errors import Refused
from angka_kredit.forms.isi import Formulir, Rencana, Tulis, terapan
from angka_kredit.forms.isi.berkas import baca_formulir
from angka_kredit.hosts.tindakan import Dihentikan, Kemajuan, Rumus, SelRencana, jalankan
from angka_kredit.hosts.tindakan.bekukan import salin
from angka_kredit.hosts.tindakan.folder import hitung_folder
from angka_kredit.hosts.tindakan.host import Baris, Nilai, Sel
from angka_kredit.hosts.tindakan.rencana_rumus import rencana_rumus
from angka_kredit.recalc.inputs import put_inputs
from angka_kredit.recalc.links import links_of
from angka_kredit.recalc.loaded import load
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.workbook import Place
from angka_kredit.recalc.writer import write

TUTUP = "<tutup>"  # the person closes the dialog
AK = 'ANGKA_KREDIT(0.014,A1,"Ahli Muda","pmb","Ahli Madya")'  # A1 = 12: 0,014 x 12 x 80% = 0,1344 (PMB, III.2.a)


class BerkasHost:
    def __init__(self, data: bytes = b"", jawaban: Sequence[Any] = (), nama: str = "buku.xlsx") -> None:
        self.data, self._nama, self._jawaban = data, nama, list(jawaban)
        self.ditanya: list[str] = []
        self.dikatakan: list[str] = []
        self.tabel_baru: list[tuple[str, Sequence[str], list[Baris]]] = []
        self.dibuka: list[Path] = []
        self.terpilih: Sel | None = None
        self.terlindung: set[str] = set()
        self.bersandi: set[str] = set()
        self.berhenti_setelah = -1  # files of a folder

    def nama(self) -> str:
        return self._nama if self.data else ""

    def salinan(self) -> bytes:
        return self.data

    def sel_terpilih(self) -> Rumus | None:
        if self.terpilih is None:
            return None
        found = {each.sel: each for each in self.semua_rumus()}
        if self.terpilih in found:
            return found[self.terpilih]
        lembar, ref = self.terpilih
        return Rumus(self.terpilih, "", _nilai(openpyxl.load_workbook(io.BytesIO(self.data))[lembar][ref].value))

    def tautan(self) -> list[str]:
        return links_of(self.data)

    def semua_rumus(self) -> list[Rumus]:
        formulas, values = (openpyxl.load_workbook(io.BytesIO(self.data), data_only=only) for only in (False, True))
        return [
            Rumus(
                (sheet.title, cell.coordinate), cell.value, _nilai(values[sheet.title][cell.coordinate].value), locked
            )
            for sheet in formulas.worksheets
            for locked in [sheet.title in self.terlindung]
            for row in sheet.iter_rows()
            for cell in row
            if cell.data_type == "f" and isinstance(cell.value, str)
        ]

    def tulis_rumus(self, baru: Sequence[tuple[Sel, str]]) -> list[Sel]:
        if baru:
            self.data = write(Package(self.data), {}, {Place(*sel): rumus for sel, rumus in baru}, {})
            self.hitung_semua()
        return []

    @contextmanager
    def terbuka(self, lembar: Collection[str]) -> Iterator[set[str]]:
        before = set(self.terlindung)
        self.terlindung -= set(lembar) - self.bersandi
        yield before - self.terlindung
        self.terlindung = before

    def rencana_rumus(self) -> list[SelRencana]:
        return rencana_rumus(self.data)

    def hitung_rumus(self, sel: Sel, rumus: Sequence[str]) -> list[Nilai]:
        book = load(self.data, vote=True)
        return [book.evaluate(Place(*sel), each.removeprefix("=")) for each in rumus]

    def hitung_semua(self) -> None:
        self.data = recalculate(self.data).data

    def nilai_segar(self) -> dict[Sel, Nilai]:
        raise Refused("tekan Hitung Ulang dahulu")

    def nama_sel(self, nama: str) -> list[Nilai]:
        cells = baca_formulir(self.data).nama.get(nama, [])
        book = openpyxl.load_workbook(io.BytesIO(self.data), data_only=True)
        return [_nilai(book[sel.lembar][sel.ref].value) for sel in cells]

    def formulir(self) -> Formulir:
        return baca_formulir(self.data)

    def isi(self, hasil: Rencana, timpa: bool) -> list[Tulis]:
        written = terapan(hasil, timpa)
        if written:
            self.data = put_inputs(Package(self.data), {Place(*tulis.sel): tulis.nilai for tulis in written})
        return written

    def bekukan(self, tujuan: Path) -> str:
        return salin(self.salinan(), tujuan)

    def buka(self, berkas: Path) -> None:
        self.dibuka.append(berkas)

    def tabel(self, judul: str, kolom: Sequence[str], baris: Sequence[Baris]) -> None:
        assert all(len(row) == len(kolom) for row in baris)
        self.tabel_baru.append((judul, kolom, list(baris)))

    def hitung_folder(self, asal: Path, hasil: Path, laporan: Path, maju: Kemajuan) -> list[str]:
        return hitung_folder(asal, hasil, laporan, maju)

    def katakan(self, kalimat: str) -> None:
        self.dikatakan.append(kalimat)

    def tanya(self, pertanyaan: str) -> bool:
        return bool(self._jawab(pertanyaan))

    def pilih(self, judul: str, pilihan: Sequence[str]) -> str:
        answer = str(self._jawab(judul))
        assert answer in pilihan, pilihan
        return answer

    def minta_berkas(self, judul: str, akhiran: Sequence[str]) -> Path:
        return Path(self._jawab(judul))

    def minta_folder(self, judul: str) -> Path:
        return Path(self._jawab(judul))

    def minta_simpan(self, judul: str, usul: str) -> Path:
        return Path(self._jawab(f"{judul}: {usul}"))

    @contextmanager
    def kemajuan(self, judul: str) -> Iterator[Kemajuan]:
        def maju(done: int, total: int) -> None:
            if done == self.berhenti_setelah:
                raise Dihentikan

        yield maju

    def _jawab(self, pertanyaan: str) -> Any:
        self.ditanya.append(pertanyaan)
        answer = self._jawaban.pop(0)
        if answer == TUTUP:
            raise Dihentikan
        return answer


def diubah(data: bytes, sel: Mapping[Sel, Any]) -> bytes:
    """The workbook with these cells typed or entered by openpyxl, as a person might; not computed."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for (lembar, ref), value in sel.items():
        book[lembar][ref] = value
    output = io.BytesIO()
    book.save(output)
    return output.getvalue()


def book(*formulas: tuple[str, str, Any], nama: Mapping[str, str] | None = None, **typed: Any) -> bytes:
    """A workbook: (ref, formula, cached value) on the sheet Isi; typed cells and defined names beside."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        sheet = made.add_worksheet("Isi")
        for ref, value in typed.items():
            sheet.write(ref, value)
        for ref, formula, value in formulas:
            sheet.write_formula(ref, f"={formula}", value=value)
        for name, place in (nama or {}).items():
            made.define_name(name, place)
    return file.getvalue()


def pressed(kunci: str, host: BerkasHost) -> str:
    """What the button said last; '' where it said nothing."""
    jalankan(kunci, host)
    return host.dikatakan[-1] if host.dikatakan else ""


def _nilai(value: Any) -> Nilai:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value
