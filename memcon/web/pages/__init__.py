"""Pages: what a browser is shown, a file for each kind."""
