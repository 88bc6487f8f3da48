"""The table of countries that memcon ships, made from the libraries that know them."""
