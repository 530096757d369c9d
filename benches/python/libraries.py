"""The libraries compared, each in the way it is best used, and made to find whole words.

A match is ``(start, end, alias)`` in code points, with the number of the alias. A library that is
not installed is left out. All aliases are case-sensitive: that is the one rule all libraries have.
"""

from collections.abc import Callable, Iterable
from importlib.util import find_spec

Hit = tuple[int, int, int]
Find = Callable[[str], list[Hit]]

APOSTROPHES = "'’"
ENDINGS = ("s", "d", "m", "ll", "re", "ve")


def is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def is_edge(text: str, at: int) -> bool:
    """Whether a match may begin or end here; the same rules as in `src/peers/edges.rs`."""
    if at == 0 or at == len(text):
        return True
    before, after = text[at - 1], text[at]
    if is_word(before):
        if is_word(after):
            return False
        return after not in APOSTROPHES or not is_inside(text, at) or is_ending(text, at + 1)
    return not is_word(after) or before not in APOSTROPHES or not is_inside(text, at - 1)


def is_inside(text: str, apostrophe: int) -> bool:
    """Whether this apostrophe stands between two letters."""
    return (
        0 < apostrophe < len(text) - 1
        and text[apostrophe - 1].isalpha()
        and text[apostrophe + 1].isalpha()
    )


def is_ending(text: str, at: int) -> bool:
    """Whether a word is cut before "’s" and its like."""
    return any(
        text[at : at + len(ending)].lower() == ending
        and not (at + len(ending) < len(text) and is_word(text[at + len(ending)]))
        for ending in ENDINGS
    )


def whole_words(text: str, hits: Iterable[Hit]) -> list[Hit]:
    """Those that begin and end with a word: what users of such libraries write themselves."""
    return [hit for hit in hits if is_edge(text, hit[0]) and is_edge(text, hit[1])]


def selected(text: str, hits: Iterable[Hit]) -> list[Hit]:
    """Of all that overlap the leftmost, of those the longest, and so on behind it."""
    found, end = [], 0
    for hit in sorted(whole_words(text, hits), key=lambda hit: (hit[0], -hit[1])):
        if hit[0] >= end:
            found.append(hit)
            end = hit[1]
    return found


def ahocorasick_rs_filtered(aliases: list[str]) -> Find:
    import ahocorasick_rs as library

    kind = library.MatchKind.LeftmostLongest
    find = library.AhoCorasick(aliases, matchkind=kind).find_matches_as_indexes
    return lambda text: whole_words(text, [(start, end, at) for at, start, end in find(text)])


def ahocorasick_rs_selected(aliases: list[str]) -> Find:
    import ahocorasick_rs as library

    find = library.AhoCorasick(aliases).find_matches_as_indexes
    return lambda text: selected(
        text, [(start, end, at) for at, start, end in find(text, overlapping=True)]
    )


def daachorse_filtered(aliases: list[str]) -> Find:
    import daachorse as library

    kind = library.MATCH_KIND_LEFTMOST_LONGEST
    find = library.CharwiseDoubleArrayAhoCorasick(aliases, kind).find
    return lambda text: whole_words(text, find(text))


def daachorse_selected(aliases: list[str]) -> Find:
    import daachorse as library

    find = library.CharwiseDoubleArrayAhoCorasick(aliases).find_overlapping
    return lambda text: selected(text, find(text))


def pyahocorasick_selected(aliases: list[str]) -> Find:
    import ahocorasick as library

    automaton = library.Automaton()
    for number, alias in enumerate(aliases):
        automaton.add_word(alias, (len(alias), number))
    automaton.make_automaton()
    return lambda text: selected(
        text,
        [(last + 1 - length, last + 1, at) for last, (length, at) in automaton.iter(text)],
    )


def flashtext(aliases: list[str]) -> Find:
    import flashtext as library

    processor = library.KeywordProcessor(case_sensitive=True)
    for number, alias in enumerate(aliases):
        processor.add_keyword(alias, str(number))
    return lambda text: [
        (start, end, int(at))
        for at, start, end in processor.extract_keywords(text, span_info=True)
    ]


def flashtext2(aliases: list[str]) -> Find:
    import flashtext2 as library

    processor = library.KeywordProcessor(case_sensitive=True)
    for number, alias in enumerate(aliases):
        processor.add_keyword(alias, str(number))
    find = processor.extract_keywords_with_span
    return lambda text: [(start, end, int(at)) for at, start, end in find(text)]


def spacy_phrases(aliases: list[str]) -> Find:
    import spacy
    from spacy.matcher import PhraseMatcher
    from spacy.util import filter_spans

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="ORTH")
    for number, phrase in enumerate(nlp.tokenizer.pipe(aliases)):
        matcher.add(str(number), [phrase])

    def find(text: str) -> list[Hit]:
        spans = filter_spans(matcher(nlp.make_doc(text), as_spans=True))
        return [(span.start_char, span.end_char, int(span.label_)) for span in spans]

    return find


# Its name, the module it needs, how it is used, and whether its answers are right by construction.
PEERS: list[tuple[str, str, str, Callable[[list[str]], Find], bool]] = [
    ("ahocorasick_rs", "ahocorasick_rs", "leftmost-longest and filter", ahocorasick_rs_filtered, False),
    ("ahocorasick_rs", "ahocorasick_rs", "overlapping and selection", ahocorasick_rs_selected, True),
    ("daachorse", "daachorse", "leftmost-longest and filter", daachorse_filtered, False),
    ("daachorse", "daachorse", "overlapping and selection", daachorse_selected, True),
    ("pyahocorasick", "ahocorasick", "iter and selection", pyahocorasick_selected, True),
    ("flashtext2", "flashtext2", "extract_keywords_with_span", flashtext2, False),
    ("flashtext", "flashtext", "extract_keywords", flashtext, False),
    ("spacy", "spacy", "PhraseMatcher on ORTH", spacy_phrases, False),
]


def installed() -> list[tuple[str, str, Callable[[list[str]], Find], bool]]:
    """Name, use, how it is built, and whether its answers are right by construction."""
    return [
        (name, use, build, is_exact)
        for name, module, use, build, is_exact in PEERS
        if find_spec(module)
    ]
