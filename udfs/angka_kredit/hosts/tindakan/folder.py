"""hitung-ulang of a folder in this process: what a host's `hitung_folder` may use as it is."""

from __future__ import annotations

from pathlib import Path

from ...errors import Refused
from .host import Kemajuan


def hitung_folder(asal: Path, hasil: Path, laporan: Path, maju: Kemajuan) -> list[str]:
    """The summary, line by line; the report stands at `laporan`. Refused where nothing can start."""
    from ...batch import BadPlan, Options, run
    from ...batch.excel import write_report
    from ...batch.summary import summary

    try:
        report = run([str(asal)], Options(output=str(hasil), report=laporan), maju)
    except BadPlan as reason:
        raise Refused(str(reason)) from None
    with report:
        write_report(report, laporan)
        return list(summary(report))
