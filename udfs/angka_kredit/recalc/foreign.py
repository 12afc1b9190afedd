"""A function of somebody else's that bears a name of ours: computed as ours it would be silently another number.

It is theirs where the file takes it from another add-in ([1]!TERBILANG, where 1 is not angka_kredit.xlam), and where
the workbook defines it itself, in its macros or as a LAMBDA."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import PurePosixPath
from urllib.parse import unquote

from ..errors import Refused
from ..functions import KATALOG
from .cells import SheetCells
from .links import ADDIN, is_addin, linked_books
from .package import Package
from .relations import all_of, content_types, parse, relations
from .spelling import books_of_ours
from .vba_source import Unreadable, source
from .workbook import WorkbookInfo

_NAMES = "|".join(KATALOG.names())
_CALLED = re.compile(rf"\b(?:_xldudf_|_xll\.)?({_NAMES})\(", re.IGNORECASE | re.ASCII)
_GAP = r"(?:[ \t]|_[ \t]*\r?\n)+"  # a line goes on after ' _'
_DEFINED = re.compile(
    rf"\b(?:Function|Property{_GAP}Get){_GAP}\[?({_NAMES})(?![A-Z0-9_\x80-\xff])", re.IGNORECASE | re.ASCII
)
_LAMBDA = re.compile(r"\bLAMBDA\(", re.IGNORECASE)
_ON = ("1", "true")
_PROJECT = "application/vnd.ms-office.vbaproject"
_ANY = "*"  # of a project that cannot be read: it may define any of them


def check_foreign(package: Package, info: WorkbookInfo, cells: dict[str, SheetCells]) -> None:
    """Refused, by function and by add-in or workbook, where a formula calls another's function by a name of ours."""
    links: list[str] | None = None
    for where, formula in _formulas(package, info, cells):
        if "]!" in formula or "'!" in formula:
            for book, name in books_of_ours(formula):
                links = linked_books(package, info.part) if links is None else links
                _check_book(where, name, book, links)
    own = _by_lambda(package, info) | _by_macro(package, info)
    if own:
        _check_own(own, _formulas(package, info, cells))


def _formulas(package: Package, info: WorkbookInfo, cells: dict[str, SheetCells]) -> Iterator[tuple[str, str]]:
    """Every formula with where it stands; those of defined names too, every copy of a name."""
    for sheet, found in cells.items():
        for cell in found.formulas:
            yield f"sel {sheet}!{cell.ref}", cell.formula
    for node in all_of(parse(package, info.part), "definedName"):
        yield f"nama {node.attrib.get('name', '')}", node.text or ""


def _check_book(where: str, name: str, book: str, links: list[str]) -> None:
    number = re.fullmatch(r"'?\[([0-9]+)\]'?", book)
    if number is None:
        target = book.strip("'")
    elif number[1] == "0":
        target = "buku kerja ini sendiri"
    else:
        place = int(number[1])
        target = links[place - 1] if place <= len(links) else ""
    if not is_addin(target):
        shown = PurePosixPath(unquote(target).replace("\\", "/")).name or f"tautan {book} yang tidak ada"
        raise Refused(
            f"{where} memakai fungsi {name.upper()} dari {shown}, bukan dari {ADDIN}; hasilnya dapat lain. Ganti "
            f"dengan {name.upper()}(...) tanpa {book}! bila yang dimaksud fungsi Angka Kredit, atau hitung di Excel"
        )


def _check_own(own: set[str], formulas: Iterator[tuple[str, str]]) -> None:
    for where, formula in formulas:
        for name in map(str.upper, _CALLED.findall(formula)):
            if name in own:
                raise Refused(
                    f"{where} memakai fungsi {name}, yang didefinisikan buku kerja ini sendiri (makro atau nama); "
                    "hasilnya dapat lain daripada fungsi Angka Kredit. Ganti nama fungsi itu di buku kerjanya, atau "
                    "hitung di Excel"
                )
            if _ANY in own:
                raise Refused(
                    f"makro buku kerja ini tidak terbaca, sehingga tidak pasti milik siapa fungsi {name} di {where}; "
                    "simpan sebagai .xlsx (tanpa makro), lalu ulangi"
                )


def _by_lambda(package: Package, info: WorkbookInfo) -> set[str]:
    """Names that are functions: a LAMBDA, or of a macro sheet."""
    return {
        node.attrib.get("name", "").upper()
        for node in all_of(parse(package, info.part), "definedName")
        if node.attrib.get("function") in _ON or _LAMBDA.search(node.text or "")
    }


def _by_macro(package: Package, info: WorkbookInfo) -> set[str]:
    """What the workbook's macros define under names of ours; a private function or a remark counts too, to be safe."""
    types = content_types(package)
    projects = {part for part in package.names if types.of(part).lower() == _PROJECT}
    projects |= {link.target for link in relations(package, info.part).values() if link.kind == "vbaProject"}
    return {name for part in projects if part in package for name in _defined(package.read(part))}


@lru_cache(maxsize=16)  # files of one kind share their project
def _defined(project: bytes) -> frozenset[str]:
    try:
        return frozenset(map(str.upper, _DEFINED.findall(source(project))))
    except Unreadable:
        return frozenset({_ANY})
