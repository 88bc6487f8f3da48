"""What can go wrong on the web, each with a message that says what to do."""

from __future__ import annotations

from memcon.errors import MemconError


class WebError(MemconError):
    """A request that cannot be met.

    :param status: of HTTP.
    :param title: what it is, in a few words.
    :param headers: that the answer has besides.
    """

    def __init__(
        self, status: int, title: str, detail: str, headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.status = status
        self.title = title
        self.detail = detail
        self.headers = headers or {}


class SignInNeededError(WebError):
    """Nobody has signed in."""

    def __init__(self) -> None:
        super().__init__(401, "Sign in", "This needs an account; sign in first.")


class NotAllowedError(WebError):
    """Whoever asks may not do this."""

    def __init__(self, detail: str) -> None:
        super().__init__(403, "Not allowed", detail)


class NotFoundError(WebError):
    """There is no such thing."""

    def __init__(self, detail: str) -> None:
        super().__init__(404, "Not found", detail)


class UnfitError(WebError):
    """What was sent cannot be used."""

    def __init__(self, detail: str) -> None:
        super().__init__(422, "Cannot be used", detail)


class TooLargeUploadError(WebError):
    """More was sent than is taken."""

    def __init__(self, largest: int) -> None:
        super().__init__(
            413,
            "Too large",
            f"At most {largest:,} bytes are taken at once; use memcon add for more.",
        )


class BusyError(WebError):
    """More is asked for at once than is done at once.

    :param wait: seconds after which to ask again.
    """

    def __init__(self, detail: str, wait: int) -> None:
        super().__init__(503, "Busy", detail, {"Retry-After": str(wait)})


class ServeError(MemconError):
    """The server cannot be started as it was asked to; the message says what to do."""
