"""The summary on the screen: the numbers that the workbook holds, each requirement with its article."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from angka_kredit.cli import main
from sheets import workbook

TEMPLATES = Path(__file__).parents[2] / "templates"


def ringkas(path: Path) -> Result:
    return CliRunner().invoke(main, ["ringkas", str(path)])


def lines(stem: str) -> list[list[str]]:
    """The words of every line."""
    result = ringkas(TEMPLATES / f"{stem}.xlsx")
    assert result.exit_code == 0, result.output
    return [line.split() for line in result.output.splitlines()]


def after(found: list[list[str]], label: str) -> tuple[list[str], str]:
    """What stands behind this label, and the line below it."""
    words = label.split()
    (number,) = [n for n, line in enumerate(found) if line[: len(words)] == words]
    return found[number][len(words) :], " ".join(found[number + 1])


def test_what_is_short_by_unsur_with_its_article() -> None:
    # LAMA 250,5. BARU 1,05 + 6 + 5 + 12 + 4,8 + 2,4 + 3 (own) + 0,6 x 4 x 80% + 0,01 x 50 (other jenjang)
    # + 6 x 60% (two authors) + 2 (penunjang) = 42,27; together 292,77, and III/d asks 300
    found = lines("assessor_muda_contoh")
    assert after(found, "Golongan ruang yang dituju")[0] == ["III/d"]
    assert after(found, "Angka kredit kumulatif")[0] == ["300,000", "292,770", "7,230"]
    # outside the diploma: 292,77 - 100 - penunjang 12 = 180,77 of 80% x (300 - 100) = 160
    numbers, dasar = after(found, "Unsur utama di luar ijazah")
    assert numbers == ["160,000", "180,770", "0,000"] and "PermenPANRB 41/2012, Pasal 12 ayat (2)" in dasar
    numbers, dasar = after(found, "Pengembangan profesi")
    assert numbers == ["4,000", "3,600", "0,400"] and "PermenPANRB 41/2012, Pasal 13 ayat (2)" in dasar


def test_a_rule_that_the_text_has_not_is_said_in_words() -> None:
    numbers, words = after(lines("pmb_ahli_muda_contoh"), "Pengembangan profesi")
    assert numbers == ["4,000"] and "tidak memuat" in words


def test_the_regime_since_2023() -> None:
    # 61,5 + 12,5 + 18,75 + 2/12 x 12,5 = 94,8333..., of 100
    found = lines("konversi_2023_contoh")
    numbers, dasar = after(found, "Diminta untuk pangkat berikut")
    assert numbers == ["100,00", "94,83", "5,17"] and "Dasar: " in dasar
    assert after(found, "Dapat naik pangkat mulai")[0] == ["1", "Oktober", "2025"]
    assert not {"Kategori", "Urutan", "Kelebihan"} & {line[0] for line in found if line}


def test_ammi_looks_the_same() -> None:
    # 59,375 of 50 for the next rank, of 100 for the next jenjang
    found = lines("ammi_ahli_pertama_contoh")
    assert after(found, "Diminta untuk pangkat berikut")[0] == ["50,000", "59,375", "0,000"]
    assert after(found, "Diminta untuk jenjang berikut")[0] == ["100,000", "59,375", "40,625"]
    assert ["DISYARATKAN", "ADA", "KURANG"] in found


def test_no_form_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "lain.xlsx"
    path.write_bytes(workbook({"B1": '=AK_KUMULATIF("III/c","pmb")'}))
    result = ringkas(path)
    assert result.exit_code == 1 and "tidak mempunyai ringkasan" in result.output
