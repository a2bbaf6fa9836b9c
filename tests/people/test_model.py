import pytest

from bot.people.model import Language, choose_language, new_pseudonym

KK, RU = Language.KK, Language.RU


@pytest.mark.parametrize(
    ("stored", "of_text", "hint", "default", "chosen"),
    [
        (KK, RU, "ru", RU, KK),
        (RU, KK, "kk", KK, RU),
        (None, KK, "ru", RU, KK),
        (None, RU, "kk", KK, RU),
        (None, None, "ru", KK, RU),
        (None, None, "kk", RU, KK),
        (None, None, "ru-RU", KK, RU),
        (None, None, "KK", RU, KK),
        (None, None, "kk-KZ", RU, KK),
        (None, None, "en", RU, RU),
        (None, None, "ko", KK, KK),
        (None, None, "", KK, KK),
        (None, None, None, RU, RU),
        (None, None, "rus", KK, KK),
    ],
)
def test_the_choice_comes_before_the_text_the_hint_and_the_default(
    stored: Language | None, of_text: Language | None, hint: str | None, default: Language, chosen: Language
) -> None:
    assert choose_language(stored, of_text, hint, default) is chosen


def test_pseudonyms_are_random() -> None:
    made = {new_pseudonym() for _ in range(1000)}
    assert len(made) == 1000
    assert all(len(pseudonym) == 16 and int(pseudonym, 16) >= 0 for pseudonym in made)
