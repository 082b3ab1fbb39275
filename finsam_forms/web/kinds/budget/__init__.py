"""The budget in the browser."""
