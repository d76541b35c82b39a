"""Recommendations in CDS Hooks terms: cards, their words, their draft orders, and the reasons behind them."""
