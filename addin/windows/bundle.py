"""Makes a folder for an office PC without Python and without admin rights: Python, our package, and what it needs.

    python addin/windows/bundle.py PYTHON.zip --sha256 HEX --paket angka_kredit.whl --keluar DIR
    python addin/windows/bundle.py --periksa --paket angka_kredit.whl     downloads and checks the wheels, keeps nothing
    python addin/windows/bundle.py --kunci --paket angka_kredit.whl       resolves anew, rewrites paket-*.txt

PYTHON.zip is the 'embeddable package (64-bit)' that you fetched yourself, HEX its checksum as its publisher prints it.
DIR gets the folder AngkaKredit and the same as AngkaKredit.zip. Not yet seen on Windows: docs/periksa-windows.md."""

from __future__ import annotations

import argparse
import hashlib
import io
import os
import re
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import NamedTuple

try:
    import roda
except ModuleNotFoundError as missing:
    name = str(missing.name).partition(".")[0]
    sys.exit(f"Gagal: perlu pustaka {name}; jalankan: pip install {name}, lalu ulangi.")

HERE = Path(__file__).parent
NAMA = "AngkaKredit"
AMD64 = b"\x64\x86"  # the machine in a program's header
EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip knows no earlier date
SITE = "python/Lib/site-packages"
TOMBOL = f"{SITE}/angka_kredit/bundled/tombol"  # where Buat Formulir finds them
# Where Python looks, and nowhere else: no PYTHONPATH, no packages of the user's own.
PTH = ("python{tag}.zip", ".", r"Lib\site-packages", r"Lib\site-packages\win32", r"Lib\site-packages\win32\lib")


class Salah(Exception):
    """What the person gave cannot be used; the sentence says why."""


class Embed(NamedTuple):
    """The embeddable Python: its version, '3.12', and its files."""

    python: str
    files: dict[str, bytes]

    @property
    def tag(self) -> str:
        return self.python.replace(".", "")


def embed(data: bytes, sha256: str) -> Embed:
    """The files of the embeddable zip, once its checksum and its kind are right."""
    found = hashlib.sha256(data).hexdigest()
    if found != sha256.strip().lower():
        raise Salah(f"sha256 Python itu {found}, bukan {sha256}; unduh lagi, jangan dipakai")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}
    tag = next((match[1] for name in files if (match := re.fullmatch(r"python3(\d+)\._pth", name))), "")
    if not tag or "python.exe" not in files:
        raise Salah("itu bukan 'embeddable package' Python untuk Windows")
    if f"3.{tag}" not in roda.PYTHON:
        raise Salah(f"Python 3.{tag} belum didukung; pakai {' atau '.join(roda.PYTHON)}")
    if _machine(files["python.exe"]) != AMD64:
        raise Salah("itu bukan Python 64-bit (amd64)")
    return Embed(f"3.{tag}", files)


def contents(python: Embed, wheels: list[Path], dibuat: Mapping[str, bytes]) -> dict[str, bytes]:
    """path in the bundle -> content; `dibuat` of what is made for the bundle only."""
    files = {f"python/{name}": data for name, data in python.files.items()} | dict(dibuat)
    files[f"python/python{python.tag}._pth"] = "\r\n".join([*PTH, ""]).format(tag=python.tag).encode()
    for wheel in wheels:
        files.update(_unpacked(wheel))
    for name, data in list(files.items()):  # where Windows looks for them without being told
        if name.startswith(f"{SITE}/pywin32_system32/"):
            files[f"python/{PurePosixPath(name).name}"] = data
    for path in sorted((HERE / "isi").iterdir()):
        files[path.name] = path.read_text(encoding="utf-8").replace("\n", "\r\n").encode()
    sums = "".join(f"{hashlib.sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items()))
    return dict(sorted({**files, "SHA256SUMS": sums.encode()}.items()))


def made(paket: Path) -> dict[str, bytes]:
    """path in the bundle -> what the installed package makes: the forms with buttons, LibreOffice's add-in."""
    with tempfile.TemporaryDirectory() as name:
        os.environ["ANGKA_KREDIT_DATA"] = name  # from the packaged data, not from what was imported on this computer
        try:
            from angka_kredit import __version__
            from angka_kredit.forms import build_all
            from angka_kredit.recalc.office_program import builder

            forms = build_all(tombol=True)
            oxt = Path(name) / "angka_kredit.oxt"
            builder().write_oxt(oxt)
        except ModuleNotFoundError as missing:
            raise Salah(
                f"{missing.name} tidak ada; jalankan: pip install '{paket.name}[tombol]', lalu ulangi"
            ) from None
        if f"-{__version__}-" not in paket.name:
            raise Salah(
                f"yang terpasang versi {__version__}, bukan {paket.name}; pip install {paket.name}, lalu ulangi"
            )
        blank = {f"{TOMBOL}/{form}": data for form, data in forms.items() if "_contoh" not in form}
        return blank | {oxt.name: oxt.read_bytes()}


def write(files: dict[str, bytes], keluar: Path) -> tuple[Path, Path]:
    """The folder and the zip; the same input gives the same bytes. Refuses to write over anything."""
    folder, archive = keluar / NAMA, keluar / f"{NAMA}.zip"
    if folder.exists() or archive.exists():
        raise Salah(f"{keluar} sudah berisi {NAMA}; pilih folder lain")
    for name, data in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as out:
        for name, data in files.items():
            entry = zipfile.ZipInfo(f"{NAMA}/{name}", EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            out.writestr(entry, data)
    return folder, archive


def _machine(exe: bytes) -> bytes:
    """The machine that a Windows program is for, as its header says."""
    header = int.from_bytes(exe[0x3C:0x40], "little")
    return exe[header + 4 : header + 6] if exe[header : header + 4] == b"PE\0\0" else b""


def _unpacked(wheel: Path) -> Iterator[tuple[str, bytes]]:
    """A wheel's files at their places: code in site-packages, data beside python.exe, commands left out."""
    with zipfile.ZipFile(wheel) as archive:
        for name in archive.namelist():
            _, data, rest = name.partition(".data/")
            kind, _, path = rest.partition("/")
            if name.endswith("/") or (data and kind in ("scripts", "headers")):
                continue
            place = f"python/{path}" if data and kind == "data" else f"{SITE}/{path if data else name}"
            yield place, archive.read(name)


def _make(given: argparse.Namespace) -> None:
    python = embed(given.python.read_bytes(), given.sha256)
    with tempfile.TemporaryDirectory() as name:
        wheels = _wheels(python.python, given.paket, Path(name))
        folder, archive = write(contents(python, wheels, made(given.paket)), given.keluar)
    print(f"{folder}: {_mb(sum(path.stat().st_size for path in folder.rglob('*') if path.is_file()))}")
    print(f"{archive}: {_mb(archive.stat().st_size)}, sha256 {hashlib.sha256(archive.read_bytes()).hexdigest()}")


def _wheels(python: str, paket: Path, folder: Path) -> list[Path]:
    """All wheels of a bundle, downloaded by checksum; Salah where one is missing."""
    roda.download(HERE / f"paket-{python}.txt", python, folder)
    wheels = [*sorted(folder.glob("*.whl")), paket]
    if wrong := roda.missing(wheels, python):
        raise Salah("paket yang terkunci tidak lengkap: " + "; ".join(wrong))
    return wheels


def _check(paket: Path) -> None:
    for python in roda.PYTHON:
        with tempfile.TemporaryDirectory() as folder:
            wheels = _wheels(python, paket, Path(folder))
            packed = sum(path.stat().st_size for path in wheels)
            unpacked = sum(len(data) for wheel in wheels for _, data in _unpacked(wheel))
            print(f"Python {python}: {len(wheels)} paket, {_mb(packed)}, terpasang {_mb(unpacked)}; lengkap")


def _mb(size: int) -> str:
    return f"{size / 1e6:.1f} MB".replace(".", ",")


def _alasan(error: Exception) -> str:
    if isinstance(error, zipfile.BadZipFile):
        return "berkas Python atau paketnya bukan .zip yang utuh; unduh lagi, lalu ulangi"
    if isinstance(error, FileNotFoundError):
        return f"{error.filename} tidak ada; periksa letaknya, lalu ulangi"
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename} tidak dapat dibaca atau ditulis ({error.strerror})"
    return str(error)


def main() -> None:
    parser = argparse.ArgumentParser(description="Membuat folder Angka Kredit untuk komputer kantor (Windows).")
    parser.add_argument("python", type=Path, nargs="?", metavar="PYTHON.zip")
    parser.add_argument("--sha256", metavar="HEX")
    parser.add_argument("--paket", type=Path, required=True, metavar="ANGKA_KREDIT.whl")
    parser.add_argument("--keluar", type=Path, metavar="DIR")
    parser.add_argument("--periksa", action="store_true", help="unduh dan periksa paketnya saja")
    parser.add_argument("--kunci", action="store_true", help="tentukan ulang versi paketnya")
    given = parser.parse_args()
    try:
        if given.kunci:
            for python in roda.PYTHON:
                (HERE / f"paket-{python}.txt").write_text(roda.pins(given.paket, python), encoding="utf-8")
        elif given.periksa:
            _check(given.paket)
        elif given.python and given.sha256 and given.keluar:
            _make(given)
        else:
            parser.error("isi PYTHON.zip, --sha256 dan --keluar; atau --periksa")
    except (Salah, OSError, zipfile.BadZipFile) as error:
        sys.exit(f"Gagal: {_alasan(error)}.")


if __name__ == "__main__":
    main()
