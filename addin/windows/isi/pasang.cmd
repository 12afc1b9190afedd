@echo off
rem Memasang Angka Kredit di Excel milik pengguna ini. Tanpa hak administrator.
"%~dp0python\python.exe" -c "from angka_kredit.cli import main; main()" pasang excel
pause
