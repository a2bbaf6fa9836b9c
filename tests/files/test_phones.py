import pytest

from bot.files.phones import is_phone


@pytest.mark.parametrize(
    "number",
    [
        "112",
        "119",
        "1345",
        "+82-1345",
        "1577-0071",
        "8-800-080-7777",
        "+82-10-6572-9311",
        "+7 (7172) 74-37-23",
    ],
)
def test_numbers_that_can_be_dialled(number: str) -> None:
    assert is_phone(number)


@pytest.mark.parametrize(
    "number", ["12", "18-39", "12345678", "+82-12", "+999 12345678", "", "1345a", "телефон"]
)
def test_numbers_that_cannot(number: str) -> None:
    assert not is_phone(number)
