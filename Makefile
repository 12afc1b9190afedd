# Two commands do everything: make demo, make test. All in a virtual environment of its own.
PYTHON ?= python3
BIN := .venv/bin
SOURCES := $(shell find udfs templates addin -type f -not -name '*.pyc' -not -name '*.oxt') pyproject.toml README.md
PYTHON310 := $(shell for p in python3.10 $(HOME)/.pyenv/versions/3.10.*/bin/python3.10; do $$p -c '' 2>/dev/null && echo $$p && break; done)

# what stands in the repository is built from the packaged data, not from what a user imported on this machine
PACKAGED := ANGKA_KREDIT_DATA=$(CURDIR)/build/no-data

.PHONY: demo test test-310 fuzz lint templates docs bench addin clean

demo: .venv/installed
	@mkdir -p demo
	@$(BIN)/angka-kredit templat --keluar demo > demo/daftar.txt
	@$(BIN)/angka-kredit hitung-ulang demo/*_contoh.xlsx --keluar demo/hasil > demo/hitung-ulang.txt
	@$(BIN)/angka-kredit ringkas demo/hasil/assessor_muda_contoh.xlsx
	@echo
	@echo 'Semua formulir seorang pegawai rekaan, terisi: demo/hasil/assessor_muda_contoh.xlsx'
	@echo 'Setiap angka beserta pasalnya: $(BIN)/angka-kredit jelaskan demo/hasil/assessor_muda_contoh.xlsx'
	@$(BIN)/angka-kredit rekap demo/hasil --keluar demo/rekap.xlsx --tanggal 2017-02-01 > demo/rekap.txt
	@echo 'Rekap sekantor dari lima pegawai rekaan, pada 1 Februari 2017: demo/rekap.xlsx'
	@echo "Formulir kosong dan contoh lain: demo/ ($$(grep -c xlsx demo/daftar.txt) berkas)"
	@echo
	@cat demo/hitung-ulang.txt

test: .venv/installed lint
	$(BIN)/python -m pytest --ignore tests/forms -n 2 --dist loadfile
	$(BIN)/python -m pytest tests/forms -n 2
	$(if $(PYTHON310),$(MAKE) --no-print-directory test-310,@echo 'python3.10 tidak ada: inti tidak diuji dengannya / no python3.10: core not tested under it')

# The core also lives inside LibreOffice's Python 3.10.
test-310: .venv310/installed
	PYTHONPATH=udfs .venv310/bin/python -m pytest tests/rules tests/functions tests/positions tests/regulations

# Searches longer for input that is neither refused nor kept: examples a test.
FUZZ ?= 20000
fuzz: .venv/installed
	ANGKA_KREDIT_FUZZ=$(FUZZ) $(BIN)/python -m pytest tests/recalc/test_fuzz.py tests/recalc/test_cells_agree.py

lint: .venv/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/mypy --python-version 3.10 udfs/angka_kredit/rules udfs/angka_kredit/functions udfs/angka_kredit/positions udfs/angka_kredit/regulations

# Recall and false alarms of periksa, files a second beside openpyxl and LibreOffice; ten minutes, keeps nothing.
# BERKAS=form.xlsx: also what kenali finds in that form, to be read beside it.
bench: .venv/installed
	$(BIN)/python bench/satu_panggilan.py
	$(PACKAGED) $(BIN)/python bench/sel.py
	BERKAS='$(BERKAS)' $(BIN)/python bench/kenal.py
	$(PACKAGED) $(BIN)/python bench/periksa.py
	$(BIN)/python bench/run.py

# Built files that stand in the repository; a test fails when one is stale.
templates: .venv/installed
	rm -f templates/*.xlsx
	$(PACKAGED) $(BIN)/angka-kredit templat --keluar templates

# Generated pages; a test fails when one is stale.
docs: .venv/installed
	$(PACKAGED) $(BIN)/python docs/susun.py
	$(PACKAGED) $(BIN)/python docs/formulir/susun.py

addin: .venv/installed
	$(BIN)/python addin/libreoffice/build.py addin/libreoffice/angka_kredit.oxt
	$(PACKAGED) $(BIN)/python addin/excel/build.py addin/excel/angka_kredit.xlam

# The tests and the demo run on the installed wheel, not on the checkout.
.venv/installed: .venv/dependencies $(SOURCES)
	$(BIN)/python -m pip install --quiet --no-deps --force-reinstall .
	touch $@

.venv/dependencies: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet '.[dev]'
	$(BIN)/python -m pip install --quiet --no-deps oletools==0.60.2  # without pcodedmp, which is GPL
	touch $@

.venv310/installed: pyproject.toml
	$(PYTHON310) -m venv .venv310
	.venv310/bin/python -m pip install --quiet pytest hypothesis tomli
	touch $@

clean:
	rm -rf .venv .venv310 build dist demo
