"""Formulas whose value the engine is known to get wrong without a word: the file is stopped, or the value is right."""

from __future__ import annotations

import pytest

from angka_kredit.errors import Refused
from angka_kredit.recalc.doubt_lookups import is_local
from angka_kredit.recalc.loaded import Place, load
from angka_kredit.recalc.run import recalculate
from angka_kredit.recalc.vote import check_vote
from sheets import SHEET, cached, workbook

OURS = '=ANGKA_KREDIT({},1,"Ahli Muda","pmb")'


@pytest.mark.parametrize(
    ("formulas", "values", "reason"),
    [
        # 3,8 + 1,4 is 5,199999999999999 in binary; Excel compares 15 digits and says 5,2 >= 5,2
        ({"B1": OURS.format(3.8), "B2": OURS.format(1.4), "B3": '=IF(SUM(B1:B2)>=5.2,"ya","tidak")'}, {}, "ROUND"),
        ({"B1": "=A1+A2=0.3"}, {"A1": 0.1, "A2": 0.2}, "ROUND"),
        ({"B1": '="Jumlah: "&A1'}, {"A1": 5.25}, "menyambung"),
        ({"B1": "=LEFT(A1,2)"}, {"A1": 0.1}, "sebagai teks"),
        ({"B1": "=A1*2"}, {"A1": "1.500"}, "teks"),
        ({"B1": "=-A1"}, {"A1": "1,5"}, "semula bukan galat"),
        ({"B1": "=IFERROR(A1*2,0)"}, {"A1": "1,5"}, "teks"),
        ({"B1": "=ROUND(A1,1)"}, {"A1": "1.55"}, "teks"),
        ({"B1": '=SUMIF(A1:A2,">0,5",A1:A2)'}, {"A1": 1}, "kriteria"),
        ({"B1": '=COUNTIF(A1:A2,"60%")'}, {"A1": 0.6}, "kriteria"),
        ({"B1": "=SUM(INDEX(A1:A3,0))"}, {"A1": 1}, "INDEX"),
        ({"B1": '=IFERROR(ANGKA_KREDIT("MUDA-14",1,"Ahli Muda","pmb"),0)'}, {}, "MUDA-14"),
        ({"B1": '=A1="é"'}, {"A1": "É"}, "huruf besar"),
        ({"A1": "=B1+1", "B1": "=A1+1"}, {}, "semula bukan galat"),
    ],
)
def test_a_doubtful_value_stops_the_file(formulas: dict[str, str], values: dict[str, object], reason: str) -> None:
    with pytest.raises(Refused, match=f"sel {SHEET}!.*{reason}"):
        recalculate(workbook(formulas, values))


@pytest.mark.parametrize(
    ("formula", "values", "expected"),
    [
        ("=ROUND(A1+A2,5)=0.3", {"A1": 0.1, "A2": 0.2}, True),
        ('=IF(A1>=5.2,"ya","tidak")', {"A1": 5.2}, "ya"),
        ('=IF(A1="","kosong",A1)', {"A1": 0.3}, 0.3),
        ('=A1&", "&A2', {"A1": "Kota", "A2": 2016}, "Kota, 2016"),
        ("=A1*2-A2", {"A1": 1.5, "A2": 1}, 2),
        ('=COUNTIF(A1:A2,"MADYA-III.2.a")', {"A1": "MADYA-III.2.a"}, 1),
        ("=INDEX(A1:A2,MATCH(7,A1:A2,0))", {"A1": 5, "A2": 7}, 7),
        ('=IFERROR(MATCH("x",A1:A2,0),"tidak ada")', {"A1": 5}, "tidak ada"),
        ('=IFERROR(ANGKA_KREDIT(A1,1,"Ahli Muda","pmb"),0)', {"A1": "1.234"}, 0),
    ],
)
def test_a_plain_value_is_computed(formula: str, values: dict[str, object], expected: object) -> None:
    assert cached(recalculate(workbook({"C1": formula}, values)).data)["C1"] == expected


# A3 is text that some language reads as a number, A4 a number whose text hangs on the language.
DOUBTFUL = {"A3": "1.500", "A4": 0.1}


@pytest.mark.parametrize("vote", [True, False])
@pytest.mark.parametrize(
    ("formula", "values", "expected"),
    [
        ('=IF(A1="",0,A3*2)', {}, 0),
        ("=IF(A1,A3*2,1)", {}, 1),  # blank is FALSE
        ("=IF(ISNUMBER(A3),A3*2,0)", {}, 0),
        ('=IF(A1>1,IF(A2="x",A3*2,7),LEFT(A4,2))', {"A1": 2, "A2": "y"}, 7),
        ('=IFERROR(IF(A1="",0,A3*2),1)', {}, 0),
        ('=IF(FALSE,A4&"",1)+IF(TRUE,2,A4&"")', {}, 3),
    ],
)
def test_a_doubt_in_a_branch_that_is_not_taken_is_none(
    formula: str, values: dict[str, object], expected: object, vote: bool
) -> None:
    outcome = recalculate(workbook({"C1": formula}, DOUBTFUL | values), vote=vote)
    assert cached(outcome.data)["C1"] == expected


@pytest.mark.parametrize(
    ("formula", "values", "reason"),
    [
        ('=IF(A1="",0,A3*2)', {"A1": 1}, "A3"),
        ("=IF(A1,1,A3*2)", {}, "A3"),
        ('=IF(A1>1,IF(A2="x",A3*2,7),LEFT(A4,2))', {"A1": 2, "A2": "x"}, "A3"),
        ('=IF(A1>1,IF(A2="x",A3*2,7),LEFT(A4,2))', {"A1": 0, "A2": "y"}, "A4"),
        ("=IF(TRUE,IFERROR(A3*2,0),1)", {}, "A3"),
        ("=IFERROR(A3*2,IF(FALSE,1,2))", {}, "A3"),
        ("=IF(A4-0.09-0.01,A3*2,1)", {}, "sebagai syarat"),  # the condition itself: 9E-18, 0 in Excel
        ("=IF(A1+A2=0.3,A3*2,1)", {"A1": 0.1, "A2": 0.2}, "membandingkan"),
        ("=IF(IF(A1+A2=0.3,TRUE,FALSE),A3*2,1)", {"A1": 0.1, "A2": 0.2}, "membandingkan"),
    ],
)
def test_a_doubt_in_a_branch_that_is_taken_and_in_the_condition_stops_the_file(
    formula: str, values: dict[str, object], reason: str
) -> None:
    with pytest.raises(Refused, match=f"sel {SHEET}!C1 .*{reason}"):
        recalculate(workbook({"C1": formula}, DOUBTFUL | values))


# Both engines give the same and the vote passes; Excel gives something else. The rules are Microsoft's own, in words.
TOGETHER = [
    # A subtraction of nearly equal numbers at the end of a formula is 0 in Excel ('floating-point arithmetic may give
    # inaccurate results': 1*(.5-.4-.1) is not 0, .5-.4-.1 is). 5,2 - 3,8 - 1,4 leaves 4E-16 in binary
    ("=IF(D1>0,1,2)", {"A1": 5.2, "A2": 3.8, "A3": 1.4}, 2, "ROUND"),
    ("=IF(D1,1,2)", {"A1": 5.2, "A2": 3.8, "A3": 1.4}, 2, "sebagai syarat"),
    ("=IF(AND(D1,TRUE),1,2)", {"A1": 5.2, "A2": 3.8, "A3": 1.4}, 2, "sebagai syarat"),
    ('=COUNTIF(D1:D2,">0")', {"A1": 5.2, "A2": 3.8, "A3": 1.4}, 0, "hampir sama"),
    # Numbers have 15 digits when Excel compares them: '4,35 * 100' is 435 to the eye and to =, not to INT's binary
    ("=INT(A1*100)", {"A1": 4.35}, None, "hampir bulat"),
    ("=ROUNDUP(A1+A2,1)", {"A1": 0.1, "A2": 0.2}, None, "hampir bulat"),
    # 57,8 is 289 x 0,2, so nothing remains; in binary 0,2 does
    ("=MOD(A1,A2)", {"A1": 57.8, "A2": 0.2}, 0, "kelipatannya"),
    # SUMIFS: ranges of another shape are #VALUE!; SUMIF takes as many cells as the first range has
    ('=SUMIFS(A1:A2,B1:B3,"a")', {"A1": 1, "A2": 2, "B1": "a", "B3": "a"}, "#VALUE!", "ukurannya tidak sama"),
    # LEN, LEFT and MID count UTF-16 units: an emoji is two
    ("=LEN(A1)", {"A1": "a\U0001f600"}, 3, "huruf"),
    ("=LEFT(A1,1)", {"A1": "\U0001f600a"}, None, "huruf"),
    # Excel sorts words: hyphens and apostrophes do not count, so 'co-op' comes after 'coma' and before 'cop'
    ("=IF(A1<A2,1,2)", {"A1": "co-op", "A2": "coma"}, 2, "urutan abjad"),
    # 29 February 1900 is day 60 in Excel's calendar (kept from Lotus 1-2-3)
    ("=DATE(1900,A1,29)", {"A1": 2}, 60, "Maret 1900"),
    # a criterion that looks like a date or number is one, in the language of the computer
    ('=COUNTIF(A1:A2,"3/1/2023")', {"A1": "3/1/2023"}, 1, "bahasa komputer"),
    ("=COUNTIF(A1:A2,0.5)", {"A1": "0,5"}, None, "bahasa komputer"),
    # a criterion or text looked up is at most 255 characters long, else #VALUE!
    ("=IFERROR(MATCH(A1,A1:A2,0),-1)", {"A1": "u" * 256}, -1, "255"),
    ("=IFERROR(COUNTIF(A1:A2,A1),-1)", {"A1": "u" * 256}, -1, "255"),
    # an approximate lookup halves the column again and again: what is not sorted is found by chance
    ("=LOOKUP(A1,C1:C4)", {"A1": 2.5, "C1": 1, "C2": 2.5, "C3": -3, "C4": 0}, None, "tidak berurutan"),
    # an exact lookup compares every binary digit: 0,1 + 0,2 is not found among 0,3
    ("=IFERROR(MATCH(A1+A2,C1:C2,0),-1)", {"A1": 0.1, "A2": 0.2, "C1": 0.3}, -1, "hampir sama"),
    # how TRUE and fractions are written hangs on the language
    ('="a"&A1', {"A1": True}, None, "bahasa komputer"),
    ('=CONCATENATE("a",A1)', {"A1": 0.5}, None, "bahasa komputer"),
    ("=VALUE(A1)", {"A1": "1.500"}, None, "bahasa komputer"),
    # a cell holds 32 767 characters; a longer text is #VALUE!
    ("=REPT(A1,30000)&REPT(A1,30000)", {"A1": "x"}, "#VALUE!", "32767"),
]


@pytest.mark.parametrize(("formula", "values", "excel", "reason"), TOGETHER)
def test_what_both_engines_get_wrong_is_looked_for(
    formula: str, values: dict[str, object], excel: object, reason: str
) -> None:
    formulas = {"B9": formula} | ({"D1": "=A1-A2-A3"} if "D1" in formula else {})
    data = workbook(formulas, values)
    with pytest.raises(Refused, match=f"sel {SHEET}!B9 .*{reason}"):
        recalculate(data)
    book = load(data, vote=True)
    check_vote(book)  # the engines agree: without the doubt this would be handed out
    assert excel is None or book.values[Place(SHEET, "B9")] != excel


@pytest.mark.parametrize(
    ("formula", "values", "expected"),
    [
        ("=ROUNDUP(A1,1)", {"A1": 1.1}, 1.1),  # whole as it is written, whatever its binary
        ("=INT(A1/2)", {"A1": 7}, 3),
        ("=MOD(A1,3)", {"A1": 7}, 1),
        ('=COUNTIF(A1:A3,"<>")', {"A1": "a", "A3": 1}, 2),
        ('=COUNTIF(A1:A3,"U2a*")', {"A1": "U2a1", "A2": "U2a2", "A3": "U3"}, 2),
        ("=VLOOKUP(A1,C1:D3,2,FALSE)", {"A1": 0.3, "C1": 0.1, "C2": 0.3, "D2": "ada"}, "ada"),
        ("=MATCH(A1,C1:C3)", {"A1": 2, "C1": 1, "C2": 2, "C3": 3}, 2),
        ("=A1*2", {"A1": "12"}, 24),  # digits alone are a number in every language
        ("=DATE(A1,3,2)", {"A1": 1900}, 62),
        ("=IF(A1<A2,1,2)", {"A1": "Ahli Madya", "A2": "ahli muda"}, 1),
        ("=IF(A1-A2,1,2)", {"A1": 5, "A2": 5}, 2),
        ('=SUMIFS(A1:A3,B1:B3,"a",A1:A3,">1")', {"A1": 1, "A2": 2, "B1": "a", "B2": "A"}, 2),
    ],
)
def test_a_value_without_doubt_is_computed(formula: str, values: dict[str, object], expected: object) -> None:
    assert cached(recalculate(workbook({"B9": formula}, values)).data)["B9"] == expected


@pytest.mark.parametrize(
    "text",
    ["1.500", "0,5", "60%", "3/1/2023", "1-2", "10:30", "Rp5.000", "5 Mei", "Jan 2023", "1e5", "1980010120050110"],
)
def test_texts_that_some_language_reads_as_a_number(text: str) -> None:
    assert is_local(text)


@pytest.mark.parametrize(
    "text", ["", "12", "U2a", "III/c", "MADYA-III.2.a", "Ahli Muda", "19800101 200501 1 001", "-", "."]
)
def test_texts_that_none_does(text: str) -> None:
    assert not is_local(text)


def test_many_errors_are_judged_quickly_enough_to_wait_for() -> None:
    rows = range(1, 1001)
    formulas = {f"A{row}": '=ANGKA_KREDIT(0.5,-1,"Ahli Muda","pmb")' for row in rows}
    formulas |= {f"B{row}": f"=A{row}*2" for row in rows}
    outcome = recalculate(workbook(formulas))
    assert len(outcome.notes) == 1000 and len(outcome.changed) == 2000


def test_a_number_too_large_is_an_error_as_in_excel() -> None:
    with pytest.raises(Refused, match="#NUM!"):
        recalculate(workbook({"B1": "=A1*A1"}, {"A1": 1e300}))


def test_ranges_that_read_too_much_together_stop_the_file_at_once() -> None:
    formulas = {f"AB{row}": "=SUM(B1:Z100000)" for row in range(1, 10)}  # 9 x 2,5 million cells
    with pytest.raises(Refused, match="persempit rentangnya"):
        recalculate(workbook(formulas, {"Z100000": 1}))
    whole_columns = {f"AB{row}": "=SUM(A:Z)" for row in range(1, 10)}  # 26 million each, but few are used
    assert cached(recalculate(workbook(whole_columns, {"B3": 1})).data)["AB9"] == 1
