"""Sources: the readers of formats, each from bytes to a document, and getting bytes from the web.

`load` gives the one document of a file; many documents from many places, among them those that hold
others, are given by `memcon.collecting`.
"""

from memcon.sources.formats import load
from memcon.sources.kinds import SUFFIXES
from memcon.sources.loaded import Failure, Loaded

__all__ = ["SUFFIXES", "Failure", "Loaded", "load"]
