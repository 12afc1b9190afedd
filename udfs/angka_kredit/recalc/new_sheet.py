"""A sheet of text added to a workbook that exists, behind its others; of the parts that were there only the lists of
sheets, relations, content types and cell formats grow."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from xml.sax.saxutils import quoteattr

from openpyxl.utils.cell import get_column_letter

from ..errors import Refused
from .part_lists import Parts
from .relations import relations
from .values import Value, encode
from .workbook import WorkbookInfo
from .xml_spans import Node, appended, edited, nodes, prefix_of, with_attributes

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_WRAPPED = '<{0}alignment horizontal="left" vertical="top" wrapText="1"/>'
_TEXT, _GENERAL = 49, 0  # number formats: text stays text when a person types it again


def add_sheet(
    parts: Parts, info: WorkbookInfo, title: str, rows: Sequence[Sequence[Value]], widths: Sequence[int]
) -> str:
    """Puts the sheet into `parts`; its name, with a number where `title` is taken. The first row heads the columns."""
    name = _free(title, parts.read(info.part), info.part)
    part = parts.free_name("xl/worksheets/sheet{}.xml")
    text, number = _formats(parts, info)
    parts.new[part] = _sheet(rows, widths, text, number)
    parts.declare(part, _KIND)
    _list(parts, info, name, parts.relate(info.part, "worksheet", part))
    return name


def _free(title: str, xml: bytes, part: str) -> str:
    taken = {node.attributes.get("name", "").casefold() for node in nodes(part, xml) if node.name == "sheet"}
    names = (title if number == 1 else f"{title} ({number})" for number in count(1))
    return next(name for name in names if name.casefold() not in taken)


def _list(parts: Parts, info: WorkbookInfo, name: str, relation: str) -> None:
    """Names the sheet in the workbook part."""
    xml = parts.read(info.part)
    found = nodes(info.part, xml)
    sheets = _only(found, "sheets", info.part)
    ids = [int(node.attributes["sheetId"]) for node in found if node.attributes.get("sheetId", "").isdigit()]
    prefix = prefix_of(xml, sheets)
    key = "r" if prefix != "r:" else "r0"
    written = f'<{prefix}sheet name={quoteattr(name)} sheetId="{max(ids, default=0) + 1}"'
    child = f'{written} xmlns:{key}="{_RELATION}" {key}:id="{relation}"/>'
    parts.new[info.part] = edited(xml, [appended(xml, sheets, child.encode())])


def _formats(parts: Parts, info: WorkbookInfo) -> tuple[int, int]:
    """Adds the cell formats of wrapped text and of wrapped values; their numbers."""
    found = [relation.target for relation in relations(parts.package, info.part).values() if relation.kind == "styles"]
    if not found:
        return 0, 0
    part, xml = found[0], parts.read(found[0])
    found_in = nodes(part, xml)
    table = _only(found_in, "cellXfs", part)
    first, prefix = sum(node.parent is table for node in found_in), prefix_of(xml, table)
    made = "".join(
        f'<{prefix}xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"'
        f' applyAlignment="1">{_WRAPPED.format(prefix)}</{prefix}xf>'
        for number in (_TEXT, _GENERAL)
    )
    counted = with_attributes(xml, table, {"count": str(first + 2)})
    parts.new[part] = edited(xml, [counted, appended(xml, table, made.encode())])
    return first, first + 1


def _only(found: Sequence[Node], name: str, part: str) -> Node:
    here = [node for node in found if node.name == name]
    if len(here) != 1 or not here[0].closing > here[0].start:
        raise Refused(f"bagian {part} tidak memuat tepat satu {name}")
    return here[0]


def _sheet(rows: Sequence[Sequence[Value]], widths: Sequence[int], text: int, general: int) -> bytes:
    columns = "".join(f'<col min="{n}" max="{n}" width="{w}" customWidth="1"/>' for n, w in enumerate(widths, 1))
    written = "".join(_row(number, row, text, general) for number, row in enumerate(rows, 1))
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<worksheet xmlns="{_MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>'
        '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
        f"</sheetView></sheetViews><cols>{columns}</cols><sheetData>{written}</sheetData>"
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        "<headerFooter><oddFooter>&amp;RHalaman &amp;P dari &amp;N</oddFooter></headerFooter></worksheet>"
    )
    return xml.encode()


def _row(row: int, values: Sequence[Value], text: int, general: int) -> str:
    cells = [_cell(f"{get_column_letter(n)}{row}", value, text, general, row == 1) for n, value in enumerate(values, 1)]
    return f'<row r="{row}">{"".join(cells)}</row>'


def _cell(ref: str, value: Value, text: int, general: int, heading: bool) -> str:
    kind, attributes, content = encode(value)
    if kind != "str":
        return f'<c r="{ref}" s="{general}"' + (f' t="{kind}"' if kind else "") + f"><v>{content}</v></c>"
    run = f"<t{attributes}>{content}</t>"
    inner = f"<r><rPr><b/></rPr>{run}</r>" if heading else run
    return f'<c r="{ref}" s="{text}" t="inlineStr"><is>{inner}</is></c>'
