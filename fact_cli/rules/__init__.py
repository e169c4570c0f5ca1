"""The rules: one file a rule, whose name is the rule's name."""
