"""Parts of the pages about assignments."""
