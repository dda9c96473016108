from dragoman import coding
from dragoman.records import Span


def read(doc, block="body", dates=()):
    text = doc.text
    found = coding.read(text, [coding.Part(doc, 0, block)], dates)
    return text, found


def words(text, fillers):
    return [filler.span.of(text) for filler in fillers]


RECALL = """
Mali      Mali       PROPN NNP 2 nsubj GPE
recalled  recall     VERB  VBD 0 root
its       its        PRON  PRP$ 4 nmod:poss
ambassador ambassador NOUN NN 2 obj
to        to         ADP   IN  6 case
Paris     Paris      PROPN NNP 4 nmod GPE
on        on         ADP   IN  8 case
Monday    Monday     PROPN NNP 2 obl DATE
.         .          PUNCT .   2 punct
"""


def test_a_verb_with_its_roles_and_its_day(tree):
    doc = tree(RECALL)
    text, found = read(doc, dates=[Span(doc[7].idx, doc[7].idx + 6)])
    (mention,) = found.mentions
    assert (mention.event, mention.mode, mention.cameo, mention.status) == ("SANCTION", "withdraw", "161", "asserted")
    assert words(text, mention.actors) == ["Mali"]
    assert words(text, mention.recipients) == ["Paris"]
    assert mention.trigger.of(text) == "recalled"
    assert [governing.date for governing in mention.dates] == [0]
    assert mention.reasons


def test_a_passive_is_turned_round(tree):
    text, found = read(
        tree("""
Rebels    rebel   NOUN NNS 3 nsubj:pass
were      be      AUX  VBD 3 aux:pass
attacked  attack  VERB VBN 0 root
by        by      ADP  IN  6 case
the       the     DET  DT  6 det
army      army    NOUN NN  3 obl:agent
.         .       PUNCT .  3 punct
""")
    )
    (mention,) = found.mentions
    assert mention.event == "ASSAULT"
    assert words(text, mention.actors) == ["army"]
    assert words(text, mention.recipients) == ["Rebels"]


def test_a_light_verb_carries_the_noun_and_all_parties_act(tree):
    text, found = read(
        tree("""
Oman     Oman    PROPN NNP 2 nsubj GPE
held     hold    VERB  VBD 0 root
talks    talk    NOUN  NNS 2 obj
with     with    ADP   IN  5 case
Iran     Iran    PROPN NNP 2 obl GPE
and      and     CCONJ CC  7 cc
Qatar    Qatar   PROPN NNP 5 conj GPE
.        .       PUNCT .   2 punct
""")
    )
    (mention,) = found.mentions
    assert mention.event == "CONSULT"
    assert mention.reciprocal
    assert words(text, mention.actors) == ["Oman", "Iran", "Qatar"]
    assert mention.recipients == ()
    assert mention.trigger.of(text) == "held talks"


NOUN_HEADED = """
Clashes   clash    NOUN NNS 8 nsubj
between   between  ADP  IN  4 case
the       the      DET  DT  4 det
army      army     NOUN NN  1 nmod
and       and      CCONJ CC 6 cc
rebels    rebel    NOUN NNS 4 conj
have      have     AUX  VBP 8 aux
resumed   resume   VERB VBN 0 root
.         .        PUNCT .  8 punct
"""


def test_a_noun_names_a_deed(tree):
    text, found = read(tree(NOUN_HEADED))
    (mention,) = found.mentions
    assert (mention.event, mention.status) == ("ASSAULT", "asserted")
    assert words(text, mention.actors) == ["army", "rebels"]


ACCUSE = """
Chad      Chad     PROPN NNP 2 nsubj GPE
accused   accuse   VERB  VBD 0 root
Sudan     Sudan    PROPN NNP 2 obj GPE
of        of       SCONJ IN  5 mark
attacking attack   VERB  VBG {head} {rel}
its       its      PRON  PRP$ 7 nmod:poss
troops    troop    NOUN  NNS 5 obj
.         .        PUNCT .   2 punct
"""


def test_what_somebody_is_accused_of_is_no_deed_wherever_the_tree_hangs_it(tree):
    for head, rel in ((2, "advcl"), (3, "acl")):
        text, found = read(tree(ACCUSE.format(head=head, rel=rel)))
        (mention,) = found.mentions
        assert mention.event == "ACCUSE"
        assert words(text, mention.recipients) == ["Sudan"]
        assert [uncoded.span.of(text) for uncoded in found.uncoded] == ["attacking"]


CONTENT = """
{subject}  {subject}  PROPN NNP 2 nsubj GPE
{verb}     {lemma}    VERB  VBD 0 root
to         to         PART  TO  4 mark
withdraw   withdraw   VERB  VB  2 xcomp
its        its        PRON  PRP$ 6 nmod:poss
troops     troop      NOUN  NNS 4 obj
.          .          PUNCT .   2 punct
"""


def test_verbs_whose_content_is_a_deed(tree):
    cases = {
        ("agreed", "agree"): ("AGREE", "asserted"),
        ("refused", "refuse"): ("REJECT", "asserted"),
        ("planned", "plan"): ("RETREAT", "future"),
        ("considered", "consider"): ("RETREAT", "hypothetical"),
        ("failed", "fail"): ("RETREAT", "negated"),
        ("began", "begin"): ("RETREAT", "asserted"),
    }
    for (verb, lemma), expected in cases.items():
        text, found = read(tree(CONTENT.format(subject="Chad", verb=verb, lemma=lemma)))
        assert [(m.event, m.status) for m in found.mentions] == [expected], verb
        assert words(text, found.mentions[0].actors) == ["Chad"]


MODAL = """
Chad      Chad    PROPN NNP {v} nsubj GPE
{aux}
attack    attack  VERB  VB  0 root
Sudan     Sudan   PROPN NNP {v} obj GPE
{end}         {end}       PUNCT .   {v} punct
"""


def test_status_by_the_words_around_the_verb(tree):
    cases = {
        ("will will AUX MD 3 aux",): "future",
        ("may may AUX MD 3 aux",): "hypothetical",
        ("did do AUX VBD 4 aux", "not not PART RB 4 advmod"): "negated",
    }
    for lines, status in cases.items():
        doc = tree(MODAL.format(aux="\n".join(lines), v=len(lines) + 2, end="."))
        assert [m.status for m in read(doc)[1].mentions] == [status], lines
    asked = tree(MODAL.format(aux="will will AUX MD 3 aux", v=3, end="?"))
    assert [m.status for m in read(asked)[1].mentions] == ["asked"]


SAID = """
Chad       Chad      PROPN NNP 2 nsubj GPE
attacked   attack    VERB  VBD {head} {rel}
Sudan      Sudan     PROPN NNP 2 obj GPE
,          ,         PUNCT ,   2 punct
the        the       DET   DT  6 det
minister   minister  NOUN  NN  7 nsubj
said       say       VERB  VBD {other} {other_rel}
.          .         PUNCT .   2 punct
"""


def test_the_saying_is_a_voice_however_the_tree_has_it(tree):
    for facts in (
        {"head": 7, "rel": "ccomp", "other": 0, "other_rel": "root"},
        {"head": 0, "rel": "root", "other": 2, "other_rel": "parataxis"},
    ):
        text, found = read(tree(SAID.format(**facts)))
        (mention,) = found.mentions
        assert mention.event == "ASSAULT"
        (voice,) = mention.voices
        assert voice.source.of(text) == "minister"
        assert (voice.manner, voice.stance) == ("indirect", "asserts")
        assert voice.cue.of(text) == "said"


def test_an_unattributed_report(tree):
    text, found = read(
        tree("""
The      the     DET  DT  2 det
army     army    NOUN NN  4 nsubj:pass
was      be      AUX  VBD 4 aux:pass
reported report  VERB VBN 0 root
to       to      PART TO  7 mark
have     have    AUX  VB  7 aux
entered  attack  VERB VBN 4 xcomp
Gao      Gao     PROPN NNP 7 obj GPE
.        .       PUNCT .  4 punct
""")
    )
    (mention,) = found.mentions
    assert words(text, mention.actors) == ["army"]
    assert [(v.source, v.manner) for v in mention.voices] == [(None, "unattributed")]


def test_offices_and_seats(tree):
    text, found = read(
        tree("""
Malian     malian    ADJ   JJ  3 amod NORP
Foreign    foreign   ADJ   NNP 3 amod
Minister   minister  PROPN NNP 4 nmod:desc
Awa        Awa       PROPN NNP 6 nsubj B-PER
Keita      Keita     PROPN NNP 4 flat I-PER
left       leave     VERB  VBD 0 root
.          .         PUNCT .   6 punct
""")
    )
    (relation,) = found.relations
    assert relation.predicate == "holds office"
    assert relation.subject.span.of(text) == "Awa Keita"
    assert relation.object.span.of(text) == "Malian Foreign Minister"


def test_spans_count_from_the_start_of_the_article(tree):
    doc = tree(RECALL)
    text = "A title here\n\n" + doc.text
    found = coding.read(text, [coding.Part(doc, 14, "body")])
    assert found.mentions[0].trigger.of(text) == "recalled"


def test_what_follows_an_opening_participle_and_its_doer_is_the_subject(tree):
    """The analysis may take the subject for an apposition: `Backed by Norway, the council met the rebels`."""
    text, found = read(
        tree("""
Backed    back     VERB  VBN 7 advcl
by        by       ADP   IN  3 case
Norway    Norway   PROPN NNP 1 obl:agent GPE
,         ,        PUNCT ,   6 punct
the       the      DET   DT  6 det
council   council  NOUN  NN  3 appos
met       meet     VERB  VBD 0 root
the       the      DET   DT  9 det
rebels    rebel    NOUN  NNS 7 obj
.         .        PUNCT .   7 punct
""")
    )
    (mention,) = found.mentions
    assert (mention.event, words(text, mention.actors)) == ("CONSULT", ["council", "rebels"])
    (relation,) = found.relations
    assert (relation.predicate, words(text, [relation.subject, relation.object])) == ("backs", ["Norway", "council"])


def test_a_name_after_an_office_names_its_holder_however_it_hangs(tree):
    text, found = read(
        tree("""
Troops    troop    NOUN  NNS 2 nsubj
attacked  attack   VERB  VBD 0 root
its       its      PRON  PRP$ 4 nmod:poss
envoy     envoy    NOUN  NN  2 obj
for       for      ADP   IN  6 case
Mali      Mali     PROPN NNP 4 nmod GPE
Ann       Ann      PROPN NNP 4 appos GPE
Lee       Lee      PROPN NNP 6 flat GPE
.         .        PUNCT .   2 punct
""")
    )
    (mention,) = found.mentions
    assert words(text, mention.recipients) == ["Ann Lee"]


def test_what_follows_a_quotation_is_its_tellers(tree):
    """The analysis may hang it on the words quoted: `"We will not leave," he said, accusing rebels of it`."""
    text, found = read(
        tree("""
"         "        PUNCT ``  5 punct
We        we       PRON  PRP 5 nsubj
will      will     AUX   MD  5 aux
not       not      PART  RB  5 advmod
leave     leave    VERB  VB  10 ccomp
,         ,        PUNCT ,   5 punct
"         "        PUNCT ''  5 punct
Mali      Mali     PROPN NNP 9 compound GPE
officials official NOUN  NNS 10 nsubj
said      say      VERB  VBD 0 root
,         ,        PUNCT ,   12 punct
accusing  accuse   VERB  VBG 5 advcl
rebels    rebel    NOUN  NNS 12 obj
.         .        PUNCT .   10 punct
""")
    )
    (mention,) = [m for m in found.mentions if m.event == "ACCUSE"]
    assert (mention.status, words(text, mention.actors)) == ("asserted", ["Mali officials"])
