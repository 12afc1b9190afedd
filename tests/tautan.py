"""A workbook with links to other files: what [1], [2] in its formulas stand for."""

from __future__ import annotations

from packages import exchanged, inserted

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"
KAMI = "file:///C:/AddIns/angka_kredit.xlam"


def bertautan(data: bytes, *targets: str) -> bytes:
    """The workbook with these links, the first being [1]. Their parts are numbered from the last: it means nothing."""
    if not targets:
        return data
    parts = {f"xl/externalLinks/externalLink{len(targets) - at}.xml": target for at, target in enumerate(targets)}
    ids = {part: f"rIdTautan{at}" for at, part in enumerate(parts)}
    declared = "".join(f'<Override PartName="/{part}" ContentType="{_TYPE}"/>' for part in parts)
    relations = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/externalLink" Target="/{part}"/>' for part, id_ in ids.items()
    )
    references = "".join(f'<externalReference r:id="{id_}"/>' for id_ in ids.values())
    new = {part: _link() for part in parts}
    new |= {part.replace("Links/", "Links/_rels/") + ".rels": _target(target) for part, target in parts.items()}
    return exchanged(
        data,
        {
            "[Content_Types].xml": inserted("</Types>", declared),
            "xl/workbook.xml": inserted("<calcPr", f"<externalReferences>{references}</externalReferences>"),
            "xl/_rels/workbook.xml.rels": inserted("</Relationships>", relations),
            **new,
        },
    )


def _link() -> bytes:
    return f'<externalLink xmlns="{_MAIN}"><externalBook xmlns:r="{_OFFICE}" r:id="rId1"/></externalLink>'.encode()


def _target(target: str) -> bytes:
    link = f'<Relationship Id="rId1" Type="{_OFFICE}/externalLinkPath" Target="{target}" TargetMode="External"/>'
    return f'<Relationships xmlns="{_RELATIONS}">{link}</Relationships>'.encode()
