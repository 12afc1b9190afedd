"""A function of somebody else's with a name of ours is never computed as ours."""

from __future__ import annotations

import pytest

from angka_kredit.errors import Refused
from angka_kredit.hosts.excel_vba import modul_formulir
from angka_kredit.hosts.vba_project import proyek
from angka_kredit.recalc.foreign import is_addin
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.vba_source import Unreadable, decompressed, source
from makro import MAKRO, bermakro
from packages import exchanged, inserted
from sheets import cached, workbook
from tautan import KAMI, bertautan

THEIRS = "file:///C:/Users/a/Terbilang.xlam"
FUNGSI = "Public Function {}(x)\n    {} = x\nEnd Function\n"


def book(formula: str = "TERBILANG(A1)") -> bytes:
    return workbook({"B1": f"={formula}"}, {"A1": 5})


@pytest.mark.parametrize("vote", [True, False], ids=["voted", "cepat"])
@pytest.mark.parametrize(
    ("formula", "links", "who"),
    [
        ("[1]!TERBILANG(A1)", [THEIRS], "Terbilang.xlam"),
        ("UPPER([1]!terbilang(A1))", [THEIRS], "Terbilang.xlam"),
        ("[2]!TERBILANG(A1)", [KAMI, THEIRS], "Terbilang.xlam"),
        ("[1]!TERBILANG(A1)", [], r"tautan \[1\] yang tidak ada"),
        ("[0]!TERBILANG(A1)", [KAMI], "buku kerja ini sendiri"),
        ("[1]!TERBILANG(A1)", ["file:///C:/angka_kredit.xlam/Terbilang.xlam"], "Terbilang.xlam"),
        (r"'C:\Add-in\Terbilang.xlam'!TERBILANG(A1)", [], "Terbilang.xlam"),
    ],
)
def test_of_another_add_in(formula: str, links: list[str], who: str, vote: bool) -> None:
    with pytest.raises(Refused, match=f"sel Contoh!B1 memakai fungsi TERBILANG dari {who}, bukan dari angka_kredit"):
        recalculate(bertautan(book(formula), *links), vote=vote)


@pytest.mark.parametrize(
    "link", [KAMI, r"C:\Program%20Files\ANGKA_KREDIT.XLAM", "angka_kredit.xlam", "/xlstart/angka_kredit.xlam"]
)
def test_of_ours_wherever_it_lies(link: str) -> None:
    found = recalculate(bertautan(book("[2]!TERBILANG(A1)"), THEIRS, link))
    assert cached(found.data)["B1"] == "lima"
    assert is_addin(link) and not is_addin(THEIRS) and not is_addin("bukan_angka_kredit.xlam") and not is_addin("")


@pytest.mark.parametrize(
    "text",
    [
        FUNGSI.format("TERBILANG", "TERBILANG"),
        FUNGSI.format("terbilang", "terbilang"),
        "Function _\n  Terbilang$(ByVal x)\nTerbilang = x\nEnd Function\n",
        "' panjang\n" * 3000 + FUNGSI.format("Terbilang", "Terbilang"),
    ],
)
def test_of_the_workbooks_own_macros(text: str) -> None:
    data = bermakro(book(), proyek({"Modul1": text}, 1))
    with pytest.raises(Refused, match="sel Contoh!B1 memakai fungsi TERBILANG, yang didefinisikan buku kerja ini"):
        recalculate(data)
    with pytest.raises(Refused, match="nama KATA memakai fungsi TERBILANG, yang didefinisikan buku kerja ini"):
        recalculate(bermakro(named("KATA", "TERBILANG(5)", "A1+1"), proyek({"Modul1": text}, 1)))


def test_macros_that_define_other_functions_stay() -> None:
    text = FUNGSI.format("TERBILANGKU", "TERBILANGKU") + FUNGSI.format("PANGKAT", "PANGKAT")
    found = recalculate(bermakro(book(), proyek({"Modul1": text}, 1)))
    assert cached(found.data)["B1"] == "lima"
    assert cached(recalculate(bermakro(book())).data)["B1"] == "lima"


def test_macros_that_cannot_be_read() -> None:
    for broken in (b"bukan proyek", MAKRO[: len(MAKRO) // 2]):
        with pytest.raises(Refused, match="makro buku kerja ini tidak terbaca, sehingga tidak pasti milik siapa"):
            recalculate(bermakro(book(), broken))
        assert cached(recalculate(bermakro(book("A1+1"), broken)).data)["B1"] == 6


def named(name: str, text: str, formula: str = "TERBILANG(A1)") -> bytes:
    defined = f'<definedNames><definedName name="{name}">{text}</definedName></definedNames>'
    return exchanged(book(formula), {"xl/workbook.xml": inserted("<calcPr", defined)})


def test_of_a_lambda() -> None:
    with pytest.raises(Refused, match="TERBILANG, yang didefinisikan buku kerja ini"):
        recalculate(named("Terbilang", "_xlfn.LAMBDA(_xlpm.x,_xlpm.x)"))


def test_our_own_buttons_pass() -> None:
    assert cached(recalculate(bermakro(book(), proyek(modul_formulir(), 1))).data)["B1"] == "lima"


def test_source_of_a_project() -> None:
    text = "".join(f"Public Const C{n} = {n * n}\n" for n in range(2000))  # several chunks, copies of every length
    assert text in source(proyek({"Banyak": text}, 2)).replace("\r\n", "\n")
    assert decompressed(bytes.fromhex("0103B002614500")) == b"a" * 73  # the example of MS-OVBA 3.2.3
    with pytest.raises(Unreadable):
        source(b"\xd0\xcf\x11\xe0")
    with pytest.raises(ValueError):
        decompressed(b"\x02")
