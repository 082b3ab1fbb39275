"""What is posted for one kind of answer."""
