@echo off
rem Perintah Angka Kredit, misalnya: angka-kredit status
if not exist "%~dp0python\python.exe" (
  echo Ekstrak dahulu seluruh AngkaKredit.zip ke folder yang tetap, lalu jalankan berkas ini dari folder itu.
  exit /b 1
)
"%~dp0python\python.exe" -m angka_kredit %*
