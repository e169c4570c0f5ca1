"""The configuration: defaults, then a file, then ``FACTCHECK_*``, then options."""
