"""What holds for the whole suite: in CI a skipped test is a failure, since CI has everything a test may want."""

import os
from pathlib import Path

import pytest
from hypothesis import settings

# In CI the same examples every time: what chance finds belongs to whoever runs the suite by hand.
settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("by_hand", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "by_hand")


_ALONE = Path(__file__).parent / "e2e"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """
    Which tests stay together where several processes share the work: those of a file.

    Those that start the program one after the other: two at once take each other the time that they wait.
    """
    if config.pluginmanager.has_plugin("xdist"):
        for item in items:
            together = "e2e" if item.path.is_relative_to(_ALONE) else str(item.path)
            item.add_marker(pytest.mark.xdist_group(together))


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if reporter is None:
        return
    skipped = reporter.stats.get("skipped", [])
    if os.environ.get("CI") and skipped and session.exitstatus == pytest.ExitCode.OK:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
        reporter.write_line(f"\n{len(skipped)} tests were skipped, which CI does not allow.", red=True)
