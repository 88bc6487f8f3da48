"""Web archives: the pages in a WARC (ISO 28500) or WACZ file, one at a time, damaged records told of.

pages -> records (one by one, by FastWARC) -> extent (is it as long as it says, where is the next)
-> body (put together and unpacked as far as it is packed in truth)
"""

from memcon.sources.warc.pages import MEDIA, Archived, pages_of_wacz, pages_of_warc
from memcon.sources.warc.records import DamagedRecordError

__all__ = ["MEDIA", "Archived", "DamagedRecordError", "pages_of_wacz", "pages_of_warc"]
