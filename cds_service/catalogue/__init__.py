"""The content in plain English, for a neurologist who reviews it: entries, the whole page, and its drawing."""
