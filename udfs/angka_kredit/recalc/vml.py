"""The boxes of legacy comments, in a VML drawing. Read as text: old Excel writes VML that no XML parser reads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from openpyxl.utils.cell import coordinate_to_tuple

from ..errors import Refused
from .limits import LAST_COLUMN, LAST_ROW

_V, _O, _X = (f"urn:schemas-microsoft-com:{name}" for name in ("vml", "office:office", "office:excel"))
_SPACES = f'xmlns:v="{_V}" xmlns:o="{_O}" xmlns:x="{_X}"'
_BLOCK = 1024  # ids of a drawing's shapes: its block's number times this, and up
_IDS, _IDMAP = re.compile(rb"_x0000_s([0-9]{1,9})"), re.compile(rb"idmap\b[^>]*\bdata\s*=\s*[\"']([0-9, ]+)[\"']")
_TYPE = re.compile(rb"\bid\s*=\s*[\"']_x0000_t202[\"']")
_WIDE, _LINE, _MOST_LINES = 3, 32, 20  # columns of a box; letters of a line in it; lines
EMPTY_DRAWING = f"<xml {_SPACES}></xml>".encode()

_LAYOUT = f'<o:shapelayout {_SPACES} v:ext="edit"><o:idmap v:ext="edit" data="{{}}"/></o:shapelayout>'
_SHAPE_TYPE = (
    f'<v:shapetype {_SPACES} id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_SHAPE = (
    f'<v:shape {_SPACES} id="_x0000_s{{id}}" type="#_x0000_t202" '
    'style="position:absolute;margin-left:59pt;margin-top:2pt;width:192pt;height:79pt;z-index:1;visibility:hidden" '
    'fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/>'
    '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div>'
    '</v:textbox><x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)


def with_notes(part: str, drawing: bytes, texts: Mapping[str, str], others: Iterable[bytes]) -> bytes:
    """The drawing with a hidden box for the comment of each cell; `others` are the workbook's other VML drawings."""
    end = drawing.rfind(b"</xml>")
    if end < 0:
        raise Refused(f"bagian {part} bukan gambar VML")
    mapped = _blocks(drawing)
    block = mapped[0] if mapped else 1 + max([0, *(block for other in others for block in _blocks(other))])
    used = [int(found) for found in _IDS.findall(drawing) if int(found) // _BLOCK == block]
    first = max([block * _BLOCK, *used]) + 1
    if first + len(texts) > (block + 1) * _BLOCK:
        raise Refused(f"lembar tidak dapat memuat lebih dari {_BLOCK - 1} catatan dan gambar")
    new = [] if mapped else [_LAYOUT.format(block)]
    new += [] if _TYPE.search(drawing) else [_SHAPE_TYPE]
    new += [_shape(first + index, ref, text) for index, (ref, text) in enumerate(texts.items())]
    return drawing[:end] + "".join(new).encode() + drawing[end:]


def _blocks(drawing: bytes) -> list[int]:
    return [int(number) for found in _IDMAP.findall(drawing) for number in found.replace(b",", b" ").split()]


def _shape(number: int, ref: str, text: str) -> str:
    """A box beside the cell, high enough for the text."""
    row, column = (index - 1 for index in coordinate_to_tuple(ref))
    lines = sum(1 + len(line) // _LINE for line in text.split("\n"))
    height = min(max(lines + 1, 4), _MOST_LINES)
    left, top = min(column + 1, LAST_COLUMN - 1 - _WIDE), min(row, LAST_ROW - 1 - height)
    anchor = f"{left}, 15, {top}, 2, {left + _WIDE}, 15, {top + height}, 4"
    return _SHAPE.format(id=number, anchor=anchor, row=row, column=column)
