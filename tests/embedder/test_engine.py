from pathlib import Path

import pytest

from bot.embedder.engine import Engine, EngineError, package_folder
from bot.embedder.wire import plain
from tests.embedder.model import needs_model


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(package_folder())


@needs_model
def test_a_text_is_shortened_to_so_many_tokens_and_no_further(engine: Engine) -> None:
    text = plain("виза бітіп қалды, өз еркіммен кетсем айыппұл болмай ма 😀 " * 20)
    assert engine.count(text, is_question=True) > 128
    short = engine.shortened(text, 128, is_question=True)
    assert text.startswith(short)
    assert 100 <= engine.count(short, is_question=True) <= 128


@needs_model
@pytest.mark.parametrize("text", ["", "сәлем", "х" * 400])
def test_even_without_room_shortening_comes_to_an_end(text: str, engine: Engine) -> None:
    assert engine.shortened(text, 0, is_question=True) == ""
    assert engine.shortened("сәлем", 128, is_question=True) == "сәлем"


def test_without_the_package_there_is_no_model() -> None:
    with pytest.raises(EngineError):
        Engine(None)


def test_a_library_that_is_none_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(EngineError):
        Engine(tmp_path)
    (tmp_path / "_engine.so").write_bytes(b"not a library")
    with pytest.raises(EngineError):
        Engine(tmp_path)


@needs_model
@pytest.mark.parametrize("model", [None, b"", b"not a model"])
def test_a_model_that_is_none_is_an_error(model: bytes | None, tmp_path: Path) -> None:
    folder = package_folder()
    assert folder is not None
    [library] = folder.glob("_engine*")
    (tmp_path / library.name).symlink_to(library)
    if model is not None:
        (tmp_path / "e5-small-q4.bin").write_bytes(model)
    with pytest.raises(EngineError):
        Engine(tmp_path)
