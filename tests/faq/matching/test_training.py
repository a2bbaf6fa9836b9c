import pytest

from bot.faq.matching.confidence import FEATURES, sigmoid
from bot.faq.matching.followup import FOLLOW_UP_FEATURES
from bot.faq.matching.index import Document, Index
from bot.faq.matching.training import cases, fit_urgency, fit_weights, solve
from bot.faq.matching.urgency import BIAS, pack, unpack, urgency
from bot.faq.matching.weights import FOLLOW_UP, URGENCY, WEIGHTS

TEXTS = {
    "cat": ("can i bring my cat", "is a cat allowed on board", "cat on the plane"),
    "dog": ("can i bring my dog", "is a dog allowed on board", "dog on the plane"),
}


def index() -> Index:
    return Index.build(
        [Document(label, tuple(text.split())) for label, texts in TEXTS.items() for text in texts]
    )


def test_a_system_of_equations_is_solved() -> None:
    assert solve([[0.0, 2.0], [1.0, 1.0]], [4.0, 5.0]) == pytest.approx([3.0, 2.0])


def test_no_document_answers_itself() -> None:
    nearest = index().query(index().documents[0].sounds, without=frozenset([0])).matches
    assert 0 not in {match.document for match in nearest}


def test_right_labels_come_out_likelier_than_wrong_ones() -> None:
    examples = list(cases(index()))
    weights = fit_weights(examples)

    def mean(right: bool) -> float:
        sums = [
            sum(w * x for w, x in zip(weights, case.row, strict=True))
            for case in examples
            if case.right is right
        ]
        return sum(map(sigmoid, sums)) / len(sums)

    assert mean(right=True) > mean(right=False)


def test_training_gives_the_same_weights_each_time() -> None:
    assert fit_weights(list(cases(index()))) == fit_weights(list(cases(index())))


def test_urgent_words_weigh_more() -> None:
    examples = [(frozenset({"help", "me"}), True), (frozenset({"tell", "me"}), False)] * 5
    weights = fit_urgency(examples)
    assert urgency(frozenset({"help", "me"}), weights) > 0.5 > urgency(frozenset({"tell", "me"}), weights)


def test_packed_weights_come_back() -> None:
    weights = {BIAS: -1.25, "help": 2.5, "#died": 1.0, "faint": 0.01}
    assert unpack(pack(weights, 2)) == pytest.approx({BIAS: -1.25, "help": 2.5, "#died": 1.0})


def test_the_trained_weights_fit_the_program() -> None:
    assert len(WEIGHTS) == len(FEATURES)
    assert len(FOLLOW_UP) == len(FOLLOW_UP_FEATURES)
    assert unpack(URGENCY)[BIAS] < 0
