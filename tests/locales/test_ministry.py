"""What the ministry itself must fill before launch is marked, so that `bot doctor` lists it."""

from bot.files.content import load_catalogue
from bot.files.place import locales_dir

STATUS, REGISTRATION, SENDING_AGENCY, EMBASSY = "F066", "F071", "F074", "F141"
CALL_CENTRE, LABOUR_MINISTRY, PORTAL, FOREIGN_MINISTRY = "F150", "F151", "F152", "F153"


def test_every_fact_that_only_the_ministry_can_tell_is_marked() -> None:
    """Who fills one takes its mark and its line here away."""
    marked = {fact.id for fact in load_catalogue(locales_dir()).facts.values() if fact.ministry}
    assert marked >= {
        STATUS,
        REGISTRATION,
        SENDING_AGENCY,
        EMBASSY,
        CALL_CENTRE,
        LABOUR_MINISTRY,
        PORTAL,
        FOREIGN_MINISTRY,
    }
