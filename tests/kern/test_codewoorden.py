"""The words of the codes: enough of them, and none that is taken for another."""

import math
import re
from itertools import combinations

import pytest
from rapidfuzz.distance import Levenshtein

from alliantie.kern.inzendingen.codewoorden import WOORDEN

CIJFERS = 10_000


def klank(woord: str) -> str:
    """Return the word as it sounds, roughly: what two spellings share."""
    for letters, hoorbaar in (("ch", "g"), ("c", "k"), ("v", "f"), ("z", "s"), ("y", "i"), ("th", "t")):
        woord = woord.replace(letters, hoorbaar)
    return re.sub("d$", "t", woord)


def test_there_are_512_words_in_order_and_each_once() -> None:
    assert len(WOORDEN) == 512
    assert list(WOORDEN) == sorted(set(WOORDEN))


def test_three_words_and_four_digits_cannot_be_guessed() -> None:
    assert math.log2(len(WOORDEN) ** 3 * CIJFERS) == pytest.approx(40.29, abs=0.01)
    assert math.log2(len(WOORDEN) ** 3 * CIJFERS) >= 40


def test_each_word_has_three_to_six_plain_letters() -> None:
    assert [woord for woord in WOORDEN if not re.fullmatch("[a-z]{3,6}", woord)] == []


def test_no_word_has_a_sound_that_can_be_spelled_in_two_ways() -> None:
    assert [woord for woord in WOORDEN if re.search("ei|ij|au|ou", woord)] == []


def test_no_two_words_differ_in_one_letter_only() -> None:
    dichtbij = [
        (een, ander) for een, ander in combinations(WOORDEN, 2) if Levenshtein.distance(een, ander) < 2
    ]
    assert dichtbij == []


def test_no_two_words_sound_the_same() -> None:
    assert len({klank(woord) for woord in WOORDEN}) == len(WOORDEN)


def test_no_word_is_the_plural_or_the_small_form_of_another() -> None:
    afgeleid = {
        vorm
        for woord in WOORDEN
        for vorm in (
            woord + "s",
            woord + "en",
            woord + woord[-1] + "en",
            woord + "je",
            woord + "tje",
            woord + "pje",
        )
    }
    assert afgeleid.isdisjoint(WOORDEN)


@pytest.mark.parametrize("woord", ["peer", "boom", "fiets"])
def test_the_words_of_the_sample_code_are_there(woord: str) -> None:
    assert woord in WOORDEN
