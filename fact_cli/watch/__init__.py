"""``--watch``: articles are checked again whenever they are saved.

`snapshot` tells how the files stand, `loop` checks what stands otherwise than before, and
`notices` hears from the system that it is time to look.
"""
