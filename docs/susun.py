"""Writes the generated pages of docs/: fungsi.md (every cell function), cakupan.md (jabatan x rule) and
periksa-jenis.md (every kind of finding).

`make docs` runs it; a health test fails when a page is stale."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from angka_kredit.errors import NotFound
from angka_kredit.functions import KATALOG
from angka_kredit.functions.registry import Argumen
from angka_kredit.periksa.temuan import URUTAN, semua_jenis
from angka_kredit.positions import all_jabatan
from angka_kredit.regulations.schema import Jabatan
from angka_kredit.regulations.tabel import TABEL, Tabel
from angka_kredit.rules.dasar_hukum import judul, pasal

FOLDER = Path(__file__).parent
_GENERATED = "<!-- Dibuat oleh docs/susun.py; jangan diubah di sini. -->"


def pages() -> dict[str, str]:
    """File name -> text."""
    texts = {"fungsi.md": _functions(), "cakupan.md": _coverage(), "periksa-jenis.md": _findings()}
    return {name: "\n".join(lines) + "\n" for name, lines in texts.items()}


def _findings() -> Iterator[str]:
    yield from (_GENERATED, "# Jenis temuan", "", "Yang dicari [angka-kredit periksa](periksa.md).", "")
    for grave in URUTAN:
        yield from (f"## {grave.capitalize()}", "", "| jenis | aturan | rujukan | kunci |", "|---|---|---|---|")
        for kind in semua_jenis().values():
            if kind.berat == grave:
                yield f"| {kind.judul} | {kind.aturan} | {kind.rujukan} | `{kind.kunci}` |"
        yield ""


def _functions() -> Iterator[str]:
    yield from (_GENERATED, "# Fungsi", "", "Setiap fungsi dapat dijelaskan dengan JELASKAN dan DASAR_HUKUM.", "")
    for fungsi in sorted(KATALOG, key=lambda fungsi: fungsi.nama):
        yield from (f"## {fungsi.nama}", "", fungsi.ringkas, "", f"`{fungsi.contoh}`", "")
        if fungsi.argumen:
            yield from ("| argumen | isi |", "|---|---|")
            yield from map(_argument, fungsi.argumen)
            yield ""
        yield from (f"Dasar: {fungsi.rujukan}.", "")


def _coverage() -> Iterator[str]:
    positions = list(all_jabatan().values())
    yield from (_GENERATED, "# Cakupan aturan", "", "Setiap aturan, fungsinya, dan pasalnya per jabatan.", "")
    yield "| aturan | fungsi | " + " | ".join(jabatan.nama for jabatan in positions) + " |"
    yield "|---" * (2 + len(positions)) + "|"
    for kind, pokok in _rules(positions):
        cells = [_articles(jabatan, kind, pokok) for jabatan in positions]
        yield f"| {judul(kind, pokok)} | {_names(kind, pokok)} | " + " | ".join(cells) + " |"
    yield from ("", "## Butir kegiatan", "", "| jabatan | butir | dengan angka kredit |", "|---|---|---|")
    for jabatan in positions:
        credited = sum(butir.ak is not None for butir in jabatan.butir.values())
        yield f"| {jabatan.nama} | {len(jabatan.butir)} | {credited} |"
    yield from ("", "## Fungsi tanpa tabel per jabatan", "", "| fungsi | dasar |", "|---|---|")
    yield from (f"| {fungsi.nama} | {fungsi.rujukan} |" for fungsi in KATALOG if not fungsi.aturan)
    for jabatan in positions:
        yield from _left_out(jabatan)


def _left_out(jabatan: Jabatan) -> Iterator[str]:
    regulasi = jabatan.regulasi
    yield from ("", f"## Tidak diatur di sini: {jabatan.nama}", "", "| pokok | rujukan | alasan |", "|---|---|---|")
    yield from (f"| {row.pokok} | {row.rujukan} | {row.alasan} |" for row in regulasi.tidak_diatur_di_sini)
    yield from ("", *(f"- {note}" for note in regulasi.catatan))
    if regulasi.sesudahnya:
        yield f"- Peraturan sesudahnya: {', '.join(regulasi.sesudahnya)}."


def _rules(positions: list[Jabatan]) -> Iterator[tuple[type[Tabel], str]]:
    """Every rule; one whose rows several functions share, by what its rows are for."""
    for kind in TABEL.values():
        rows = [row for jabatan in positions if kind.pembeda and jabatan.punya(kind) for row in jabatan.baris(kind)]
        yield from ((kind, part) for part in dict.fromkeys(getattr(row, kind.pembeda) for row in rows) or ("",))


def _articles(jabatan: Jabatan, kind: type[Tabel], pokok: str) -> str:
    try:
        rows = pasal(jabatan, kind, (pokok,) if pokok else ())
    except NotFound:
        return jabatan.regulasi.tidak_ada.get(kind.bagian, "tidak ada dalam naskah")
    return "; ".join(f"{row.rujukan} ({row.status})" for row in rows)


def _names(kind: type[Tabel], pokok: str) -> str:
    """The functions that are #N/A without this rule, else those that use it."""
    own = [fungsi for fungsi in KATALOG if fungsi.aturan[:1] == (kind,) and (not pokok or pokok in fungsi.pokok)]
    return ", ".join(fungsi.nama for fungsi in own or [fungsi for fungsi in KATALOG if kind in fungsi.aturan])


def _argument(argumen: Argumen) -> str:
    name = argumen.nama if argumen.wajib else f"[{argumen.nama}]"
    return f"| {name} | {argumen.keterangan}{' (rentang)' if argumen.rentang else ''} |"


if __name__ == "__main__":
    for name, text in pages().items():
        (FOLDER / name).write_text(text, encoding="utf-8")
