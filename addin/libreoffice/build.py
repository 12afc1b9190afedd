"""Builds the LibreOffice add-in from the catalogue of cell functions, the buttons and the core of the package.

    python addin/libreoffice/build.py OUT.oxt [--unpacked DIR]

DIR is for LibreOffice's BUNDLED_EXTENSIONS: it gets the same files unpacked, in a folder of their own. Built
twice, an .oxt is the same to the byte."""

from __future__ import annotations

import argparse
import shutil
import zipfile
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from xml.sax.saxutils import quoteattr

import angka_kredit
from angka_kredit.hosts import libreoffice_xcu
from angka_kredit.hosts.libreoffice import INTERFACE
from angka_kredit.resources import folder

HERE = Path(__file__).parent
PACKAGE = Path(angka_kredit.__file__).parent
INSIDE = "pythonpath/angka_kredit"
UNPACKED = "angka_kredit.oxt"
COMPONENTS = ("angka_kredit_addin.py", "angka_kredit_menu.py")

# What runs inside LibreOffice's own Python, where only the standard library is and what travels along.
CORE = (
    *("__init__.py", "_version.py", "errors.py", "files.py", "resources.py", "rounding.py", "words.py"),
    *("regulations", "positions", "rules", "functions", "lampiran", "forms/isi"),
    *("hosts/__init__.py", "hosts/log.py", "hosts/tindakan"),
    *(
        f"recalc/{name}.py"
        for name in (
            "__init__",
            "formulas",
            "places",
            "shapes",
            "package",
            "zip_entries",
            "limits",
            "links",
            "relations",
            "xml_check",
        )
    ),
)
LEFT = (
    *("lampiran/perintah.py", "lampiran/pilihan.py", "forms/isi/excel.py"),
    *(f"forms/isi/{name}.py" for name in ("laporan", "massal", "periksa", "seorang", "tampak")),  # of the command isi
)
CORE_SUFFIXES = (".py", ".toml", ".csv")
FORMS = "forms/__init__.py"  # in the add-in it makes no form: those are built, and travel along
FORM_SUFFIXES = (".xlsx", ".toml")
LIBRARIES = ("tomli", "openpyxl", "et_xmlfile")  # MIT all three
EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip knows no earlier date

_CONFIGURATION = "application/vnd.sun.star.configuration-data"
_PYTHON = "application/vnd.sun.star.uno-component;type=Python"
TEXTS = {
    "CalcAddIns.xcu": libreoffice_xcu.calc_add_ins,
    "Addons.xcu": libreoffice_xcu.addons,
    "CalcWindowState.xcu": libreoffice_xcu.bar_name,
    "ProtocolHandler.xcu": libreoffice_xcu.protocol,
    "Jobs.xcu": libreoffice_xcu.jobs,
}
MEDIA_TYPES = {
    f"{INTERFACE}.idl": "application/vnd.sun.star.uno-typelibrary;type=RDB",
    **{component: _PYTHON for component in COMPONENTS},
    **{name: _CONFIGURATION for name in TEXTS},
}


def contents() -> dict[str, bytes]:
    """path in the add-in -> content, sorted by path."""
    texts = {
        "META-INF/manifest.xml": manifest(),
        "description.xml": description(),
        f"{INTERFACE}.idl": libreoffice_xcu.idl(),
        **{name: text() for name, text in TEXTS.items()},
        f"{INSIDE}/{FORMS}": '"""The forms travel built, in bundled/templates."""\n',
    }
    files = {path: text.encode() for path, text in texts.items()}
    files.update({name: (HERE / name).read_bytes() for name in COMPONENTS})
    files.update({f"{INSIDE}/{path.relative_to(PACKAGE).as_posix()}": path.read_bytes() for path in core()})
    files.update(forms())
    for library in LIBRARIES:
        files.update(travelling(library))
    return dict(sorted(files.items()))


def core() -> Iterator[Path]:
    """The package's files that travel."""
    for path in [*(PACKAGE / name for name in CORE), *(PACKAGE / "hosts").glob("libreoffice*.py")]:
        found = path.rglob("*") if path.is_dir() else [path]
        names = ((file, file.relative_to(PACKAGE).as_posix()) for file in found)
        yield from (file for file, name in names if file.suffix in CORE_SUFFIXES and name not in LEFT)


def forms() -> dict[str, bytes]:
    """The built forms, and the data from which columns of a table find their cells."""
    source = folder("templates")
    found = [path for path in source.rglob("*") if path.suffix in FORM_SUFFIXES and "contoh" not in path.parts]
    return {f"{INSIDE}/bundled/templates/{path.relative_to(source).as_posix()}": path.read_bytes() for path in found}


def travelling(library: str) -> dict[str, bytes]:
    """The Python sources and licences of an installed library."""
    files = {}
    for path in distribution(library).files or ():
        if path.suffix == ".py":
            files[f"pythonpath/{path.as_posix()}"] = Path(str(path.locate())).read_bytes()
        elif path.name.startswith(("LICENSE", "LICENCE", "AUTHORS")):
            files[f"pythonpath/{library}/{path.name}"] = Path(str(path.locate())).read_bytes()
    return files


def description() -> str:
    return (HERE / "description.xml").read_text(encoding="utf-8").replace("@VERSION@", angka_kredit.__version__)


def manifest() -> str:
    entries = "\n".join(
        f"  <manifest:file-entry manifest:media-type={quoteattr(kind)} manifest:full-path={quoteattr(path)}/>"
        for path, kind in MEDIA_TYPES.items()
    )
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="http://openoffice.org/2001/manifest">
{entries}
</manifest:manifest>
"""


def write_oxt(out: Path) -> None:
    out.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in contents().items():
            entry = zipfile.ZipInfo(path, EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)


def write_unpacked(folder: Path) -> Path:
    """Writes the add-in's own folder anew inside `folder`; returns it."""
    own = folder / UNPACKED
    if own.is_dir():
        shutil.rmtree(own)
    for path, content in contents().items():
        target = own / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return own


def main() -> None:
    parser = argparse.ArgumentParser(description="Builds the LibreOffice add-in.")
    parser.add_argument("out", type=Path, metavar="OUT.oxt")
    parser.add_argument("--unpacked", type=Path, metavar="DIR")
    given = parser.parse_args()
    write_oxt(given.out)
    if given.unpacked:
        write_unpacked(given.unpacked)


if __name__ == "__main__":
    main()
