"""Put into a real LibreOffice with a profile of its own, and taken out again, beside another extension."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest

import office
from angka_kredit import __version__
from angka_kredit.errors import Refused
from angka_kredit.hosts import pasang_libreoffice
from angka_kredit.hosts.libreoffice_perintah import catat_python
from angka_kredit.hosts.pasang_libreoffice import lepas, pasang, pengaya, terpasang, unopkg

NOBODY = 65534
LAIN = "id.contoh.lain"


class Komputer:
    """A user's LibreOffice. LibreOffice takes no extension from root, so a test as root lends it another user."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._user = folder, []
        profile = self.profile = folder / "profil"
        office._write_settings(profile / "user" / "registrymodifications.xcu", office.RECALCULATE_ALWAYS)
        office._write_probe(folder / "probe.xlsx")
        if os.geteuid() == 0:
            self._user = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups"]
            for path in (folder, *folder.rglob("*")):
                os.chown(path, NOBODY, NOBODY)
        self._profile = f"-env:UserInstallation={profile.as_uri()}"
        soffice = Path(shutil.which("soffice") or "").resolve()
        self.unopkg = [*self._user, str(soffice.with_name("unopkg")), self._profile]
        self._soffice = [*self._user, str(soffice), "--headless", "--norestore", self._profile]

    def shown(self) -> object:
        """What a cell with =VERSI_ANGKA_KREDIT() shows in this LibreOffice."""
        done = self._folder / "hasil"
        shutil.rmtree(done, ignore_errors=True)
        command = [*self._soffice, "--convert-to", "xlsx", "--outdir", str(done), str(self._folder / "probe.xlsx")]
        process = subprocess.Popen(command, env=office.clean_environment(), start_new_session=True)
        try:
            process.wait(120)
        finally:
            office.kill_group(process)
        return openpyxl.load_workbook(done / "probe.xlsx", data_only=True)["Probe"]["A1"].value


@pytest.fixture
def komputer(need_program: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> Iterator[Komputer]:
    need_program("soffice")
    with tempfile.TemporaryDirectory(prefix="angka-kredit-pasang-") as name:
        Path(name).chmod(0o755)
        monkeypatch.setenv("HOME", name)
        yield Komputer(Path(name))


@pytest.fixture
def oxt(tmp_path: Path) -> Iterator[Path]:
    """The add-in, where any user may read it."""
    with tempfile.TemporaryDirectory() as name, pengaya() as made:
        Path(name).chmod(0o755)
        yield Path(shutil.copy(made, name))


def another(folder: Path) -> Path:
    """Somebody else's extension, as small as can be."""
    path = folder / "lain.oxt"
    space = 'xmlns="http://openoffice.org/extensions/description/2006"'
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(
            "description.xml", f'<description {space}><identifier value="{LAIN}"/><version value="1.0"/></description>'
        )
        archive.writestr("META-INF/manifest.xml", '<m:manifest xmlns:m="http://openoffice.org/2001/manifest"/>')
    path.chmod(0o644)
    return path


def test_put_in_used_and_taken_out(komputer: Komputer, oxt: Path) -> None:
    pasang_libreoffice._run(komputer.unopkg, "add", str(another(oxt.parent)))
    assert terpasang(komputer.unopkg) is None and lepas(komputer.unopkg) == [
        "Angka Kredit tidak terpasang di LibreOffice."
    ]
    assert __version__ in pasang(komputer.unopkg, oxt)[0]
    for file in komputer.profile.rglob("angka_kredit_addin.py"):
        file.unlink()  # a scanner took it away: LibreOffice lists the add-in still
    assert terpasang(komputer.unopkg) == __version__
    assert pasang(komputer.unopkg, oxt) == ["Sudah terpasang; dimasukkan ulang tanpa perubahan."]
    assert terpasang(komputer.unopkg) == __version__ and komputer.shown() == __version__
    assert "Dilepas" in lepas(komputer.unopkg)[0]
    assert terpasang(komputer.unopkg) is None and komputer.shown() == "#NAME?"
    assert LAIN in pasang_libreoffice._run(komputer.unopkg, "list")


def test_what_libreoffice_refuses_is_told_in_words(komputer: Komputer, oxt: Path) -> None:
    broken = oxt.with_name("rusak.oxt")
    broken.write_bytes(b"no zip")
    broken.chmod(0o644)
    with pytest.raises(Refused, match=r"LibreOffice menolak: \w+"):
        pasang(komputer.unopkg, broken)
    with pytest.raises(Refused, match="tidak dapat dijalankan"):
        pasang([str(oxt.with_name("tidak-ada"))], oxt)


def test_without_a_libreoffice_fit_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pasang_libreoffice, "program", lambda: None)
    with pytest.raises(Refused, match="tidak ditemukan"):
        unopkg()
    monkeypatch.setattr(pasang_libreoffice, "program", lambda: "/usr/bin/soffice")
    monkeypatch.setattr(pasang_libreoffice, "version", lambda office: (7, 4))
    with pytest.raises(Refused, match=r"7\.4 terlalu lama"):
        unopkg()
    first, second = pasang_libreoffice.status()
    assert first[0].startswith("LibreOffice 7.4") and "25.2" in second[1]  # status ends with something to do


def test_status_looks_for_the_noted_python(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ANGKA_KREDIT_DATA", str(tmp_path))
    monkeypatch.setattr(pasang_libreoffice, "program", lambda: None)
    monkeypatch.setattr(pasang_libreoffice, "unopkg", lambda: ["unopkg"])
    monkeypatch.setattr(pasang_libreoffice, "terpasang", lambda command: __version__)
    assert [todo for _, todo in pasang_libreoffice.status()] == ["", pasang_libreoffice.ULANG]  # opened by hand
    catat_python()
    assert [todo for _, todo in pasang_libreoffice.status()] == [""]
    (tmp_path / "libreoffice-python.txt").write_text(str(tmp_path / "gone" / "python"), encoding="utf-8")
    _, (words, todo) = pasang_libreoffice.status()
    assert "tidak ada lagi" in words and todo == pasang_libreoffice.ULANG
