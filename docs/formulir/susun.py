"""Writes docs/formulir.md and a page for every form in docs/formulir/: the words of halaman.toml, and from the forms'
own data their authority, what they ask of the sheet Data, and their pictures.

`make docs` runs it; a health test fails when a page is stale, or a sheet has none."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import tomllib

from angka_kredit.forms import skeleton
from angka_kredit.forms.kinerja import muat
from angka_kredit.forms.schema import Isian

FOLDER = Path(__file__).parent
GENERATED = "<!-- Dibuat oleh docs/formulir/susun.py; jangan diubah di sini. -->"
_ASAL = {
    "butir": "PMB dan Assessor: `templates/<jabatan>_<jenjang>.xlsx`",
    "konversi": "semua jabatan sejak 2023: `templates/konversi_2023.xlsx`",
    "kinerja": "AMMI: `templates/ammi_<jenjang>.xlsx`",
    "semua": "setiap buku kerja",
}
_DATA = {"butir": "data", "konversi": "konversi-data", "kinerja": "ammi-data"}  # where the sheet Data is told of
_CETAK = (
    "Buka lembarnya, lalu cetak: A4 (atau F4, bila dibuat dengan `angka-kredit templat --kertas F4`), selebar satu "
    "halaman, dengan 'Halaman n dari m' di kaki; warna sel tidak tercetak dari Excel."
)

Halaman = dict[str, Any]  # a table of halaman.toml


def halaman() -> list[Halaman]:
    """Every form, in the order of the index."""
    rows: list[Halaman] = tomllib.loads((FOLDER / "halaman.toml").read_text(encoding="utf-8"))["halaman"]
    return rows


def gambar(each: Halaman) -> list[str]:
    """The names of a form's pictures in docs/gambar, page by page."""
    return [f"{each['nama']}-{number}.png" for number in range(1, each["gambar"] + 1)]


def pages() -> dict[str, str]:
    """Path below docs/ -> text."""
    found = {f"formulir/{each['nama']}.md": "\n".join(_page(each)) + "\n" for each in halaman()}
    return {"formulir.md": "\n".join(_index()) + "\n", **found}


def _index() -> Iterator[str]:
    yield from (GENERATED, "# Formulir", "", "Isi sel kuning; selebihnya terisi sendiri. Contoh yang terisi berdiri di")
    yield from ("`templates/*_contoh.xlsx`; orang dan angka di dalamnya rekaan.", "")
    yield from (
        "Cetak satu lembar demi satu lembar: bila seluruh buku kerja dicetak sekaligus, nomor halaman berlanjut dari",
        "lembar ke lembar ('Halaman 10 dari 28').",
        "",
    )
    for keluarga, asal in _ASAL.items():
        yield from (f"## {asal[0].upper()}{asal[1:]}", "", "| lembar | formulir | |", "|---|---|---|")
        for each in halaman():
            if each["keluarga"] == keluarga:
                nama = each["nama"]
                small = f'<img src="gambar/{gambar(each)[0]}" width="90" alt="">'
                yield f"| {each['lembar']} | [{each['judul']}](formulir/{nama}.md) | [{small}](formulir/{nama}.md) |"
        yield ""


def _page(each: Halaman) -> Iterator[str]:
    yield from (GENERATED, f"# {each['judul']}", "", f"{each['untuk']}", "")
    yield from (f"- Lembar `{each['lembar']}`; {_ASAL[each['keluarga']]}.", *(f"- {words}" for words in _dasar(each)))
    yield from ("", "## Yang diisi", "", *_diisi(each))
    yield from ("", "## Yang terisi sendiri", "")
    yield from (f"- {words[0].upper()}{words[1:]}." for words in each["sendiri"])
    yield from ["", each["catatan"]] if "catatan" in each else []
    yield from ("", "## Mencetak", "", _CETAK, "")
    yield from (f"![{each['judul']}, halaman {n}](../gambar/{name})" for n, name in enumerate(gambar(each), 1))
    yield from ("", "[Semua formulir](../formulir.md)")


def _diisi(each: Halaman) -> Iterator[str]:
    typed = [f"- {words[0].upper()}{words[1:]}." for words in each.get("isi", [])]
    data = _DATA.get(each["keluarga"], "")
    if data and each["nama"] != data:
        typed.append(f"- Fakta yang dipakai bersama (nama, jabatan, pejabat, masa): lembar [Data]({data}.md).")
    yield from typed
    if asked := _isian(each):
        yield from [""] if typed else []
        yield from ("| pada lembar Data | petunjuk |", "|---|---|")
        yield from (f"| {row.kelompok}: {row.label} | {row.petunjuk} |" for row in asked)
    elif not data:
        yield "Tidak ada."


def _isian(each: Halaman) -> list[Isian]:
    """What the form asks of the sheet Data; the sheet Data itself asks for all."""
    stem = each.get("stem", "")
    if each["lembar"] != "Data":
        own = skeleton.isian(stem) if each["keluarga"] == "butir" and stem and stem != "dupak" else ()
        return list(own)
    if each["keluarga"] == "butir":
        stems = [row["stem"] for row in halaman() if row["keluarga"] == "butir" and "stem" in row]
        found = {isian.kunci: isian for name in stems for isian in skeleton.isian(name)}
        groups = list(dict.fromkeys(isian.kelompok for isian in found.values()))
        return sorted(found.values(), key=lambda isian: groups.index(isian.kelompok))
    return list(muat.isian(muat.konversi() if each["keluarga"] == "konversi" else muat.jabatan()[stem]))


def _dasar(each: Halaman) -> Iterator[str]:
    """The number that a regulation gives to the form, and how surely its words are known."""
    if each.get("kerja"):
        yield "Lembar kerja, bukan formulir resmi."
        return
    table = tomllib.loads((skeleton.templates() / f"{each['stem']}.toml").read_text(encoding="utf-8"))
    yield from dict.fromkeys(_anak(each, table))
    table = table.get(each.get("anak", ""), table)  # several forms may share a file
    if peraturan := table.get("kop", {}).get("peraturan"):
        yield f"{peraturan.rstrip('.')}."
    rows = [row for row in _walk(table) if row.get("status") in ("naskah", "turunan", "lazim")]
    if all(row["status"] == "lazim" for row in rows):
        yield "Susunan lazim, bukan kutipan: rangka formulir ini tidak terbaca dalam naskah mana pun yang kami punya."
    else:
        yield (
            "Susunan lazim, bukan kutipan, kecuali kata-kata yang terbaca dalam naskah atau diturunkan darinya; asal "
            f"setiap kalimat tertulis dalam `templates/{each['stem']}.toml`."
        )


def _anak(each: Halaman, table: dict[str, Any]) -> Iterator[str]:
    if each["stem"] == "dupak":
        for own in skeleton.all_jabatan().values():
            for row in own.jenjang:
                if row.anak_lampiran:
                    yield f"{row.anak_lampiran} ({row.rujukan})."
        return
    part = each.get("anak", "")
    lembar = [row for row in _walk(table) if part in (row.get("kunci"), row.get("huruf")) or not part]
    for row in (inner for each_row in lembar for inner in _walk(each_row)):
        number = row.get("anak") if isinstance(row.get("anak"), str) else row.get("teks", "")
        if str(number).startswith("Anak Lampiran"):
            yield f"{number} ({row['rujukan']})."


def _walk(value: Any) -> Iterator[dict[str, Any]]:
    """Every table in it."""
    if isinstance(value, dict):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _walk(each)


if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER.parent / name).write_text(text, encoding="utf-8")
    sys.stdout.write(f"{len(pages())} pages\n")
