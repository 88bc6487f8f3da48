"""Tests of networks need the training extra; the others run without it."""

import importlib.util

collect_ignore_glob = [] if importlib.util.find_spec("torch") else ["test_pointed*.py"]
