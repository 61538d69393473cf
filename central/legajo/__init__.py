"""The legajo at the office: what is filed, requests to change it, what deciding them does. No HTTP, no SQL."""
