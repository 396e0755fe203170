"""A reply as the criteria read it: taken apart once, shared by all criteria, everything lazy and cached."""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import pairwise

from scoring import meaning
from scoring import text as cut
from scoring.model import Action, Reply, Situation
from scoring.text import Span

MOST_SENTENCES = 60
"""More than any channel lets through; patterns still read the whole text, only meaning stops here."""
_CLAUSE_WORDS = 4
"""Shortest clause whose meaning is compared on its own."""


class Reading:
    """One reply in one situation, with the pieces that criteria ask for.

    Attributes:
        reply: The reply.
        situation: Its situation.
        text: The reply's text, unchanged; all spans are offsets into it.
    """

    def __init__(self, reply: Reply, situation: Situation) -> None:
        self.reply = reply
        self.situation = situation
        self.text = reply.text

    @cached_property
    def action(self) -> Action:
        """The action taken, with the channel's own as default."""
        return self.situation.action_of(self.reply)

    @cached_property
    def public(self) -> bool:
        """True when others can read this text."""
        return self.situation.is_public(self.reply)

    @cached_property
    def folded(self) -> str:
        """Lower case without accents, same length as `text`: search patterns in this."""
        return cut.fold(self.text)

    @cached_property
    def signature(self) -> Span | None:
        """The initials that close the reply, e.g. ^TG."""
        found = list(cut.INITIALS.finditer(self.text))
        if found:
            last = found[-1]
            return Span(last.group(), last.start(), last.end())
        return None

    @cached_property
    def body(self) -> str:
        """The text with signature, links, mentions and part marks blanked out by spaces; offsets hold."""
        masked = self.text
        spans = [m.span() for rx in (cut.URL, cut.MENTION, cut.PART_MARK) for m in rx.finditer(self.text)]
        if self.signature:
            spans.append((self.signature.start, self.signature.end))
        for start, end in spans:
            masked = masked[:start] + " " * (end - start) + masked[end:]
        return masked

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """Sentences of the body (signature, links and mentions blanked), the first `MOST_SENTENCES` of them."""
        return cut.sentences(self.body)[:MOST_SENTENCES]

    @cached_property
    def pieces(self) -> tuple[Span, ...]:
        """Sentences, their longer clauses and pairs of neighbouring sentences: what meaning is compared on."""
        out: list[Span] = list(self.sentences)
        for sentence in self.sentences:
            parts = [c for c in cut.clauses(sentence) if len(cut.words(c.text)) >= _CLAUSE_WORDS]
            if len(parts) > 1:
                out.extend(parts)
        pairs = [
            (Span(self.body[a.start : b.end], a.start, b.end), a, b) for a, b in pairwise(self.sentences)
        ]
        meaning.compose(tuple((whole.text, a.text, b.text) for whole, a, b in pairs))
        out.extend(whole for whole, _, _ in pairs)
        return tuple(out)

    @cached_property
    def whole_fragments(self) -> tuple[Span, ...]:
        """Sentences and their longer clauses: the pieces that are encoded themselves."""
        parts = [c for s in self.sentences for c in cut.clauses(s) if len(cut.words(c.text)) >= _CLAUSE_WORDS]
        return tuple(dict.fromkeys((*self.sentences, *parts)))

    @cached_property
    def fragments(self) -> tuple[Span, ...]:
        """`pieces`, and what is left of a sentence after "Hoi Sanne,": a greeting blurs the meaning."""
        return tuple(dict.fromkeys((*self.pieces, *self.whole_fragments)))

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """Words of the body."""
        return cut.words(self.body)

    def nearest(self, examples: tuple[str, ...]) -> tuple[float, Span | None]:
        """The piece of the reply that is nearest in meaning to any example.

        Returns:
            The similarity (-1 to 1) and the piece; (0.0, None) when there is nothing to compare.
        """
        best: tuple[float, Span | None] = (0.0, None)
        for piece in self.pieces:
            value = meaning.best_similarity(piece.text, examples)
            if value > best[0]:
                best = (value, piece)
        return best


@lru_cache(maxsize=65536)
def lemma(word: str, lang: str) -> str:
    """Dictionary form of a word, folded."""
    import simplemma

    return cut.fold(simplemma.lemmatize(word.lower(), lang=lang))
