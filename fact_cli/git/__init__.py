"""What git knows of a folder: revisions, and the lines that changed since one."""
