"""The process with the model: `python -m bot.embedder TOKENS`, started by `child`."""

import sys

from bot.embedder.process import serve

try:
    sys.exit(serve(int(sys.argv[1])))
except (BrokenPipeError, KeyboardInterrupt):
    sys.exit(0)
