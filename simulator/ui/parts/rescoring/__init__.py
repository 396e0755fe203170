"""Parts of the re-scoring page."""
