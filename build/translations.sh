#!/usr/bin/env bash
# Bring the catalogues for translators up to date with the texts in the code. Usage: build/translations.sh [VENV]
# Finished catalogues: pyside6-lrelease resources/translations/chasqui_quz.ts makes the .qm that the program offers.
set -euo pipefail
cd "$(dirname "$0")/.."
venv=${1:-.venv}
mapfile -t sources < <(find desktop -name '*.py' | LC_ALL=C sort)
for language in quz ay; do
  "$venv/bin/pyside6-lupdate" "${sources[@]}" -ts "resources/translations/chasqui_$language.ts" \
    -source-language es_PE -target-language "$language" -locations none -no-obsolete -silent
done
