from bot.faq.places import facts_in, find_places, replace_places


def test_a_place_names_fact_value_side_and_case() -> None:
    place = next(find_places("дейін {F081.dates.to:dative} бар"))
    assert (place.fact, place.value, place.side, place.case) == ("F081", "dates", "to", "dative")
    assert place.start == 6
    assert str(place) == "{F081.dates.to:dative}"


def test_what_is_not_well_formed_is_no_place() -> None:
    assert list(find_places("{F002} {F2.days} { F002.days } {f002.days} {F002.days:} {F002.Days}")) == []


def test_the_facts_of_a_text_come_once_and_in_order() -> None:
    assert facts_in("{F003.total} {F002.days} {F003.window} {ALL.oldest}") == ("F003", "F002")


def test_places_can_be_replaced() -> None:
    assert replace_places("a {F002.days} b", lambda place: place.value) == "a days b"
