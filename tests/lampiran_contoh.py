"""Tables of a plainly made-up 'Jabatan Contoh', and the commands run as a person runs them: each in its own process."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from angka_kredit.lampiran.header import find_header
from angka_kredit.lampiran.match import match_rows
from angka_kredit.lampiran.outcome import Outcome, Target
from angka_kredit.lampiran.sheets import Sheet
from angka_kredit.lampiran.table import Row, read_rows
from angka_kredit.regulations.schema import Butir, Jenjang

NAMA = "Jabatan Contoh"
JENJANG = """kategori;urutan;jenjang;golongan;pangkat
Terampil;1;Terampil;II/c;Pengatur
Terampil;1;Terampil;II/d;Pengatur Tk. I
Terampil;2;Mahir;III/a;Penata Muda
Ahli;1;Pertama;III/a;Penata Muda
Ahli;1;Pertama;III/b;Penata Muda Tingkat I
Ahli;2;Muda;III/c;Penata
Ahli;3;Madya;IV/a;Pembina
"""
HEADER = ["kategori", "kode", "butir kegiatan", "satuan hasil", "angka kredit", "pelaksana"]
LEVELS = (
    Jenjang("keterampilan", 1, "Terampil", ()),
    Jenjang("keterampilan", 2, "Mahir", ()),
    Jenjang("keahlian", 1, "Pertama", ()),
    Jenjang("keahlian", 2, "Muda", ()),
    Jenjang("keahlian", 3, "Madya", ()),
)
AHLI = LEVELS[2:]


def target(levels: Sequence[Jenjang] = AHLI, butir: Sequence[Butir] = ()) -> Target:
    """The Jabatan Contoh with these jenjang and these butir of its own."""
    known = {row.kode.casefold(): row for row in butir}
    return Target("contoh", NAMA, ("contoh", NAMA), tuple(levels), known, {}, own=not butir)


def own_butir(kode: str, uraian: str, *levels: Jenjang) -> Butir:
    """A butir of the package that is known without its credit."""
    return Butir(kode, uraian, levels, None, "Pasal contoh", "belum_ada")


def rows_of(table: Sequence[Sequence[Any]], name: str = "") -> list[Row]:
    """The rows that are read from a table whose header is among its first rows."""
    sheet = Sheet(name, [list(row) for row in table])
    header = find_header(sheet)
    assert header
    return read_rows(sheet, header, name)


def outcomes(table: Sequence[Sequence[Any]], whose: Target | None = None) -> list[Outcome]:
    return match_rows(rows_of(table), whose or target())


def as_csv(table: Sequence[Sequence[Any]], delimiter: str = ",", encoding: str = "utf-8") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter).writerows(table)
    return text.getvalue().encode(encoding)


class Machine:
    """A person's folder and data folder, and the program on it. Every command is a process of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.data = folder, folder / "data"

    def file(self, name: str, content: str | bytes) -> Path:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def run(self, *args: object) -> subprocess.CompletedProcess[str]:
        return self._python("from angka_kredit.cli import main; main()", *args, "--lampiran", self.data)

    def new(self, table: bytes, name: str = "lampiran.csv", *more: object) -> subprocess.CompletedProcess[str]:
        """Imports the Jabatan Contoh as a new jabatan."""
        ladder = self.file("jenjang.csv", JENJANG)
        return self.run(
            "impor-lampiran", self.file(name, table), "--jabatan", "contoh", "--nama", NAMA, "--jenjang", ladder, *more
        )

    def again(self, table: bytes, jabatan: str = "contoh", *more: object) -> subprocess.CompletedProcess[str]:
        return self.run("impor-lampiran", self.file("lagi.csv", table), "--jabatan", jabatan, *more)

    def call(self, *args: object) -> Any:
        """A cell function, in a fresh process."""
        code = (
            "import json, os, sys; os.environ['ANGKA_KREDIT_DATA'] = sys.argv[2]; import angka_kredit; "
            "print(json.dumps(angka_kredit.call(*json.loads(sys.argv[1]))))"
        )
        done = self._python(code, json.dumps(args), self.data)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def kept(self, jabatan: str = "contoh") -> list[Path]:
        return sorted((self.data / "lampiran" / jabatan).glob("*.csv"))

    def _python(self, code: str, *args: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", code, *map(str, args)]
        return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
