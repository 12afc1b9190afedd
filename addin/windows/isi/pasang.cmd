@echo off
rem Memasang Angka Kredit di Excel milik pengguna ini. Tanpa hak administrator. /q: tanpa menunggu tombol.
if not exist "%~dp0python\python.exe" (
  echo Ekstrak dahulu seluruh AngkaKredit.zip ke folder yang tetap, lalu jalankan berkas ini dari folder itu.
  if /i not "%~1"=="/q" pause
  exit /b 1
)
setlocal
"%~dp0python\python.exe" -m angka_kredit pasang excel
set HASIL=%ERRORLEVEL%
if /i not "%~1"=="/q" pause
exit /b %HASIL%
