"""Buat Formulir, Isi Otomatis, Impor Lampiran, Dasar Hukum over real workbooks."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from angka_kredit.hosts.tindakan import buat_formulir, jalankan
from angka_kredit.hosts.tindakan.buat_formulir import formulir
from angka_kredit.regulations import sources
from angka_kredit.resources import folder
from berkas_host import TUTUP, BerkasHost, pressed
from isi_contoh import ATAS, NIP, NIP_DUA, TEMPLAT, orang, pak, tabel

PMB = "Penguji Mutu Barang"


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ANGKA_KREDIT_DATA", str(tmp_path / "data"))
    return tmp_path / "data"


def table(tmp_path: Path, *people: tuple[object, ...]) -> Path:
    path = tmp_path / "tabel.xlsx"
    path.write_bytes(tabel(*people, kegiatan=[ATAS]))
    return path


def test_every_blank_form_can_be_chosen() -> None:
    blank = {path for path in folder("templates").glob("*.xlsx") if not path.stem.endswith("_contoh")}
    assert {path for levels in formulir().values() for path in levels.values()} == blank


def test_buat_formulir(tmp_path: Path) -> None:
    host = BerkasHost(b"", [PMB, "Ahli Muda", tmp_path / "baru"])
    assert pressed("buat_formulir", host) == ""
    assert host.dibuka == [tmp_path / "baru.xlsx"] and host.dibuka[0].read_bytes() == TEMPLAT
    assert host.ditanya[-1] == "Simpan formulir baru sebagai: pmb_ahli_muda.xlsx"


def test_a_form_with_buttons_where_there_is_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "tombol").mkdir()
    other = (folder("templates") / "pmb_mahir.xlsx").read_bytes()  # stands for the one with buttons
    (tmp_path / "tombol" / "pmb_ahli_muda.xlsm").write_bytes(other)
    own = {"tombol": tmp_path / "tombol"}
    monkeypatch.setattr(buat_formulir, "folder", lambda name: own.get(name) or folder(name))
    host = BerkasHost(b"", [PMB, "Ahli Muda", True, tmp_path / "a"])
    assert pressed("buat_formulir", host) == "" and (tmp_path / "a.xlsm").read_bytes() == other
    assert host.ditanya[-1].endswith(": pmb_ahli_muda.xlsm")
    pressed("buat_formulir", BerkasHost(b"", [PMB, "Ahli Muda", False, tmp_path / "b"]))
    assert (tmp_path / "b.xlsx").read_bytes() == TEMPLAT
    pressed("buat_formulir", BerkasHost(b"", [PMB, "Mahir", tmp_path / "c"]))  # has none: not asked
    assert (tmp_path / "c.xlsx").exists()


def test_buat_formulir_over_a_file_keeps_that_one(tmp_path: Path) -> None:
    (tmp_path / "baru.xlsx").write_bytes(b"lama")
    host = BerkasHost(b"", [PMB, "Ahli Muda", tmp_path / "baru.xlsx"])
    assert "disimpan sebagai baru.cadangan-1.xlsx" in pressed("buat_formulir", host)
    assert (tmp_path / "baru.cadangan-1.xlsx").read_bytes() == b"lama"


def test_buat_formulir_over_an_open_file(tmp_path: Path) -> None:
    (tmp_path / "~$baru.xlsx").touch()
    assert "sedang dibuka" in pressed("buat_formulir", BerkasHost(b"", [PMB, "Mahir", tmp_path / "baru.xlsx"]))
    assert not (tmp_path / "baru.xlsx").exists()


def test_a_form_for_any_jabatan_needs_no_jenjang(tmp_path: Path) -> None:
    host = BerkasHost(b"", ["Jabatan lain: konversi predikat kinerja (sejak 2023)", tmp_path / "k.xlsx"])
    pressed("buat_formulir", host)
    assert host.dibuka == [tmp_path / "k.xlsx"]


def test_isi_otomatis_from_blank_to_typed_over(tmp_path: Path) -> None:
    """One form all the way: filled in, with the previous PAK; the same again; another name kept, then replaced."""
    lama = tmp_path / "lama.xlsx"
    lama.write_bytes(pak(("X9", "Baris yang tidak ada", 1.5), jumlah=1.5))
    host = BerkasHost(TEMPLAT, [table(tmp_path, orang()), True, lama])
    said = pressed("isi_otomatis", host)
    assert "sel diisi" in said and "isian lain belum terisi." in said and "X9 Baris yang tidak ada" in said
    filled = host.formulir()
    assert filled.kolom("nip") == [NIP] and filled.kolom("kegiatan_kode")[0] == ATAS[2]

    kept = BerkasHost(host.data, [table(tmp_path, orang(nama="NAMA LAIN")), False, False])
    assert "0 sel diisi. 1 sel yang diketik dipertahankan." in pressed("isi_otomatis", kept)
    assert "Data!" in kept.ditanya[-1] and kept.data is host.data

    replaced = BerkasHost(host.data, [table(tmp_path, orang(nama="NAMA LAIN")), False, True])
    assert "1 sel diisi." in pressed("isi_otomatis", replaced) and replaced.formulir().kolom("nama") == ["NAMA LAIN"]


def test_isi_otomatis_of_one_among_several(tmp_path: Path) -> None:
    people = table(tmp_path, orang(), orang(nip=NIP_DUA, nama="CONTOH DUA"))
    host = BerkasHost(TEMPLAT, [people, TUTUP])
    jalankan("isi_otomatis", host)
    assert host.ditanya[-1] == "Isi untuk pegawai yang mana?" and host.data == TEMPLAT and not host.dikatakan


@pytest.mark.parametrize(
    ("person", "words"),
    [
        (orang(jenjang="Madya"), "Formulir ini untuk jenjang Ahli Muda, sedangkan baris tabel untuk Ahli Madya."),
        (
            orang(jabatan="Assessor SDM Aparatur"),
            "Formulir ini untuk jabatan pmb, sedangkan baris tabel untuk assessor.",
        ),
        (orang(nip=""), "Baris 3 tabel: NIP kosong."),
    ],
)
def test_isi_otomatis_refuses_another_persons_row(tmp_path: Path, person: tuple[object, ...], words: str) -> None:
    host = BerkasHost(TEMPLAT, [table(tmp_path, person)])
    assert pressed("isi_otomatis", host) == words and host.data == TEMPLAT


def test_isi_otomatis_refuses_another_persons_pak(tmp_path: Path) -> None:
    lama = tmp_path / "lama.xlsx"
    lama.write_bytes(pak(("X9", "Baris", 1.5), nip=NIP_DUA))
    host = BerkasHost(TEMPLAT, [table(tmp_path, orang()), True, lama])
    assert "bukan NIP pegawai ini" in pressed("isi_otomatis", host) and host.data == TEMPLAT


def test_isi_otomatis_in_a_workbook_that_is_no_form(tmp_path: Path) -> None:
    plain = tmp_path / "biasa.xlsx"
    openpyxl.Workbook().save(plain)
    assert "bukan formulir Angka Kredit" in pressed("isi_otomatis", BerkasHost(plain.read_bytes()))


LAMPIRAN = "Butir Kegiatan;Angka Kredit;Pelaksana\nMenguji contoh buatan;0,25;Ahli Muda\n"


def test_impor_lampiran_is_shown_then_kept(tmp_path: Path, data: Path) -> None:
    path = tmp_path / "lampiran.csv"
    path.write_text(LAMPIRAN, encoding="utf-8")
    host = BerkasHost(b"", [PMB, path, True])
    assert "Disimpan dan aktif" in pressed("impor_lampiran", host)
    ((_, columns, rows),) = host.tabel_baru
    assert "keadaan" in columns and [row[1] for row in rows] == ["baru"]
    assert len(sources.kept("pmb")) == 1


def test_impor_lampiran_is_not_kept_unasked(tmp_path: Path) -> None:
    path = tmp_path / "lampiran.csv"
    path.write_text(LAMPIRAN, encoding="utf-8")
    jalankan("impor_lampiran", BerkasHost(b"", [PMB, path, False]))
    assert not sources.kept("pmb")
    path.write_text(LAMPIRAN.replace("0,25", "1.234"), encoding="utf-8")  # could be thousands
    host = BerkasHost(b"", [PMB, path])
    assert "Tidak disimpan: 1 baris ditolak" in pressed("impor_lampiran", host) and host.tabel_baru
    assert not sources.kept("pmb")


def test_impor_lampiran_from_one_sheet_of_several(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for name in ("Lama", "Baru"):
        sheet = book.create_sheet(name)
        sheet.append(["Butir Kegiatan", "Angka Kredit", "Pelaksana"])
        sheet.append([f"Menguji contoh buatan {name}", 0.25, "Ahli Muda"])
    book.save(tmp_path / "lampiran.xlsx")
    host = BerkasHost(b"", [PMB, tmp_path / "lampiran.xlsx", "Baru", False])
    jalankan("impor_lampiran", host)
    ((_, _, rows),) = host.tabel_baru
    assert [str(row[5]) for row in rows] == ["Menguji contoh buatan Baru"]


def test_impor_lampiran_of_a_jabatan_without_credits(tmp_path: Path) -> None:
    host = BerkasHost(b"", ["Asesor Manajemen Mutu Industri"])
    assert "berasal dari nilai kinerja" in pressed("impor_lampiran", host)


def test_dasar_hukum_is_that_of_the_open_form() -> None:
    form = (folder("templates") / "ammi_ahli_pertama.xlsx").read_bytes()
    host = BerkasHost(form)
    jalankan("dasar_hukum", host)
    ((title, _, rows),) = host.tabel_baru
    assert title == "Dasar hukum Asesor Manajemen Mutu Industri" and len(rows) > 3 and not host.ditanya


def test_files_that_are_gone(tmp_path: Path) -> None:
    host = BerkasHost(TEMPLAT, [tmp_path / "tidak-ada.xlsx"])
    assert pressed("isi_otomatis", host) == "Berkas tidak ada; periksa namanya."
