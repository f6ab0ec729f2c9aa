# The commands of this project; `make` alone lists them.
SHELL := /bin/sh
.DEFAULT_GOAL := help
VENV := .venv
PY := $(VENV)/bin/python
export PORT ?= 8000
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export PYTHONUNBUFFERED := 1

# The first Python that is new enough, or else the one there is (which then explains itself).
PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; exit; }; done; echo python3)

# Production as `make check` sees it; nothing of it is used elsewhere.
PRODUCTIE := DATABASE_URL=postgres://portaal@localhost:1/portaal ALLOWED_HOSTS=portaal.example.org \
	SECRET_KEY=Vr3emd-maar-lang-genoeg-voor-de-controle-0123456789-abcdefghijklmnop \
	SITE_URL=https://portaal.example.org EMAIL_URL=smtp://localhost:25 MEDIA_ROOT=/tmp/media \
	MAIL_VAN=portaal@example.org PROJECTTEAM_MAIL=team@example.org PROXIES=1

.PHONY: help run test test-zwaar check fix shell worker reset lock

help:  ## this list
	@echo "make run          start the portal on http://127.0.0.1:$(PORT) (PORT=8001 make run for another port)"
	@echo "make test         run the tests (T='-k word tests/kern' passes arguments to pytest)"
	@echo "make test-zwaar   run the heavy tests: real processes, killed and started again"
	@echo "make check        linters, types, floors, migrations, production settings"
	@echo "make fix          let the linters repair what they can"
	@echo "make shell        a Python shell with the models"
	@echo "make worker       only the job worker"
	@echo "make reset        throw away var/ : database, uploads, made files (asks first; FORCE=1 does not)"
	@echo "make lock         pin the newest versions of requirements*.in (uses uv)"

run: $(VENV)/run.stempel
	@exec $(PY) manage.py start --ouder $$PPID

test: $(VENV)/dev.stempel
	$(PY) -m pytest $(T)

test-zwaar: $(VENV)/dev.stempel
	$(PY) -m pytest -m zwaar -n 0 $(T)

check: $(VENV)/dev.stempel
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	find . -name '*.html' -path '*templates/*' -not -path './.venv/*' -not -path './var/*' -print0 \
		| xargs -0 -r $(VENV)/bin/djade --target-version 5.2 --check
	find templates -name '*.html' -print0 | xargs -0 -r $(VENV)/bin/djhtml --tabwidth 2 --check
	$(VENV)/bin/lint-imports
	$(PY) -W 'ignore:Model:RuntimeWarning' -m mypy alliantie/kern $(wildcard */acties.py */acties alliantie/portaal/acties.py)
	$(PY) manage.py makemigrations --check --dry-run
	$(PRODUCTIE) $(PY) manage.py check --deploy --fail-level WARNING

fix: $(VENV)/dev.stempel
	-$(VENV)/bin/ruff check --fix .
	$(VENV)/bin/ruff format .
	-find . -name '*.html' -path '*templates/*' -not -path './.venv/*' -not -path './var/*' -print0 \
		| xargs -0 -r $(VENV)/bin/djade --target-version 5.2
	-find templates -name '*.html' -print0 | xargs -0 -r $(VENV)/bin/djhtml --tabwidth 2

shell: $(VENV)/run.stempel
	@$(PY) manage.py shell

worker: $(VENV)/run.stempel
	@exec $(PY) manage.py procrastinate worker

reset:
	@if [ "$(FORCE)" != 1 ]; then \
		printf 'Dit wist de databank en alle bestanden in var/. Typ ja: '; read antwoord; [ "$$antwoord" = ja ] || exit 1; fi
	@if [ -d var ]; then if [ -x $(PY) ]; then $(PY) -m alliantie.kern.databank stop; fi && rm -rf var; fi
	@echo "var/ is leeg."

lock:
	for f in requirements requirements-dev; do \
		uv pip compile --quiet --upgrade --universal --python-version 3.11 --generate-hashes \
			--no-config --no-emit-index-url --no-header --no-annotate --output-file $$f.txt $$f.in || exit 1; done

# A stamp is written last, so an interrupted installation is done again.
$(VENV)/python.stempel:
	@$(PYTHON) -c 'import sys; v = "%d.%d" % sys.version_info[:2]; sys.exit(0 if sys.version_info >= (3, 11) else \
		"Python " + v + " is te oud: het portaal heeft Python 3.11 of nieuwer nodig (kies er een met PYTHON=python3.12 make run).")'
	@$(PYTHON) -c 'import shutil, sys; vrij = shutil.disk_usage(".").free >> 20; sys.exit(0 if vrij > 900 else \
		"De schijf is (bijna) vol: er is %d MB vrij en voor het installeren is 900 MB nodig." % vrij)'
	@echo "De omgeving wordt gemaakt in $(VENV)/ ..."
	@rm -rf $(VENV)
	@$(PYTHON) -m venv $(VENV) || { \
		echo "Python kan geen omgeving maken. Installeer het pakket python3-venv en probeer het opnieuw." >&2; exit 1; }
	@touch $@

$(VENV)/run.stempel: requirements.txt | $(VENV)/python.stempel
	@echo "De onderdelen worden geinstalleerd (de eerste keer duurt dat een minuut) ..."
	@$(PY) -m pip install -qq --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev.stempel: requirements-dev.txt $(VENV)/run.stempel
	@echo "What the tests need is being installed ..."
	@$(PY) -m pip install -qq --require-hashes -r requirements-dev.txt
	@touch $@
