"""Parts of the pages about disputes and proposals."""
