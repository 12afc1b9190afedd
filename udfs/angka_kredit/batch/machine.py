"""A run told to a machine: one JSON document, totals that passed a threshold first, files after."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from .crossed import ATURAN
from .result import STATUS, Result
from .running import Report
from .snapshot import lampiran


def document(report: Report) -> Iterator[str]:
    """The document in pieces; a run may be larger than the memory."""
    yield f'{{"ringkasan":{_json(facts(report))},\n"melewati_ambang":['
    yield from _joined(_crossing(result) for result in report.results() if result.crossed)
    yield '],\n"berkas":['
    yield from _joined(_file(result) for result in report.results(changed=True))
    yield "]}\n"


def facts(report: Report) -> dict[str, Any]:
    """What holds for the run as a whole."""
    return {
        **report.identity,
        "lampiran": lampiran(),
        "waktu": report.stamp,
        "detik": round(report.seconds, 3),
        "terputus": report.interrupted,
        "status": {status: report.status[status] for status in STATUS if report.status[status]},
        "aturan_ambang": ATURAN,
    }


def _crossing(result: Result) -> dict[str, Any]:
    names = ("sel", "lama", "baru", "keterangan")
    return {"berkas": result.name, "total": [dict(zip(names, row, strict=True)) for row in result.crossed]}


def _file(result: Result) -> dict[str, Any]:
    change = ("sel", "lama", "baru")
    return {
        "nama": result.name,
        "status": result.status,
        "keterangan": result.words,
        "sel": result.cell,
        "rumus": result.formulas,
        "sel_berubah": result.cells,
        "jumlah_terbesar": dict(zip(change, result.total, strict=True)) if result.total else None,
        "perubahan": [dict(zip(change, row, strict=True)) for row in result.changes()],
        "periksa": [{"sel": cell, "keterangan": words} for cell, words in result.notes],
        "belum_segar": result.stale,
        "dua_mesin": result.voted,
        "detik": result.seconds,
        "sha256": {"semula": result.source, "hasil": result.result},
    }


def _joined(values: Iterable[Any]) -> Iterator[str]:
    for number, value in enumerate(values):
        yield (",\n" if number else "\n") + _json(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
