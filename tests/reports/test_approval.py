"""What the document says, before it becomes a page or a file."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from bot.faq.model import Catalogue
from bot.faq.printing import print_value
from bot.faq.rendering import render_answer
from bot.formats import format_short_date
from bot.i18n import Translations
from bot.people.model import Language
from bot.reports.approval import approval_document
from bot.reports.fact_use import facts_of
from bot.reports.model import Contents, Document, Heading, Look, Table, paragraphs_of
from tests.faq.catalogues import SIGNED, TOPIC, catalogue
from tests.reports.contents import TODAY, odd, real

REAL = real()


@pytest.fixture(scope="module")
def document(translations: Translations) -> Document:
    return approval_document(REAL, translations.of, TODAY)


def of(made: Catalogue, translations: Translations, day: date = TODAY) -> Document:
    return approval_document(made, translations.of, day)


def tables_of(document: Document, topic: str) -> list[Table]:
    """The tables between the heading of a topic and the next heading."""
    blocks = list(document.blocks)
    start = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.anchor == topic)
    end = next(n for n in range(start + 1, len(blocks)) if isinstance(blocks[n], Heading))
    return [block for block in blocks[start:end] if isinstance(block, Table)]


def column(table: Table, number: int) -> str:
    return "\n\n".join(paragraph.text for row in table.rows for paragraph in row[number].paragraphs)


def rows_of(document: Document, topic: str = TOPIC) -> dict[str, tuple[str, str]]:
    """The Russian name of each row of the table of a topic, and its two columns."""
    table = tables_of(document, topic)[0]
    return {
        row[0].paragraphs[1].text: (
            "\n\n".join(p.text for p in row[1].paragraphs),
            "\n\n".join(p.text for p in row[2].paragraphs),
        )
        for row in table.rows
    }


def said_in(document: Document) -> str:
    return "\n".join(paragraph.text for paragraph in paragraphs_of(document))


@pytest.mark.parametrize("topic", REAL.topics)
def test_every_topic_stands_side_by_side_as_citizens_see_it(
    topic: str, document: Document, translations: Translations
) -> None:
    texts = tables_of(document, topic)[0]
    for number, language in enumerate(Language, 1):
        answer = REAL.answers[topic, language]
        shown = render_answer(REAL, topic, language, TODAY, translations.of(language)).text.text
        written = column(texts, number)
        assert answer.title in written
        assert answer.question in written
        assert shown in written


@pytest.mark.parametrize("topic", REAL.topics)
def test_every_fact_of_a_topic_stands_below_with_all_that_is_known(topic: str, document: Document) -> None:
    used = facts_of(REAL, topic)
    rows = tables_of(document, topic)[1].rows if used else ()
    assert len(rows) == len(used)
    for one, row in zip(used, rows, strict=True):
        fact, written = one.fact, "\n".join(p.text for cell in row for p in cell.paragraphs)
        assert row[0].paragraphs[0].text.startswith(fact.id)
        expected = [fact.note, fact.confirmed_by]
        expected += [format_short_date(day) for day in (fact.as_of, fact.confirmed, fact.review_by)]
        expected += [source.url for source in fact.sources]
        expected += [
            print_value(value, language).text for value in fact.values.values() for language in Language
        ]
        assert [text for text in expected if text not in written] == []


def test_every_doubt_stands_in_both_languages(document: Document) -> None:
    doubted = 0
    for topic in REAL.topics:
        doubts = [one.fact.doubt for one in facts_of(REAL, topic) if one.fact.doubt]
        doubted += len(doubts)
        for number, language in enumerate(Language, 1):
            table = tables_of(document, topic)[2:]
            written = column(table[0], number) if table else ""
            assert [doubt for doubt in doubts if doubt[language] not in written] == []
    assert doubted > 5


def test_contents_lead_to_every_chapter_and_topic(document: Document) -> None:
    headings = [b.anchor for b in document.blocks if isinstance(b, Heading)]
    (contents,) = [b for b in document.blocks if isinstance(b, Contents)]
    assert [entry.anchor for entry in contents.entries] == [
        anchor for anchor in headings if anchor not in {"top", contents.heading}
    ]
    assert set(REAL.topics) <= set(headings)
    assert len(headings) == len(set(headings))


def test_each_topic_begins_on_a_page_of_its_own(document: Document) -> None:
    headings = [b for b in document.blocks if isinstance(b, Heading)]
    pairs = pairwise(headings)
    assert all(b.new_page or (a.level == 1 and a.new_page and b.level == 2) for a, b in pairs)


def test_the_index_names_every_fact_with_the_topics_that_use_it(document: Document) -> None:
    index = [b for b in document.blocks if isinstance(b, Table)][-1]
    found = {row[0].paragraphs[0].text: {p.text for p in row[3].paragraphs} for row in index.rows}
    assert set(found) == set(REAL.facts)
    for topic in REAL.topics:
        assert all(topic in found[one.fact.id] for one in facts_of(REAL, topic))


def test_the_same_content_on_the_same_day_is_the_same_document(translations: Translations) -> None:
    assert of(odd(), translations) == of(odd(), translations)
    assert of(odd(), translations) != of(odd(), translations, date(2026, 11, 26))


def test_the_first_page_counts_topics_signatures_and_what_runs_out(translations: Translations) -> None:
    cover = column(next(b for b in of(odd(), translations).blocks if isinstance(b, Table)), 2)
    assert "25 ноября 2026 года, по времени Казахстана" in cover
    assert "всего 1\n\n1\n\nвсего 6; проверяются: 1; заканчиваются в ближайшие 90 дней: 1" in cover


def test_an_unsigned_text_has_lines_to_sign_and_a_signed_one_the_signature(
    translations: Translations,
) -> None:
    unsigned = rows_of(of(odd(), translations))["Согласование министерством"]
    assert all("____" in cell for cell in unsigned)
    assert "Не подписано" in unsigned[1]
    made = odd()
    answers = {
        **made.answers,
        (TOPIC, Language.RU): replace(made.answers[TOPIC, Language.RU], approved=SIGNED),
    }
    kazakh, russian = rows_of(of(replace(made, answers=answers), translations))["Согласование министерством"]
    assert "____" in kazakh
    assert russian == "Кто утвердил: Министр\n\nДата: 20.11.2026\n\nДокумент: № 7"


def test_texts_for_another_time_and_place_are_labelled(translations: Translations) -> None:
    rows = rows_of(of(odd(), translations))
    assert rows["Ответ для тех, кто в Казахстане"][0].startswith("Үйде: +82 2 1345")
    assert rows["Сегодня не показывают: текст после окончания"] == ("Бітті: 30.", "Бітті: 30.")
    later = rows_of(of(odd(), translations, date(2027, 2, 1)))
    assert later["Ответ: так его показывают сегодня"][0].startswith("Бітті: 30.")
    assert later["Сегодня не показывают: текст до окончания"][0].startswith("30 күн")
    assert later["Ответ для тех, кто в Казахстане"][0].startswith("Үйде: +82 2 1345")


def test_a_text_for_who_is_at_home_that_has_ended_too_is_not_shown_today(translations: Translations) -> None:
    made = odd()
    answers = {key: replace(one, at_home="Үйде {F001.days} күн") for key, one in made.answers.items()}
    rows = rows_of(of(replace(made, answers=answers), translations, date(2027, 2, 1)))
    assert rows["Сегодня не показывают: текст для тех, кто в Казахстане"] == ("Үйде 30 күн", "Үйде 30 күн")
    assert "Ответ для тех, кто в Казахстане" not in rows


def test_a_text_that_one_language_lacks_is_shown_as_missing(translations: Translations) -> None:
    made = odd()
    lacking = replace(made.answers[TOPIC, Language.RU], ended=None)
    rows = rows_of(of(replace(made, answers={**made.answers, (TOPIC, Language.RU): lacking}), translations))
    assert rows["Сегодня не показывают: текст после окончания"] == ("Бітті: 30.", "—")


def test_where_links_lead_is_written_out(translations: Translations) -> None:
    kazakh, _russian = rows_of(of(odd(), translations))["Куда ведут ссылки"]
    assert kazakh.split("\n\n") == ["сайт → https://gov.kz/?a=1&b=2", "СІМ → https://gov.kz/a"]


def test_a_language_that_lags_behind_is_marked_in_its_own_column(translations: Translations) -> None:
    made = catalogue("Бір.", revisions={Language.KK: 2, Language.RU: 3})
    rows = rows_of(of(made, translations))
    assert rows["Редакция"] == ("2", "3")
    assert rows["В день печати"] == ("күшінде\n\nОрысша мәтін жаңарақ", "действует")


def test_hidden_facts_and_sources_are_there_and_marked(translations: Translations) -> None:
    rows = tables_of(of(odd(), translations), TOPIC)[1].rows
    written = {row[0].paragraphs[0].text[:4]: row for row in rows}
    secret = written["F005"]
    assert secret[0].paragraphs[0].look is Look.WARNING
    assert (
        secret[0]
        .paragraphs[0]
        .text.endswith("азаматтарға ешқашан көрсетілмейді / гражданам не показывается никогда")
    )
    assert "4815162342" in "".join(p.text for p in secret[1].paragraphs)
    assert "гражданам не показывается" in secret[3].paragraphs[0].text
    assert "гражданам не показывается" in written["F003"][3].paragraphs[0].text
    assert "гражданам" not in written["F001"][3].paragraphs[0].text


def test_what_is_hidden_from_citizens_stands_in_no_answer(translations: Translations) -> None:
    texts = tables_of(of(odd(), translations), TOPIC)[0]
    for number in (1, 2):
        assert "4815162342" not in column(texts, number)
        assert "Visa agent" not in column(texts, number)


def test_what_ends_or_is_checked_is_marked_in_words(translations: Translations) -> None:
    table = tables_of(of(odd(), translations), TOPIC)[1]
    marks = [p.text for row in table.rows for p in row[0].paragraphs if p.look is Look.WARNING]
    assert "Аяқталатын күні: 31.01.2027 / Заканчивается 31.01.2027" in marks
    assert any(mark.endswith("Проверяется с 25.11.2026") for mark in marks)
    assert any(mark.endswith("Действует только с 01.01.2027") for mark in marks)


def test_a_content_without_facts_and_doubts_says_so(translations: Translations) -> None:
    made = catalogue("Бір.")
    assert "Этот ответ не опирается на факты." in said_in(of(made, translations))
    assert len(tables_of(of(made, translations), TOPIC)) == 1


def test_every_paragraph_of_words_has_its_language(document: Document) -> None:
    for topic in REAL.topics:
        for row in tables_of(document, topic)[0].rows:
            for number, language in ((1, "kk-KZ"), (2, "ru-RU")):
                runs = [run for p in row[number].paragraphs for run in p.runs if run.text.strip("_—→: \n")]
                assert {run.language for run in runs if not run.url and not run.text.isdigit()} <= {language}
