"""Numbers before texts and above them: where a butir stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from angka_kredit.lampiran.paths import Outline, joined, parse_part, split_path


@pytest.mark.parametrize(
    ("text", "label", "kind", "bare"),
    [
        ("1. Menyusun rencana", "1", "1", "Menyusun rencana"),
        ("a) Mengumpulkan data", "a", "a", "Mengumpulkan data"),
        ("(2) Mengolah", "2", "1", "Mengolah"),
        ("II. PELAYANAN", "II", "I", "PELAYANAN"),
        ("B. Evaluasi", "B", "A", "Evaluasi"),
        ("3 Menilai", "3", "1", "Menilai"),
        ("1.Tanpa spasi", "1", "1", "Tanpa spasi"),
        ("- film", "", "", "film"),
        ("Ketua", "", "", "Ketua"),
        ("5", "", "", "5"),
        ("Di bidang lain", "", "", "Di bidang lain"),
    ],
)
def test_a_number_before_the_text(text: str, label: str, kind: str, bare: str) -> None:
    part = parse_part(text)
    assert (part.label, part.kind, part.bare, part.text) == (label, kind, bare, text)


def test_a_text_that_tells_its_whole_way() -> None:
    parts = split_path("1. Persiapan > a) Mengumpulkan data > - film")
    assert [part.label for part in parts] == ["1", "a", ""]
    assert joined(parts) == "1. Persiapan > a) Mengumpulkan data > - film"


def ways(*rows: str) -> list[str]:
    """The way of each row; a row that ends in ':' is a heading."""
    outline = Outline()
    return [
        ".".join(part.label or part.bare for part in outline.add(row.removesuffix(":"), row.endswith(":")))
        for row in rows
    ]


def test_levels_by_the_kind_of_number() -> None:
    assert ways("I. X:", "A. X:", "1. x:", "a. x", "b. x", "2. x", "B. X:", "1. x", "II. X:", "A. X:", "1. x") == [
        *("I", "I.A", "I.A.1", "I.A.1.a", "I.A.1.b", "I.A.2", "I.B", "I.B.1", "II", "II.A", "II.A.1"),
    ]


def test_one_kind_at_two_depths_by_what_closes_it() -> None:
    assert ways("1. x:", "a. x:", "1) x", "2) x", "b. x", "2. x") == ["1", "1.a", "1.a.1", "1.a.2", "1.b", "2"]


def test_a_list_goes_on_though_a_bracket_is_forgotten() -> None:
    assert ways("a. x:", "1) x", "2 x", "3) x", "b. x") == ["a", "a.1", "a.2", "a.3", "b"]


def test_the_ninth_letter_is_no_roman_number() -> None:
    assert ways(*(f"{letter}. x" for letter in "abcdefghijk")) == list("abcdefghijk")
    assert ways("1. x:", "i. x", "ii. x", "iii. x", "iv. x", "v. x") == ["1", "1.i", "1.ii", "1.iii", "1.iv", "1.v"]
    assert ways(*(f"{letter}. X:" for letter in "ABCDEFGHIJ")) == list("ABCDEFGHIJ")


def test_headings_without_number() -> None:
    assert ways("Pendidikan:", "Diklat:", "1. x", "2. x", "Penunjang:", "1. x", "Lain") == [
        *("Pendidikan", "Pendidikan.Diklat", "Pendidikan.Diklat.1", "Pendidikan.Diklat.2"),
        *("Penunjang", "Penunjang.1", "Penunjang.Lain"),
    ]


def test_a_row_with_credit_is_no_heading_of_one_without_number() -> None:
    assert ways("1. x:", "a. x", "Ketua", "Anggota") == ["1", "1.a", "1.Ketua", "1.Anggota"]


@given(st.recursive(st.just([]), lambda children: st.lists(children, min_size=1, max_size=4), max_leaves=20))
def test_any_tree_that_is_numbered_as_usual_is_read_as_it_is(tree: list[object]) -> None:
    styles = ["{I}.", "{A}.", "{1}.", "{a}.", "{1})", "{a})"]
    rows: list[str] = []
    wanted: list[str] = []

    def number(children: list[list[object]], depth: int, above: str) -> None:
        for place, child in enumerate(children):
            one = {"I": ["I", "II", "III", "IV"][place], "A": "ABCD"[place], "1": str(place + 1), "a": "abcd"[place]}
            style = styles[depth]
            path = f"{above}{one[style[1]]}"
            rows.append(f"{style.replace('{' + style[1] + '}', one[style[1]])} teks{':' if child else ''}")
            wanted.append(path)
            if depth + 1 < len(styles):
                number(child, depth + 1, f"{path}.")  # type: ignore[arg-type]

    number(tree, 0, "")  # type: ignore[arg-type]
    assert ways(*rows) == wanted
