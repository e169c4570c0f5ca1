"""Parts of a whole in percent or as fractions."""
