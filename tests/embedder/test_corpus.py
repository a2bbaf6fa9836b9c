import pytest

from bot.embedder import corpus
from bot.embedder.client import Limits, ModelClient
from bot.embedder.corpus import embed_all
from tests.embedder import fake_model
from tests.embedder.model import needs_model
from tests.embedder.watching import LONGEST_SECONDS

TEXTS = [f"кореяда {number} ай жұмыс істеуге бола ма" for number in range(40)]


@pytest.fixture
def _fake(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "command", lambda _most_tokens: fake_model.line())
    monkeypatch.setattr(corpus, "package_folder", lambda: "here")


@needs_model
def test_many_texts_have_the_very_vectors_that_they_have_alone() -> None:
    together = embed_all(TEXTS, processes=2)
    assert together is not None
    client = ModelClient(limits=Limits(patience=LONGEST_SECONDS, hang=LONGEST_SECONDS))
    client.start()
    assert client.wait_until_ready(LONGEST_SECONDS)
    try:
        alone = [client.embed_now(text) for text in TEXTS]
    finally:
        client.close()
    assert [list(vector) for vector in together] == [list(vector) for vector in alone if vector is not None]


@needs_model
def test_a_passage_is_read_in_another_way_than_a_question() -> None:
    questions = embed_all(["виза"], processes=1)
    passages = embed_all(["виза"], processes=1, are_questions=False)
    assert questions is not None
    assert passages is not None
    assert list(questions[0]) != list(passages[0])


@pytest.mark.usefixtures("_fake")
@pytest.mark.parametrize("size", [0, 1, 15, 16, 17, 33, 100])
def test_progress_is_told_to_the_end_whatever_the_number_of_texts(size: int) -> None:
    told: list[tuple[int, int]] = []
    vectors = embed_all(["сәлем"] * size, progress=lambda done, of: told.append((done, of)))
    assert vectors is not None
    assert len(vectors) == size
    assert max(told, default=(0, 0)) == (size, size)


@pytest.mark.usefixtures("_fake")
def test_a_fault_over_one_text_is_no_half_result() -> None:
    assert embed_all(["сәлем"] * 32 + [fake_model.DIE]) is None


def test_without_the_package_there_are_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(corpus, "package_folder", lambda: None)
    assert embed_all(["сәлем"]) is None
