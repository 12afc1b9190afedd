@echo off
rem Melepas Angka Kredit dari Excel; data impor dan log tetap ada.
"%~dp0python\python.exe" -c "from angka_kredit.cli import main; main()" lepas excel
pause
