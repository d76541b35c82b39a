"""Named expressions: how a term is filled in, and how groups of signs and conditions stand for their members."""
