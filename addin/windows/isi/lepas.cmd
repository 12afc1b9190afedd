@echo off
rem Melepas Angka Kredit dari Excel; data impor dan log tetap ada. /q: tanpa menunggu tombol.
if not exist "%~dp0python\python.exe" (
  echo Ekstrak dahulu seluruh AngkaKredit.zip ke folder yang tetap, lalu jalankan berkas ini dari folder itu.
  if /i not "%~1"=="/q" pause
  exit /b 1
)
setlocal
"%~dp0python\python.exe" -m angka_kredit lepas excel
set HASIL=%ERRORLEVEL%
if /i not "%~1"=="/q" pause
exit /b %HASIL%
