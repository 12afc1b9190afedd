"""Formulas cut into shape and cells: nothing is lost, and copies move as openpyxl moves them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.formula.translate import Translator

from angka_kredit.recalc import formula_reader
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.shapes import HOLE, Cut, cut, fill, moved
from sheets import workbook

refs = st.builds(
    lambda dollar, column, other, row: f"{'$' * dollar}{column}{'$' * other}{row}",
    st.booleans(),
    st.sampled_from(["A", "C", "Z", "AA", "XF"]),
    st.booleans(),
    st.integers(20, 500),
)
pieces = st.one_of(
    refs,
    st.builds("{}:{}".format, refs, refs),
    st.builds("'Lembar ''A1'' {}'!{}".format, st.integers(1, 9), refs),
    st.builds("Data!{}".format, refs),
    st.sampled_from(['"A1 ""B2"""', "1E5", "2.5", "nama_A1", "LOG10(B70)", "TRUE", "#REF!", "'it''s'!$A:$C", "60:61"]),
)
formulas = st.lists(st.tuples(pieces, st.sampled_from(["+", "&", "*", ",", ">="])), min_size=1, max_size=6).map(
    lambda found: "SUM(" + "".join(piece + operator for piece, operator in found) + "1)"
)


@pytest.mark.parametrize(("terms", "kept"), [(90, 1), (110, 0)])
def test_the_process_keeps_no_long_formula(terms: int, kept: int) -> None:
    formula_reader._known.cache_clear()
    recalculate(workbook({"A1": f"=SUM({','.join(['123456789'] * terms)})"}), vote=False)
    assert formula_reader._known.cache_info().currsize == kept


@given(formulas)
def test_a_formula_is_its_shape_and_cells(formula: str) -> None:
    shape, cells = cut(formula)
    assert fill(shape, cells) == formula
    assert shape.count(HOLE) == len(cells)


@given(formulas, st.integers(0, 9), st.integers(-15, 40))
def test_a_copy_reads_as_openpyxl_moves_it(formula: str, right: int, down: int) -> None:
    origin, ref = "B50", f"{chr(ord('B') + right)}{50 + down}"
    assert moved(formula, origin, ref) == Translator(f"={formula}", origin=origin).translate_formula(ref)[1:]


@pytest.mark.parametrize(
    ("formula", "shape", "cells"),
    [
        ("SUM($A$1:b2)", f"SUM({HOLE}:{HOLE})", ("$A$1", "b2")),
        ("'A1'!B2+Data!C3", f"'A1'!{HOLE}+Data!{HOLE}", ("B2", "C3")),
        ('IF(A1="B2",LOG10(C3),Q1!D4)', f'IF({HOLE}="B2",LOG10({HOLE}),Q1!{HOLE})', ("A1", "C3", "D4")),
        ("Tabel[A1]+A1_x+ZZZ1+1E5", "Tabel[A1]+A1_x+ZZZ1+1E5", ()),
    ],
)
def test_only_cells_are_cut_out(formula: str, shape: str, cells: tuple[str, ...]) -> None:
    assert cut(formula) == Cut(shape, cells)


def test_a_copy_cannot_leave_the_sheet() -> None:
    for formula in ("A1+1", "SUM(1:2)"):
        with pytest.raises(ValueError, match=r"A1|1:2"):
            moved(formula, "A2", "A1")
