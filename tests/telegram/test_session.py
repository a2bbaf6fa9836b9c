import pytest
from aiogram.methods import SendMessage

from bot.telegram.session import mute_bot
from tests.support.updates import ME


async def test_a_handler_cannot_talk_to_telegram() -> None:
    bot = mute_bot(ME)
    with pytest.raises(RuntimeError, match="handlers return methods"):
        await bot.send_message(1, "x")
    with pytest.raises(RuntimeError, match="handlers return methods"):
        await bot(SendMessage(chat_id=1, text="x"))
    with pytest.raises(RuntimeError, match="handlers return methods"):
        async for _ in bot.session.stream_content("https://api.telegram.org"):
            pass
    await bot.session.close()


async def test_the_bot_knows_who_it_is_without_asking() -> None:
    me = await mute_bot(ME).me()
    assert (me.id, me.username) == (ME["id"], ME["username"])
