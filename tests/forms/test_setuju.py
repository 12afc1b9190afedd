"""They stay right: every form of 200 people made up, each computed three times: by hitung-ulang with both engines, by a
real LibreOffice with the add-in, and anew from the texts (`mandiri`). The same to the last digit."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest

import office
import setuju
from angka_kredit.recalc.run import recalculate
from angka_kredit.resources import folder
from mandiri import banding_kinerja, banding_konvensional, kinerja, pembuat_kinerja, tabel
from mandiri.kinerja import HitungAmmi
from mandiri.pembuat import CARA, orang
from mandiri.penetapan import Penetapan
from terbaca import Terbaca, beda, seeded

BANYAK = {tabel.PMB: 5, tabel.ASSESSOR: 6}  # people of a jenjang
ORANG = [
    orang(jabatan, jenjang, 3 * place + number)  # so that the kinds of people go round from jenjang to jenjang
    for place, (jabatan, jenjang) in enumerate(tabel.JENJANG)
    for number in range(BANYAK[jabatan])
]
KONVERSI = [pembuat_kinerja.orang(nomor) for nomor in range(100)]
AMMI = [pembuat_kinerja.orang_ammi(nomor) for nomor in range(41)]
BAGIAN = {  # the jenjang that one LibreOffice computes
    "pmb keterampilan": ("Pemula", "Terampil", "Mahir", "Penyelia"),
    "pmb keahlian": ("Ahli Pertama", "Ahli Muda", "Ahli Madya"),
    "assessor awal": ("Pertama", "Muda"),
    "assessor akhir": ("Madya", "Utama"),
}
Soffice = Callable[[str], str]
Tugas = tuple[str, bytes, Callable[[Terbaca], list[str]]]  # who, the workbook, what it shows wrongly


@pytest.mark.parametrize("bagian", BAGIAN)
def test_the_conventional_forms(bagian: str, need_program: Soffice, tmp_path: Path) -> None:
    people = [each for each in ORANG if each.jenjang in BAGIAN[bagian]]
    tasks: list[Tugas] = [
        (f"{each.jenjang} {each.cara}", setuju.konvensional(each), partial(banding_konvensional.beda, each))
        for each in people
    ]
    _setuju(tasks, need_program, tmp_path)


@pytest.mark.parametrize("bagian", range(2))
def test_the_regime_since_2023(bagian: int, need_program: Soffice, tmp_path: Path) -> None:
    tasks: list[Tugas] = [
        (f"konversi {nomor}", setuju.konversi(each), partial(banding_kinerja.beda, each))
        for nomor, each in enumerate(KONVERSI)
        if nomor % 2 == bagian
    ]
    _setuju(tasks, need_program, tmp_path)


def test_ammi_and_the_examples(need_program: Soffice, tmp_path: Path) -> None:
    tasks: list[Tugas] = [
        (f"ammi {nomor}", setuju.ammi(each), partial(banding_kinerja.beda_ammi, each))
        for nomor, each in enumerate(AMMI)
    ]
    for path in sorted(folder("templates").glob("*_contoh.xlsx")):  # their figures by hand: tests of their own
        tasks.append((path.stem, seeded(path.read_bytes(), office.SEED), lambda book: []))
    _setuju(tasks, need_program, tmp_path)


def _setuju(tasks: Sequence[Tugas], need_program: Soffice, tmp_path: Path) -> None:
    need_program("soffice")
    paths = [tmp_path / f"{number}.xlsx" for number in range(len(tasks))]
    for path, (_, data, _) in zip(paths, tasks, strict=True):
        path.write_bytes(data)
    found = []
    shown = office.recalculate(paths, tmp_path / "work", 300)
    for (who, data, compare), theirs in zip(tasks, shown, strict=True):
        book = Terbaca(recalculate(data).data)
        assert len(book.formulas) > 100
        found += [f"{who}: LibreOffice {words}" for words in beda(book.values, theirs, book.formulas)]
        found += [f"{who}: {words}" for words in compare(book)]
    assert not found, f"{len(found)} differ:\n" + "\n".join(found[:60])


def test_two_hundred_people_and_nothing_of_ours_among_their_rules() -> None:
    assert len(ORANG) + len(KONVERSI) + len(AMMI) == 200
    sources = [path.read_text(encoding="utf-8") for path in Path(kinerja.__file__).parent.glob("*.py")]
    imported = {name for text in sources for name in re.findall(r"^ *(?:from|import) ([\w.]+)", text, re.MULTILINE)}
    assert len(sources) > 10 and not any(name.startswith("angka_kredit") for name in imported)


def test_the_people_of_the_conventional_forms_cover_the_rules() -> None:
    held = {(each.jabatan, each.data.get("golongan")) for each in ORANG}
    assert held >= {(jabatan, g) for jabatan, jenjang in tabel.JENJANG for g in tabel.golongan(jabatan, jenjang)}
    assert min(sum(each.cara == cara for each in ORANG) for cara in CARA) >= 5
    made = [Penetapan(each) for each in ORANG]
    for far in (1, -1):
        assert sum(each.hitung.arah(far) > 0 for each in made) >= 25
    verdicts = [each.pak()["pak_kurang"] for each in made]
    assert sum(verdict == 0 for verdict in verdicts) >= 10
    assert sum(isinstance(verdict, Decimal) and verdict > 0 for verdict in verdicts) >= 10
    assert {verdict for verdict in verdicts if isinstance(verdict, str)} == {"", "#NUM!", "#VALUE!"}
    assert sum(row.kerja.porsi is not None for each in made for row in each.hitung.rows) >= 8
    assert sum("alih_ijazah" in each.data for each in ORANG) >= 10
    assert sum(each.hitung.tim("jumlah", "semua") == tabel.AMBANG[each.tujuan()] for each in made if each.tujuan()) >= 2


def test_the_people_assessed_by_performance_cover_the_rules() -> None:
    assert {(each.data.get("jenjang"), each.data.get("golongan")) for each in KONVERSI} >= set(kinerja.PASANGAN)
    least = {"golongan_masuk": 3, "integrasi_ak": 15, "konversi_baris": 15, "pendidikan_tambahan": 10}
    for kunci, number in least.items():
        assert sum(kunci in each.data for each in KONVERSI) >= number, kunci
    assert sum(len({row.jenjang for row in each.riwayat}) == 2 for each in KONVERSI) >= 15
    assert sum(not each.riwayat for each in KONVERSI) >= len(kinerja.PASANGAN)
    ammi = [HitungAmmi(each) for each in AMMI]
    assert {(each.orang.jenjang, each.data["golongan"]) for each in ammi} == {
        pair for pair in kinerja.PASANGAN if pair[0] in kinerja.AMMI_KODE
    }
    assert {total for each in ammi if isinstance(total := each.jumlah(), str)} == {"#NUM!", "#VALUE!"}
