import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.masking import mask, storable

MASK = "▒▒▒"

PHONES = [
    "+7 701 123 45 67", "+77011234567", "8 701 123 45 67", "87011234567", "8(701)1234567", "8-701-123-45-67",
    "+7(701)123-45-67", "8 701 1234567", "8701-1234567", "8.701.123.45.67", "+7 777 123 4567", "7011234567",
    "тел87011234567", "вотсап+77011234567", "тел:87011234567.", "87011234567, 87021234567", "8‑701‑123‑45‑67",
    "010-1234-5678", "01012345678", "010 1234 5678", "+82 10 1234 5678", "+82-10-1234-5678", "+821012345678",
    "82 10 1234 5678", "02-123-4567", "031-123-4567",
    "+7 912 345-67-89", "8 (912) 345-67-89", "89123456789",
]  # fmt: skip
IDENTITY = [
    "900101300123", "ИИН 900101300123", "ИИН900101300123", "жсн: 900101300123", "900101-300123", "900 101 300 123",
    "900101-1234567", "900101 1234567", "9001011234567", "ARC 900101-5123456", "900101–5123456", "900101 - 5123456",
    "N12345678", "n12345678", "N 12345678", "№ паспорта N12345678", "паспорт 12345678", "паспорт номер 12345678",
    "паспорт № 12345678", "PASSPORT NO. N12345678", "passport number 12345678", "M12345678", "удостоверение 012345678",
    "уд. личности № 012345678", "жеке куәлік 012345678", "жеке куәлік нөмірі 012345678",
]  # fmt: skip
MONEY = [
    "4400 4301 2345 6789", "4400430123456789", "4400-4301-2345-6789", "4400\u00a04301\u00a02345\u00a06789",
    "KZ86125KZT5004100100",
    "KZ 86 125K ZT50 0410 0100",
    "KZ86-125K-ZT50-0410-0100",
    "110-123-456789",
    "352-1234-5678-93", "KZ86 125K ZT50 0410 0100", "kz86125kzt5004100100",
]  # fmt: skip
NAMES = [
    "aigerim@mail.kz", "a.b+c@mail.example.kz", "иван@почта.рф", "@aigerim_kz", "(@Aigerim1990)", "t.me/aigerim_kz",
    "https://t.me/aigerim_kz",
]  # fmt: skip


@pytest.mark.parametrize("secret", [*PHONES, *IDENTITY, *MONEY])
@pytest.mark.parametrize("around", ["{}", "Сәлем, {} көмектесіңіз", "мой номер {}, помогите", "жауап: {}."])
def test_numbers_that_tell_who_somebody_is_are_hidden(secret: str, around: str) -> None:
    hidden = mask(around.format(secret))
    assert MASK in hidden
    assert not re.search(r"\d{2}", hidden)
    assert hidden.startswith(around.split("{}", maxsplit=1)[0])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("around", ["{}", "мен {} деген", "пишите {}, я отвечу"])
def test_names_and_addresses_are_hidden(name: str, around: str) -> None:
    hidden = mask(around.format(name))
    assert MASK in hidden
    assert not re.search("aigerim|почта|a\\.b", hidden, re.IGNORECASE)


STAYS = [
    "112", "119", "1345", "1350", "1644-0644", "1577-1366", "1577-0071", "1588-5644", "звоните 1345 или 1577-1366",
    "112 немесе 119 немесе 1345",
    "28.02.2026", "2026-02-28", "28/02/2026", "с 01.12.2025 по 28.02.2026", "2026-11-24 2026-12-24",
    "01-12-2025 28-02-2026", "20.11.2025-20.02.2026", "2026.02.28 14:30", "10:00 24.11.2026",
    "2026 жылғы 28 ақпанға дейін", "2024 2025 2026", "2024, 2025, 2026", "2023-2024", "9:00-18:00",
    "2 156 880 вон", "2156880 вон", "10 320 вон", "10 320", "10320", "5 000 000 теңге", "12 500 000 тг",
    "1 000 000 - 2 000 000 вон", "4 500 000 - 5 000 000 тенге", "1 500 000, 2 000 000 и 2 500 000 вон",
    "2 500 000 вон 2 156 880 вон", "10 320 11 320 12 320", "500000000 тенге", "30 000 000 вон", "3 000 долларов",
    "90 дней", "90 күн", "30 күн 60 күн 90 күн", "8 часов 5 дней 40 часов",
    "E-9", "E9", "D-10", "H-2", "F-4", "F-4-28", "C-3-9", "D-2-1 D-4-1", "TOPIK 2 EPS 2026", "виза E9 90 дней 2026",
    "K-000123", "K-000123 K-000124 K-000125", "K-1234567", "№ 123", "ст. 18 п. 3", "мне 25 лет", "25 жастамын",
]  # fmt: skip


@pytest.mark.parametrize("text", STAYS)
@pytest.mark.parametrize("around", ["{}", "Сәлем, {} деген рас па?", "правда ли, что {}?"])
def test_hotlines_dates_sums_and_codes_stay(text: str, around: str) -> None:
    said = around.format(text)
    assert mask(said) == said


def test_everything_else_of_a_message_stays() -> None:
    said = "Мен Айгерім,\nтел. +7 701 123 45 67, 2026 жылы E-9 алдым;\nпочта a@b.kz — 2 156 880 вон"
    assert mask(said) == f"Мен Айгерім,\nтел. {MASK}, 2026 жылы E-9 алдым;\nпочта {MASK} — 2 156 880 вон"


@pytest.mark.parametrize("filler", ["сөз ", "а. ", "жұмыс, ", "сөз\n"])
@pytest.mark.parametrize(
    "secret",
    ["+7 701 123 45 67", "900101300123", "4400 4301 2345 6789", "паспорт номер 12345678", "a.b@mail.kz"],
)
def test_a_number_is_hidden_wherever_it_stands_in_a_long_text(secret: str, filler: str) -> None:
    for start in range(770, 801, 3):
        hidden = mask(f"{(filler * 900)[:start]} {secret} {filler * 200}")
        assert not re.search(r"\d{2}|mail", hidden), start


def test_masking_twice_changes_nothing_more() -> None:
    once = mask(" ".join([*PHONES, *IDENTITY, *MONEY, *NAMES]))
    assert mask(once) == once


@given(st.text(st.characters(codec=None, categories=None), max_size=200))
def test_masking_never_fails(text: str) -> None:
    masked = mask(storable(text))
    masked.encode()
    assert isinstance(mask(text), str)


@given(st.text(st.sampled_from("0123456789 -+().@aяNK\n▒"), max_size=120))
def test_no_long_number_is_left_of_what_looks_like_numbers(text: str) -> None:
    assert not re.search(r"\d{12}", mask(text))


@pytest.mark.parametrize("piece", ["a", "1", "+", "1-", "+7", "8 ", "a@", "(", "a.", "0", "1 000 "])
def test_ten_full_messages_are_masked_in_no_time(piece: str) -> None:
    text = (piece * 40_960)[:40_960]
    started = time.process_time()
    mask(text)
    assert time.process_time() - started < 0.5


@pytest.mark.parametrize(
    ("text", "kept"),
    [("a\0b", "ab"), ("\ud800x", "?x"), ("x\udfff", "x?"), ("Сәлем 🆘", "Сәлем 🆘"), ("", "")],
)
def test_what_a_database_refuses_is_taken_out(text: str, kept: str) -> None:
    assert storable(text) == kept


@given(st.text(st.characters(codec=None, categories=None)))
def test_whatever_was_written_can_be_stored(text: str) -> None:
    kept = storable(text)
    kept.encode()
    assert "\0" not in kept
