"""The only folder that knows spaCy: from sentences to claims."""
