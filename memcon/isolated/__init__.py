"""Isolated: documents read in a process of their own, which has a limit of time and one of memory.

Whatever a text does to the reader, or to the libraries under it, then costs that text only: the process
is ended, and a new one reads the others. The functions are those of `memcon.reading`.
"""

from memcon.isolated.limits import Limits
from memcon.isolated.process import stopper
from memcon.isolated.reading import read_document, read_embedded, read_many

__all__ = ["Limits", "read_document", "read_embedded", "read_many", "stopper"]
