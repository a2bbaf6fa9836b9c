"""The people on the page of `bot try`: the same ids at every start, so that the bot knows them again."""

from bot.sandbox.acts import Acts

STAFF_CHAT_ID = -1001000000001
OFFICER_ID = 1003
ADMINISTRATOR_ID = 1004


def bring_the_cast(acts: Acts, *, forum: bool = False) -> None:
    """Two citizens, two officers and the staff group in which the bot is an administrator."""
    acts.add_person(1001, "Айгүл", "kk", started=True)
    acts.add_person(1002, "Ерлан", "ru", started=True)
    acts.add_person(OFFICER_ID, "Гүлнар", "kk", started=True)
    acts.add_person(ADMINISTRATOR_ID, "Тимур", "ru", started=True)
    group = acts.add_group(STAFF_CHAT_ID, "Қызметкерлер · Сотрудники", forum=forum)
    group.members.add(OFFICER_ID)
    group.administrators.add(ADMINISTRATOR_ID)
