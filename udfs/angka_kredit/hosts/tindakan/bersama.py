"""What several actions ask and say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path, PurePath

from ...errors import NotFound, Refused
from ...positions import all_jabatan, find_jabatan
from ...regulations.schema import Jabatan
from .host import Dihentikan, Host

JUDUL = "Angka Kredit"  # of every dialog, of menu and toolbar
BUKU = (".xlsx", ".xlsm")
MOST = 8  # lines of one kind in a dialog
CIRI = ("nip", "pemeriksaan_nip", "daftar_golongan")  # cells that every form of ours has


def perlu_buku(host: Host) -> str:
    """The open workbook's name; Refused where none is open."""
    nama = host.nama()
    if not nama:
        raise Refused("tidak ada buku kerja yang terbuka; buka berkasnya, lalu ulangi")
    return nama


def milik_kita(host: Host) -> bool:
    """Whether the workbook is a form of ours, by the names of its cells."""
    return all(host.nama_sel(nama) for nama in CIRI)


def minta_tujuan(host: Host, judul: str, usul: str) -> Path:
    """Where to save, with the suffix of `usul` at its end: added to 'Budi, S.Sos', whose dot belongs to the name."""
    given, akhiran = host.minta_simpan(judul, usul), PurePath(usul).suffix
    if given.suffix.casefold() == akhiran:
        return given
    path = given.with_name(given.name + akhiran)
    if path.exists() and not host.tanya(f"{path.name} sudah ada. Ganti? Isi lamanya disimpan sebagai cadangan."):
        raise Dihentikan  # the dialog asked about the name without the suffix
    return path


def jabatan_buku(host: Host) -> Jabatan:
    """The jabatan that the workbook names in its cell `jabatan`, else the one that the person chooses."""
    if host.nama() and (held := next(iter(host.nama_sel("jabatan")), None)):
        try:
            return find_jabatan(str(held))
        except NotFound:
            pass  # a workbook of somebody else's, with such a name
    known = {jabatan.nama: jabatan for jabatan in all_jabatan().values()}
    return known[host.pilih("Pilih jabatan", list(known))]


def nama_lembar(judul: str) -> str:
    """The title as both programs take it for a sheet's name."""
    return " ".join(re.sub(r"[\[\]:*?/\\']", " ", judul).split())[:31].rstrip()


def alinea(judul: str, baris: Sequence[str]) -> str:
    """A heading with its lines below, the first ones only; '' where there are none."""
    more = [f"... dan {len(baris) - MOST} lagi"] if len(baris) > MOST else []
    return "\n".join([judul, *(f"- {each}" for each in baris[:MOST]), *more]) if baris else ""


def kalimat(*bagian: str) -> str:
    """The parts that say something, a blank line between them."""
    return "\n\n".join(filter(None, bagian))
