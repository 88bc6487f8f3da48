"""Allowance: how much all that is packed in a file, and in packed files in it, may unpack to together."""

from __future__ import annotations

from memcon.sources.limits import TooLargeError

#: Times that a file as a whole may grow, and the bytes that are let through however small it is. Text
#: grows tenfold at most, pages of the web twentyfold.
GROWTH = 20
LEAST = 1024 * 1024 * 1024


class Allowance:
    """Bytes that may still be unpacked; one for a file that was given, however deep it is packed.

    :param size: of the file, in bytes; None if it is not known.
    """

    def __init__(self, size: int | None) -> None:
        self.most = max(LEAST, GROWTH * (size or 0))
        self.left = self.most

    def take(self, name: str, size: int) -> None:
        """Count what is about to be unpacked.

        :raises TooLargeError: if that is more than is left; from then on always.
        """
        self.left -= size
        if self.left < 0:
            raise TooLargeError(
                name,
                f"what is packed in it comes to more than {self.most:,} bytes together; unpack it "
                "yourself, and give what is inside",
            )
