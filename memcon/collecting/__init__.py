"""Collecting: documents from files, folders, packed files, web archives, feeds and the web.

What stands in a file or at an address is an `Item`: its bytes as they came, and what is known of them.
Its text is taken out only if the archive does not know the bytes yet.
"""

from memcon.collecting.collect import Collector
from memcon.collecting.extract import extract
from memcon.collecting.item import Item
from memcon.sources import Failure

__all__ = ["Collector", "Failure", "Item", "extract"]
