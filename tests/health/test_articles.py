"""Every rule of a jabatan stands at the place of its text that tests/articles.py says, and names it in full."""

from __future__ import annotations

import re

import pytest

from angka_kredit.positions import all_jabatan
from angka_kredit.regulations.schema import Jabatan
from angka_kredit.regulations.tabel import BARIS, PER_KUNCI, Tabel
from articles import TEXTS, Places

INFERRED = {5, 6, 8, 9, *range(11, 15), 16, 20, 21, 22, 25, 27, 28, 29, 32, 34, 37}
# of a table with rows: the columns that name the group, and those that name the row in it
COLUMNS = {
    "syarat": (("pokok", "kategori", "kelompok"), ("label",)),
    "pejabat": (("peran",), ("instansi", "golongan_dari")),
    "tim_pengganti": (("tim",), ("pengganti",)),
    "susunan_tim": ((), ("jenis", "peran")),
    "kenaikan": ((), ("dari",)),
    "profesi_minimal": ((), ("golongan",)),
    "tahunan": ((), ("golongan",)),
    "bebas_sementara": ((), ("golongan_dari",)),
}
EVERY = pytest.mark.parametrize("jabatan", all_jabatan().values(), ids=lambda jabatan: jabatan.id)


def rules(jabatan: Jabatan) -> list[tuple[str, str, Tabel]]:
    """(group, name, rule) for every rule of the text."""
    found: list[tuple[str, str, Tabel]] = [("tangga", "", jabatan.tangga)]
    for kind, table in jabatan.tabel.items():
        if kind.bentuk == BARIS:
            group, name = COLUMNS[kind.bagian]
            found += [(f"{kind.bagian} {_words(row, group)}".strip(), _words(row, name), row) for row in table]
        elif kind.bentuk == PER_KUNCI:
            found += [(kind.bagian, key, rule) for key, rule in table.items()]
        elif kind.bagian != "tangga":
            found.append((kind.bagian, "", table))
    return found


def _words(row: Tabel, columns: tuple[str, ...]) -> str:
    return " ".join(word for word in (getattr(row, column) for column in columns) if word)


def short(rujukan: str, singkat: str) -> str:
    """'PermenPANRB 41/2012, Pasal 29 ayat (1) huruf a (nomor pasal disimpulkan)' -> '29(1)a'."""
    text = re.sub(r" \((?!\d+\))[^()]*(?:\([^()]*\)[^()]*)*\)", "", rujukan.removeprefix(f"{singkat}, "))
    text = re.sub(r"[:;] (?!sebabnya|Pasal).*", "", text)  # what follows is no place
    text = re.sub(r"(?<=\d) ayat \(", "(", text).replace("ayat (", "(").replace(" huruf ", "")
    return text.replace("Pasal ", "").replace("Lampiran ", "")


@EVERY
def test_every_rule_stands_where_the_text_has_it(jabatan: Jabatan) -> None:
    found: Places = {}
    for group, name, rule in rules(jabatan):
        assert name not in found.setdefault(group, {}), f"{group} {name} twice"
        found[group][name] = short(rule.rujukan, jabatan.regulasi.singkat)
    assert found == TEXTS[jabatan.id]


@EVERY
def test_an_inferred_number_of_an_article_says_so(jabatan: Jabatan) -> None:
    for group, name, rule in rules(jabatan):
        cited = {int(number) for number in re.findall(r"Pasal (\d+)", rule.rujukan)}
        lost = jabatan.id == "assessor" and cited & INFERRED
        assert bool(lost) == ("disimpulkan" in rule.rujukan), f"{group} {name}"
