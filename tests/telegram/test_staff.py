import pytest
from aiogram.methods import SendMessage
from hypothesis import given
from hypothesis import strategies as st

from bot.telegram.staff import staff_messages
from tests.support.people import STAFF_GROUP


@given(st.text(max_size=20_000) | st.integers(0, 20_000).map(lambda n: "я🆘" * n), st.booleans())
def test_nothing_of_a_long_text_is_cut_off(text: str, siren: bool) -> None:
    messages = staff_messages(STAFF_GROUP, "Question K-000001", text, siren=siren)
    said = [one.text for one in messages if isinstance(one, SendMessage)]
    assert len(said) == len(messages) >= 1
    assert "".join(one.split("\n\n", 1)[1] for one in said) == text
    assert all(len(one) <= 4096 and "K-000001" in one for one in said)
    assert all(one.startswith("🆘") == siren for one in said)


@pytest.mark.parametrize("text", ["<b>x</b>", "*x*", "a & b"])
def test_what_a_citizen_wrote_is_no_markup(text: str) -> None:
    (message,) = staff_messages(STAFF_GROUP, "head", text)
    assert isinstance(message, SendMessage)
    assert message.text.endswith(text)
    assert not isinstance(message.parse_mode, str)
