"""Builds the LibreOffice add-in from the catalogue of cell functions and the core of the package.

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
from xml.sax.saxutils import escape, quoteattr

import angka_kredit
from angka_kredit.functions import KATALOG
from angka_kredit.functions.registry import Argumen, Fungsi
from angka_kredit.hosts.libreoffice import IMPLEMENTATION, INTERFACE, MODULE, uno_name

HERE = Path(__file__).parent
PACKAGE = Path(angka_kredit.__file__).parent
UNPACKED = "angka_kredit.oxt"
COMPONENT = "angka_kredit_addin.py"

# What runs inside LibreOffice's own Python, where only the standard library is.
CORE = (
    "__init__.py",
    "_version.py",
    "errors.py",
    "rounding.py",
    "words.py",
    "regulations",
    "positions",
    "rules",
    "functions",
    "hosts/__init__.py",
    "hosts/libreoffice.py",
)
CORE_SUFFIXES = (".py", ".toml", ".csv")
EARLIEST = (1980, 1, 1, 0, 0, 0)  # a zip knows no earlier date

MEDIA_TYPES = {
    f"{INTERFACE}.idl": "application/vnd.sun.star.uno-typelibrary;type=RDB",
    COMPONENT: "application/vnd.sun.star.uno-component;type=Python",
    "CalcAddIns.xcu": "application/vnd.sun.star.configuration-data",
}


def contents() -> dict[str, bytes]:
    """path in the add-in -> content, sorted by path."""
    texts = {
        "META-INF/manifest.xml": manifest(),
        "description.xml": description(),
        "CalcAddIns.xcu": calc_add_ins(),
        f"{INTERFACE}.idl": idl(),
    }
    files = {path: text.encode() for path, text in texts.items()}
    files[COMPONENT] = (HERE / COMPONENT).read_bytes()
    files.update({f"pythonpath/angka_kredit/{p.relative_to(PACKAGE).as_posix()}": p.read_bytes() for p in core()})
    files.update(tomli())
    return dict(sorted(files.items()))


def core() -> Iterator[Path]:
    """The package's files that travel."""
    for name in CORE:
        path = PACKAGE / name
        found = path.rglob("*") if path.is_dir() else [path]
        yield from (file for file in found if file.suffix in CORE_SUFFIXES)


def tomli() -> dict[str, bytes]:
    """tomli's Python sources and licence: it stands in for tomllib before Python 3.11."""
    files = {
        path.as_posix(): Path(str(path.locate())).read_bytes()
        for path in distribution("tomli").files or ()
        if path.suffix == ".py" or path.name == "LICENSE"
    }
    return {f"pythonpath/tomli/{Path(path).name}": content for path, content in files.items()}


def idl() -> str:
    """The interface in IDL. `any` also takes an omitted argument and a range."""
    methods = "\n".join(f"    any {_signature(fungsi)};" for fungsi in KATALOG)
    opening = " ".join(f"module {name} {{" for name in MODULE.split("."))
    closing = "}; " * len(MODULE.split("."))
    return f"{opening}\ninterface {INTERFACE}\n{{\n{methods}\n}};\n{closing.strip()}\n"


def calc_add_ins() -> str:
    """What Calc shows: names and help. Every user interface language falls back to en-US."""
    functions = "\n".join(_function(fungsi) for fungsi in KATALOG)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    oor:name="CalcAddIns" oor:package="org.openoffice.Office">
<node oor:name="AddInInfo">
<node oor:name="{IMPLEMENTATION}" oor:op="replace">
<node oor:name="AddInFunctions">
{functions}
</node>
</node>
</node>
</oor:component-data>
"""


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


def _signature(fungsi: Fungsi) -> str:
    arguments = ", ".join(f"[in] any {uno_name(argumen.nama)}" for argumen in fungsi.argumen)
    return f"{uno_name(fungsi.nama)}( {arguments} )" if arguments else f"{uno_name(fungsi.nama)}()"


def _function(fungsi: Fungsi) -> str:
    parameters = "".join(_parameter(argumen) for argumen in fungsi.argumen)
    return (
        f'<node oor:name="{uno_name(fungsi.nama)}" oor:op="replace">'
        f"{_text('DisplayName', fungsi.nama)}{_text('CompatibilityName', fungsi.nama)}"
        f"{_text('Description', fungsi.ringkas)}"
        '<prop oor:name="Category"><value>Add-In</value></prop>'
        f'<node oor:name="Parameters">{parameters}</node></node>'
    )


def _parameter(argumen: Argumen) -> str:
    texts = _text("DisplayName", argumen.nama) + _text("Description", argumen.keterangan)
    return f'\n  <node oor:name="{uno_name(argumen.nama)}" oor:op="replace">{texts}</node>'


def _text(name: str, value: str) -> str:
    return f'<prop oor:name="{name}"><value xml:lang="en-US">{escape(value)}</value></prop>'


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
