"""Other libraries that judge a text, each as a function of text and language, to be timed beside our scoring.

They do a part of the work each: private data, sentiment, readability. What is not installed is left out. Presidio
is not among the extra `bench`, see docs/dependencies.md.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import find_spec

Judge = Callable[[str, str], object]


def presidio() -> Judge:
    """Presidio's analyser: its pattern recognisers, on blank spaCy pipelines, without a download."""
    import spacy
    import tldextract.tldextract as domains
    from presidio_analyzer import AnalyzerEngine, RecognizerRegistry
    from presidio_analyzer.nlp_engine import SpacyNlpEngine

    # Its e-mail recogniser asks the network for a list of domains; the list in the package will do.
    domains.TLD_EXTRACTOR = domains.TLDExtract(suffix_list_urls=(), cache_dir=None)
    langs = ["en", "nl"]

    class Blank(SpacyNlpEngine):
        def load(self) -> None:
            self.nlp = {lang: spacy.blank(lang) for lang in langs}

    engine = Blank(models=[{"lang_code": lang, "model_name": "blank"} for lang in langs])
    engine.load()
    registry = RecognizerRegistry(supported_languages=langs)
    registry.load_predefined_recognizers(languages=langs, nlp_engine=engine)
    registry.remove_recognizer("SpacyRecognizer")
    analyser = AnalyzerEngine(registry=registry, nlp_engine=engine, supported_languages=langs)
    return lambda text, lang: analyser.analyze(text, language=lang)


def vader() -> Judge:
    """VADER's sentiment; its words are English, so for Dutch it is timed only."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    analyser = SentimentIntensityAnalyzer()
    return lambda text, _lang: analyser.polarity_scores(text)


def readability() -> Judge:
    """LIX by textstat, the one that needs no list of syllables."""
    from textstat.backend.metrics import lix

    return lambda text, _lang: lix(text)


_JUDGES = (
    ("Presidio", "presidio_analyzer", presidio),
    ("VADER", "vaderSentiment", vader),
    ("textstat", "textstat", readability),
)


def installed() -> tuple[dict[str, Judge], list[str]]:
    """What can be timed here by name, and the names of what is not installed."""
    found = {name: make() for name, module, make in _JUDGES if find_spec(module)}
    return found, [name for name, _, _ in _JUDGES if name not in found]
