"""Ages against births, deaths and each other."""
