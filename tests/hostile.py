"""Texts that try to be more than text: markup, addresses, formulas, signs of direction, and very many signs."""

from __future__ import annotations

OUT = "https://evil.example"

FORMULAS = (
    '=HYPERLINK("https://evil.example/x","klik")',
    "+1+1|cmd",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "\r=1+1",
    "   =1+1",
    "＝1+1",
    "\u200b=1+1",
)

TEXTS = {
    "markdown": "**vet** _schuin_ ~~weg~~ `code` # Kop\n- punt\n> citaat",
    "image": f"![foto]({OUT}/markdown.png)",
    "reference image": f"![foto][f]\n\n[f]: {OUT}/reference.png",
    "link": f"[klik hier]({OUT}/link) en [j](javascript:alert(1))",
    "autolink": f"<{OUT}/auto> en {OUT}/bare en www.evil.example en sanne@evil.example",
    "html": f"<img src={OUT}/html.png onerror=alert(1)><b>vet</b><iframe src={OUT}></iframe>",
    "svg": f"<svg onload=alert(1)><image href={OUT}/svg.png /></svg>",
    "script": f"<script>fetch('{OUT}/script')</script>",
    "style": f"<style>body{{background:url({OUT}/style.png)}}</style>",
    "attribute": f'" onmouseover="alert(1)" style="background:url({OUT}/a.png)',
    "directive": ":red-badge[GESLAAGD] :blue[blauw] :material/home: :rainbow[x] :small[s]",
    "emoji": ":smile: :shipit:",
    "formula": "$E=mc^2$ $$\\frac{1}{2}$$",
    "direction": "abc \u202egnirts\u202c \u2067rtl\u2069 \u200f\u202e einde",
    "table": "| a | b |\n| - | - |\n| 1 | 2 |",
    "template": "{{7*7}} ${7*7} {$name} { name }",
    "nul": "voor\x00na",
    "long": "Wat een ellende! " * 1176 + "Einde.",
    **{f"cell {n}": text for n, text in enumerate(FORMULAS)},
}
"""Hostile texts by what they try."""
