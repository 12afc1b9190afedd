"""The cell functions in real LibreOffice cells, inside other functions, and what only Calc does.

That each function shows the same as everywhere is in test_same_answer.py."""

from __future__ import annotations

import struct
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

import office
from angka_kredit import __version__, call
from angka_kredit.functions import KATALOG
from angka_kredit.hosts.libreoffice import error_nan, methods, to_calc, uno_name
from sheets import literal

MUDA, PMB, MADYA = '"Ahli Muda"', '"pmb"', '"Ahli Madya"'
SATU = f"ANGKA_KREDIT(0.014,1,{MUDA},{PMB},{MADYA})"  # 80% x 0,014 = 0,0112
NEGATIF = f"ANGKA_KREDIT(0.014,-1,{MUDA},{PMB})"  # #NUM!
TAK_ADA = f'ANGKA_KREDIT("MADYA-99",1,{MUDA},{PMB})'  # #N/A
KOSONG = f"ANGKA_KREDIT(A1,1,{MUDA},{PMB})"  # A1 is blank: ''
JENJANG = f'JENJANG_DARI_AK(C2,{PMB},"keahlian")'  # C2 is 200: Ahli Muda

# What the formulas below refer to, on the same sheet.
DATA: dict[str, float | str] = {
    **{"B1": 0.014, "B2": 0.047, "B4": 0.028},  # B3 is blank
    **{"C1": 100, "C2": 200, "C3": 1, "C4": 400},
    **{"D1": "III/a", "D2": "III/b", "D3": "III/c"},
    **{"E1": "Ahli Pertama", "E2": "Ahli Muda", "E3": "Ahli Madya", "F1": 8, "F2": 9, "F3": 10},
    **{"G1": "0,014", "G2": "3,5", "G3": "1.234", "H1": True, "I1": "III/a", "I2": "=NA()"},
}

# One formula a cell; every value follows from the articles in tests/examples or is worked out beside it.
SCALAR: dict[str, float | str] = {
    "VERSI_ANGKA_KREDIT()": __version__,
    SATU: 0.0112,
    SATU.lower(): 0.0112,
    # blank cells, omitted arguments, text numbers, TRUE
    KOSONG: "",
    f"ANGKA_KREDIT(0.014,A1,{MUDA},{PMB})": 0,
    f"ANGKA_KREDIT(0.014,,{MUDA},{PMB})": 0,
    f"ANGKA_KREDIT(0.014,1,{MUDA},{PMB},,,2)": 0.01,
    f"ANGKA_KREDIT(G1,G2,{MUDA},{PMB})": 0.049,  # 0,014 x 3,5
    f"ANGKA_KREDIT(0.014,G3,{MUDA},{PMB})": "#VALUE!",
    f"ANGKA_KREDIT(0.014,H1,{MUDA},{PMB})": 0.014,
    f"ANGKA_KREDIT(0.1+0.2,1,{MUDA},{PMB})": 0.3,
    'AK_KUMULATIF("III/c")': "#VALUE!",
    "AK_KUMULATIF()": "#VALUE!",
    f'AK_KUMULATIF("III/c",{PMB},1)': "#VALUE!",
    # errors in, errors out
    f"ANGKA_KREDIT(NA(),1,{MUDA},{PMB})": "#N/A",
    f"ANGKA_KREDIT(0.014,1/0,{MUDA},{PMB})": "#DIV/0!",
    f"ANGKA_KREDIT(0.014,{NEGATIF},{MUDA},{PMB})": "#NUM!",
    f"ANGKA_KREDIT(0.014,I2,{MUDA},{PMB})": "#N/A",
    NEGATIF: "#NUM!",
    TAK_ADA: "#N/A",
    f"ERROR.TYPE({NEGATIF})": 6,
    f"ISNA({TAK_ADA})": True,
    f'IFERROR({NEGATIF},"salah")': "salah",
    f"_xlfn.IFNA({TAK_ADA},5)": 5,
    f"SUM({SATU},{TAK_ADA})": "#N/A",
    # numbers inside other functions
    f"ROUND({SATU},3)": 0.011,
    f"ROUND(SUM({SATU},{SATU}),4)": 0.0224,
    f"IF({SATU}>0.01,{SATU}*10,0)": 0.112,
    f'VLOOKUP(AK_KUMULATIF("III/c",{PMB}),C1:E4,3,FALSE)': "Ahli Muda",
    # texts inside other functions
    f'{JENJANG}="Ahli Muda"': True,
    f'IF({JENJANG}="Ahli Madya","ya","tidak")': "tidak",
    f"VLOOKUP({JENJANG},E1:F3,2,FALSE)": 9,
    f'FAKTOR_JENJANG({JENJANG},{MADYA},"pmb")': 0.8,
    f'{KOSONG}=""': True,
    f"{KOSONG}+1": "#VALUE!",
    # ranges inside other functions: row by row
    f"SUM(AK_KUMULATIF(D1:D3,{PMB}))": 450,  # 100 + 150 + 200
    f"INDEX(AK_KUMULATIF(D1:D3,{PMB}),3)": 200,
    f'SUMPRODUCT(--(JENJANG_DARI_AK(C1:C2,{PMB},"keahlian")="Ahli Muda"))': 1,
    f"ROUND(SUM(ANGKA_KREDIT(B1:B4,1,{MUDA},{PMB})),3)": 0.089,  # 0,014 + 0,047 + blank + 0,028
    "AK_KUMULATIF(D1:D3,B1:B2)": "#VALUE!",  # sizes differ
    f"SUM(AK_KUMULATIF(D:D,{PMB}))": "#VALUE!",  # a whole column
}

# Array formulas (Ctrl+Shift+Enter), one result a row.
ARRAYS: dict[str, tuple[str, list[float | str]]] = {
    "M1:M3": (f"AK_KUMULATIF(D1:D3,{PMB})", [100, 150, 200]),
    "N1:N4": (f"ANGKA_KREDIT(B1:B4,C1:C4,{MUDA},{PMB})", [1.4, 9.4, "", 11.2]),
    "O1:O2": (f'JENJANG_DARI_AK(C1:C2,{PMB},"keahlian")', ["Ahli Pertama", "Ahli Muda"]),
    "P1:P4": (f'JENJANG_DARI_AK(C1:C4,{PMB},"keahlian")', ["Ahli Pertama", "Ahli Muda", "#NUM!", "Ahli Madya"]),
}
READING_ARRAYS: dict[str, float | str] = {
    "ROUND(SUM(N1:N4),3)": 22,  # 1,4 + 9,4 + blank + 11,2
    "COUNT(N1:N4)": 3,
    "LEN(N3)": 0,
    'O2="Ahli Muda"': True,
    'MATCH("Ahli Muda",O1:O2,0)': 2,
    "ERROR.TYPE(P3)": 6,
}

# What Calc does otherwise than Excel, and why. When a later Calc does better, these fail and go.
QUIRKS: dict[str, tuple[float | str, str]] = {
    f"AK_KUMULATIF(D1:D3,{PMB})": (100, "Calc has no spill: one cell shows the first row only"),
    f"SUM(AK_KUMULATIF(I1:I2,{PMB}))": ("#VALUE!", "Calc hands no range that holds an error to an add-in: Err:504"),
    'P2="Ahli Muda"': (False, "of rows that mix texts and errors, Calc keeps the texts outside its pool of texts"),
    'N3=""': (False, "likewise of rows that mix texts and numbers; LEN(N3)=0 is right"),
}

EXPECTED = {**SCALAR, **READING_ARRAYS, **{formula: value for formula, (value, _why) in QUIRKS.items()}}
CELL_OF = {formula: f"Z{row}" for row, formula in enumerate(EXPECTED, start=1)}
JELASKAN_ARGUMENTS: list[Any] = ["ANGKA_KREDIT", 0.014, 1, "Ahli Muda", "pmb", "Ahli Madya"]

Shown = dict[tuple[str, str], office.Value]


def typed(fungsi: str, arguments: list[Any]) -> str:
    return f"={fungsi}({','.join(map(literal, arguments))})"


def write_value(sheet: Worksheet, cell: str, value: Any) -> None:
    if value == "":
        value = '=""'  # a cell holds empty text in no other way
    if isinstance(value, str) and value.startswith("="):
        sheet.write_formula(cell, value, value=office.SEED)
    elif isinstance(value, str):
        sheet.write_string(cell, value)
    elif value is not None:
        sheet.write(cell, value)


def write_formulas(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Susun")
        for cell, value in DATA.items():
            write_value(sheet, cell, value)
        for formula, cell in CELL_OF.items():
            write_value(sheet, cell, f"={formula}")
        for cells, (formula, _expected) in ARRAYS.items():
            sheet.write_array_formula(cells, f"{{={formula}}}", value=office.SEED)
        catalogue = book.add_worksheet("Katalog")
        for row, fungsi in enumerate(KATALOG, start=1):
            write_value(catalogue, f"A{row}", f"={fungsi.nama}()")
        write_value(catalogue, "B1", typed("JELASKAN", JELASKAN_ARGUMENTS))
    return path


@pytest.fixture(scope="session")
def formulas(need_program: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Shown:
    need_program("soffice")
    folder = tmp_path_factory.mktemp("libreoffice")
    (shown,) = office.recalculate([write_formulas(folder / "susun.xlsx")], folder / "work")
    return shown


@pytest.mark.parametrize("formula", EXPECTED)
def test_formulas(formulas: Shown, formula: str) -> None:
    shown, expected = formulas["Susun", CELL_OF[formula]], EXPECTED[formula]
    assert (type(shown) is bool, shown) == (type(expected) is bool, expected)


@pytest.mark.parametrize("cells", ARRAYS)
def test_array_formulas(formulas: Shown, cells: str) -> None:
    _formula, expected = ARRAYS[cells]
    assert [formulas["Susun", f"{cells[0]}{row}"] for row, _ in enumerate(expected, start=1)] == expected


@pytest.mark.parametrize(("row", "nama"), list(enumerate(KATALOG.names(), start=1)))
def test_calc_knows_every_function(formulas: Shown, row: int, nama: str) -> None:
    assert formulas["Katalog", f"A{row}"] == call(nama) != "#NAME?"


def test_explanation_is_the_same_text(formulas: Shown) -> None:
    assert formulas["Katalog", "B1"] == call("JELASKAN", *JELASKAN_ARGUMENTS)


def test_refuses_an_office_without_the_add_in(
    need_program: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need_program("soffice")
    monkeypatch.setattr(office, "build_addin", lambda work: work)
    with pytest.raises(office.OfficeError, match="without the add-in"):
        office.recalculate([write_formulas(tmp_path / "susun.xlsx")], tmp_path / "work")


def test_leaves_nothing_running_after_a_time_out(need_program: Callable[[str], str], tmp_path: Path) -> None:
    need_program("soffice")
    with pytest.raises(office.OfficeError, match="did not end"):
        office.recalculate([write_formulas(tmp_path / "susun.xlsx")], tmp_path / "work", timeout=0.3)
    for _attempt in range(50):  # a killed process takes a moment to go
        if not any(bytes(tmp_path) in command for command in running_commands()):
            return
        time.sleep(0.1)
    pytest.fail("LibreOffice is still running")


def running_commands() -> Iterator[bytes]:
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        with suppress(OSError):  # it may end while we look
            yield path.read_bytes()


def test_errors_are_the_nans_that_calc_shows() -> None:
    numbers = {"#N/A": 32767, "#VALUE!": 519, "#NUM!": 503, "#REF!": 524, "#DIV/0!": 532, "#NAME?": 525}
    for error, number in numbers.items():
        assert struct.pack(">d", error_nan(error)) == (0x7FF8 << 48 | number).to_bytes(8, "big")


def test_errors_that_calc_lacks_become_value() -> None:
    assert struct.pack(">d", error_nan("#SPILL!")) == struct.pack(">d", error_nan("#VALUE!"))


def test_values_go_back_as_they_are_and_rows_as_tuples() -> None:
    assert to_calc(0.5) == 0.5
    assert to_calc("") == ""
    assert to_calc([[1.0, "a"], [2.0, ""]]) == ((1.0, "a"), (2.0, ""))


def test_errors_among_rows_become_nans() -> None:
    rows = to_calc([[1.0], ["#N/A"]])
    assert isinstance(rows, tuple)
    one, error = [struct.pack(">d", value) for (value,) in rows]
    assert one == struct.pack(">d", 1.0)
    assert error == struct.pack(">d", error_nan("#N/A"))


def test_methods_take_what_calc_hands_over() -> None:
    method = methods()["angkaKredit"]
    assert method(0.014, 1.0, "Ahli Muda", "pmb", "Ahli Madya", None, None) == 0.0112
    assert method(0.0, 1.0, "Ahli Muda", "pmb", None, None, None) == ""
    assert method((("",), (0.047,)), 2.0, "Ahli Muda", "pmb", None, None, None) == (("",), (0.094,))


def test_names_without_underscores_stay_apart() -> None:
    assert uno_name("JENJANG_DARI_AK") == "jenjangDariAk"
    assert len(methods()) == len(KATALOG.names())
