"""Legacy comments ('Catatan') added to a sheet: its comments part, and the drawing part that holds their boxes.

A cell that has a comment keeps it, ours below it; one that has ours already is left alone. A comment may be put on a
protected sheet, for it changes no cell."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import unescape

from openpyxl.utils.cell import coordinate_to_tuple

from ..errors import Refused
from .layout import Layout, covers
from .limits import LONGEST_TEXT
from .part_lists import Parts
from .relations import Relation, relations
from .values import encode
from .vml import EMPTY_DRAWING, with_notes
from .workbook import Sheet
from .xml_spans import Edit, Node, appended, edited, nodes, opening_tag, prefix_of, whole

AUTHOR = "Angka Kredit"
_GAP = "\n\n"  # between another's comment and ours
_STRICT = b"http://purl.oclc.org/ooxml/"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_COMMENTS = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_VML = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_EMPTY = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    f'<comments xmlns="{_MAIN}"><authors/><commentList/></comments>'
).encode()
_FONT = '<{0}rPr><{0}sz val="9"/><{0}color indexed="81"/><{0}rFont val="Tahoma"/><{0}family val="2"/></{0}rPr>'
# the sheet's elements that come behind <legacyDrawing>
_BEHIND = frozenset(
    ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst")
)


def add(parts: Parts, sheet: Sheet, layout: Layout, texts: Mapping[str, str]) -> None:
    """Puts the comments, by ref, into the sheet's parts; Refused, in words, where a cell cannot have one."""
    texts = {ref: "\n".join(text.splitlines()) for ref, text in texts.items()}
    for ref, text in texts.items():
        _check(layout, ref, text)
    part = next((found.target for found in _related(parts, sheet) if found.kind == "comments"), "")
    xml = parts.read(part) if part else _EMPTY
    new, boxes = _commented(part or "comments", xml, texts)
    if new == xml:
        return
    if not part:
        part = parts.free_name("xl/comments{}.xml")
        parts.declare(part, _COMMENTS)
        parts.relate(sheet.part, "comments", part)
    parts.new[part] = new
    if boxes:
        _add_boxes(parts, sheet, layout, {ref: texts[ref] for ref in boxes})


def _related(parts: Parts, sheet: Sheet) -> list[Relation]:
    return list(relations(parts.package, sheet.part).values())


def _check(layout: Layout, ref: str, text: str) -> None:
    if not text.strip() or len(text) > LONGEST_TEXT:
        raise Refused(f"catatan untuk {ref} kosong, atau melebihi {LONGEST_TEXT} huruf")
    if _STRICT in opening_tag(layout.xml, layout.root):
        raise Refused("disimpan sebagai Strict Open XML; simpan sebagai Buku Kerja Excel biasa (.xlsx)")
    for area in layout.merged:
        if covers(area, ref) and area.split(":")[0] != ref:
            raise Refused(f"sel {ref} tersembunyi di dalam sel gabungan {area}")


def _commented(part: str, xml: bytes, texts: Mapping[str, str]) -> tuple[bytes, list[str]]:
    """The comments part with these texts, and the refs that need a box: those without a comment until now."""
    found = nodes(part, xml)
    authors = next((node for node in found if node.name == "authors"), None)
    comments = next((node for node in found if node.name == "commentList"), None)
    if authors is None or comments is None:
        raise Refused(f"bagian {part} bukan daftar catatan")
    names = [node.text for node in found if node.parent is authors]
    there = {node.attributes.get("ref", ""): node for node in found if node.parent is comments}
    edits, boxes, new, prefix = list[Edit](), list[str](), "", prefix_of(xml, found[0])
    for ref, text in sorted(texts.items(), key=lambda item: coordinate_to_tuple(item[0])):
        if ref in there:
            edits += _below(xml, found, there[ref], names, text)
            continue
        author = names.index(AUTHOR) if AUTHOR in names else len(names)
        new += f'<{prefix}comment ref="{ref}" authorId="{author}"><{prefix}text>'
        new += _run(prefix, text) + f"</{prefix}text></{prefix}comment>"
        boxes.append(ref)
    if new:
        edits.append(appended(xml, comments, new.encode()))
        if AUTHOR not in names:
            edits.append(appended(xml, authors, f"<{prefix}author>{AUTHOR}</{prefix}author>".encode()))
    return edited(xml, edits), boxes


def _run(prefix: str, text: str) -> str:
    written = f'<{prefix}t xml:space="preserve">{_written(text)}</{prefix}t>'
    return f"<{prefix}r>{_FONT.format(prefix)}{written}</{prefix}r>"


def _written(text: str) -> str:
    return encode(text)[2]


def _below(xml: bytes, found: list[Node], comment: Node, names: list[str], text: str) -> list[Edit]:
    """Our text below another's, in its last run of text; nothing where it stands there already."""
    inside = [node for node in found if node.name == "t" and _is_in(node, comment)]
    there, ours = "".join(node.text for node in inside), unescape(_written(text))
    if _GAP + ours + _GAP in _GAP + there + _GAP:
        return []
    ref, author = comment.attributes.get("ref", ""), comment.attributes.get("authorId", "")
    if author.isdigit() and int(author) < len(names) and names[int(author)].startswith("tc="):
        raise Refused(f"sel {ref} berisi utas komentar; catatan tidak dapat ditambahkan di situ")
    if not inside or len(there) + len(ours) > LONGEST_TEXT:
        raise Refused(f"catatan di sel {ref} tidak dapat ditambahi")
    return [appended(xml, inside[-1], (_GAP + _written(text)).encode())]


def _is_in(node: Node, around: Node) -> bool:
    parent = node.parent
    while parent is not None and parent is not around:
        parent = parent.parent
    return parent is around


def _add_boxes(parts: Parts, sheet: Sheet, layout: Layout, texts: Mapping[str, str]) -> None:
    legacy = layout.element("legacyDrawing")
    if legacy is None:
        part = parts.free_name("xl/drawings/vmlDrawing{}.vml")
        parts.declare(part, _VML, "vml")
        relation = parts.relate(sheet.part, "vmlDrawing", part)
        parts.new[sheet.part] = edited(layout.xml, [_legacy_drawing(layout, relation)])
        drawing = EMPTY_DRAWING
    else:
        ids = [value for name, value in legacy.attributes.items() if name.endswith(":id")]
        part = next((found.target for found in _related(parts, sheet) if found.id in ids), "")
        drawing = parts.read(part)
    others = [parts.read(name) for name in {*parts.package.names, *parts.new} if name.lower().endswith(".vml")]
    parts.new[part] = with_notes(part, drawing, texts, others)


def _legacy_drawing(layout: Layout, relation: str) -> Edit:
    """<legacyDrawing>, at the place where the format wants it."""
    prefix = prefix_of(layout.xml, layout.root)
    element = f'<{prefix}legacyDrawing xmlns:r="{_OFFICE}" r:id="{relation}"/>'.encode()
    for other in layout.top:
        inside = nodes(layout.part, whole(layout.xml, other)) if other.name == "AlternateContent" else []
        if other.name in _BEHIND or any(node.name in _BEHIND for node in inside):
            return Edit(other.start, other.start, element)
    return appended(layout.xml, layout.root, element)
