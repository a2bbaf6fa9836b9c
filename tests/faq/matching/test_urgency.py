import pytest

from bot.faq.matching.index import sounds_of
from bot.faq.matching.training import fit_urgency
from bot.faq.matching.urgency import BIAS, pack, unpack, urgency, urgency_features, weigh, without_signs
from bot.faq.matching.wordlists import WordLists


def test_a_message_is_heard_by_its_words_its_lists_and_its_patterns() -> None:
    lists = WordLists({"fire": ("горит",)})
    sounds = sounds_of(["дом", "горит"])
    heard = urgency_features(sounds, lists.read(sounds), {"alarm.dying"})
    assert {"dom", "#fire", "!alarm.dying"} <= heard
    assert without_signs(heard) == heard - {"!alarm.dying"}


def test_weights_survive_packing() -> None:
    weights = {BIAS: -2.0, "dom": 0.5, "#fire": 1.25}
    assert unpack(pack(weights, 10)) == pytest.approx(weights)
    assert set(unpack(pack(weights, 1))) == {BIAS, "#fire"}


@pytest.mark.parametrize("heard", [0.0, 0.3, 0.6, 1.0])
def test_examples_and_suppositions_tip_the_balance(heard: float) -> None:
    plain = weigh(heard, 0.1, 0.1, supposed=False)
    assert weigh(heard, 0.1, 0.1, supposed=True) < plain
    assert weigh(heard, 0.9, 0.1, supposed=False) > plain > weigh(heard, 0.1, 0.9, supposed=False)


def test_the_words_are_learnt_although_a_pattern_foresaw_them() -> None:
    examples = [
        (frozenset({"fire", "house", "!alarm"}), True),
        (frozenset({"fire", "stove", "!alarm"}), True),
        (frozenset({"visa", "price"}), False),
        (frozenset({"visa", "house"}), False),
    ] * 10
    weights = fit_urgency(examples)
    assert urgency(frozenset({"fire"}), weights) > 0.5 > urgency(frozenset({"visa"}), weights)
