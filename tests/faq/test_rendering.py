import dataclasses
from datetime import date
from typing import Any

import pytest

from bot.errors import ContentError
from bot.faq.freshness import State
from bot.faq.model import Catalogue, Confidence, Show, Source
from bot.faq.rendering import Rendered, render_answer
from bot.i18n import Translations
from bot.people.model import Language, Place
from tests.faq.catalogues import HIDDEN_SOURCE, OFFICIAL_SOURCE, TOPIC, UNSIGNED, catalogue, fact

KK, RU = Language.KK, Language.RU
TODAY = date(2026, 11, 24)
DAYS = fact("F002", {"days": 30})


class Desk:
    """Renders for tests."""

    def __init__(self, translations: Translations) -> None:
        self._translations = translations

    def render(self, content: Catalogue, language: Language = KK, today: date = TODAY) -> Rendered:
        return render_answer(content, TOPIC, language, today, self._translations.of(language))

    def text(self, content: Catalogue, language: Language = KK, today: date = TODAY) -> str:
        return self.render(content, language, today).text.text


@pytest.fixture
def desk(translations: Translations) -> Desk:
    return Desk(translations)


def test_an_answer_is_its_text_its_sources_and_its_date(desk: Desk) -> None:
    rendered = desk.render(catalogue("**{F002.days} күнге дейін.**", [DAYS]))
    assert rendered.text.text == (
        "30 күнге дейін.\n\nДереккөз:\n• СІМ (01.10.2026)\n\n2026 жылғы 1 қазандағы жағдай бойынша."
    )
    assert [(e.type, e.url) for e in rendered.text.entities] == [
        ("bold", None),
        ("text_link", "https://gov.kz/a"),
    ]
    assert rendered.title == "Неше күн"
    assert rendered.facts == ("F002",)
    assert rendered.state is State.CURRENT


def test_the_russian_answer_names_the_source_in_russian(desk: Desk) -> None:
    text = desk.text(catalogue("До {F002.days} дней.", [DAYS]), RU)
    assert "Источник:\n• МИД (01.10.2026)" in text
    assert "По состоянию на 1 октября 2026 года." in text


def test_sources_that_may_not_be_named_are_not(desk: Desk) -> None:
    mixed = fact("F002", {"days": 30}, sources=(HIDDEN_SOURCE, OFFICIAL_SOURCE))
    text = desk.text(catalogue("{F002.days}", [mixed]))
    assert "agent" not in text.lower()
    assert "СІМ" in text


def test_the_same_source_is_named_once_and_more_than_three_are_counted(desk: Desk) -> None:
    sources = tuple(Source(f"Gov {n}", f"https://gov.kz/{n}", "2026", public=True) for n in range(5))
    facts = [fact("F002", {"days": 30}, sources=sources), fact("F003", {"total": 60}, sources=sources[:2])]
    text = desk.text(catalogue("{F002.days} {F003.total}", facts), RU)
    assert text.count("Gov 0") == 1
    assert "Источники:" in text
    assert "• и ещё 2" in text
    assert "Gov 3" not in text


def test_a_source_without_address_is_named_without_a_link(desk: Desk) -> None:
    spoken = fact("F002", {"days": 30}, sources=(Source("СІМ / МИД", "", "2021-04", public=True),))
    rendered = desk.render(catalogue("{F002.days}", [spoken]))
    assert "• СІМ (04.2021)" in rendered.text.text
    assert rendered.text.entities == ()


def test_what_only_the_press_says_is_said_to_come_from_the_press(desk: Desk) -> None:
    press = fact("F002", {"days": 30}, confidence=Confidence.PRESS)
    assert "По сообщениям прессы:" in desk.text(catalogue("{F002.days}", [press]), RU)
    assert "Источники:" not in desk.text(catalogue("{F002.days}", [press]), RU)
    assert "По сообщениям" not in desk.text(
        catalogue("{F002.days} {F003.n}", [press, fact("F003", {"n": 1})]), RU
    )


def test_the_date_of_an_answer_is_the_oldest_of_what_it_prints(desk: Desk) -> None:
    facts = [
        fact("F002", {"days": 30}),
        fact("F003", {"total": 60}, as_of="2026-08"),
        fact("F001", {"n": 1}, as_of="2014"),
    ]
    text = desk.text(catalogue("{F002.days} {F003.total}", facts))
    assert "2026 жылғы тамыздағы жағдай бойынша." in text
    assert "2014" not in text


def test_a_phone_does_not_tell_how_old_an_answer_is(desk: Desk) -> None:
    phone = fact("F143", {"phone": "1345"}, as_of="2019", contact=True)
    rule = fact("F002", {"days": 30}, as_of="2026-08")
    text = desk.text(catalogue("{F002.days} {F143.phone}", [rule, phone]))
    assert "2026 жылғы тамыздағы жағдай бойынша." in text
    assert "2019" not in text
    assert "2019 жылғы жағдай бойынша" in desk.text(catalogue("{F143.phone}", [phone]))


def test_where_even_the_newest_is_old_the_answer_says_so_right_after_what_to_do(desk: Desk) -> None:
    facts = [fact("F056", {"stage": 2}, as_of="2026-01-30"), fact("F059", {"n": 1}, as_of="2023")]
    content = catalogue("Бармаңыз.\n\n{F056.stage} {F059.n}", facts)
    kazakh, russian = desk.text(content), desk.text(content, RU)
    assert kazakh.startswith(
        "Бармаңыз.\n\n2026 жылғы 30 қаңтардағы жағдай бойынша; кейінгісі расталмаған.\n\n2 1\n\n"
    )
    assert "\n\nПо состоянию на 30 января 2026 года; более поздних подтверждений нет.\n\n" in russian
    assert "Самые старые сведения здесь: 2023 год." in russian
    assert desk.render(content).text.entities[0].type == "italic"


def test_an_urgent_answer_begins_with_what_to_do_however_old_it_is(desk: Desk) -> None:
    content = catalogue("1345", [fact("F143", {"n": 1}, as_of="2023")], urgent=True)
    assert desk.text(content).startswith("1345")
    assert "2023 жылғы жағдай бойынша." in desk.text(content)


def test_a_text_that_names_its_own_date_is_not_told_it_again(desk: Desk) -> None:
    status = fact("F056", {"date": date(2026, 1, 30), "stage": 2}, as_of="2026-01-30")
    text = desk.text(catalogue("{F056.date:locative} – {F056.stage}-кезең", [status]))
    assert text.startswith("2026 жылғы 30 қаңтарда – 2-кезең")
    assert "кейінгісі расталмаған" not in text


@pytest.mark.parametrize(
    ("language", "line"),
    [
        (KK, "Алдын ала мәтін: министрлік әлі бекіткен жоқ."),
        (RU, "Предварительный текст: министерство его ещё не утвердило."),
    ],
)
def test_a_text_that_the_ministry_has_not_signed_is_preliminary(
    desk: Desk, language: Language, line: str
) -> None:
    assert line in desk.text(catalogue("{F002.days}", [DAYS], approved=UNSIGNED), language)
    assert line not in desk.text(catalogue("{F002.days}", [DAYS]), language)


def test_from_its_review_date_on_an_answer_is_being_checked(desk: Desk) -> None:
    content = catalogue("{F002.days}", [fact("F002", {"days": 30}, review_by=date(2026, 12, 1))])
    assert "тексеріп жатырмыз" not in desk.text(content, today=date(2026, 11, 30))
    assert "тексеріп жатырмыз" in desk.text(content, today=date(2026, 12, 1))
    assert desk.render(content, today=date(2026, 12, 1)).state is State.BEING_CHECKED


def test_the_amnesty_answer_changes_on_the_first_of_march(desk: Desk) -> None:
    programme = fact("F081", {"end": date(2026, 2, 28)}, valid_to=date(2026, 2, 28), as_of="2026-01-30")
    content = catalogue("{F081.end:dative} дейін.", [programme], ended="{F081.end:locative} бітті.")
    last, after = date(2026, 2, 28), date(2026, 3, 1)
    assert "2026 жылғы 28 ақпанға дейін." in desk.text(content, today=last)
    assert "аяқталады; одан кейін не болатыны әзірге белгісіз" in desk.text(content, today=last)
    assert "2026 жылғы 28 ақпанда бітті." in desk.text(content, today=after)
    assert "дейін" not in desk.text(content, today=after)
    assert desk.render(content, today=after).state is State.ENDED


def test_what_ends_with_the_year_says_so_in_december_and_is_over_in_january(desk: Desk) -> None:
    quota = fact("F031", {"total": 80_000}, valid_to=date(2026, 12, 31))
    content = catalogue("{F031.total}", [quota], ended="Жаңа мәлімет әзірге жоқ.")
    line = "Бұл 2026 жылғы 31 желтоқсанда аяқталады; одан кейін не болатыны әзірге белгісіз."
    assert line not in desk.text(content, today=date(2026, 11, 30))
    assert line in desk.text(content, today=date(2026, 12, 1))
    assert line in desk.text(content, today=date(2026, 12, 31))
    assert "Жаңа мәлімет әзірге жоқ." in desk.text(content, today=date(2027, 1, 1))


def test_an_ended_fact_without_second_text_is_never_shown_as_current(desk: Desk) -> None:
    content = catalogue("{F031.total}", [fact("F031", {"total": 8}, valid_to=date(2026, 10, 31))])
    assert "Бұл 2026 жылғы 31 қазанға дейін ғана күшінде болды." in desk.text(content)


def test_what_has_not_begun_says_from_when_it_holds(desk: Desk) -> None:
    content = catalogue("{F052.wage}", [fact("F052", {"wage": 11_000}, valid_from=date(2027, 1, 1))])
    assert "Это начнёт действовать только с 1 января 2027 года." in desk.text(content, RU)
    assert desk.render(content).state is State.NOT_BEGUN


def test_the_lagging_language_says_that_the_other_is_newer(desk: Desk) -> None:
    content = catalogue("{F002.days}", [DAYS], revisions={KK: 1, RU: 2})
    assert "Бұл жауаптың орысша мәтіні жаңарақ." in desk.text(content)
    assert "новее" not in desk.text(content, RU)
    other = catalogue("{F002.days}", [DAYS], revisions={KK: 2, RU: 1})
    assert "Казахский текст этого ответа новее." in desk.text(other, RU)


@pytest.mark.parametrize(
    "changes",
    [
        {"confidence": Confidence.PRESS, "sources": (HIDDEN_SOURCE,)},
        {"confidence": Confidence.WEAK, "show": Show.WORDS},
    ],
)
def test_what_no_official_body_confirms_is_said_to_be_unconfirmed(
    desk: Desk, changes: dict[str, Any]
) -> None:
    content = catalogue("Сөзбен айтылған.", [fact("F009", **changes)])
    assert "Ресми растауы жоқ." in desk.text(content)
    assert "Официально не подтверждено." in desk.text(content, RU)


def test_where_only_a_part_is_unconfirmed_the_answer_says_so_once(desk: Desk) -> None:
    weak = fact("F009", confidence=Confidence.WEAK, show=Show.WORDS)
    content = catalogue("{F002.days}", [DAYS, weak])
    assert "Часть этого официально не подтверждена." in desk.text(content, RU)
    doubted = fact("F009", confidence=Confidence.WEAK, show=Show.WORDS, doubt={RU: "О продлении слухи."})
    explained = desk.text(catalogue("{F002.days}", [DAYS, doubted]), RU)
    assert "О продлении слухи." in explained
    assert "Часть этого" not in explained


def test_the_same_doubt_about_two_facts_is_told_once(desk: Desk) -> None:
    doubt = {KK: "Күмән бар.", RU: "Есть сомнение."}
    facts = [fact("F008", doubt=doubt), fact("F009", doubt=doubt)]
    assert desk.text(catalogue("Сөз", facts)).count("Күмән бар.") == 1


def test_the_version_changes_with_the_text_and_with_the_values_only(desk: Desk) -> None:
    def version(body: str, days: int, review: date = date(2030, 1, 1)) -> str:
        return desk.render(catalogue(body, [fact("F002", {"days": days}, review_by=review)])).version

    first = version("{F002.days} күн", 30)
    assert first.startswith("3-")
    assert first == version("{F002.days} күн", 30, date(2026, 1, 1))
    assert len({first, version("{F002.days} күн.", 30), version("{F002.days} күн", 60)}) == 3


def test_the_version_tells_the_second_text_from_the_first(desk: Desk) -> None:
    ending = fact("F031", {"total": 8}, valid_to=date(2026, 12, 31))
    content = catalogue("{F031.total}", [ending], ended="Бітті")
    before, after = (desk.render(content, today=day).version for day in (TODAY, date(2027, 1, 1)))
    assert before != after


def test_who_is_at_home_reads_their_own_text_with_its_own_sources_and_version(
    translations: Translations,
) -> None:
    other = Source("Үй / Дом", "https://gov.kz/home", "2026-05-01", public=True)
    content = catalogue("{F002.days} күн", [DAYS, fact("F003", {"days": 7}, sources=(other,))])
    answers = {
        key: dataclasses.replace(answer, at_home="{F003.days} күн") for key, answer in content.answers.items()
    }
    content = dataclasses.replace(content, answers=answers)
    unknown, korea, home = (
        render_answer(content, TOPIC, RU, TODAY, translations.of(RU), place) for place in (None, *Place)
    )
    assert unknown == korea
    assert home.text.text.startswith("7 күн")
    assert "• Дом" in home.text.text
    assert "МИД" not in home.text.text
    assert home.facts == ("F003",)
    assert home.version != korea.version
    assert home.title == korea.title


def test_an_answer_without_facts_has_neither_sources_nor_date(desk: Desk) -> None:
    assert desk.text(catalogue("Маманнан сұраңыз.")) == "Маманнан сұраңыз."


def test_content_that_was_not_checked_does_not_reach_a_citizen(desk: Desk) -> None:
    with pytest.raises(ContentError):
        desk.render(catalogue("{F999.days}", [DAYS]))
