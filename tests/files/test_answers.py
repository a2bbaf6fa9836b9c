from pathlib import Path

import pytest

from bot.files.content import load_catalogue, read_content
from bot.people.model import Language
from tests.files.folders import answer_file, change, errors

TITLE = "title: Сколько дней"


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        (TITLE, "title: Сколько дней можно быть в Корее без визы", 2, "на 10"),
        (TITLE, "titel: Сколько дней", 2, "«title» пустое"),
        (TITLE, "title: Дни: сколько", 2, "двоеточие"),
        (TITLE, "title: Сколько {F002.days}", 2, "обычный текст"),
        ("revision: 1", "revision: первая", 4, "целое число"),
        ("revision: 1", "revision: 0", 4, "целое число"),
        ("date: 2026-11-20", "date: 20 ноября", 5, "2026-01-30"),
        ("date: 2026-11-20", "date: null", 5, "неполная"),
        ('by: "Министр"', 'bye: "Министр"', 5, "«by»?"),
        ("---\n**", "**", 1, "Нет шапки"),
        ("---\ntitle", "title", 1, "Нет шапки"),
        ("- [сайт](https://gov.kz)", "## Ended\nтекст", 9, "«## ended»"),
        ("- [сайт](https://gov.kz)", "## ended\nа\n## ended\nб", 11, "в строке 9"),
        ("- [сайт](https://gov.kz)", "## ended\n", 9, "нет текста"),
        ("- [сайт](https://gov.kz)", "## Kazakhstan\nтекст", 9, "«## kazakhstan»"),
        ("- [сайт](https://gov.kz)", "# казахстан:\nтекст", 9, "«## kazakhstan»"),
        ("- [сайт](https://gov.kz)", "## қазақстан ##\nмәтін", 9, "«## kazakhstan»"),
        ("- [сайт](https://gov.kz)", "## kazakhstan\nа\n## kazakhstan\nб", 11, "в строке 9"),
        ("- [сайт](https://gov.kz)", "## kazakhstan\n", 9, "нет текста"),
        ("- [сайт](https://gov.kz)", "## kazakhstan\n\n## ended\nпотом", 9, "нет текста"),
    ],
)
def test_a_mistake_in_a_front_matter_is_explained_at_its_line(
    locales: Path, old: str, new: str, line: int, words: str
) -> None:
    change(answer_file(locales), old, new)
    found = errors(read_content(locales)[1])
    assert any(one.line == line and words in one.message for one in found), found


def test_a_signature_must_at_least_be_left_open(locales: Path) -> None:
    change(answer_file(locales), 'approved: {by: "Министр", date: 2026-11-20, document: "№ 7"}\n', "")
    (finding,) = errors(read_content(locales)[1])
    assert 'approved: {by: "", date: null, document: ""}' in finding.message


def test_an_unsigned_answer_is_no_mistake(locales: Path) -> None:
    change(
        answer_file(locales),
        '{by: "Министр", date: 2026-11-20, document: "№ 7"}',
        '{by: "", date: null, document: ""}',
    )
    catalogue, findings = read_content(locales)
    assert findings == []
    assert catalogue is not None
    assert not catalogue.answers["visa_free.days", Language.RU].approved


def test_an_empty_body_is_found(locales: Path) -> None:
    change(answer_file(locales), "**{F002.days} дней.**\n\n- [сайт](https://gov.kz)\n", "\n\n")
    assert any("нет текста" in one.message for one in errors(read_content(locales)[1]))


def test_an_empty_front_matter_is_found(locales: Path) -> None:
    answer_file(locales).write_text("---\n---\nтекст\n", encoding="utf-8")
    (finding,) = errors(read_content(locales)[1])
    assert "Шапка пустая" in finding.message


def test_a_title_of_thirty_characters_fits_a_button(locales: Path) -> None:
    change(answer_file(locales), TITLE, "title: " + "б" * 30)
    assert read_content(locales)[1] == []


def test_words_that_yaml_takes_for_something_else_are_good_titles(locales: Path) -> None:
    change(answer_file(locales), TITLE, "title: 1345")
    catalogue, findings = read_content(locales)
    assert findings == []
    assert catalogue is not None
    assert catalogue.answers["visa_free.days", Language.RU].title == "1345"


def test_a_title_may_be_used_once_in_a_language(locales: Path) -> None:
    change(answer_file(locales), TITLE, "title: сколько Дней 2")
    (finding,) = errors(read_content(locales)[1])
    assert finding.line == 2
    assert "visa_free.days.md" in finding.message


@pytest.mark.parametrize("order", [("kazakhstan", "ended"), ("ended", "kazakhstan")])
def test_the_texts_for_another_time_and_place_may_stand_in_any_order(
    locales: Path, order: tuple[str, str]
) -> None:
    texts = {"kazakhstan": "дома\n\n- раз\n- два", "ended": "потом"}
    sections = "".join(f"\n## {name}\n\n{texts[name]}\n" for name in order)
    for language in Language:
        file = answer_file(locales, language, "visa_free.leaving")
        body = file.read_text(encoding="utf-8").split("\n## ended\n")[0]
        file.write_text(body + sections, encoding="utf-8")
    answer = load_catalogue(locales).answers["visa_free.leaving", Language.RU]
    assert (answer.body, answer.at_home, answer.ended) == (
        "{F081.end:dative} дней.",
        texts["kazakhstan"],
        texts["ended"],
    )


def test_an_answer_without_a_second_place_has_none(locales: Path) -> None:
    answer = load_catalogue(locales).answers["visa_free.days", Language.RU]
    assert (answer.at_home, answer.ended) == (None, None)


@pytest.mark.parametrize(
    "line", ["Казахстан", "- Kazakhstan", "**## kazakhstan**", "В Казахстане: Казахстан"]
)
def test_a_word_in_the_text_is_no_heading(locales: Path, line: str) -> None:
    change(answer_file(locales), "- [сайт](https://gov.kz)", line)
    assert errors(read_content(locales)[1]) == []
    assert load_catalogue(locales).answers["visa_free.days", Language.RU].at_home is None
