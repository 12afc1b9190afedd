"""The same plan in a form that is open in a real LibreOffice: the same values as in the closed file."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

import angka_kredit
import office
from angka_kredit.forms.isi import rencana
from angka_kredit.forms.isi.berkas import baca_formulir, isi_berkas
from angka_kredit.forms.isi.tabel import baca_tabel
from isi_contoh import ATAS, BAWAH, NIP, PERINTAH, TEMPLAT, Buku, orang, tabel

NAMES = ("nama", "nip", "golongan", "nama_pangkat", "jenis_kelamin", "tanggal_lahir", "unit_kerja")
HERE = Path(__file__).parent


@contextmanager
def opened(work: Path) -> Iterator[str]:
    """A LibreOffice with the add-in that listens; the name of its pipe."""
    pipe = f"angka_kredit_{work.name}"
    arguments = ["--headless", f"--accept=pipe,name={pipe};urp"]
    process = office.start(
        arguments, work, office.build_addin(work), office.RECALCULATE_ALWAYS, office.clean_environment()
    )
    try:
        yield pipe
    finally:
        office.kill_group(process)


def test_the_same_values_as_in_the_closed_file(need_program: Callable[[str], str], tmp_path: Path) -> None:
    need_program("soffice")
    python = office.uno_python()
    if python is None:
        need_program("python3-uno")
    form, table = tmp_path / "formulir.xlsx", tmp_path / "pegawai.xlsx"
    form.write_bytes(TEMPLAT)
    table.write_bytes(tabel(orang(nama=PERINTAH), kegiatan=[ATAS, BAWAH]))
    paths = [str(path) for path in (Path(angka_kredit.__file__).parents[1], *map(Path, sys.path)) if path.name]
    with opened(tmp_path) as pipe:
        words = [str(python), str(HERE.parent / "uno_isi.py"), pipe, str(form), str(table), *NAMES]
        environment = {**office.clean_environment(), "PYTHONPATH": ":".join(paths)}
        done = subprocess.run(words, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    closed = isi_berkas(TEMPLAT, rencana(baca_tabel(table.read_bytes()).baris[0].orang, baca_formulir(TEMPLAT)))
    book = Buku(closed.data)
    assert found["nama"] == PERINTAH and found["nip"] == NIP
    assert found["tanggal_lahir"] == 31048.0  # 1985-01-01
    for name in set(NAMES) - {"tanggal_lahir"}:
        assert found[name] == (book[name] or ""), name
    assert found["kegiatan_ak"][:2] == pytest.approx([0.1344, 0.9635], abs=1e-12)  # 0,014 x 12 x 80%; 0,047 x 20,5
    assert found["tampak"] == [["SP Tugas Pokok"], [True, True, False, False], 2.0]
    assert found["again"] == 0 and found["formula"] == "TEXT"
