"""
What the bot must never say, in every state of the clock, in both languages.

The sentences stand in never_said/*.yaml: each with sentences that break it, which prove that it finds them, and with
neighbours that do not.
"""

import dataclasses
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from urllib.parse import urlsplit

import pytest
from babel.messages.pofile import read_po

from bot.faq.model import Catalogue, Confidence, Fact, Show
from bot.faq.printing import print_value
from bot.faq.rendering import render_answer
from bot.faq.text import Entity
from bot.faq.values import Kind, kind_of
from bot.files.place import locales_dir
from bot.i18n import catalogue_path
from bot.people.model import Language
from tests.quality.claims import Sentence, normal, sentences
from tests.quality.rules import Rule, rules
from tests.quality.states import Shown, catalogue, everything_shown, translations

LANGUAGES = pytest.mark.parametrize("language", list(Language))
RULES = pytest.mark.parametrize("rule", rules(), ids=lambda rule: f"{rule.language}: {rule.name}")
LAUNCH = date(2026, 11, 26)
TELLING = 100  # a smaller number may stand anywhere for something else
_PHONE = re.compile(r"(?<![\w.:/-])\+?\(?\d[\d()]*(?:[ -][\d()]+)*-[\d-]*\d(?![\w:/-])")
_PRESS = {Language.RU: "пресс", Language.KK: "баспасөз"}


@cache
def rules_of(language: Language) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules() if rule.language is language)


def broken(
    read: Iterable[Sentence], language: Language, day: date | None = None
) -> Iterator[tuple[str, str]]:
    """The rules that sentences break, and where. `day`: the last one on which they are read."""
    for sentence in read:
        for rule in rules_of(language):
            if (rule.since is None or day is None or rule.since <= day) and rule.is_broken(sentence):
                yield rule.name, sentence.text


def read_in(shown: Shown) -> Iterator[Sentence]:
    yield from sentences(shown.text, catalogue().answers[shown.topic, shown.language].title)


@cache
def shown_in(language: Language) -> tuple[Shown, ...]:
    return tuple(one for one in everything_shown() if one.language is language)


@LANGUAGES
def test_no_answer_says_it_in_any_state_of_the_clock(language: Language) -> None:
    last_read: dict[tuple[str, Sentence], date] = {}
    for shown in shown_in(language):
        for sentence in read_in(shown):
            key = shown.topic, sentence
            last_read[key] = max(shown.last, last_read.get(key, date.min))
    found = [
        (topic, *one) for (topic, read), day in last_read.items() for one in broken([read], language, day)
    ]
    assert found == []


@LANGUAGES
def test_no_fixed_sentence_says_it(language: Language) -> None:
    with catalogue_path(locales_dir(), language).open("rb") as file:
        messages = [message.string or "" for message in read_po(file, locale=language) if message.id]
    texts = [text for one in messages for text in ([one] if isinstance(one, str) else one)]
    assert len(texts) > TELLING
    assert [one for text in texts for one in broken(sentences(text), language)] == []


@LANGUAGES
def test_no_title_no_question_and_no_doubt_says_it(language: Language) -> None:
    content = catalogue()
    answers = [answer for (_, spoken), answer in content.answers.items() if spoken is language]
    texts = [
        *(text for answer in answers for text in (answer.title, answer.question)),
        *(group.titles[language] for group in content.groups),
        *(fact.doubt[language] for fact in content.facts.values() if fact.doubt),
    ]
    assert [one for text in texts for one in broken(sentences(text), language)] == []


@RULES
def test_a_rule_catches_what_breaks_it(rule: Rule) -> None:
    assert rule.caught
    for text in rule.caught:
        assert any(rule.is_broken(sentence) for sentence in sentences(text)), text


@RULES
def test_no_rule_catches_the_harmless_neighbour(rule: Rule) -> None:
    assert rule.passed
    for text in rule.passed:
        assert list(broken(sentences(text), rule.language)) == [], text


@RULES
def test_a_rule_rests_on_facts_that_are_known(rule: Rule) -> None:
    assert rule.facts
    assert set(rule.facts) <= set(catalogue().facts)


@LANGUAGES
def test_what_is_planted_in_an_answer_is_found(language: Language) -> None:
    """The whole way, from the file to what citizens read: a test that could not fail would be worth nothing."""
    topic = "contacts.consular_register"
    for rule in rules_of(language):
        for text in rule.caught:
            planted = with_body(catalogue(), topic, language, f"Мәтін / текст.\n\n- {text}")
            rendered = render_answer(planted, topic, language, LAUNCH, translations().of(language))
            found = {name for name, _ in broken(sentences(rendered.text.text), language, LAUNCH)}
            assert rule.name in found, text


def with_body(content: Catalogue, topic: str, language: Language, body: str) -> Catalogue:
    answer = dataclasses.replace(content.answers[topic, language], body=body)
    return dataclasses.replace(content, answers={**content.answers, (topic, language): answer})


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("На тот день программа ещё действует до 28 февраля.", Language.RU),
        ("Бағдарлама 28 ақпанға дейін күшінде.", Language.KK),
    ],
)
def test_what_was_true_while_the_programme_ran_is_forbidden_from_the_day_after(
    text: str, language: Language
) -> None:
    assert list(broken(sentences(text), language, date(2026, 2, 28))) == []
    assert list(broken(sentences(text), language, date(2026, 3, 1)))


def leaves(value: object) -> Iterator[object]:
    """The single values of a fact."""
    if isinstance(value, dict) and "amount" not in value:
        yield from (leaf for part in value.values() for leaf in leaves(part))
    elif isinstance(value, list):
        yield from (leaf for part in value for leaf in leaves(part))
    else:
        yield value


def telling(fact: Fact, language: Language) -> Iterator[str]:
    """The phones, addresses, sums and greater numbers of a fact as people would read them."""
    for leaf in leaves(dict(fact.values)):
        kind = kind_of(leaf)
        is_great = kind is Kind.NUMBER and isinstance(leaf, int) and leaf >= TELLING
        if kind in {Kind.PHONE, Kind.URL, Kind.MONEY} or is_great:
            yield normal(print_value(leaf, language).text)


@LANGUAGES
def test_no_figure_is_printed_that_citizens_may_not_see(language: Language) -> None:
    facts = catalogue().facts.values()
    allowed = {one for fact in facts if fact.show is Show.VALUE for one in telling(fact, language)}
    hidden = {
        one for fact in facts if fact.show is not Show.VALUE for one in telling(fact, language)
    } - allowed
    assert {"+82-10-6572-9311", "1414"} <= hidden
    for shown in shown_in(language):
        text = normal(shown.text)
        assert [one for one in hidden if stands_in(one, text)] == [], shown.topic


def stands_in(what: str, text: str) -> bool:
    """Whether it stands there by itself, and not as a part of a longer word or number."""
    return what in text and bool(
        re.search(rf"(?<![\w-])(?<!\d ){re.escape(what)}(?![\w-])(?! \d{{3}}\b)", text)
    )


def test_a_figure_is_found_only_where_it_stands_by_itself() -> None:
    assert stands_in("1414", "звоните 1414.")
    assert stands_in("2 000 000 вон", "штраф – 2 000 000 вон")
    assert not stands_in("156 880 вон", "2 156 880 вон")
    assert not stands_in("1414", "1414-й кабинет")
    assert stands_in("kollo", "пишет kollo (2025)")
    assert not stands_in("kollo", "kolloid")


@LANGUAGES
def test_every_phone_is_that_of_a_fact_that_may_be_printed(language: Language) -> None:
    shown_facts = [fact for fact in catalogue().facts.values() if fact.show is Show.VALUE]
    phones = {
        str(leaf) for fact in shown_facts for leaf in leaves(dict(fact.values)) if kind_of(leaf) is Kind.PHONE
    }
    for shown in shown_in(language):
        marked = {
            covered(shown.text, one) for one in shown.rendered.text.entities if one.type == "phone_number"
        }
        assert marked | {found for found in _PHONE.findall(shown.text) if "-" in found} <= phones, shown.topic


def covered(text: str, entity: Entity) -> str:
    units = text.encode("utf-16-le")
    return units[2 * entity.offset : 2 * (entity.offset + entity.length)].decode("utf-16-le")


def test_a_phone_that_no_fact_holds_is_seen() -> None:
    assert _PHONE.findall(
        "Звоните 8-800-080-7777, +82-10-6572-9311 или 74-37-23, с 2018 по 2022 год, 09:00–18:00"
    ) == [
        "8-800-080-7777",
        "+82-10-6572-9311",
        "74-37-23",
    ]


@LANGUAGES
def test_no_outlet_is_named_that_may_not_be_named(language: Language) -> None:
    hidden = hidden_names()
    assert {"kollo", "k-labor law firm", "tengrinews", "abai.kz", "kprovisa.com"} <= hidden
    for shown in shown_in(language):
        text = normal(shown.text)
        assert [one for one in hidden if stands_in(one, text)] == [], shown.topic


@cache
def hidden_names() -> frozenset[str]:
    """How outlets that are not named would be named: by the title before its first comma, or by their site."""
    sources = [source for fact in catalogue().facts.values() for source in fact.sources]
    titles = {normal(one.title.split(",")[0]) for one in sources if not one.public}
    sites = {site_of(one.url) for one in sources if not one.public and one.url}
    named = {normal(part) for one in sources if one.public for part in (one.title, *one.title.split(" / "))}
    return frozenset((titles | sites) - named - {site_of(one.url) for one in sources if one.public})


def site_of(url: str) -> str:
    return urlsplit(url).netloc.partition(":")[0].removeprefix("www.")


@LANGUAGES
def test_what_only_the_press_says_is_said_to_come_from_the_press(language: Language) -> None:
    press = {
        fact.id
        for fact in catalogue().facts.values()
        if fact.show is Show.VALUE
        and fact.confidence in {Confidence.PRESS, Confidence.CONFLICT}
        and not any(source.public for source in fact.sources)
    }
    assert {"F052", "F145", "F148"} <= press
    for shown in shown_in(language):
        assert not press & set(shown.rendered.facts) or _PRESS[language] in normal(shown.text), shown.topic
