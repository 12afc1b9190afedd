"""Workbooks of another kind, .xls and .ods, as .xlsx: LibreOffice makes a copy, the only file of its that we hand out.

Whoever keeps the copy says so in its name (`nama_konversi`) and where results are told (`terbaca`)."""

from __future__ import annotations

import tempfile
from pathlib import Path, PurePath

from .errors import Refused
from .recalc import office_program as office

SECONDS = 120.0
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_LOCKED = "EncryptedPackage".encode("utf-16-le")  # an .xlsx with a password stands in an OLE file too
_MIMETYPE = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"  # an .ods begins so, behind its zip header
_CALC, _COMMON = "/org.openoffice.Office.Calc", "/org.openoffice.Office.Common"
_SETTINGS = {
    (f"{_CALC}/Formula/Load", "OOXMLRecalcMode"): "1",  # never: the copy shows what its file showed
    (f"{_CALC}/Formula/Load", "ODFRecalcMode"): "1",
    (f"{_CALC}/Content/Update", "Link"): "2",  # never read another file
    (f"{_COMMON}/Security/Scripting", "DisableMacrosExecution"): "true",
    (f"{_COMMON}/Security/Scripting", "BlockUntrustedRefererLinks"): "true",
    ("/org.openoffice.Setup/L10N", "ooSetupSystemLocale"): "en-US",
}


def jenis(data: bytes) -> str:
    """'xls' or 'ods' where the file is one, else ''."""
    if data.startswith(_OLE):
        return "xls"
    return "ods" if data.startswith(b"PK\x03\x04") and data[30:].startswith(_MIMETYPE) else ""


def nama_konversi(nama: str) -> str:
    """'DUPAK (konversi LibreOffice).xlsx' of 'DUPAK.xls'."""
    return f"{PurePath(nama).stem} (konversi LibreOffice).xlsx"


def terbaca(data: bytes) -> tuple[bytes, str]:
    """(the file as .xlsx, what to say of it): itself and '' where it needs no conversion.

    Refused, in words, where LibreOffice is not there or cannot do it."""
    kind = jenis(data)
    if not kind:
        return data, ""
    return sebagai_xlsx(data), f"berkas .{kind}: dibaca dari salinan .xlsx yang dibuat LibreOffice"


def sebagai_xlsx(data: bytes, detik: float = SECONDS) -> bytes:
    """The .xls or .ods as .xlsx, with the values that it shows; Refused, in words, where that cannot be."""
    kind = jenis(data)
    if kind == "xls" and _LOCKED in data:
        raise Refused("berkas ini dikunci dengan kata sandi; buka di Excel, hapus kata sandinya, lalu simpan")
    program = office.program()
    if program is None:
        raise Refused(
            f"berkas .{kind} hanya dapat dibaca dengan LibreOffice, yang tidak ada di komputer ini; "
            "pasang LibreOffice, atau buka berkasnya di Excel dan simpan sebagai .xlsx"
        )
    with tempfile.TemporaryDirectory(prefix="angka-kredit-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        given, done = folder / f"buku.{kind}", folder / "hasil"
        given.write_bytes(data)
        office.write_settings(folder / "profil", _SETTINGS)
        filters = ("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(done), str(given))
        office.run(folder, (program, *office.HEADLESS, office.profile(folder / "profil"), *filters), detik)
        if not (done / "buku.xlsx").exists():
            raise Refused(f"LibreOffice tidak dapat membuka berkas .{kind} ini; mungkin rusak atau berkata sandi")
        return (done / "buku.xlsx").read_bytes()
