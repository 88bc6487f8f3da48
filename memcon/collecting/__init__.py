"""Collecting: documents from files, folders, packed files, web archives, feeds and the web.

    with Collector() as collector:
        for found in collector.documents(collector.find(["reports/", "https://…"])):
            ...  # A Loaded, or the Failure that tells why there is no document

What stands in a file or at an address is an `Item`: its bytes as they came, and what is known of them.
Its text is taken out only if the archive does not know the bytes yet.
"""

from memcon.collecting.collect import Collector
from memcon.collecting.extract import extract
from memcon.collecting.files import Given
from memcon.collecting.item import Item
from memcon.sources import Failure, Loaded

__all__ = ["Collector", "Failure", "Given", "Item", "Loaded", "extract"]
