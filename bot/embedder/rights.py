"""
What the process with the model gives up once the model is loaded, for good.

Should a text ever make the library run somebody's code, that code can open no file and no socket and start no
process; where Linux knows Landlock it can neither delete nor rename anything nor send signals.
"""

import ctypes
import os
import resource
import struct
import sys
from typing import Final

MOST_MEMORY: Final = 2**30
"""Bytes of address space; 0.2 GB are in use."""

_NO_NEW_PRIVILEGES: Final = 38
_CREATE_RULESET: Final = 444
_RESTRICT_SELF: Final = 446
_VERSION_ASKED: Final = 1
_FILE_RIGHTS: Final = (0, 13, 14, 15, 15, 16)
"""How many rights to files each version of Landlock can take away; it gives each a bit."""
_NET_RIGHTS: Final = 3  # from version 4
_SCOPES: Final = 3  # from version 6: abstract sockets, signals


def leave_no_core() -> None:
    """Whatever happens, nobody's text is written to a core file."""
    _limit(resource.RLIMIT_CORE, 0)


def give_up() -> None:
    """Open files stay open, and nothing can be added. What a system does not know is left out."""
    _limit(resource.RLIMIT_AS, MOST_MEMORY)
    _limit(resource.RLIMIT_NPROC, 0)
    _limit(resource.RLIMIT_FSIZE, 0)
    if sys.platform == "linux":
        _lock()
    _limit(resource.RLIMIT_NOFILE, 0)


def _limit(what: int, most: int) -> None:
    try:
        resource.setrlimit(what, (most, most))
    except (OSError, ValueError):  # macOS knows some of them by name only
        return


def _lock() -> None:
    """Landlock without exceptions, see landlock(7); its numbers are the same on every processor."""
    libc = ctypes.CDLL(None, use_errno=True)
    version = libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _VERSION_ASKED)
    if version < 1 or libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) != 0:
        return
    rights = (
        (1 << _FILE_RIGHTS[min(version, 5)]) - 1,
        _NET_RIGHTS if version >= 4 else 0,
        _SCOPES if version >= 6 else 0,
    )
    asked = struct.pack("<QQQ", *rights)[: 8 if version < 4 else 16 if version < 6 else 24]
    ruleset = libc.syscall(_CREATE_RULESET, asked, ctypes.c_size_t(len(asked)), 0)
    if ruleset >= 0:
        libc.syscall(_RESTRICT_SELF, ruleset, 0)
        os.close(ruleset)
