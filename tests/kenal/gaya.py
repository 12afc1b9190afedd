"""How an invented form is laid out, and what must be found in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

Simpul = tuple[str, list["Simpul"]]  # a text and what stands below it; a leaf has nothing below


@dataclass
class Kebenaran:
    """What a recogniser must find of one form."""

    lembar: str
    jenis: str
    kepala: tuple[int, int] = (0, 0)
    baris_nomor: int = 0
    kolom: dict[tuple[str, str], tuple[int, ...]] = field(default_factory=dict)
    baris: dict[int, tuple[str, str, str]] = field(default_factory=dict)  # row -> kind, unsur, sub unsur
    orang: dict[tuple[str, str], str] = field(default_factory=dict)  # (who, what) -> the value's cell
    ulang: list[tuple[int, int]] = field(default_factory=list)
    lanjutan: str = ""


@dataclass
class Gaya:
    """How the form is laid out."""

    jenis: str
    kolom: list[tuple[str, str]]  # fields in their order, with their side
    judul: dict[str, str]  # field -> its heading's words
    lebar: int = 1  # columns of the uraian
    sel_nomor: str = "kolom"  # where a row's number stands: 'kolom', 'teks' before it, 'tangga' one column a level
    angka: tuple[str, ...] = ("I", "1", "a", "1)")  # of each level
    gabung: bool = True  # headings merged
    tumpuk: bool = False  # a heading's words one below the other
    payung: str = "ANGKA KREDIT MENURUT"
    pengusul: str = "INSTANSI PENGUSUL"
    tim: str = "TIM PENILAI"
    baris_nomor: str = "{}"  # '' for none
    jumlah: str = "rumus"  # 'rumus' with words, 'kata' words only, 'tanpa kata' the formula only, 'kepala' on headings
    kata_jumlah: str = "JUMLAH"
    orang: str = "titik dua"  # or 'satu sel', 'polos'
    label: dict[str, str] = field(default_factory=dict)
    judul_form: str = ""
    spasi: bool = False  # an empty row before every unsur
    kotor: Callable[[str], str] = str
    beratasan: bool = False


def angka(gaya: str, urut: int) -> str:
    """The number in the style of the sample: 'I', 'A.', '1)', '(a)'."""
    roman = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"]
    values = {"I": roman[urut % 11], "A": chr(64 + urut), "a": chr(96 + urut), "1": str(urut)}
    letter = next(each for each in gaya if each in values)
    return gaya.replace(letter, values[letter])
