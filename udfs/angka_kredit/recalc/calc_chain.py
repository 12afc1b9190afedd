"""The calculation chain: Excel repairs a workbook whose chain names a cell without a formula."""

from __future__ import annotations

from collections.abc import Collection
from xml.sax.saxutils import quoteattr

from .xml_spans import Edit, appended, edited, end_of, nodes, prefix_of, with_attributes

Link = tuple[str, str]  # (sheetId, ref)


def rechained(part: str, xml: bytes, added: Collection[Link], removed: Collection[Link]) -> bytes | None:
    """The chain with these cells at its end and without those; None where no cell is left.

    A cell that does not name its sheet is on the same as the one before it."""
    found = nodes(part, xml)
    root, edits, present = found[0], list[Edit](), set[Link]()
    sheet = said = ""  # of this link; what a reader of the new chain takes it for where it does not say
    for node in found[1:]:
        if node.name != "c" or node.parent is not root:
            continue
        sheet = node.attributes.get("i", sheet)
        link = (sheet, node.attributes.get("r", ""))
        if link in removed:
            edits.append(Edit(node.start, end_of(xml, node), b""))
            continue
        present.add(link)
        if "i" not in node.attributes and said != sheet:
            edits.append(with_attributes(xml, node, {"i": sheet}))
        said = sheet
    new = [link for link in added if link not in present]
    if not present and not new:
        return None
    prefix = prefix_of(xml, root)
    links = "".join(f'<{prefix}c r="{ref}" i={quoteattr(sheet)}/>' for sheet, ref in new).encode()
    behind = next((node.start for node in found if node.name == "extLst" and node.parent is root), None)
    if links:
        edits.append(appended(xml, root, links) if behind is None else Edit(behind, behind, links))
    return edited(xml, edits)
