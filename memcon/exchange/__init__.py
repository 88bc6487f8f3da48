"""Exchange: Records in the formats of other tools, one file of code a format.

    from memcon.exchange import export, import_records
    export(records, "brat", Path("out"))

What each format cannot carry stands in its module, and in docs/exchange.md.
"""

from memcon.exchange.errors import ExchangeError, MissingExtraError
from memcon.exchange.exporting import export, import_records
from memcon.exchange.formats import FORMATS, Format

__all__ = ["FORMATS", "ExchangeError", "Format", "MissingExtraError", "export", "import_records"]
