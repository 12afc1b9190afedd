"""Old files through the real LibreOffice: what is recognised in an .xls or .ods is what its .xlsx holds."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from tata_letak import semua

from angka_kredit import xls
from angka_kredit.cli import main
from angka_kredit.errors import Refused
from angka_kredit.kenal import kenali
from angka_kredit.kenal.laporan import baris_teks
from angka_kredit.recalc import office_program


@pytest.fixture(scope="module")
def old(tmp_path_factory: pytest.TempPathFactory, need_program: Callable[[str], str]) -> dict[str, bytes]:
    """The first layout as .xls and .ods."""
    folder = tmp_path_factory.mktemp("lama")
    (folder / "form.xlsx").write_bytes(semua()[0].data)
    for kind in ("xls", "ods"):
        profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
        command = [need_program("soffice"), profile, "--headless", "--convert-to", kind, "form.xlsx"]
        subprocess.run(command, cwd=folder, env=office_program.environment(), check=True, capture_output=True)
    return {kind: (folder / f"form.{kind}").read_bytes() for kind in ("xls", "ods")}


def test_an_old_file_is_recognised_like_its_new_one(old: dict[str, bytes]) -> None:
    assert [xls.jenis(old[kind]) for kind in old] == ["xls", "ods"]
    data, words = xls.terbaca(old["ods"])
    assert ".ods" in words and "LibreOffice" in words and xls.jenis(data) == ""
    assert kenali(data) == kenali(semua()[0].data)


def test_the_command_says_that_it_was_converted(old: dict[str, bytes], tmp_path: Path) -> None:
    path = tmp_path / "lama.xls"
    path.write_bytes(old["xls"])
    told = CliRunner().invoke(main, ["kenali", str(path)])
    assert told.exit_code == 0 and told.output.startswith("KONVERSI berkas .xls")
    assert told.output.splitlines()[1:] == list(baris_teks(kenali(semua()[0].data)))
    assert path.read_bytes() == old["xls"] and list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_converted_is_refused_in_words(
    old: dict[str, bytes], need_program: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    need_program("soffice")
    with pytest.raises(Refused, match="mungkin rusak"):
        xls.sebagai_xlsx(old["ods"][:2000])
    with pytest.raises(Refused, match="kata sandi"):
        xls.sebagai_xlsx(old["xls"][:512] + "EncryptedPackage".encode("utf-16-le"))
    with pytest.raises(Refused, match="tidak selesai"):
        xls.sebagai_xlsx(old["xls"], detik=0.01)
    monkeypatch.setattr(office_program, "program", lambda: None)
    with pytest.raises(Refused, match="LibreOffice, yang tidak ada di komputer ini"):
        xls.terbaca(old["xls"])


def test_a_new_file_needs_none() -> None:
    data = semua()[0].data
    assert xls.terbaca(data) == (data, "")
    assert xls.nama_konversi("C DUPAK 2019.xls") == "C DUPAK 2019 (konversi LibreOffice).xlsx"
