"""Which form it is: by the title above the table, and by the columns it has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from .bentuk import Kolom
from .kata import berawal, data, dekat, lipat
from .kisi import Kisi
from .nomor import pisah

_LONGEST = 220  # letters of a title
_SHORT, _FEW = 6, 4  # an abbreviation is a title only among few words


@dataclass(frozen=True)
class Judul:
    jenis: str
    teks: str
    ragu: str = ""

    @staticmethod
    @lru_cache(2**14)
    def dari(text: str) -> Judul | None:
        """The form that the text is the title of: it begins with the title's words."""
        plain = lipat(text)
        if not plain or len(text) > _LONGEST or pisah(text)[0] or berawal(text, "bukan", "judul"):
            return None
        for jenis, titles in _judul().items():
            for title in titles:
                long = len(title) > _SHORT or len(plain.split()) <= _FEW
                if long and (plain + " ").removeprefix("formulir ").startswith(title + " "):
                    return Judul(jenis, " ".join(text.split()))
                if len(title) > _SHORT and dekat(plain[: len(title)], title, 2):
                    return Judul(jenis, " ".join(text.split()), f"judulnya tertulis '{' '.join(text.split())[:60]}'")
        return None


@cache
def _judul() -> dict[str, tuple[str, ...]]:
    """form -> its titles, folded."""
    return {jenis: tuple(map(lipat, form["judul"])) for jenis, form in data()["formulir"].items()}


def cari_judul(kisi: Kisi, baris: Iterable[int], kiri: int, kanan: int) -> Judul | None:
    """The last title in these rows: the nearest to the table below them."""
    found = None
    for row in baris:
        for column in kisi.isi_baris(row):
            if kiri <= column <= kanan and not kisi.rumus(row, column):
                title = Judul.dari(kisi.teks(row, column))
                if title and not (found and found.jenis == "dupak" and title.jenis == "pak"):
                    found = title
    return found


def jenis_formulir(judul: Judul | None, kolom: Sequence[Kolom], lembar: str) -> tuple[str, str]:
    """(form, doubt): the title and the columns together; ('', why) where neither says."""
    have = {(each.pihak, each.isi) for each in kolom}
    sides = {each.pihak for each in kolom}
    fitting = [name for name, form in data()["formulir"].items() if any(_cocok(have, each) for each in form["kolom"])]
    alone = [name for name in fitting if data()["formulir"][name].get("tanpa_judul")]
    if judul:
        wrong = judul.jenis != "dupak" and {"pengusul", "tim"} <= sides
        if judul.jenis in fitting and not wrong:
            return judul.jenis, judul.ragu
        reason = f"judulnya '{judul.teks[:60]}', tetapi kolomnya tidak seperti itu"
        return judul.jenis, "; ".join(filter(None, (judul.ragu, reason)))
    if (named := Judul.dari(lembar)) and named.jenis in fitting:
        return named.jenis, f"tidak ada judul di atas tabel; nama lembarnya '{lembar}'"
    if "pengusul" in sides or "tim" in sides:
        alone = ["dupak"]
    if len(alone) == 1:
        return alone[0], "tidak ada judul di atas tabel; dikenali dari kolomnya"
    return "", "tidak ada judul, dan kolomnya bukan kolom formulir yang dikenal"


def _cocok(have: set[tuple[str, str]], wanted: Sequence[str]) -> bool:
    pihak, *fields = wanted
    return {(pihak, field) for field in fields} <= have or (pihak == "tim" and {("tim", "penilai_1")} <= have)
