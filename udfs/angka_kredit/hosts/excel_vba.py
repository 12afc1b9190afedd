"""The texts that Excel's add-in is made of, from the catalogue and the buttons: VBA, ribbon, autocomplete.

The hand-written part stands in addin/excel/vba; a word between @ signs in it is filled in here."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterable, Iterator
from itertools import chain
from xml.sax.saxutils import quoteattr

from .._version import __version__
from ..functions import KATALOG
from ..functions.registry import CATEGORY, Argumen, Fungsi
from ..resources import folder
from .tindakan import KELOMPOK, TINDAKAN, Tindakan
from .tindakan.bersama import CIRI

MODUL_FUNGSI = "AngkaKreditFungsi"
LEMBAR_BANTUAN = "_IntelliSense_"  # Excel-DNA IntelliSense looks for this name
PASANG = "jalankan `angka-kredit pasang excel`, atau klik dua kali pasang.cmd di folder AngkaKredit"  # and of status
MACRO = "AngkaKredit_{}"  # of a button, in the add-in

# What CVErr knows in every Excel since 2016; any other error of ours becomes #VALUE!.
_GALAT = {
    "#N/A": "xlErrNA",
    "#VALUE!": "xlErrValue",
    "#NUM!": "xlErrNum",
    "#REF!": "xlErrRef",
    "#DIV/0!": "xlErrDiv0",
    "#NAME?": "xlErrName",
    "#NULL!": "xlErrNull",
}
_LAIN = ("#SPILL!", "#CALC!", "#GETTING_DATA")


def modul_pengaya() -> dict[str, str]:
    """name -> source of every module of the add-in, `ThisWorkbook` among them; lines end as VBA writes them."""
    sources = {
        path.stem: _filled(path.read_text(encoding="ascii"))
        for path in sorted((folder("addin") / "excel" / "vba").glob("*.bas"))
        if path.stem != "TombolFormulir"
    }
    return {name: _crlf(text) for name, text in {**sources, MODUL_FUNGSI: _fungsi()}.items()}


def modul_formulir() -> dict[str, str]:
    """name -> source of the module of a form with buttons."""
    text = (folder("addin") / "excel" / "vba" / "TombolFormulir.bas").read_text(encoding="ascii")
    buttons = "\n".join(_sub(f"Tombol_{each.kunci}", each.kunci) for each in tombol_lembar())
    return {"TombolFormulir": _crlf(text.replace("@TOMBOL@", buttons).replace("@PASANG@", PASANG))}


def tombol_lembar() -> list[Tindakan]:
    """The actions that are buttons on a sheet too."""
    return [each for each in TINDAKAN if each.di_lembar]


def pita() -> str:
    """The ribbon's customUI."""
    text = (folder("addin") / "excel" / "ribbon.xml").read_text(encoding="utf-8")
    return text.replace("@KELOMPOK@", "\n".join(map(_kelompok, enumerate(KELOMPOK, start=1))))


def baris_bantuan() -> list[list[str]]:
    """The rows of the sheet of help: function, its text, no help topic, then each argument and its text."""
    heads = [["FunctionInfo"]]
    return heads + [
        [each.nama, each.ringkas, "", *chain.from_iterable((a.nama, _bantuan(a)) for a in each.argumen)]
        for each in KATALOG
    ]


def intellisense() -> str:
    """The same as a file for Excel-DNA IntelliSense, for an add-in that stands where Excel opens nothing by itself."""
    functions = "\n".join(_intellisense(each) for each in KATALOG)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<IntelliSense xmlns="http://schemas.excel-dna.net/intellisense/1.0">'
        f"\n<FunctionInfo>\n{functions}\n</FunctionInfo>\n</IntelliSense>\n"
    )


def _filled(text: str) -> str:
    places = {
        "@XLWINGS@": importlib.metadata.version("xlwings"),  # the DLL's name
        "@PASANG@": PASANG,
        "@VERSI@": __version__,
        "@KATEGORI@": CATEGORY,
        "@CIRI@": ", ".join(map(_quoted, CIRI)),
        "@GALAT@": "\n".join(_cases()),
        "@TOMBOL@": "".join("\n" + _sub(MACRO.format(each.kunci), each.kunci) for each in TINDAKAN).rstrip("\n"),
    }
    for place, value in places.items():
        text = text.replace(place, value)
    return text


def _cases() -> Iterator[str]:
    for shown, constant in _GALAT.items():
        yield f'        Case "{shown}": SelHasil = CVErr({constant})'
    yield f"        Case {', '.join(map(_quoted, _LAIN))}: SelHasil = CVErr(xlErrValue)"


def _sub(nama: str, kunci: str) -> str:
    return f'Public Sub {nama}()\n    Jalankan "{kunci}"\nEnd Sub\n'


def _fungsi() -> str:
    head = (
        f'Attribute VB_Name = "{MODUL_FUNGSI}"\nOption Explicit\n'
        "' One wrapper per function of the catalogue; made by angka_kredit.hosts.excel_vba, not by hand.\n"
    )
    return head + "".join(map(_wrapper, KATALOG))


def _wrapper(fungsi: Fungsi) -> str:
    """The function as Excel sees it. The attribute is its text in lists of functions, even before Workbook_Open."""
    kata = ", True" if fungsi.menjelaskan else ""  # what is wrong with a whole column is told in words
    signature = ", ".join(map(_parameter, fungsi.argumen))
    values = ", ".join(f"NilaiArgumen({nama_vba(each)}{kata})" for each in fungsi.argumen)
    return (
        f"\nPublic Function {fungsi.nama}({signature}) As Variant\n"
        f"Attribute {fungsi.nama}.VB_Description = {_quoted(fungsi.ringkas)}\n"
        f"    {fungsi.nama} = PanggilFungsi({_quoted(fungsi.nama)}, Array({values}))\n"
        "End Function\n"
    )


def _parameter(argumen: Argumen) -> str:
    return f"{'' if argumen.wajib else 'Optional '}{nama_vba(argumen)} As Variant"


def nama_vba(argumen: Argumen) -> str:
    """VBA knows one spelling of a word: an argument called like a function would turn that into small letters."""
    return f"{argumen.nama}nya" if KATALOG.get(argumen.nama) else argumen.nama


def _bantuan(argumen: Argumen) -> str:
    return argumen.keterangan if argumen.wajib else f"(boleh kosong) {argumen.keterangan}"


def _kelompok(numbered: tuple[int, str]) -> str:
    number, label = numbered
    buttons = [each for each in TINDAKAN if each.kelompok == label]
    lines = [
        f"        <group id={quoteattr(f'AngkaKredit_{number}')} label={quoteattr(label)}>",
        *(_button(each, large=each is buttons[0] or each.di_lembar) for each in buttons),
        "        </group>",
    ]
    return "\n".join(lines)


def _button(each: Tindakan, large: bool) -> str:
    attributes = {
        "id": f"AngkaKredit_{each.kunci}",
        "label": each.label,
        "size": "large" if large else "normal",
        "imageMso": each.ikon,
        "screentip": each.label,
        "supertip": each.tip,
        "tag": each.kunci,
        "onAction": MACRO.format("Pita"),
    }
    return f"          <button {_attributes(attributes.items())}/>"


def _intellisense(fungsi: Fungsi) -> str:
    head = _attributes((("Name", fungsi.nama), ("Description", fungsi.ringkas)))
    arguments = "".join(
        f"\n  <Argument {_attributes((('Name', each.nama), ('Description', _bantuan(each))))}/>"
        for each in fungsi.argumen
    )
    return f" <Function {head}>{arguments}\n </Function>"


def _attributes(pairs: Iterable[tuple[str, str]]) -> str:
    return " ".join(f"{name}={quoteattr(value)}" for name, value in pairs)


def _quoted(text: str) -> str:
    return '"' + text.replace('"', '""') + '"'


def _crlf(text: str) -> str:
    return text.replace("\n", "\r\n")
