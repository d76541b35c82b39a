"""Words about the patient: the value, and the lines of the record on which it rests."""
