import pytest

from bot.files.place import locales_dir
from bot.i18n import Translations


@pytest.fixture(scope="session")
def translations() -> Translations:
    return Translations.load(locales_dir(), strict=True)
