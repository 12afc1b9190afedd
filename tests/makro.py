"""A workbook made one with macros, and a project of VBA for it."""

from __future__ import annotations

import io
import zipfile

from angka_kredit.hosts.vba_project import proyek

MAKRO = proyek({"Modul1": "Public Sub Hitung()\n    MsgBox 1\nEnd Sub\n"}, 1)
_PLAIN = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACRO = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_BIN = b'<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>'
_RELATION = (
    b'<Relationship Id="rIdMakro" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"'
    b' Target="vbaProject.bin"/>'
)


def bermakro(data: bytes, makro: bytes = MAKRO) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in source.namelist():
            part = source.read(name)
            if name == "[Content_Types].xml":
                part = part.replace(_PLAIN, _MACRO).replace(b"<Default", _BIN + b"<Default", 1)
            elif name == "xl/_rels/workbook.xml.rels":
                part = part.replace(b"</Relationships>", _RELATION + b"</Relationships>")
            made.writestr(name, part)
        made.writestr("xl/vbaProject.bin", makro)
    return out.getvalue()
