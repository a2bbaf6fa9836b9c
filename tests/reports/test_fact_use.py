from bot.reports.fact_use import Use, facts_of
from tests.faq.catalogues import TOPIC, catalogue, fact
from tests.reports.contents import odd


def test_each_fact_of_a_topic_is_told_with_what_citizens_see_of_it() -> None:
    assert [(one.fact.id, one.use) for one in facts_of(odd(), TOPIC)] == [
        ("F001", Use.PRINTED),
        ("F002", Use.PRINTED),
        ("F006", Use.PRINTED),
        ("F003", Use.IN_WORDS),
        ("F004", Use.UNSAID),
        ("F005", Use.NEVER),
    ]


def test_a_fact_that_only_the_later_text_prints_counts_as_printed() -> None:
    made = catalogue("Бір.", [fact("F001", {"days": 3})], ended="{F001.days}")
    assert [one.use for one in facts_of(made, TOPIC)] == [Use.PRINTED]


def test_a_text_that_refers_to_nothing_rests_on_all_that_its_topic_lists() -> None:
    made = catalogue("Бір.", [fact("F001", {"days": 3}), fact("F002", {"days": 4})])
    assert [one.use for one in facts_of(made, TOPIC)] == [Use.IN_WORDS, Use.IN_WORDS]
