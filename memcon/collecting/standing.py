"""Standing: the address that a document is kept under, and the one that it merely claims.

Whoever could put an address on a text could put the text in the place of what stands there, so only bytes
that were had from a site are versions of an address of that site.
"""

from __future__ import annotations

from memcon.sources.addresses import split


def standing(place: str, had_at: str | None, given: str | None) -> tuple[str, str | None]:
    """The address of a document, and the one that it is said to have stood at.

    :param place: of the bytes, which is the address of what was not had from any other.
    :param had_at: address of the web that the bytes were had from; None for all that was handed in.
    :param given: address that the document claims.
    :returns: an address, and None if no other is claimed; never an error, whatever is no address.
    """
    claimed = plain(given) if given else None
    if claimed and had_at and _same_site(claimed, had_at):
        return claimed, None
    return place, claimed if claimed != place else None


def plain(address: str) -> str:
    """An address without its fragment, which names a place in the page."""
    return address.partition("#")[0] if address.startswith(("http:", "https:")) else address


def _same_site(given: str, own: str) -> bool:
    """Whether both are of one server, and the first is not its start page.

    A page that names the start page of its site as its own address is mistaken.
    """
    there, here = split(given), split(own)
    if there is None or here is None or there.scheme not in ("http", "https"):
        return False
    hosts = [(parts.hostname or "").removeprefix("www.") for parts in (there, here)]
    return hosts[0] == hosts[1] and bool(there.path.strip("/") or there.query)
