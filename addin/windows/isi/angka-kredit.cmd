@echo off
rem Perintah Angka Kredit, misalnya: angka-kredit status
"%~dp0python\python.exe" -c "from angka_kredit.cli import main; main()" %*
