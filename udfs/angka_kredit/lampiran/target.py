"""What an import is for and from: a jabatan that is installed or a new one, and the table in the person's file."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from ..errors import NotFound, Refused
from ..files import read
from ..positions import find_jabatan
from ..positions.installed import DAMAGE, load_jabatan
from ..regulations import load, sources
from ..regulations.schema import Jabatan
from ..words import fold
from .header import find_header
from .ladder import read_ladder
from .outcome import Target
from .sheets import read_sheets
from .table import Row, read_rows

_ID = re.compile(r"[a-z][a-z0-9_]*")


def installed_target(text: str) -> Target:
    """The jabatan of this id or name, as it is without any import; Refused where there is none."""
    for path in sources.positions():
        jabatan = _without_import(path)
        if jabatan and fold(text) in map(fold, _names(jabatan)):
            _check_own_files(jabatan.id)
            if jabatan.metode != "butir_kegiatan":
                raise Refused(
                    f"angka kredit {jabatan.nama} berasal dari nilai kinerja, bukan dari butir kegiatan; "
                    "tidak ada Lampiran angka kredit untuk diimpor"
                )
            return _target(jabatan, own=not path.is_relative_to(sources.PACKAGE))
    try:
        find_jabatan(text)
    except NotFound as error:
        raise Refused(f"{error} Untuk jabatan baru, isi juga --nama dan --jenjang") from None
    raise Refused(f"data jabatan '{text}' tidak dapat dibaca")


def new_target(jabatan_id: str, nama: str | None, jenjang: Path | None) -> Target:
    """A jabatan that is not installed yet, or that the user imported, with the ladder of the user's own file."""
    nama = nama or _imported_name(jabatan_id)
    if not nama or not jenjang:
        raise Refused("untuk jabatan baru, isi --nama dan --jenjang; untuk yang sudah diimpor, --jenjang menggantinya")
    if not _ID.fullmatch(jabatan_id) or not fold(nama) or not nama.isprintable():
        raise Refused(
            f"--jabatan '{jabatan_id}': pakai huruf kecil, angka dan _ saja, diawali huruf; --nama harus terisi"
        )
    others = [path for path in sources.positions() if path.stem != jabatan_id or not _is_imported(path)]
    known = [jabatan for path in others if (jabatan := _without_import(path))]
    taken = {fold(name): jabatan.nama for jabatan in known for name in _names(jabatan)}
    if _in_package(jabatan_id):
        taken.setdefault(fold(jabatan_id), jabatan_id)
    for name in (jabatan_id, nama):
        if fold(name) in taken:
            raise Refused(
                f"'{name}' sudah ada: {taken[fold(name)]}. Untuk memperbaruinya, jangan isi --nama dan --jenjang"
            )
    ladder = read_ladder(read_named(jenjang, "--jenjang"), jenjang.name)
    return Target(jabatan_id, nama, (jabatan_id, nama), ladder, {}, {}, own=True)


def read_named(path: Path, what: str) -> bytes:
    """The file's content. Refused with its name, and with `what` it is."""
    try:
        return read(path)
    except Refused as reason:
        raise Refused(f"{what} {path}: {reason}") from None


def read_table(data: bytes, wanted: Sequence[str]) -> list[Row]:
    """The rows of the wanted sheets, or of the only one that holds a table."""
    sheets = read_sheets(data)
    if wanted and not sheets[0].name:
        raise Refused("berkas .csv tidak punya lembar; jangan isi --lembar")
    chosen = [sheet for sheet in sheets if not wanted or fold(sheet.name) in map(fold, wanted)]
    if wanted and len(chosen) < len(set(map(fold, wanted))):
        raise Refused(f"lembar yang diminta tidak ada; yang ada: {', '.join(sheet.name for sheet in sheets)}")
    tables = [(sheet, header) for sheet in chosen if (header := find_header(sheet))]
    if not tables or (wanted and len(tables) < len(chosen)):
        raise Refused(
            "judul tabel tidak ditemukan; perlu kolom untuk uraian butir (misalnya 'Butir Kegiatan'), "
            "'Angka Kredit', dan 'Pelaksana' atau 'Jenjang'"
        )
    if not chosen[0].name:  # a .csv, read in several ways: the right one tells most columns
        tables = [max(tables, key=lambda table: len(table[1].columns))]
    elif len(tables) > 1 and not wanted:
        names = ", ".join(sheet.name for sheet, _ in tables)
        raise Refused(f"ada tabel dalam beberapa lembar ({names}); pilih dengan --lembar, boleh lebih dari satu")
    return [row for sheet, header in tables for row in read_rows(sheet, header, sheet.name if len(sheets) > 1 else "")]


def _check_own_files(jabatan_id: str) -> None:
    """Refused where the jabatan itself is not as it was imported: another Lampiran must not confirm that."""
    wrong = sources.faults(jabatan_id, lampiran=False)
    if not wrong:
        return
    if _in_package(jabatan_id):
        raise Refused(f"{'; '.join(wrong)}. Pindahkan dari folder data impor, lalu ulangi")
    raise Refused(f"{'; '.join(wrong)}. Ulangi dengan --nama dan --jenjang; berkas yang lama disimpan sebagai cadangan")


def _imported_name(jabatan_id: str) -> str | None:
    path = next((path for path in sources.positions() if path.stem == jabatan_id and _is_imported(path)), None)
    try:
        return str(load.read_toml(path)["nama"]) if path else None
    except DAMAGE:
        return None


def _is_imported(path: Path) -> bool:
    return not path.is_relative_to(sources.PACKAGE) and not _in_package(path.stem)


def _in_package(jabatan_id: str) -> bool:
    return (sources.PACKAGE / "positions" / f"{jabatan_id}.toml").exists()


def _without_import(path: Path) -> Jabatan | None:
    try:
        return load_jabatan(path)
    except DAMAGE:
        return None


def _names(jabatan: Jabatan) -> tuple[str, ...]:
    return (jabatan.id, jabatan.nama, *jabatan.nama_lain)


def _target(jabatan: Jabatan, own: bool) -> Target:
    return Target(jabatan.id, jabatan.nama, _names(jabatan), jabatan.jenjang, jabatan.butir, jabatan.unsur, own)
