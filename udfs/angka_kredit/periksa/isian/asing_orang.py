"""Whose a recognised form is: the person's data as the rules need them, out of what people write beside a label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from openpyxl.utils.cell import coordinate_to_tuple

from ...errors import CellError
from ...kenal import Formulir, Kisi, Orang
from ...positions import all_jabatan, find_jenjang
from ...regulations.schema import Jabatan, Jenjang
from ...regulations.umum import find_ijazah, find_pangkat, ijazah
from ...words import fold, split_golongan
from .bentuk import Isi
from .kata_tanggal import hari, rentang

_TMT = re.compile(r"[,/;(]?\s*(?:TMT|T\.M\.T|terhitung mulai).*", re.IGNORECASE | re.DOTALL)
_LANGSUNG = ("nip", "nama", "jenis_kelamin")  # as they stand
_DIPLOMA = re.compile(
    r"\b(?:S\s*[.-]?\s*[123]|D\s*[.-]?\s*(?:IV|III|II|I|[1-4])|SMK|SMA|SLTA"
    r"|Diploma\s*(?:IV|III|II|I|[1-4])|Strata\s*(?:satu|dua|tiga|[123]))\b",
    re.IGNORECASE,
)


def isi(forms: Sequence[tuple[Kisi, Formulir]]) -> dict[str, Isi]:
    """By the names that our own forms have; of several forms the first that has it."""
    found: dict[str, Isi] = {}
    for kisi, form in forms:
        for each in form.orang:
            if each.siapa == "pegawai" and each.sel:
                for nama, value in _nilai(kisi, each):
                    if value.ada:
                        found.setdefault(nama, value)
    return found


def banyak(forms: Sequence[tuple[Kisi, Formulir]]) -> str:
    """In words where the forms are of people of other names and NIPs; '' else. One who is typed wrong is still one."""
    people = dict[str, str]()
    for kisi, form in forms:
        own = isi([(kisi, form)])
        nip, name = own.get("nip", Isi()), own.get("nama", Isi())
        known = people.keys() | people.values()
        if not nip.ragu and nip.digit and name.teks and not {nip.digit, fold(name.teks)} & known:
            people[nip.digit] = fold(name.teks)
    if len(people) < 2:
        return ""
    return (
        f"buku kerja ini memuat {len(people)} pegawai, sehingga aturan tentang orangnya tidak diperiksa; "
        "simpan formulir setiap pegawai dalam buku kerja sendiri"
    )


def _nilai(kisi: Kisi, orang: Orang) -> Iterator[tuple[str, Isi]]:
    cell = kisi.sel.get(coordinate_to_tuple(orang.sel))
    typed = cell is not None and orang.sel != orang.label and not isinstance(cell.nilai, str)
    raw = Isi(cell.nilai if cell and typed else orang.nilai, kisi.nama, orang.sel, orang.ragu)
    if orang.isi in _LANGSUNG:
        yield orang.isi, raw
    elif orang.isi == "lahir":
        yield "tanggal_lahir", _hari(raw)
    elif orang.isi == "masa_penilaian" and (span := rentang(Isi(_tanpa_judul(raw.teks)))):
        yield "masa_dari", replace(raw, nilai=span[0])
        yield "masa_sampai", replace(raw, nilai=span[1])
    elif orang.isi in ("pangkat", "jabatan"):
        yield orang.isi, raw
        yield ("tmt_golongan" if orang.isi == "pangkat" else "tmt_jabatan"), _hari(raw)
    elif orang.isi == "pendidikan" and (name := _ijazah(raw.teks)):
        yield "ijazah", replace(raw, nilai=name, ragu=f"dibaca dari '{raw.teks[:60]}'")


def _hari(raw: Isi) -> Isi:
    """The one date that the cell names."""
    days = [raw.hari] if raw.hari else hari(raw.teks)
    return Isi(days[0], raw.lembar, raw.sel, raw.ragu) if len(days) == 1 else Isi()


def _tanpa_judul(text: str) -> str:
    """'Masa Penilaian : Tanggal 1 ...' -> '1 ...'."""
    return re.sub(r"^(?:[^:]*:)?\s*(?:tanggal|tgl\.?|mulai|bulan)?\s*", "", text, flags=re.IGNORECASE)


def golongan(pangkat: Isi) -> Isi:
    """'III/c' out of 'Penata, III/c, 1 April 2014'."""
    text = _TMT.sub("", pangkat.teks)
    kode = split_golongan(text)[0]
    try:
        return Isi(find_pangkat(kode or text).kode, pangkat.lembar, pangkat.sel, pangkat.ragu)
    except CellError:
        return Isi()


def jabatan(orang: Mapping[str, Isi], texts: Sequence[str]) -> tuple[Jabatan | None, Jenjang | None]:
    """The jabatan that the person's own line names, else the titles above the table; the jenjang with it."""
    own = fold(_TMT.sub("", orang["jabatan"].teks)) if "jabatan" in orang else ""
    for text in (own, *map(fold, texts)):
        for each in all_jabatan().values():
            for name in sorted(map(fold, (each.nama, *each.nama_lain)), key=len, reverse=True):
                if len(name) > 4 and re.search(rf"\b{re.escape(name)}\b", text):
                    return each, _jenjang(each, text.partition(name)[2]) or _jenjang(each, own)
    return None, None


def _jenjang(jabatan: Jabatan, text: str) -> Jenjang | None:
    """The jenjang that these words begin with."""
    words = text.split()
    for count in (2, 1):
        try:
            return find_jenjang(jabatan.id, " ".join(words[:count]))
        except CellError:
            continue
    return None


def _ijazah(text: str) -> str:
    names = [text, *_DIPLOMA.findall(text), *(word for word in text.split() if word.casefold() in _words())]
    for name in names:
        try:
            return find_ijazah(name).nama
        except CellError:
            continue
    return ""


def _words() -> set[str]:
    """Diplomas that are one word: 'sarjana', 'magister'."""
    return {
        name.casefold() for each in ijazah().values() for name in each.nama_lain if name.isalpha() and len(name) > 3
    }
