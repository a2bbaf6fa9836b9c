from bot.people.model import Language
from bot.reports.labels import Labels, said, side_by_side
from bot.reports.model import Run


def test_words_are_said_in_each_language_and_marked_with_it(labels: Labels) -> None:
    _ = labels
    words = _("Question")
    assert [(run.text, run.language) for run in words] == [("Сұрақ", "kk-KZ"), ("Вопрос", "ru-RU")]
    assert words.of(Language.RU).text == "Вопрос"
    assert "".join(run.text for run in words.in_a_line) == "Сұрақ / Вопрос"


def test_words_that_are_alike_stand_once_and_in_no_language(labels: Labels) -> None:
    _ = labels
    assert _("Bot").in_a_line == (Run("Бот"),)


def test_a_place_takes_one_text_or_one_for_each_language(labels: Labels) -> None:
    _ = labels
    each = _("Printed on {date}", date={Language.KK: "ертең", Language.RU: "завтра"})
    assert [run.text for run in each] == ["Басылған күні: ертең", "Напечатано завтра"]
    assert all(run.text.endswith("01.02.2027") for run in _("Ends on {date}", date="01.02.2027"))


def test_a_row_names_itself_before_its_two_columns(labels: Labels) -> None:
    _ = labels
    head, kazakh, russian = side_by_side(_("Sources"), said(_("holds"), _("no")))
    assert (head.is_head, kazakh.is_head, russian.is_head) == (True, False, False)
    assert [paragraph.text for paragraph in kazakh.paragraphs] == ["күшінде", "жоқ"]
    assert [paragraph.text for paragraph in russian.paragraphs] == ["действует", "нет"]
