"""Web pages: what the form of their elements says that their words alone do not."""
