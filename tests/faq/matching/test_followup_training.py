from functools import cache

from bot.faq.matching.concepts import Concepts
from bot.faq.matching.followup import FOLLOW_UP_FEATURES, FollowUps
from bot.faq.matching.followup_training import FollowUpCases
from bot.faq.matching.index import Document, Index
from bot.faq.matching.model import MatchingContent
from bot.faq.matching.weights import FOLLOW_UP

TEXTS = {
    "pass.price": ("pass price kanwa", "pass kanwa turadi", "price of a pass"),
    "pass.site": ("pass sait kaida", "pass online sait", "sait for a pass"),
    "pass.error": ("pass mistake inside", "wrong name pass", "mistake name pass"),
    "?wage.late": ("wage late again", "late wage two months"),
    "?7": ("weather tomorrow", ),
}  # fmt: skip


@cache
def maker() -> FollowUpCases:
    documents = [Document(label, tuple(text.split())) for label, texts in TEXTS.items() for text in texts]
    index = Index.build(documents)
    content = MatchingContent({label: texts for label, texts in TEXTS.items() if label[0] != "?"})
    return FollowUpCases(index, Concepts({}), FollowUps(content, index.labels))


def test_cases_fit_the_features_and_hold_right_and_wrong() -> None:
    made = list(maker().all())
    assert {len(case.row) for case in made} == {len(FOLLOW_UP_FEATURES)}
    assert {case.right for case in made} == {True, False}


def test_the_same_cases_are_made_each_time() -> None:
    maker.cache_clear()
    first = list(maker().all())
    maker.cache_clear()
    assert list(maker().all()) == first


def test_words_that_the_last_topic_speaks_of_are_left_out() -> None:
    assert maker()._left_out(("price", "pass", "kanwa"), "pass.site") == ("price", "kanwa")


def test_topics_near_the_last_one_were_learnt_to_be_likelier() -> None:
    assert dict(zip(FOLLOW_UP_FEATURES, FOLLOW_UP, strict=True))["kin"] > 0
