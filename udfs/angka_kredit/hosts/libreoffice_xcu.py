"""What LibreOffice reads about the add-in: its interface (IDL), its functions with their help, its menu and toolbar.

Made from the catalogue of functions and the registry of buttons. Texts are given as en-US, to which every language of
the user interface falls back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from ..functions import KATALOG
from ..functions.registry import Argumen, Fungsi
from .libreoffice import IMPLEMENTATION, INTERFACE, JOB, MENU, MODULE, PROTOKOL, uno_name
from .tindakan import TINDAKAN, Tindakan
from .tindakan.bersama import JUDUL

_CALC = "com.sun.star.sheet.SpreadsheetDocument"
_BAR = f"{MODULE}.bilah"


def idl() -> str:
    """The interface in IDL. `any` also takes an omitted argument and a range."""
    methods = "\n".join(f"    any {_signature(fungsi)};" for fungsi in KATALOG)
    opening = " ".join(f"module {name} {{" for name in MODULE.split("."))
    closing = "}; " * len(MODULE.split("."))
    return f"{opening}\ninterface {INTERFACE}\n{{\n{methods}\n}};\n{closing.strip()}\n"


def calc_add_ins() -> str:
    """The functions. Calc knows categories of its own only, and shows those of any add-in under 'Add-in'."""
    functions = _node("AddInFunctions", "".join(map(_function, KATALOG)))
    return _data("CalcAddIns", _node("AddInInfo", _node(IMPLEMENTATION, functions, new=True)))


def addons() -> str:
    """The menu, with a line between the groups, and the toolbar, whose buttons show their words."""
    menu = _text("Title", JUDUL) + _prop("Context", _CALC) + _node("Submenu", _ordered(_lines()))
    bar = _ordered(map(_button, TINDAKAN))
    bars = _node("OfficeMenuBar", _node(f"{MODULE}.menu", menu, new=True))
    return _data("Addons", _node("AddonUI", bars + _node("OfficeToolBar", _node(_BAR, bar, new=True))))


def bar_name() -> str:
    """How the toolbar is called where toolbars are switched on and off."""
    place = {"Visible": "true", "Docked": "true", "DockingArea": "0", "DockPos": "0,5", "Style": "1"}  # its own row
    state = _text("UIName", JUDUL) + "".join(_prop(name, value) for name, value in place.items())
    bar = _node(f"private:resource/toolbar/addon_{_BAR}", state, new=True)
    return _data("CalcWindowState", _node("UIElements", _node("States", bar)), "org.openoffice.Office.UI")


def protocol() -> str:
    """Which component carries out the addresses of menu and toolbar."""
    return _data("ProtocolHandler", _node("HandlerSet", _node(MENU, _prop("Protocols", f"{PROTOKOL}*"), new=True)))


def jobs() -> str:
    """Which component looks at a workbook after it was opened; a text document does not start Python."""
    job = _node("Jobs", _node(JOB, _prop("Service", JOB) + _prop("Context", _CALC), new=True))
    event = _node("onDocumentOpened", _node("JobList", _node(JOB, "", new=True)), new=True)
    return _data("Jobs", job + _node("Events", event))


def _signature(fungsi: Fungsi) -> str:
    arguments = ", ".join(f"[in] any {uno_name(argumen.nama)}" for argumen in fungsi.argumen)
    return f"{uno_name(fungsi.nama)}( {arguments} )" if arguments else f"{uno_name(fungsi.nama)}()"


def _function(fungsi: Fungsi) -> str:
    names = _text("DisplayName", fungsi.nama) + _text("CompatibilityName", fungsi.nama)
    category = _prop("Category", "Add-In")
    parameters = _node("Parameters", "".join(map(_parameter, fungsi.argumen)))
    return _node(uno_name(fungsi.nama), names + _text("Description", fungsi.ringkas) + category + parameters, new=True)


def _parameter(argumen: Argumen) -> str:
    """LibreOffice calls every argument of the type `any` '(optional)'."""
    words = f"(wajib) {argumen.keterangan}" if argumen.wajib else argumen.keterangan
    texts = _text("DisplayName", argumen.nama) + _text("Description", words)
    return _node(uno_name(argumen.nama), texts, new=True)


def _lines() -> Iterator[str]:
    """The menu's buttons, with a line before each new group."""
    before = TINDAKAN[0].kelompok
    for tindakan in TINDAKAN:
        if tindakan.kelompok != before:
            yield _prop("URL", "private:separator")
        before = tindakan.kelompok
        yield _button(tindakan)


def _ordered(lines: Iterable[str]) -> str:
    """As nodes with names of one length: LibreOffice sorts them by length, then by letters."""
    return "".join(_node(f"m{number:02}", line, new=True) for number, line in enumerate(lines))


def _button(tindakan: Tindakan) -> str:
    words = _prop("URL", PROTOKOL + tindakan.kunci) + _text("Title", tindakan.label)
    return words + _prop("Target", "_self") + _prop("Context", _CALC)


def _data(name: str, nodes: str, package: str = "org.openoffice.Office") -> str:
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:component-data xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
    oor:name="{name}" oor:package="{package}">
{nodes}</oor:component-data>
"""


def _node(name: str, inside: str, new: bool = False) -> str:
    operation = ' oor:op="replace"' if new else ""
    return f'<node oor:name="{name}"{operation}>{inside}</node>\n'


def _prop(name: str, value: str) -> str:
    return f'<prop oor:name="{name}"><value>{escape(value)}</value></prop>'


def _text(name: str, value: str) -> str:
    return f'<prop oor:name="{name}"><value xml:lang="en-US">{escape(value)}</value></prop>'
