import shutil
from pathlib import Path

import pytest

from bot.files.place import locales_dir
from bot.i18n import catalogue_path
from bot.people.model import Language
from tests.files.folders import write_folder


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """A faultless folder of content files, with the real catalogues of fixed sentences."""
    folder = write_folder(tmp_path)
    for language in Language:
        target = catalogue_path(folder, language)
        target.parent.mkdir(parents=True)
        shutil.copy(catalogue_path(locales_dir(), language), target)
    return folder
