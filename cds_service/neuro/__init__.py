"""From findings to recommendations: pure, without clock, network, disk or log."""
