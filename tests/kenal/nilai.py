"""Compares what was recognised with what stands there: columns, rows, people, right and wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from gaya import Kebenaran

from angka_kredit.kenal import Buku, Formulir


@dataclass
class Nilai:
    """(right, all) of each, and the words of what is wrong. A column or row that is not there counts as wrong."""

    kolom: list[int] = field(default_factory=lambda: [0, 0])
    baris: list[int] = field(default_factory=lambda: [0, 0])
    orang: list[int] = field(default_factory=lambda: [0, 0])
    formulir: list[int] = field(default_factory=lambda: [0, 0])
    salah: list[str] = field(default_factory=list)
    ragu: int = 0  # right, and said to be doubtful

    def catat(self, what: str, right: bool, words: str) -> None:
        count = getattr(self, what)
        count[0] += right
        count[1] += 1
        if not right:
            self.salah.append(f"{what}: {words}")


def nilai(buku: Buku, benar: Sequence[Kebenaran]) -> Nilai:
    """The forms in their order, each with its columns, rows and people."""
    found = Nilai()
    sheets = dict.fromkeys(each.lembar for each in benar)
    for sheet in sheets:
        forms = next((each.formulir for each in buku.lembar if each.nama == sheet), ())
        wanted = [each for each in benar if each.lembar == sheet]
        found.catat("formulir", len(forms) == len(wanted), f"{sheet}: {len(forms)} formulir, seharusnya {len(wanted)}")
        for truth in wanted:
            form = next(
                (f for f in forms if f.jenis == truth.jenis and f.kepala == truth.kepala and _kena(f, truth)), None
            )
            _satu(found, form, truth)
    return found


def _kena(form: Formulir, truth: Kebenaran) -> bool:
    """Of two forms side by side, the one with these columns."""
    columns = {c for each in form.kolom for c in each.kolom}
    return not truth.kolom or bool(columns & set(truth.kolom["uraian", ""]))


def _satu(found: Nilai, form: Formulir | None, truth: Kebenaran) -> None:
    words = f"{truth.lembar}: {truth.jenis} dengan kepala {truth.kepala} tidak ada"
    found.catat("formulir", form is not None, words)
    columns = {(k.isi, k.pihak): k.kolom for k in form.kolom} if form else {}
    rows = {row.nomor: row for row in form.baris} if form else {}
    people = {(each.siapa, each.isi): each.sel for each in form.orang} if form else {}
    if form:
        whole = (form.baris_nomor, form.lanjutan_dari, list(form.kepala_ulang))
        found.catat("formulir", whole == (truth.baris_nomor, truth.lanjutan, truth.ulang), f"{truth.lembar}: {whole}")
        found.ragu += sum(bool(each.ragu) for each in (*form.kolom, *form.baris, *form.orang))
    for key in dict.fromkeys([*truth.kolom, *columns]):
        found.catat(
            "kolom",
            truth.kolom.get(key) == columns.get(key),
            f"{key}: {columns.get(key)}, bukan {truth.kolom.get(key)}",
        )
    for number in sorted({*truth.baris, *rows}):
        row = rows.get(number)
        got = (row.jenis, row.unsur, row.sub_unsur) if row else None
        want = truth.baris.get(number)
        right = bool(got and want and got[0] == want[0] and (got[0] != "butir" or _sama(got, want)))
        found.catat("baris", right, f"{number}: {got}, bukan {want}")
    for who in dict.fromkeys([*truth.orang, *people]):
        found.catat(
            "orang", truth.orang.get(who) == people.get(who), f"{who}: {people.get(who)}, bukan {truth.orang.get(who)}"
        )


def _sama(got: tuple[str, str, str], want: tuple[str, str, str]) -> bool:
    """The unsur and sub unsur, after their numbers."""
    return all(g.endswith(w) and bool(g) == bool(w) for g, w in zip(got[1:], want[1:], strict=True))
