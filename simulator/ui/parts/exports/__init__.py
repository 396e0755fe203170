"""Parts of the page of exports, and the link that other pages give a file with."""
