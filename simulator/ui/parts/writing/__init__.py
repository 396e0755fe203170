"""What stands on the page of a text that is being written: buttons, editor, and the views below it."""
