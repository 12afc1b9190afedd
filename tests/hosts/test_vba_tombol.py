"""What the add-in's VBA does for a button, and for the help of the function wizard."""

from __future__ import annotations

import pytest
from pyopenvba.exceptions import VBARuntimeError
from pyopenvba.interpreter import Interpreter, VBAObject, method, setter

from angka_kredit.functions import KATALOG
from angka_kredit.functions.registry import CATEGORY
from angka_kredit.hosts import excel_tombol, excel_vba
from angka_kredit.hosts.tindakan import TINDAKAN
from vba import Bridge, interpreter
from vba_excel import AddIn, Server


class Application(VBAObject):
    """Of Excel's application what the help needs; refuses macro options while the add-in is hidden, if `strict`."""

    def __init__(self, strict: bool) -> None:
        self.strict, self.book = strict, AddIn()
        self.told: list[tuple[str, str, str, list[str]]] = []
        self.updating = True

    @setter("ScreenUpdating")
    def screen_updating(self, value: bool) -> None:
        self.updating = value

    @method(name="MacroOptions")
    def MacroOptions(
        self, Macro: str = "", Description: str = "", Category: str = "", ArgumentDescriptions: object = None
    ) -> None:
        if self.strict and self.book.hidden:
            raise VBARuntimeError(1004, "")
        arguments = list(map(str, ArgumentDescriptions.items)) if ArgumentDescriptions else []  # type: ignore[attr-defined]
        self.told.append((str(Macro), str(Description), str(Category), arguments))


@pytest.mark.parametrize("strict", [False, True], ids=["shown", "hidden"])
def test_every_function_has_its_help_registered_also_while_hidden(strict: bool) -> None:
    application = Application(strict)
    vba = Interpreter(Bridge({"application": application, "thisworkbook": application.book}, {}))
    vba.add_module(excel_vba.modul_pengaya()["AngkaKreditBantuan"], name="AngkaKreditBantuan")
    vba.run("DaftarkanBantuan", [])
    assert [told[0] for told in application.told] == [f"'angka_kredit.xlam'!{nama}" for nama in KATALOG.names()]
    for (_macro, text, category, arguments), fungsi in zip(application.told, KATALOG, strict=True):
        assert (text, category) == (fungsi.ringkas, CATEGORY)
        assert len(arguments) == len(fungsi.argumen)
        assert all(each.keterangan in told for each, told in zip(fungsi.argumen, arguments, strict=True))
    assert application.book.hidden and application.book.saved and application.updating


def test_an_add_in_that_excel_does_not_hide_again_is_left_and_noted() -> None:
    application, server = Application(strict=True), Server(lambda *_given: None)
    application.book.refusals = 3  # it once tried for ever
    vba = interpreter(server, application=application, thisworkbook=application.book)
    vba.add_module(excel_vba.modul_pengaya()["AngkaKreditBantuan"], name="AngkaKreditBantuan")
    vba.run("DaftarkanBantuan", [])
    assert len(application.told) == len(KATALOG.names())
    assert (server.log, application.book.refusals, application.updating) == (["bantuan_tampak"], 2, True)


class Python(Server):
    """The server as a button sees it; `calls` is what it ran."""

    def __init__(self, startable: bool = True, works: bool = True) -> None:
        super().__init__(lambda *_given: None, startable)
        self.works = works
        self.calls: list[tuple[str, str, object]] = []

    @method(name="Module")
    def Module(self, name: object) -> str:
        return str(name)

    @method(name="Tuple")
    def Tuple(self, application: object) -> object:
        return application

    @method(name="Call")
    def Call(self, module: object, name: object, arguments: object) -> Python:
        self.calls.append((str(module), str(name), arguments))
        if not self.works:
            raise VBARuntimeError(440, "C:\\Users\\a\\rahasia.xlsx")
        return self


class Excel(VBAObject):
    """Its switch for Esc: how it was set, one after the other."""

    def __init__(self) -> None:
        self.keys: list[int] = []

    @setter("EnableCancelKey")
    def enable_cancel_key(self, value: int) -> None:
        self.keys.append(int(value))


def buttons(server: Python, excel: Excel) -> Interpreter:
    vba = interpreter(server, application=excel)
    vba.add_module(excel_vba.modul_pengaya()["AngkaKreditTombol"], name="AngkaKreditTombol")
    return vba


def pressed(server: Python, macro: str) -> tuple[list[str], Excel]:
    """What was said after the button's macro ran."""
    excel = Excel()
    vba = buttons(server, excel)
    vba.run(macro, [])
    return [words for _kind, words, _title, _look in vba.dialogs], excel


@pytest.mark.parametrize("kunci", [each.kunci for each in TINDAKAN])
def test_a_button_calls_its_function_and_esc_is_left_to_it(kunci: str) -> None:
    server = Python()
    said, excel = pressed(server, f"AngkaKredit_{kunci}")
    assert server.calls == [("angka_kredit.hosts.excel_tombol", kunci, excel)]
    assert (said, excel.keys) == ([], [0, 1])


def test_every_button_has_its_function_in_python() -> None:
    assert all(callable(getattr(excel_tombol, each.kunci)) for each in TINDAKAN)


def test_a_button_says_why_python_does_not_start() -> None:
    said, excel = pressed(Python(startable=False), "AngkaKredit_periksa")
    assert said == ["Jalankan perintah: angka-kredit status"] and excel.keys == [0, 1]


def test_a_button_that_breaks_says_so_without_what_python_said() -> None:
    server = Python(works=False)
    said, _excel = pressed(server, "AngkaKredit_periksa")
    assert len(said) == 1 and "C:\\log" in said[0] and "rahasia" not in said[0]
    assert (len(server.calls), server.log) == (1, ["periksa"])  # work that broke midway is never begun again by itself


def test_one_button_at_a_time() -> None:
    class Pressing(Python):
        """While one works, Excel lets another be pressed."""

        @method(name="Call")
        def Call(self, module: object, name: object, arguments: object) -> Python:
            super().Call(module, name, arguments)
            if len(self.calls) == 1:
                vba.run("AngkaKredit_periksa", [])
            return self

    server = Pressing()
    vba = buttons(server, Excel())
    vba.run("AngkaKredit_isi_otomatis", [])
    assert [call[1] for call in server.calls] == ["isi_otomatis"]
    assert [words for _kind, words, _title, _look in vba.dialogs] == [
        "Pekerjaan Angka Kredit yang lain belum selesai. Tunggu, lalu tekan lagi."
    ]
    vba.run("AngkaKredit_periksa", [])
    assert server.calls[-1][1] == "periksa"
