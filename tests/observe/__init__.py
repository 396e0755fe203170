"""What is logged and measured, and that no word of anybody gets into it."""
