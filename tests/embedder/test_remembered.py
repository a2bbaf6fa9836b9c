from bot.embedder.remembered import Remembered, digest


def test_what_was_used_longest_ago_is_forgotten_first() -> None:
    kept: Remembered[int] = Remembered(2)
    kept.put(b"a", 1)
    kept.put(b"b", 2)
    assert kept.get(b"a") == 1
    kept.put(b"c", 3)
    assert [kept.get(key) for key in (b"a", b"b", b"c")] == [1, None, 3]


def test_a_newer_value_takes_the_place_of_the_older() -> None:
    kept: Remembered[int] = Remembered(2)
    kept.put(b"a", 1)
    kept.put(b"a", 2)
    kept.put(b"b", 3)
    assert [kept.get(b"a"), kept.get(b"b")] == [2, 3]


def test_no_words_are_kept() -> None:
    assert digest("паспорт N12345678") != digest("паспорт N12345679")
    assert "паспорт".encode() not in digest("паспорт")
    assert len(digest("паспорт" * 100)) == 16
