"""A certificate as a PDF: text that can be selected and read aloud, with its language and title, from the row alone.

The fonts are Roboto's own files (simulator/fonts, with their licence): the standard fonts of PDF have no signs beyond
those of Western Europe, and a name must stand there as its owner writes it. Nothing is fetched from anywhere.
"""

from __future__ import annotations

from importlib import resources

from fpdf import FPDF, FontFace

from simulator.certificates import Certificate, Practised
from simulator.i18n import Lang, day, t

_FONTS = resources.files("simulator").joinpath("fonts")
_FAMILY = "roboto"
_MARGIN, _LINE = 22.0, 6.0
_INK, _MUTED, _ACCENT = (23, 33, 43), (82, 96, 109), (11, 110, 105)
_COLUMNS = (46, 10, 12, 18, 14)
"""Widths of the table's columns: scenario, version, total, day, how."""


def pdf_of(certificate: Certificate) -> bytes:
    """The certificate as a PDF; the same certificate gives the same text."""
    content, lang = certificate.content, certificate.content.lang
    pdf = _document(certificate)
    _say(pdf, t("paths-pdf-title", lang), 24, colour=_ACCENT, bold=True, after=6)
    _say(pdf, content.name, 20, bold=True, after=4)
    _say(pdf, t("paths-pdf-statement", lang, total=content.pass_total), 12, after=2)
    _say(pdf, t("paths-pdf-path", lang, path=content.path), 12, after=6)
    _table(pdf, content.scenarios, lang)
    pdf.ln(_LINE)
    _say(pdf, t("paths-pdf-limits", lang), 10, colour=_MUTED, after=4)
    _say(pdf, t("paths-pdf-issued", lang, when=day(certificate.issued_at, lang)), 12, after=2)
    _say(pdf, t("paths-pdf-verify", lang, code=certificate.shown_code), 12, bold=True, after=6)
    _say(pdf, t("paths-pdf-exactly", lang), 10, bold=True, after=1)
    for one in content.scenarios:
        _say(pdf, _exactly(one, lang), 8, colour=_MUTED, after=1)
    return bytes(pdf.output())


def _document(certificate: Certificate) -> FPDF:
    content = certificate.content
    pdf = FPDF(format="A4")
    pdf.add_font(_FAMILY, "", str(_FONTS.joinpath("Roboto-Regular.ttf")))
    pdf.add_font(_FAMILY, "B", str(_FONTS.joinpath("Roboto-Bold.ttf")))
    pdf.set_lang(content.lang)
    pdf.set_title(f"{t('paths-pdf-title', content.lang)}: {content.path}")
    pdf.set_author(content.name)
    pdf.set_creation_date(certificate.issued_at)
    pdf.set_margins(_MARGIN, _MARGIN)
    pdf.set_auto_page_break(auto=True, margin=_MARGIN)
    pdf.add_page()
    return pdf


def _say(
    pdf: FPDF,
    text: str,
    size: float,
    *,
    colour: tuple[int, int, int] = _INK,
    bold: bool = False,
    after: float = 0.0,
) -> None:
    pdf.set_font(_FAMILY, "B" if bold else "", size)
    pdf.set_text_color(*colour)
    pdf.multi_cell(0, size * 0.5, text, new_x="LMARGIN", new_y="NEXT", align="L")
    pdf.ln(after)


def _table(pdf: FPDF, scenarios: tuple[Practised, ...], lang: Lang) -> None:
    pdf.set_font(_FAMILY, "", 10)
    pdf.set_text_color(*_INK)
    pdf.set_draw_color(*_MUTED)
    heads = ("scenario", "version", "total", "when", "how")
    style = FontFace(emphasis="BOLD", color=_INK)
    with pdf.table(
        borders_layout="HORIZONTAL_LINES", col_widths=_COLUMNS, line_height=_LINE, headings_style=style,
        text_align="LEFT", padding=0.8,
    ) as table:  # fmt: skip
        table.row([t(f"paths-pdf-{head}", lang) for head in heads])
        for one in scenarios:
            table.row(
                [
                    one.title,
                    str(one.version),
                    str(round(one.total)),
                    day(one.finished_at, lang),
                    t(f"paths-mode-{one.mode}", lang),
                ]
            )


def _exactly(one: Practised, lang: Lang) -> str:
    return t(
        "paths-pdf-hashes",
        lang,
        title=one.title,
        version=one.version,
        hash=one.content_hash,
        rubrics=", ".join(one.rubrics),
        scorers=", ".join(one.scorer_versions),
    )
