"""The words of kata.toml, and how a text is matched with them: spelling folded, small typing errors forgiven."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

import tomllib

from ..words import fold

_BRACKETS = re.compile(r"\([^)]*\)|\*\)?")
_SPACED = re.compile(r"(?<!\S)(?:\S ){2,}\S(?!\S)")  # J U M L A H
_LEAST = 4  # letters of a word in which a typing error can be told from another word
_LONG = 9  # letters from which two are forgiven
_ingat = lru_cache(2**16)  # of people's texts: a folder of forms has no end of them


@cache
def data() -> dict[str, Any]:
    return tomllib.loads((Path(__file__).parent / "kata.toml").read_text("utf-8"))


@_ingat
def lipat(teks: str) -> str:
    """The text as it is compared: no case, brackets, line breaks; abbreviations written out, empty words left out."""
    plain = _SPACED.sub(lambda found: found[0].replace(" ", ""), teks.replace("\n", "  "))
    words = fold(_BRACKETS.sub(" ", plain)).split()
    short, skipped = data()["singkatan"], data()["lewati"]["kata"]
    return " ".join(word for each in words for word in short.get(each, each).split() if word not in skipped)


@cache
def _daftar(bagian: str) -> dict[str, str]:
    """folded words -> key, of one table of kata.toml."""
    return {lipat(kata): kunci for kunci, semua in data()[bagian].items() for kata in semua}


@cache
def _sepanjang(bagian: str, panjang: int) -> tuple[str, ...]:
    """The words of `bagian` that are about as long."""
    return tuple(kata for kata in _daftar(bagian) if abs(len(kata) - panjang) <= 2)


@_ingat
def cocok(teks: str, bagian: str) -> tuple[str, str] | None:
    """(key, doubt) of the words in `bagian` that the text is; None where it is none of them, or two as nearly."""
    plain, daftar = lipat(teks), _daftar(bagian)
    if plain in daftar:
        return daftar[plain], ""
    if bagian == "judul" and (isi := _tersusun(plain)):
        return isi, ""
    near = {kata: jarak(plain, kata) for kata in _sepanjang(bagian, len(plain)) if _alike(plain, kata)}
    best = min(near.values(), default=None)
    keys = {daftar[kata]: kata for kata, far in near.items() if far == best}
    if len(keys) != 1:
        return None
    (key, kata), *_ = keys.items()
    return key, f"tertulis '{_satu_baris(teks)}', dibaca '{kata}'"


def _tersusun(plain: str) -> str:
    """The column whose heading is put together of these words; '' for none."""
    words = set(plain.split())
    for each in data()["tersusun"]:
        if len(words) > 1 and words <= set(each["boleh"]) and all(words & set(some) for some in each["wajib"]):
            return str(each["isi"])
    return ""


def kata_jumlah(teks: str) -> tuple[bool, str]:
    """(the text begins as a row that adds does, doubt)."""
    plain = lipat(teks)
    first = plain.split(" ")[0]
    for kata in data()["jumlah"]["kata"]:
        if plain == kata or plain.startswith(kata + " "):
            return True, ""
    if first and _alike(first, "jumlah"):
        return True, f"tertulis '{_satu_baris(teks)[:30]}', dibaca 'jumlah'"
    return False, ""


def kata_semua(teks: str) -> bool:
    """The text is that of the row that adds all; only its first word may be spelled wrong."""
    first, _, rest = lipat(teks).partition(" ")
    return (f"jumlah {rest}" if _alike(first, "jumlah") else f"{first} {rest}") in _lipatan("jumlah", "semua")


def berawal(teks: str, bagian: str, kunci: str) -> bool:
    """The text begins with one of these words, exactly."""
    plain = lipat(teks)
    return any(plain == kata or plain.startswith(kata + " ") for kata in _lipatan(bagian, kunci))


def persis(teks: str, bagian: str, kunci: str) -> bool:
    """The text is one of these words, a typing error forgiven."""
    plain = lipat(teks)
    return any(plain == kata or _alike(plain, kata) for kata in _lipatan(bagian, kunci))


@cache
def _lipatan(bagian: str, kunci: str) -> tuple[str, ...]:
    return tuple(lipat(kata) for kata in data()[bagian][kunci])


@cache
def kosakata() -> frozenset[str]:
    """Every single word of the headings: a row of a heading has no other."""
    rest = [lipat(kata) for kata in data()["payung"]["kata"]]
    rest += [kata for each in data()["tersusun"] for kata in each["boleh"]]
    return frozenset(word for kata in (*_daftar("judul"), *_daftar("pihak"), *rest) for word in kata.split())


def hanya_kosakata(teks: str) -> bool:
    """Every word of the text is one of the headings'."""
    words = lipat(teks).split()
    return bool(words) and all(word in kosakata() or any(_alike(word, each) for each in kosakata()) for word in words)


def _alike(one: str, other: str) -> bool:
    return dekat(one, other, 0 if min(len(one), len(other)) < _LEAST else 1 if len(other) < _LONG else 2)


def dekat(one: str, other: str, paling: int) -> bool:
    """At most so many letters must change to make one of the other."""
    if abs(len(one) - len(other)) > paling:
        return False
    differing = (_huruf(one) ^ _huruf(other)).bit_count()  # each change makes two at most
    return differing <= 2 * paling and jarak(one, other, paling) <= paling


@_ingat
def _huruf(kata: str) -> int:
    """Which letters the word has, one bit each."""
    return sum({1 << ord(letter) % 61 for letter in kata})


@_ingat
def jarak(one: str, other: str, paling: int = 99) -> int:
    """Letters to leave out, put in, change, or swap with their neighbour to make one of the other.

    Beyond `paling` it may answer with any larger number."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, its in enumerate(other, 1):
            cost = before[j - 1] + (letter != its)
            if before[j] < cost:
                cost = before[j] + 1
            if row[j - 1] < cost:
                cost = row[j - 1] + 1
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == its:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
        if min(row) > paling and min(before) >= paling:  # a swap could still reach back one row
            return paling + 1
    return row[-1]


def _satu_baris(teks: str) -> str:
    return " ".join(teks.split())
