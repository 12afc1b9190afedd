"""Every button pressed in a real, headless LibreOffice, its dialogs answered beforehand; and what each then says."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

import angka_kredit
import office
from angka_kredit import __version__, call
from angka_kredit.hosts.tindakan import TINDAKAN
from angka_kredit.resources import folder
from isi_contoh import ATAS, BAWAH, NIP, PERINTAH, orang, tabel
from packages import exchanged, inserted, parts, replacing

HERE = Path(__file__).parent
CONTOH = folder("templates") / "pmb_ahli_muda_contoh.xlsx"
BLANK = folder("templates") / "pmb_ahli_muda.xlsx"
PMB = "Penguji Mutu Barang"
LAMPIRAN = "Butir Kegiatan;Angka Kredit;Pelaksana\nMenguji contoh buatan;0,25;Ahli Muda\n"
SALAH = "Data pegawai;Umur\nSatu;1\n"
MUDA = '"Ahli Muda","pmb","Ahli Madya"'
AK = f"ANGKA_KREDIT(0.014,A1,{MUDA})"  # A1 is 2: 0,014 x 2 x 80%
LARIK = f"{{=[1]!ANGKA_KREDIT(0.014,A1:A2,{MUDA})}}"  # A2 is 5: 0,056
RUSAK = {
    "B1": f"=[1]!{AK}",
    "B2": f"=IF(A1>0,ROUND(_xldudf_{AK},3),#VALUE!)",
    "B3": f"=_xll.{AK}",
    "B4": f"=IF(A1>0,SUM({AK}),0)",
    "B5": "=[1]!BUKAN_MILIK_KAMI(A1)",
}
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
LINK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml"
PART = "xl/externalLinks/externalLink1.xml"
DIALOGS = ("bantuan", "buat_formulir", "hitung_folder", "impor_lampiran")  # a message, two lists, a folder
Answers = dict[str, Any]


def broken() -> bytes:
    """Formulas as other programs and computers spell them, on an open and on a protected sheet."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        for name in ("Isi", "Terkunci"):
            sheet = book.add_worksheet(name)
            sheet.write_column("A1", [2, 5])
            for cell, formula in RUSAK.items():
                sheet.write_formula(cell, formula, None, office.SEED)
            sheet.write_array_formula("C1:C2", LARIK, None, office.SEED)
        book.worksheets()[1].protect()
    return with_link(file.getvalue())


def broken_form() -> bytes:
    """A form of ours, all its sheets protected without a password, as another program spells two of its functions."""
    spelled = {"sheet2": "ANGKA_KREDIT(", "sheet10": "TERBILANG(", "sheet11": "TERBILANG("}
    return exchanged(
        CONTOH.read_bytes(),
        {f"xl/worksheets/{name}.xml": replacing(call, f"_xldudf_{call}") for name, call in spelled.items()},
    )


def protections(path: Path) -> list[list[bytes]]:
    """The protection of each sheet, with its options."""
    found = parts(path.read_bytes())
    return [
        re.findall(rb"<sheetProtection [^>]*>", found[name])
        for name in sorted(found)
        if re.search(r"/sheet[0-9]+\.xml$", name)
    ]


def with_link(data: bytes) -> bytes:
    """The workbook with a link to the add-in of another computer: what [1] stands for."""
    declared = f'<Override PartName="/{PART}" ContentType="{LINK_TYPE}"/>'
    relation = f'<Relationship Id="rId99" Type="{OFFICE}/externalLink" Target="/{PART}"/>'
    book = f'<externalBook xmlns:r="{OFFICE}" r:id="rId1"/>'
    path = 'Target="file:///C:/AddIns/angka_kredit.xlam" TargetMode="External"'
    return exchanged(
        data,
        {
            "[Content_Types].xml": inserted("</Types>", declared),
            "xl/workbook.xml": inserted(
                "<calcPr", '<externalReferences><externalReference r:id="rId99"/></externalReferences>'
            ),
            "xl/_rels/workbook.xml.rels": inserted("</Relationships>", relation),
            PART: f'<externalLink xmlns="{MAIN}">{book}</externalLink>'.encode(),
            "xl/externalLinks/_rels/externalLink1.xml.rels": (
                f'<Relationships xmlns="{RELATIONS}"><Relationship Id="rId1" Type="{OFFICE}/externalLinkPath" {path}/>'
                "</Relationships>"
            ).encode(),
        },
    )


def seeded() -> bytes:
    """Two functions of ours, one of which is an error, with impossible cached values."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Isi")
        sheet.write("A1", 2)
        sheet.write_formula("B1", f"={AK}", None, office.SEED)
        sheet.write_formula("B2", f"=IF(A1>0,ANGKA_KREDIT(0.014,-A1,{MUDA}),{AK})", None, office.SEED)
    return file.getvalue()


def stale() -> bytes:
    """Our functions with cached values that look right and are not; an array formula whose values are."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Isi")
        sheet.write_column("A1", [2, 5])
        sheet.write_formula("B1", f"={AK}", None, 999)
        sheet.write_formula("B2", f"=ANGKA_KREDIT(0.014,-A1,{MUDA})", None, 5)
        sheet.write_formula("B3", "=B1*2", None, 0.0448)
        sheet.write_array_formula("C1:C2", f"{{=ANGKA_KREDIT(0.014,A1:A2,{MUDA})}}", None, 0.0224)
        sheet.write_number("C2", 0.056)
    return file.getvalue()


@contextmanager
def opened(work: Path, environment: dict[str, str]) -> Iterator[str]:
    """A LibreOffice with the add-in that listens; the name of its pipe."""
    pipe = f"angka_kredit_{work.name}"
    arguments = ["--headless", f"--accept=pipe,name={pipe};urp"]
    process = office.start(arguments, work, office.build_addin(work), {}, environment)
    try:
        yield pipe
    finally:
        office.kill_group(process)


def steps(work: Path) -> dict[str, list[Any]]:
    """What is done in the one LibreOffice, in this order."""
    (work / "asal").mkdir()
    (work / "hasil").mkdir()
    (work / "rusak.xlsx").write_bytes(broken())
    (work / "formulir.xlsx").write_bytes(broken_form())
    (work / "isi.xlsx").write_bytes(seeded())
    (work / "basi.xlsx").write_bytes(stale())
    (work / "asal" / "satu.xlsx").write_bytes(seeded())
    (work / "contoh.xlsx").write_bytes(CONTOH.read_bytes())  # LibreOffice leaves a lock beside what it opens
    (work / "pegawai.xlsx").write_bytes(tabel(orang(nama=PERINTAH), kegiatan=[ATAS, BAWAH]))
    (work / "lampiran.csv").write_text(LAMPIRAN, encoding="utf-8")
    (work / "salah.csv").write_text(SALAH, encoding="utf-8")
    path = {name: str(work / name) for name in ("isi.xlsx", "rusak.xlsx", "pegawai.xlsx", "lampiran.csv", "salah.csv")}
    asal, hasil, beku, baru = (str(work / name) for name in ("asal", "hasil", "beku.xlsx", "baru.xlsx"))
    return {
        "buka isi": ["buka", path["isi.xlsx"]],
        "menu": ["menu"],
        "bilah": ["bilah"],
        "bantuan": ["tekan", "bantuan"],
        "tidak ditanya": ["saat_buka", "ya"],
        "buka basi": ["buka", str(work / "basi.xlsx")],
        "periksa basi": ["tekan", "periksa"],
        "pilih basi": ["pilih", "Isi", "B1"],
        "jelaskan basi": ["tekan", "jelaskan_sel"],
        "pilih basi galat": ["pilih", "Isi", "B2"],
        "jelaskan basi galat": ["tekan", "jelaskan_sel"],
        "tetap basi": ["nilai", "Isi", "B1"],
        "pilih larik": ["pilih", "Isi", "C2"],
        "jelaskan larik": ["tekan", "jelaskan_sel"],
        "buka isi lagi": ["buka", path["isi.xlsx"]],
        "hitung": ["tekan", "hitung_ulang"],
        "hitung lagi": ["tekan", "hitung_ulang"],
        "periksa": ["tekan", "periksa"],
        "pilih B1": ["pilih", "Isi", "B1"],
        "jelaskan": ["tekan", "jelaskan_sel"],
        "pilih B2": ["pilih", "Isi", "B2"],
        "jelaskan galat": ["tekan", "jelaskan_sel"],
        "pilih A1": ["pilih", "Isi", "A1"],
        "jelaskan ketikan": ["tekan", "jelaskan_sel"],
        "bukan formulir": ["tekan", "isi_otomatis", path["pegawai.xlsx"]],
        "simpan ods": ["simpan", str(work / "isi.ods")],
        "ketik": ["ketik", "Isi", "C9", 1],
        "belum disimpan": ["tekan", "bekukan", beku],
        "buka ods": ["buka", str(work / "isi.ods")],
        "belum xlsx": ["tekan", "bekukan", beku],
        "buka isi kembali": ["buka", path["isi.xlsx"]],
        "tabel ods": ["tekan", "impor_lampiran", PMB, str(work / "isi.ods")],
        "folder": ["tekan", "hitung_folder", asal, hasil],
        "folder sama": ["tekan", "hitung_folder", asal, asal],
        "tutup dialog": ["tekan", "hitung_folder"],
        "lampiran salah": ["tekan", "impor_lampiran", PMB, path["salah.csv"]],
        "lampiran": ["tekan", "impor_lampiran", PMB, path["lampiran.csv"], "ya"],
        **{f"dialog {kunci}": ["tekan_sendiri", kunci] for kunci in DIALOGS},
        "tidak ada": ["tekan", "bukan_tombol"],
        "buka contoh": ["buka", str(work / "contoh.xlsx")],
        "dasar": ["tekan", "dasar_hukum"],
        "periksa contoh": ["tekan", "periksa"],
        "bekukan": ["tekan", "bekukan", beku],
        "buat": ["tekan", "buat_formulir", PMB, "Ahli Muda", baru],
        "dibuka": ["judul"],
        "buka baru": ["buka", baru],
        "isi": ["tekan", "isi_otomatis", path["pegawai.xlsx"], "tidak"],
        "isi lagi": ["tekan", "isi_otomatis", path["pegawai.xlsx"], "tidak"],
        "buka rusak": ["buka", path["rusak.xlsx"]],
        "tolak": ["saat_buka", "tidak"],
        "tetap": ["rumus", "Isi", "B1"],
        "terima": ["saat_buka", "ya"],
        **{cell: ["nilai", "Isi", cell] for cell in ("B1", "B2", "B3", "C1", "C2")},
        "B2 rumus": ["rumus", "Isi", "B2"],
        "B5 rumus": ["rumus", "Isi", "B5"],
        "terkunci": ["rumus", "Terkunci", "B1"],
        "beres": ["saat_buka", "ya"],
        "urungkan": ["urungkan"],
        "kembali": ["rumus", "Isi", "B1"],
        "buka formulir": ["buka", str(work / "formulir.xlsx")],
        "simpan sebelum": ["simpan", str(work / "sebelum.xlsx")],
        "formulir tolak": ["saat_buka", "tidak"],
        "formulir langkah": ["langkah"],
        "formulir terima": ["saat_buka", "ya"],
        "formulir terbuka": ["terbuka"],
        "simpan sesudah": ["simpan", str(work / "sesudah.xlsx")],
        "formulir beres": ["saat_buka", "ya"],
        "formulir urungkan": ["urungkan"],
        "formulir kembali": ["rumus", "Surat Usul", "H22"],
        "formulir tertutup": ["terbuka"],
        "sandi": ["sandi", "Surat Usul", "rahasia"],
        "bersandi tolak": ["saat_buka", "tidak"],
        "bersandi": ["tekan", "perbaiki_rumus"],
        "bersandi terbuka": ["terbuka"],
        "lain rumus": ["rumus", "Berita Acara", "H31"],
        "bersandi rumus": ["rumus", "Surat Usul", "H22"],
    }


def pressed(work: Path, python: str) -> Answers:
    """Does all the steps; what each answered."""
    data = work / "data"
    data.mkdir()
    (data / "libreoffice-python.txt").write_text(str(command(work)), encoding="utf-8")
    environment = {**office.clean_environment(), "ANGKA_KREDIT_DATA": str(data)}
    wanted = steps(work)
    with opened(work, environment) as pipe:
        words = [python, str(HERE.parent / "uno_menu.py"), pipe]
        given = json.dumps(list(wanted.values()))
        done = subprocess.run(
            words, input=given, env=environment, capture_output=True, text=True, timeout=240, check=False
        )
    assert done.returncode == 0, done.stderr
    return dict(zip(wanted, json.loads(done.stdout), strict=True))


def command(work: Path) -> Path:
    """A Python that has the package, wherever the tests have it from: the office's own environment is kept from it."""
    path = work / "python"
    sources = ":".join(str(each) for each in [Path(angka_kredit.__file__).parents[1], *sys.path] if each)
    path.write_text(f'#!/bin/sh\nPYTHONPATH="{sources}" exec "{sys.executable}" "$@"\n', encoding="utf-8")
    path.chmod(0o755)
    return path


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Answers]]:
    return tmp_path_factory.mktemp("menu"), {}


@pytest.fixture
def work(done: tuple[Path, dict[str, Answers]]) -> Path:
    return done[0]


@pytest.fixture
def said(need_program: Callable[[str], str], done: tuple[Path, dict[str, Answers]]) -> Answers:
    need_program("soffice")
    python = office.uno_python()
    if python is None:
        need_program("python3-uno")
    work, kept = done
    if "said" not in kept:
        assert not (work / "data").exists(), "the first test tells what went wrong"
        kept["said"] = pressed(work, str(python))
    return kept["said"]


def test_the_menu_has_every_button_in_its_order(said: Answers) -> None:
    buttons = [each for each in said["menu"] if each[1] != "private:separator"]
    assert buttons == [[each.label, f"vnd.id.angkakredit:{each.kunci}"] for each in TINDAKAN]
    assert len(said["menu"]) - len(buttons) == 3  # four groups
    assert said["bilah"] == ["private:resource/toolbar/addon_id.angkakredit.bilah"]


def test_bantuan_names_version_and_log(said: Answers, work: Path) -> None:
    words = said["bantuan"]["kata"]
    assert f"Angka Kredit {__version__}" in words and str(work / "data" / "log" / "angka-kredit.log") in words


def test_hitung_ulang_shows_what_changed(said: Answers) -> None:
    assert "2 rumus dihitung ulang; 2 sel berubah" in said["hitung"]["kata"]
    ((name, rows),) = said["hitung"]["tabel"]
    assert name == "Hitung ulang"
    assert [row[:3] for row in rows[1:]] == [["Isi!B1", office.SEED, 0.0224], ["Isi!B2", office.SEED, "#NUM!"]]
    assert rows[1][3] == f"={AK}"
    assert "tidak ada sel yang berubah" in said["hitung lagi"]["kata"] and not said["hitung lagi"]["tabel"]


def test_stale_cells_are_told_and_stay(said: Answers) -> None:
    """0,014 x 2 x 80% = 0,0224; a negative volume is #NUM!. B3 shows what is right, though B1 does not."""
    ((_, rows),) = said["periksa basi"]["tabel"]
    words = call("JELASKAN", "ANGKA_KREDIT", 0.014, -2, "Ahli Muda", "pmb", "Ahli Madya")
    assert [row[:2] for row in rows[1:]] == [
        ["Isi!B1", "menunjukkan 999, seharusnya 0,0224"],
        ["Isi!B2", "menunjukkan 5, seharusnya '#NUM!'"],
        ["Isi!B2", words],
    ]
    assert "3 temuan" in said["periksa basi"]["kata"] and said["tetap basi"] == 999
    assert "menunjukkan 999, seharusnya 0,0224" in said["jelaskan basi"]["kata"]
    galat = said["jelaskan basi galat"]["kata"]
    assert "menunjukkan 5, seharusnya '#NUM!'; tekan Hitung Ulang" in galat and "negatif" in galat
    assert "seharusnya" not in said["jelaskan larik"]["kata"]


def test_periksa_explains_every_error(said: Answers) -> None:
    assert "1 temuan" in said["periksa"]["kata"] and "bukan oleh hitung-ulang" in said["periksa"]["kata"]
    ((_, rows),) = said["periksa"]["tabel"]
    words = call("JELASKAN", "ANGKA_KREDIT", 0.014, -2, "Ahli Muda", "pmb", "Ahli Madya")
    assert rows[1:] == [["Isi!B2", words, "galat fungsi"]]
    assert "Tidak ada temuan" in said["periksa contoh"]["kata"]


def test_jelaskan_sel_is_the_same_explanation(said: Answers) -> None:
    arguments = ("ANGKA_KREDIT", 0.014, 2, "Ahli Muda", "pmb", "Ahli Madya")
    assert said["jelaskan"]["kata"] == f"Isi!B1\n\n{call('JELASKAN', *arguments)}"
    assert "#NUM!" in said["jelaskan galat"]["kata"] and "negatif" in said["jelaskan galat"]["kata"]
    assert "diketik, bukan rumus" in said["jelaskan ketikan"]["kata"]


def test_refusals_are_sentences(said: Answers) -> None:
    assert "bukan formulir Angka Kredit" in said["bukan formulir"]["kata"]
    assert "folder hasil harus di luar" in said["folder sama"]["kata"].lower()
    assert said["tutup dialog"]["kata"] == ""
    assert "Judul tabel tidak ditemukan" in said["lampiran salah"]["kata"]
    assert "KeyError" in said["tidak ada"]["kata"]  # a button of another version: said, not swallowed


def test_a_folder_is_done_by_the_installed_command(said: Answers, work: Path) -> None:
    assert "1" in said["folder"]["kata"], said["folder"]
    sheet = openpyxl.load_workbook(work / "hasil" / "satu.xlsx", data_only=True)["Isi"]
    assert (sheet["B1"].value, sheet["B2"].value) == (0.0224, "#NUM!")
    assert (work / "hasil" / "laporan_hitung_ulang.xlsx").exists()


def test_bekukan_copies_the_file_and_not_what_libreoffice_would_save(said: Answers, work: Path) -> None:
    assert "berubah sejak disimpan" in said["belum disimpan"]["kata"]
    assert "sebagai .xlsx" in said["belum xlsx"]["kata"] and "sebagai .xlsx" in said["tabel ods"]["kata"]
    assert "sel dibekukan" in said["bekukan"]["kata"]
    made, there = parts((work / "beku.xlsx").read_bytes()), parts(CONTOH.read_bytes())
    assert set(there) <= set(made) and made["xl/theme/theme1.xml"] == there["xl/theme/theme1.xml"]
    assert b"ANGKA_KREDIT(" not in made["xl/worksheets/sheet2.xml"]


def test_impor_lampiran_keeps_the_table(said: Answers, work: Path) -> None:
    assert "Disimpan dan aktif" in said["lampiran"]["kata"]
    ((_, rows),) = said["lampiran"]["tabel"]
    assert "Menguji contoh buatan" in rows[1]
    assert len(list((work / "data" / "lampiran" / "pmb").glob("*.csv"))) == 1


def test_dasar_hukum_is_a_table_of_its_articles(said: Answers) -> None:
    ((name, rows),) = said["dasar"]["tabel"]
    expected = call("DASAR_HUKUM", "pmb")
    assert isinstance(expected, list)
    assert name == f"Dasar hukum {PMB}" and [row[:2] for row in rows[1:]] == [row[:2] for row in expected]


def test_buat_formulir_then_isi_otomatis(said: Answers, work: Path) -> None:
    assert (work / "baru.xlsx").read_bytes() == BLANK.read_bytes()
    assert "baru.xlsx" in said["dibuka"]
    assert "sel diisi" in said["isi"]["kata"] and not said["isi"]["kata"].startswith("0 sel")
    assert "\n0 sel diisi" in "\n" + said["isi lagi"]["kata"].partition("LAMA?\n")[2]


def test_perbaiki_rumus_is_offered_once_and_enters_only_ours(said: Answers, work: Path) -> None:
    assert said["tidak ditanya"] == ""
    log = (work / "data" / "log" / "angka-kredit.log").read_text(encoding="utf-8")
    assert log.count("saat_buka ditawarkan") == 7  # by opening each of the two, and by this test
    assert said["tolak"].startswith("5 rumus Angka Kredit") and said["tetap"].startswith("=[1]!ANGKA_KREDIT(")
    assert "5 rumus dimasukkan ulang" in said["terima"] and "Terkunci" in said["terima"]
    assert [said[cell] for cell in ("B1", "B2", "B3", "C1", "C2")] == [0.0224, 0.022, 0.0224, 0.0224, 0.056]
    assert said["B2 rumus"].endswith(";3);#VALUE!)")
    assert said["B5 rumus"] == "=[1]!BUKAN_MILIK_KAMI(A1)"
    assert said["terkunci"].startswith("=[1]!ANGKA_KREDIT(")
    assert said["beres"] == ""
    assert said["urungkan"] == "Perbaiki Rumus" and said["kembali"].startswith("=[1]!ANGKA_KREDIT(")


def test_perbaiki_rumus_in_our_own_form(said: Answers, work: Path) -> None:
    """Its protected sheets are opened and shut again as they were, but for one with a password."""
    rows = len(re.findall(rb"_xldudf_ANGKA_KREDIT", parts(broken_form())["xl/worksheets/sheet2.xml"]))
    assert said["formulir tolak"].startswith(f"{rows + 2} rumus") and said["formulir langkah"] == []
    assert f"\n{rows + 2} rumus dimasukkan ulang." in said["formulir terima"]
    assert said["formulir beres"] == "" and said["formulir terbuka"] == said["formulir tertutup"] == []
    before, after = protections(work / "sebelum.xlsx"), protections(work / "sesudah.xlsx")
    assert before == after and all(b'formatColumns="false"' in sheet[0] for sheet in after)
    values, right = (openpyxl.load_workbook(path, data_only=True) for path in (work / "sesudah.xlsx", CONTOH))
    for sheet, cell in (("Kegiatan", "M7"), ("Surat Usul", "H22"), ("Berita Acara", "H31")):
        assert values[sheet][cell].value == right[sheet][cell].value
    assert said["formulir urungkan"] == "Perbaiki Rumus" and "_xldudf_" in said["formulir kembali"]
    assert said["bersandi tolak"].startswith(f"{rows + 1} rumus")
    assert "_xldudf_" not in said["lain rumus"] and said["bersandi terbuka"] == []
    assert "Surat Usul: 1 rumus" in said["bersandi"]["kata"] and "_xldudf_" in said["bersandi rumus"]


def test_the_dialogs_of_the_screen(said: Answers, work: Path) -> None:
    """They are made and shown; without a screen each closes without an answer."""
    log = (work / "data" / "log" / "angka-kredit.log").read_text(encoding="utf-8").splitlines()
    lines = [line for line in log if "libreoffice_layar.py" in line]
    assert [line.split()[6:8] for line in lines] == [[kunci, "dihentikan"] for kunci in DIALOGS[1:]], log
    assert [said[f"dialog {kunci}"] for kunci in DIALOGS] == ["", "", "", ""]


def test_the_log_holds_nothing_of_the_workbooks(said: Answers, work: Path) -> None:
    log = (work / "data" / "log" / "angka-kredit.log").read_text(encoding="utf-8")
    assert "isi_otomatis" in log and "selesai" in log and said
    assert not any(secret in log for secret in (NIP, "pegawai.xlsx", str(work), "CONTOH"))
