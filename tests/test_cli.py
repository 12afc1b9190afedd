"""The commands as a person types them: exit status, file names, nothing written where something is wrong."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from angka_kredit import __version__
from angka_kredit.cli import main
from sheets import cached, workbook

GOOD = workbook({"B1": '=ANGKA_KREDIT(0.014,A1,"Ahli Muda","pmb","Ahli Madya")'}, {"A1": 1})
BAD = workbook({"B1": '=AK_KUMULATIF("III/z","pmb")'})


def run(*args: object) -> Result:
    return CliRunner().invoke(main, [str(arg) for arg in args])


def test_results_keep_their_names_and_the_input_is_untouched(tmp_path: Path) -> None:
    source = tmp_path / "DUPAK Pegawai.xlsx"
    source.write_bytes(GOOD)
    result = run("hitung-ulang", source, "--keluar", tmp_path / "hasil")
    assert result.exit_code == 0 and "1 rumus, 1 sel berubah" in result.output
    assert source.read_bytes() == GOOD
    assert cached(tmp_path / "hasil" / source.name)["B1"] == 0.0112


def test_one_bad_file_stops_no_other(tmp_path: Path) -> None:
    for name, data in (("a.xlsx", BAD), ("b.xlsx", GOOD), ("c.xlsx", b"bukan buku kerja")):
        (tmp_path / name).write_bytes(data)
    out = tmp_path / "hasil"
    result = run("hitung-ulang", *sorted(tmp_path.glob("*.xlsx")), "--keluar", out)
    assert result.exit_code == 1
    assert [path.name for path in out.glob("*.xlsx")] == ["b.xlsx"]
    assert "TIDAK DIHITUNG a.xlsx: sel Contoh!B1: AK_KUMULATIF = #N/A." in result.output
    assert "3 berkas: 1 dihitung, 2 ditolak." in result.output


def test_results_that_would_collide_are_refused_before_anything_starts(tmp_path: Path) -> None:
    for folder in ("satu", "dua"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.xlsx").write_bytes(GOOD)
    result = run("hitung-ulang", tmp_path / "satu/a.xlsx", tmp_path / "dua/a.xlsx", "--keluar", tmp_path / "hasil")
    assert result.exit_code == 2 and not (tmp_path / "hasil").exists()
    result = run("hitung-ulang", tmp_path / "satu/a.xlsx", "--keluar", tmp_path / "satu")
    assert result.exit_code == 2 and (tmp_path / "satu/a.xlsx").read_bytes() == GOOD


def test_explanations_name_the_article(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(GOOD)
    result = run("jelaskan", tmp_path / "a.xlsx")
    assert result.exit_code == 0
    assert "Contoh!B1" in result.output and "Lampiran III.2.a" in result.output
    (tmp_path / "b.xlsx").write_bytes(b"bukan buku kerja")
    assert run("jelaskan", tmp_path / "b.xlsx").exit_code == 1


def test_wrong_commands_are_refused_in_indonesian(tmp_path: Path) -> None:
    for args, words in (
        (["hitung-ulang"], "BERKAS belum diisi"),
        (["hitung-ulang", "a.xlsx"], "--keluar belum diisi"),
        (["hitung-ulang", "a.xlsx", "--keluar", "x", "--di-tempat"], "bukan keduanya"),
        (["hitung-ulang", "a.xlsx", "--di-tempat", "--laporan", "x.csv"], "berakhiran .xlsx"),
        (["hitungulang"], "Maksud Anda 'hitung-ulang'"),
        (["templat", "--kelua", "x"], "--keluar"),
    ):
        result = run(*args)
        assert result.exit_code == 2 and words in result.output and "Error" not in result.output
    result = run("hitung-ulang", tmp_path / "tak ada.xlsx", tmp_path, "--keluar", tmp_path / "hasil")
    assert result.exit_code == 1
    assert "tak ada.xlsx: berkas tidak ada" in result.output and "tidak ada berkas .xlsx" in result.output
    (tmp_path / "berkas").write_bytes(b"")
    result = run("templat", "--keluar", tmp_path / "berkas")
    assert result.exit_code == 1 and "seharusnya folder" in result.output
    for args in (["--bantuan"], ["hitung-ulang", "--bantuan"]):
        result = run(*args)
        assert result.exit_code == 0 and "Cara pakai" in result.output and "Usage" not in result.output


def test_version() -> None:
    assert __version__ in run("--versi").output
