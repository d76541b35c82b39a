"""For authors of content and fixtures: render, check."""
