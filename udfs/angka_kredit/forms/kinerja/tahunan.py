"""The workbook of a jabatan whose own text takes credit from the nilai kinerja: sheets, lists, forms."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from xlsxwriter.worksheet import Worksheet

from ...regulations.schema import Jabatan, Jenjang
from ...regulations.tabel import Instansi, Kenaikan, Pejabat
from ..style import put
from . import butir, lembar_data, penilaian
from . import daftar as lembar_daftar
from .buku import Buku
from .daftar import Kelompok
from .data import BerkasJabatan, Lembar
from .kertas import AKHIR, BANTU, BARIS, Kertas
from .lembar_data import TOTAL, Terhitung, kelebihan, nip, tujuan
from .penetapan import TABEL, angka, hasil, total

_USUL = ((0, 1), (2, 3), (4, 5), (6, 7), (8, 8), (9, AKHIR))
_BUTIR = ((0, 0), (1, 2), (3, 9), (10, AKHIR))
_SENDIRI = "ISNUMBER(MATCH(golongan,daftar_golongan,0))"  # the golongan ruang is one of the form's jenjang


def lembar(
    jabatan: Jabatan, jenjang: Jenjang, berkas: BerkasJabatan
) -> list[tuple[str, Callable[[Buku, Worksheet], None]]]:
    """The sheets in the order of their tabs."""
    known = butir.daftar(jabatan, jenjang)
    judul = f"Data {jabatan.nama} {jenjang.nama}"
    return [
        (lembar_data.NAMA, partial(lembar_data.write, ringkasan=_ringkasan(jabatan, jenjang), judul=judul)),
        (penilaian.NAMA, partial(penilaian.write, catatan=berkas.penilaian.teks)),
        (butir.NAMA, partial(butir.write, known=known)),
        ("Usul", partial(_usul, lembar=berkas.usul, banyak=len(known))),
        ("Penetapan", partial(_penetapan, lembar=berkas.penetapan)),
        (lembar_daftar.NAMA, partial(lembar_daftar.write, groups=_daftar(jabatan, jenjang))),
    ]


def _daftar(jabatan: Jabatan, jenjang: Jenjang) -> list[Kelompok]:
    ladder = [row for each in jabatan.jenjang for row in each.golongan]
    own = [row.kode for row in jenjang.golongan]
    steps = {row.dari for row in jabatan.baris(Kenaikan)}
    # never a list of one cell: not every engine finds a word in it
    return [
        {
            "daftar_golongan": ("Golongan ruang", own),
            "daftar_pangkat": ("Pangkat", [row.pangkat for row in jenjang.golongan]),
            "daftar_kenaikan": (
                "Kenaikan tercetak dari",
                [*(name for name in (*own, jenjang.nama) if name in steps), "-", "-"],
            ),
            "daftar_instansi": ("Jenis instansi", list(jabatan.per_kunci(Instansi))),
            "daftar_jenis_kelamin": ("Kelamin", lembar_daftar.KELAMIN),
            "daftar_semua_golongan": ("Semua golongan", [row.kode for row in ladder]),
            "daftar_semua_pangkat": ("Semua pangkat", [row.pangkat for row in ladder]),
        }
    ]


def _printed(jabatan: Jabatan, jenis: str) -> str:
    """The rises of this kind that the text prints, with their articles."""
    steps = [f"{row.dari} ke {row.ke} ({row.rujukan})" for row in jabatan.baris(Kenaikan) if row.jenis == jenis]
    return f"Tercetak dalam naskah: {'; '.join(steps)}."


def _team_source(jabatan: Jabatan) -> str:
    found = dict.fromkeys(row.rujukan for row in jabatan.baris(Pejabat) if row.peran == "tim")
    return f"{'; '.join(found)}."


def _ringkasan(jabatan: Jabatan, jenjang: Jenjang) -> list[Terhitung]:
    bad = f'COUNT(penilaian_nilai)-COUNTIF(penilaian_periksa,"{penilaian.BERES}")'
    note = "0 bila semua baris Penilaian beres; lihat kolom Periksa."
    # a form still empty has no word struck out
    short = 'IF(ambang_{0}="","",IF(ROUND(ak_total,9)=0,"",ROUND(SUM(ak_total,-ambang_{0}),9)))'
    return [
        *_jabatan(jabatan, jenjang),
        *nip(),
        Terhitung("belum_beres", "Baris Penilaian belum beres", bad, note, "teks", "0"),
        TOTAL,
        *_diminta(jabatan),
        *kelebihan(short),
        *_tujuan(jabatan, jenjang),
        _tim(jabatan),
    ]


def _jabatan(jabatan: Jabatan, jenjang: Jenjang) -> list[Terhitung]:
    rank = f'IF({_SENDIRI},INDEX(daftar_pangkat,MATCH(golongan,daftar_golongan,0)),"")'
    return [
        Terhitung("jabatan", "Jabatan (singkatan)", f'"{jabatan.id}"', "Tetap untuk formulir ini."),
        Terhitung("nama_jabatan", "Jabatan", f'"{jabatan.nama}"', jabatan.regulasi.singkat),
        Terhitung("kategori", "Kategori", f'"{jenjang.kategori}"', "Tetap untuk formulir ini."),
        Terhitung("jenjang", "Jenjang", f'"{jenjang.nama}"', "Jenjang lain memakai formulirnya sendiri."),
        Terhitung("nama_pangkat", "Pangkat", rank, "Terisi dari golongan ruang."),
    ]


def _diminta(jabatan: Jabatan) -> list[Terhitung]:
    asked = 'IF(ISNUMBER(MATCH({0},daftar_kenaikan,0)),AK_KENAIKAN({0},jabatan),"")'
    rank, level = asked.format("golongan"), asked.format("jenjang")
    return [
        Terhitung("ambang_pangkat", "Diminta untuk pangkat berikut", rank, _printed(jabatan, "pangkat"), "ak"),
        Terhitung("ambang_jenjang", "Diminta untuk jenjang berikut", level, _printed(jabatan, "jabatan"), "ak"),
    ]


def _tujuan(jabatan: Jabatan, jenjang: Jenjang) -> list[Terhitung]:
    after = [each.nama for each in jabatan.jenjang if each.urutan == jenjang.urutan + 1]
    above = "SUM(MATCH(golongan,daftar_semua_golongan,0),1)"
    rank = f'INDEX(daftar_semua_pangkat,{above})&", golongan ruang "&INDEX(daftar_semua_golongan,{above})'
    level = f'IF(ambang_jenjang="","",nama_jabatan&" {after[0] if after else "-"}")'
    return tujuan(f'IF(ambang_pangkat="","",{rank})', level)


def _tim(jabatan: Jabatan) -> Terhitung:
    known = f"AND(ISNUMBER(MATCH(instansi_jenis,daftar_instansi,0)),{_SENDIRI})"
    team = f'IF({known},TIM_PENILAI(golongan,instansi_jenis,jabatan),"")'
    return Terhitung("tim", "Tim penilai", team, _team_source(jabatan))


def _usul(buku: Buku, sheet: Worksheet, lembar: Lembar, banyak: int) -> None:
    """The years of the sheet Penilaian and the signatures; on the next page the butir that were done."""
    kertas = Kertas(buku, sheet, tall=0)
    kertas.kop(lembar)
    kertas.bagian("II", lembar.kata["bagian"])
    kertas.kepala(_USUL, lembar.kolom.teks)
    look = {"num_format": buku.ak}
    for number in range(1, penilaian.COUNT + 1):
        cells = {
            nama: f'=IF(INDEX(penilaian_{nama},{number})="","",INDEX(penilaian_{nama},{number}))'
            for nama in ("tahun", "nilai", "persen", "dipakai", "ak", "bukti")
        }
        kertas.baris(
            _USUL,
            [
                (cells["tahun"], "tengah", {"num_format": "0"}),
                (cells["nilai"], "tengah", {"num_format": "0.##"}),
                (cells["persen"], "tengah", {"num_format": "0%"}),
                (cells["dipakai"], "tengah", look),
                (cells["ak"], "volume", look),
                (cells["bukti"], "masuk", {"shrink": True}),
            ],
        )
    kertas.sel((0, 7), lembar.kolom.jumlah, "kotak", "tebal", "abu", "masuk")
    kertas.sel((8, 8), "=penilaian_jumlah", "kotak", "tebal", "abu", "volume", **look)
    kertas.sel((9, AKHIR), "", "kotak", "abu")
    kertas.maju()
    kertas.tanda(lembar.tanda)
    sheet.set_h_pagebreaks([kertas.row])
    _kegiatan(kertas, lembar.kata, banyak)
    kertas.selesai()


def _kegiatan(kertas: Kertas, kata: dict[str, str], banyak: int) -> None:
    kertas.bagian("III", kata["butir"])
    kertas.kepala(_BUTIR, [kata[f"butir_{nama}"] for nama in ("no", "kode", "uraian", "tahun")], 18)
    kertas.sheet.repeat_rows(kertas.row - 2, kertas.row - 1)
    for number in range(1, banyak + 1):
        place = f"MATCH({number},kegiatan_urut,0)"
        helper = f"N{kertas.row + 1}"
        samar = kertas.buku.gaya("samar", num_format="0")
        put(kertas.sheet, kertas.row, BANTU, BANTU, f'=IF(ISNUMBER({place}),{place},"")', samar)

        def shown(nama: str, helper: str = helper, place: str = place) -> str:
            found = f"INDEX(kegiatan_{nama},{place})"
            return f'=IF({helper}="","",IF({found}="","",{found}))'

        kertas.baris(
            _BUTIR,
            [
                (f'=IF({helper}="","",{number})', "tengah", {"num_format": "0"}),
                (shown("kode"), "masuk", {"shrink": True}),
                (shown("uraian"), "bungkus", {"font_size": 9}),
                (shown("tahun"), "tengah", {"num_format": "0"}),
            ],
            26,
        )


def _penetapan(buku: Buku, sheet: Worksheet, lembar: Lembar) -> None:
    kertas = Kertas(buku, sheet)
    kata = lembar.kata
    kertas.kop(lembar)
    kertas.bagian("II", kata["bagian"])
    kertas.kepala(TABEL, lembar.kolom.teks, 26)
    top = kertas.row
    rows = (("awal", '=IF(pak_lama_jumlah="","",pak_lama_jumlah)', ""), ("nilai", "", "=SUM(penilaian_jumlah)"))
    for number, (nama, lama, baru) in enumerate(rows, 1):
        row, kosong = kertas.row + 1, angka(kertas, kosong=True)
        kertas.baris(
            TABEL,
            [
                (number, "tengah", {"num_format": "0"}),
                (kata[nama], "masuk", {}),
                (lama, "volume", kosong),
                (baru, "volume", kosong),
                (f"=SUM(G{row},H{row})", "volume", kosong),
                (kata[f"{nama}_keterangan"], "masuk", {"font_size": 8}),
            ],
        )
    total(kertas, top, lembar.kolom.jumlah)
    hasil(kertas, kata)
    kertas.sel((0, AKHIR), f'=IF(tim="","","{kata["tim"]}: "&tim)', "masuk")
    kertas.maju(BARIS)
    kertas.tanda(lembar.tanda)
    kertas.selesai()
