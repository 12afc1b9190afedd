"""What [1], [2], ... in a workbook's formulas stand for. Travels inside LibreOffice's Python too."""

from __future__ import annotations

from pathlib import PurePosixPath
from urllib.parse import unquote

from ..errors import Refused
from .package import Package
from .relations import all_of, parse, relations

ADDIN = "angka_kredit.xlam"


def linked_books(package: Package, workbook: str) -> list[str]:
    """What [1], [2], ... stand for: the file that each names, '' where it names none."""
    targets, found = relations(package, workbook), []
    for node in all_of(parse(package, workbook), "externalReference"):
        link = targets.get(_id(node.attrib))
        found.append(_target(package, link.target) if link and not link.external and link.target in package else "")
    return found


def is_addin(path: str) -> bool:
    """Whether a link, however it is written, names the file of our add-in."""
    return PurePosixPath(unquote(path).replace("\\", "/").strip("[]'")).name.strip("[]").casefold() == ADDIN


def links_of(data: bytes) -> list[str]:
    """The same of a whole file; none where it is no workbook that can be read."""
    try:
        package = Package(data)
        books = [each.target for each in relations(package, "").values() if each.kind == "officeDocument"]
        return linked_books(package, books[0]) if books else []
    except Refused:
        return []


def _target(package: Package, part: str) -> str:
    books = all_of(parse(package, part), "externalBook")
    link = relations(package, part).get(_id(books[0].attrib)) if books else None
    return link.target if link else ""


def _id(attributes: dict[str, str]) -> str:
    return next((value for name, value in attributes.items() if name.endswith("}id")), "")
