"""The pages inside the main window."""
