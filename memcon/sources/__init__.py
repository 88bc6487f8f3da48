"""Sources: getting documents in, from files, folders and standard input.

`load` gives the one document of a file; `load_each` gives all there are in many places, and tells
of those that cannot be had without stopping at them.
"""

from memcon.sources.collection import Failure, Loaded, Place, find_places, load_each
from memcon.sources.formats import SUFFIXES, load

__all__ = ["SUFFIXES", "Failure", "Loaded", "Place", "find_places", "load", "load_each"]
