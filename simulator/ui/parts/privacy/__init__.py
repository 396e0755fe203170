"""Parts of the pages on personal data."""
