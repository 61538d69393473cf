"""From records to the words and figures on the screen. No Qt."""
