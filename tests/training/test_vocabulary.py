"""Vocabulary: which word pieces stay, and that a word whose piece went is still read."""

import json

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from training.vocabulary import choose_pieces, cut_tokenizer, open_tokenizer

LETTERS = [mark + letter for letter in "abcdefghijklmnopqrstuvwxyz" for mark in ("", "##")]
PIECES = ["[PAD]", "[unused0]", "[UNK]", "[CLS]", "[SEP]", *LETTERS, "peru", "чад", "zeal", "##and"]


def full_tokenizer() -> str:
    """A word-piece tokenizer of a few pieces, padding and cutting as MiniLM's does."""
    made = Tokenizer(models.WordPiece({piece: i for i, piece in enumerate(PIECES)}, unk_token="[UNK]"))  # noqa: S106
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    made.add_special_tokens(["[PAD]", "[UNK]", "[CLS]", "[SEP]"])
    made.enable_truncation(2)
    return made.to_str()


def kept_pieces(words: list[str]) -> list[str]:
    return choose_pieces(words, full_tokenizer())


def test_special_pieces_come_first_and_other_scripts_and_slots_go() -> None:
    kept = kept_pieces(["Peru"])
    assert kept[:4] == ["[PAD]", "[UNK]", "[CLS]", "[SEP]"]
    assert not {"чад", "[unused0]"} & set(kept)


def test_a_piece_of_another_script_stays_where_the_texts_use_it() -> None:
    assert "чад" in kept_pieces(["чад"] * 6)


def test_pieces_are_numbered_in_the_order_in_which_they_are_kept() -> None:
    kept = kept_pieces(["Peru"])
    vocabulary = json.loads(cut_tokenizer(full_tokenizer(), kept))["model"]["vocab"]
    assert [piece for piece, _ in sorted(vocabulary.items(), key=lambda item: item[1])] == kept


def test_a_word_whose_piece_went_is_read_as_shorter_pieces() -> None:
    kept = [piece for piece in kept_pieces(["Peru"]) if piece != "zeal"]
    tokenizer = open_tokenizer(cut_tokenizer(full_tokenizer(), kept))
    assert tokenizer.encode("Zealand", add_special_tokens=False).tokens == ["z", "##e", "##a", "##l", "##and"]
