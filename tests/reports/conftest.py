import pytest

from bot.files.place import locales_dir
from bot.i18n import Translations
from bot.reports.labels import Labels


@pytest.fixture(scope="session")
def translations() -> Translations:
    return Translations.load(locales_dir(), strict=True)


@pytest.fixture(scope="session")
def labels(translations: Translations) -> Labels:
    return Labels(translations.of)
