"""The second engine: what the first alone would get wrong stops the file, the cell named with both values."""

from __future__ import annotations

import re

import ironcalc
import pytest

from angka_kredit.errors import Undecided
from angka_kredit.recalc import engines
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.values import Value
from packages import SHEET1, exchanged, replacing
from sheets import SHEET, cached, workbook

OURS = 'ANGKA_KREDIT({},1,"Ahli Muda","pmb")'
VALUES = {"A1": 3, "A2": 0.5, "A3": "Ahli Muda", "A4": "x"}


@pytest.mark.parametrize(
    ("formula", "values", "both"),
    [
        ("=POWER(A1,A1)", {"A1": 0}, "1 dan #NUM!"),  # Excel: 0 to the power 0 is #NUM!
        ('=IFERROR(IF("TRUE",1,2),3)', {}, "3 dan 1"),  # Excel reads the text TRUE as a logical value
        ("=UPPER(A1)", {"A1": "éa"}, "'éA' dan 'ÉA'"),  # Excel knows letters beyond ASCII
        ('=PROPER("2nd")', {}, "'2nd' dan '2Nd'"),  # Excel: a capital after anything that is no letter
        ('=TEXT(A1,"0")', {"A1": 2.5}, "'3' dan '2'"),  # Excel rounds halves away from zero
    ],
)
def test_where_the_engines_differ_the_file_is_stopped(formula: str, values: dict[str, object], both: str) -> None:
    with pytest.raises(Undecided, match=re.escape(f"sel {SHEET}!B1 berbeda menurut dua mesin hitung: {both}")):
        recalculate(workbook({"B1": formula}, values))


CELLS = {
    "B1": "=A1*2",
    "B2": f"={OURS.format('A2*2')}",  # a native formula inside ours
    "B3": f'=IF(A1>2,{OURS.format("A2")}+1,"")',  # and around it
    "B4": "=B1+B2+B3",
    "B5": "=A3&A4",
    "B6": f"={OURS.format('A2')}",
}


def corrupted(monkeypatch: pytest.MonkeyPatch, spoil: dict[str, Value]) -> None:
    """The first engine errs in these cells."""
    right = engines.Formualizer._values
    monkeypatch.setattr(
        engines.Formualizer,
        "_values",
        lambda self, sheet, refs: [
            spoil.get(ref, value) for ref, value in zip(refs, right(self, sheet, refs), strict=True)
        ],
    )


def test_what_agrees_is_computed() -> None:
    outcome = recalculate(workbook(CELLS, VALUES))
    values = cached(outcome.data)
    assert [values[ref] for ref in CELLS] == [6, 1, 1.5, 8.5, "Ahli Mudax", 0.5]
    assert outcome.voted and not recalculate(workbook({"B1": "=A1*2"}, VALUES), vote=False).voted


@pytest.mark.parametrize(
    ("ref", "wrong", "right"),
    [("B1", 6.001, "6"), ("B3", 1.0, "1,5"), ("B4", "8.5", "8,5"), ("B5", "ahli mudax", "'Ahli Mudax'")],
)
def test_an_error_in_any_native_cell_is_found(
    ref: str, wrong: Value, right: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    corrupted(monkeypatch, {ref: wrong})
    with pytest.raises(Undecided, match=rf"{SHEET}!{ref} berbeda menurut dua mesin hitung: .* dan {right}"):
        recalculate(workbook(CELLS, VALUES))


def test_an_argument_of_ours_is_computed_twice_too(monkeypatch: pytest.MonkeyPatch) -> None:
    right = engines.Formualizer.compute
    monkeypatch.setattr(
        engines.Formualizer,
        "compute",
        lambda self, formulas: [
            1.25 if formula.endswith("A2*2") else value
            for formula, value in zip(formulas, right(self, formulas), strict=True)
        ],
    )
    with pytest.raises(Undecided, match=rf"{SHEET}!B2, bagian A2\*2, berbeda .*: 1,25 dan 1"):
        recalculate(workbook(CELLS, VALUES))


def test_a_cell_that_two_readers_read_differently_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    corrupted(monkeypatch, {"A2": 0.6})
    with pytest.raises(Undecided, match=rf"{SHEET}!A2 dibaca berbeda oleh dua pembaca: 0,5 dan 0,6"):
        recalculate(workbook({"B6": CELLS["B6"]}, VALUES))


@pytest.mark.parametrize(("held", "read"), [(True, 1.0), (1, True)])
def test_readers_that_differ_in_the_kind_of_a_value_differ(
    held: object, read: Value, monkeypatch: pytest.MonkeyPatch
) -> None:
    corrupted(monkeypatch, {"A2": read})
    with pytest.raises(Undecided, match=rf"{SHEET}!A2 dibaca berbeda oleh dua pembaca"):
        recalculate(workbook({"B6": f"=JELASKAN({CELLS['B6'][1:].replace('A2', 'A1')},A2)"}, {"A1": 0.5, "A2": held}))


def test_every_kind_of_typed_cell_is_read_alike() -> None:
    values = {"A1": 1.5, "A2": "teks & <b>", "A3": True, "A4": " dua spasi ", "A5": "#N/A", "A6": -1e-7}
    formulas = {f"B{row}": f"=A{row}" for row in range(1, 7)} | {"C1": '=JELASKAN("ANGKA_KREDIT",A1,A2,A3,A4,A6)'}
    shown = cached(recalculate(workbook(formulas, values)).data)
    assert [shown[f"B{row}"] for row in range(1, 7)] == [1.5, "teks & <b>", True, " dua spasi ", "#N/A", -1e-7]


@pytest.mark.parametrize("formula", ["=COUNT(A1:A2)", '=IFERROR(A1*2,"salah")', "=IF(ISERROR(Contoh!$A$1),1,2)"])
@pytest.mark.parametrize(
    "cell",
    [
        '<c r="A1" t="b"><v>false</v></c>',
        f'<c r="A1" t="s"><v>{"0" * 5000}</v></c>',
        '<c r="A1"><v>1e999</v></c>',
        '<c r="A1" t="s"><v>0</v></c>',  # a text with spaces around it that does not say it keeps them
    ],
)
def test_without_a_vote_too_both_readers_must_read_the_same(formula: str, cell: str) -> None:
    data = workbook({"B1": formula}, {"A1": 1, "A2": "teks", "A3": 3})
    assert recalculate(data, vote=False).changed
    spaced = replacing("<si><t>teks</t></si>", "<si><t> teks </t></si>")
    data = exchanged(data, {"xl/sharedStrings.xml": spaced, SHEET1: replacing('<c r="A1"><v>1</v></c>', cell)})
    with pytest.raises(Undecided, match=r"dua pembaca|teks bersama"):
        recalculate(data, vote=False)


def test_without_a_vote_a_cell_that_no_formula_reads_may_be_read_differently() -> None:
    data = workbook({"B1": "=A1*2"}, {"A1": 1, "A2": True})
    odd = exchanged(data, {SHEET1: replacing('t="b"><v>1<', 't="b"><v>false<')})
    assert recalculate(odd, vote=False).changed


def test_rich_and_inline_text_are_read_alike() -> None:
    data = workbook({"B1": '=A1&"!"', "B2": '=IF(ISNUMBER(MATCH(A1,A1:A2,0)),"ada","")'}, {"A1": "tanda"})
    rich = (
        "<si><r><t xml:space='preserve'>kaya </t></r><r><rPr><b/></rPr><t>raya</t></r>"
        "<rPh sb='0' eb='1'><t>x</t></rPh></si>"
    )
    data = exchanged(data, {"xl/sharedStrings.xml": replacing("<si><t>tanda</t></si>", rich)})
    assert cached(recalculate(data).data)["B1"] == "kaya raya!"
    inline = replacing('<c r="A1" t="s"><v>0</v></c>', '<c r="A1" t="inlineStr"><is><t>di tempat</t></is></c>')
    assert cached(recalculate(exchanged(data, {SHEET1: inline})).data)["B1"] == "di tempat!"


def test_a_failure_of_the_second_engine_is_a_refusal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ironcalc, "create", lambda *_: ironcalc.test_panic())
    with pytest.raises(Undecided, match="mesin pembanding tidak dapat menghitungnya"):
        recalculate(workbook({"B1": "=1+1"}))
    assert recalculate(workbook({"B1": "=1+1"}), vote=False).changed


def test_a_sheet_is_known_in_any_case() -> None:
    data = workbook({"B2": f"={OURS.format('CONTOH!A2')}"}, VALUES)
    assert cached(recalculate(data).data)["B2"] == 0.5
