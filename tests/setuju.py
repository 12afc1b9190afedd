"""The people of `mandiri` filled into the product's forms through its own doors; impossible values in every formula."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from angka_kredit.forms.isi import BarisLama, Formulir, rencana, terapan
from angka_kredit.forms.isi import Orang as Isian
from angka_kredit.forms.isi.berkas import baca_formulir
from angka_kredit.forms.kinerja.data import Butir, Isi, Masa, Tahun
from angka_kredit.forms.kinerja.keluarga import build_jabatan, build_konversi
from angka_kredit.recalc.inputs import put_inputs
from angka_kredit.recalc.package import Package
from angka_kredit.recalc.workbook import Place
from angka_kredit.resources import folder
from angka_kredit.words import fold
from mandiri.kinerja import Orang as OrangKonversi
from mandiri.kinerja import OrangAmmi
from mandiri.orang import Kerja, Orang
from office import SEED
from terbaca import seeded

_KEGIATAN = {"sub": "sub_unsur", "ak": "ak_satuan", "jenjang": "jenjang_butir"}  # our words -> the table's
_ANGKA = ("integrasi_ak", "penyetaraan_lama", "lain_baru", "ak_minimal", "pak_lama_jumlah")


def konvensional(orang: Orang) -> bytes:
    """The shipped form filled in by `isi`; credits on Lampiran and corrections on the DUPAK as a person types them."""
    data, formulir = _templat(orang.jabatan, orang.jenjang)
    lama = [BarisLama(line, orang.uraian_lama.get(line, ""), ak) for line, ak in orang.lama.items()]
    plan = rencana(Isian(orang.data, [_kegiatan(row) for row in orang.kerja]), formulir, lama)
    assert not plan.tanpa_pasangan and not plan.catatan, (plan.tanpa_pasangan, plan.catatan)
    writes = {Place(*tulis.sel): tulis.nilai for tulis in terapan(plan)}
    return put_inputs(Package(data), writes | dict(_diketik(orang, formulir)))


@cache
def _templat(jabatan: str, jenjang: str) -> tuple[bytes, Formulir]:
    name = f"{jabatan}_{fold(jenjang).replace(' ', '_')}.xlsx"
    data = seeded((folder("templates") / name).read_bytes(), SEED)
    return data, baca_formulir(data)


def _kegiatan(row: Kerja) -> dict[str, Any]:
    return {_KEGIATAN.get(kunci, kunci): value for kunci, value in vars(row).items() if value not in ("", None)}


def _diketik(orang: Orang, formulir: Formulir) -> Iterator[tuple[Place, Any]]:
    kode = formulir.kolom("lampiran_kode")
    empty = iter([at for at, value in enumerate(kode) if value is None])
    for name, butir in orang.lampiran.items():
        at = next(empty) if butir.sendiri else kode.index(name)
        typed: dict[str, Any] = {"ak": butir.ak}
        if butir.sendiri:
            typed |= {"kode": name, "uraian": butir.uraian, "jenjang": butir.jenjang, "sub": butir.sub or None}
        yield from ((Place(*formulir.nama[f"lampiran_{kunci}"][at]), value) for kunci, value in typed.items())
    lines = formulir.kolom("dupak_kode_baris")
    for line, ak in orang.koreksi.items():
        yield Place(*formulir.nama["dupak_isi_koreksi"][lines.index(line)]), ak


def konversi(orang: OrangKonversi) -> bytes:
    """The workbook since 2023, built with its facts."""
    rows = tuple(
        Masa(
            tahun=row.tahun,
            jenjang=row.jenjang,
            golongan=row.golongan,
            isi=row.predikat,
            bulan=row.bulan,
            lama=Decimal(row.lama) if row.lama else None,
            pak=row.pak,
        )
        for row in orang.riwayat
    )
    return seeded(build_konversi(isi=Isi(data=_data(orang.data), riwayat=rows)), SEED)


def ammi(orang: OrangAmmi) -> bytes:
    """The same of AMMI."""
    years = tuple(
        Tahun(tahun=year, nilai=Decimal(nilai), minimal=Decimal(minimal) if minimal else None)
        for year, nilai, minimal in orang.tahun
    )
    done = tuple(Butir(kode=kode, tahun=year) for kode, year in orang.kegiatan)
    isi = Isi(data=_data(orang.data), penilaian=years, kegiatan=done)
    return seeded(build_jabatan("ammi", orang.jenjang, isi=isi), SEED)


def _data(data: dict[str, Any]) -> dict[str, Any]:
    return {kunci: Decimal(value) if kunci in _ANGKA else value for kunci, value in data.items()}
