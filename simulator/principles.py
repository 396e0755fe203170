"""The principles of good webcare by id; their texts are in the catalogues as `principle-<id>`.

Source: the founding documents on webcare, summed up in docs/principles.md.
"""

PRINCIPLES = (
    *(f"S{n}" for n in range(1, 4)),
    *(f"T{n}" for n in range(1, 8)),
    *(f"P{n}" for n in range(1, 6)),
    *(f"R{n}" for n in range(1, 11)),
    *(f"C{n}" for n in range(1, 8)),
)
