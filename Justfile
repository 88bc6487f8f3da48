# The daily commands; `just --list` shows them.

# make the environment
setup:
    python3 -m venv .venv
    .venv/bin/pip install -e '.[dev]'

# run all tests, or one: just test tests/language/test_quotations.py
test *which:
    .venv/bin/pytest -q {{which}}

# lint and types
check:
    .venv/bin/ruff check .
    .venv/bin/ruff format --check .
    .venv/bin/mypy

# mend what can be mended by itself
mend:
    .venv/bin/ruff check --fix .
    .venv/bin/ruff format .

# train, export and choose thresholds; goes on where it was interrupted
train:
    .venv/bin/pip install -e '.[dev,training]'
    .venv/bin/python -m training.fit
    .venv/bin/python -m training.release

# accuracy and speed, as the docs give them
figures:
    .venv/bin/python -m benchmarks.accuracy
    .venv/bin/python -m benchmarks.speed
