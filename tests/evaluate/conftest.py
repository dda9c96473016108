"""Treebanks written for tests."""

import gzip
from pathlib import Path

import pytest

TREEBANK = """\
# newdoc id = GUM_news_ferry
# newpar
# sent_id = GUM_news_ferry-1
# text = Ferry crews won't strike
1\tFerry\tferry\tNOUN\tNN\tNumber=Sing\t2\tcompound\t2:compound\tEntity=(1-person-new-nnnnn-cf1-2-sgl
2\tcrews\tcrew\tNOUN\tNNS\tNumber=Plur\t5\tnsubj\t5:nsubj\tEntity=1)
3-4\twon't\t_\t_\t_\t_\t_\t_\t_\t_
3\two\twill\tAUX\tMD\tVerbForm=Fin\t5\taux\t5:aux\t_
4\tn't\tnot\tPART\tRB\tPolarity=Neg\t5\tadvmod\t5:advmod\t_
5\tstrike\tstrike\tVERB\tVB\tVerbForm=Inf\t0\troot\t0:root\t_

# newpar
# sent_id = GUM_news_ferry-2
# text = Ada Lund (Oslo) left.
1\tAda\tAda\tPROPN\tNNP\tNumber=Sing\t6\tnsubj\t6:nsubj\tEntity=(2-person-new-nnnnn-cf1-1,2-sgl
2\tLund\tLund\tPROPN\tNNP\tNumber=Sing\t1\tflat\t1:flat\tEntity=2)
3\t(\t(\tPUNCT\t-LRB-\t_\t4\tpunct\t4:punct\tSpaceAfter=No
4\tOslo\tOslo\tPROPN\tNNP\tNumber=Sing\t1\tdep\t1:dep\tEntity=(3-place-new-nnnnn-cf2-1-sgl)|SpaceAfter=No
5\t)\t)\tPUNCT\t-RRB-\t_\t4\tpunct\t4:punct\t_
6\tleft\tleave\tVERB\tVBD\tTense=Past\t0\troot\t0:root\tSpaceAfter=No
6.1\tleft\tleave\tVERB\tVBD\t_\t_\t_\t6:conj\tCopyOf=6
7\t.\t.\tPUNCT\t.\t_\t6\tpunct\t6:punct\t_

# sent_id = GUM_news_ferry-3
# text = She was seen.
1\tShe\tshe\tPRON\tPRP\tCase=Nom\t3\tnsubj:pass\t3:nsubj:pass\tEntity=(2-person-giv:act-nnnnn-cf1-1-ana)
2\twas\tbe\tAUX\tVBD\tTense=Past\t3\taux:pass\t3:aux:pass\t_
3\tseen\tsee\tVERB\tVBN\tVoice=Pass\t0\troot\t0:root\tSpaceAfter=No
4\t.\t.\tPUNCT\t.\t_\t3\tpunct\t3:punct\t_

# newdoc id = GUM_interview_harbour
# newpar
# sent_id = GUM_interview_harbour-1
# speaker = Host
# text = Ready?
1\tReady\tready\tADJ\tJJ\tDegree=Pos\t0\troot\t0:root\tSpaceAfter=No
2\t?\t?\tPUNCT\t.\t_\t1\tpunct\t1:punct\t_

# sent_id = GUM_interview_harbour-2
# speaker = Guest
# text = Yes.
1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t0:root\tSpaceAfter=No
2\t.\t.\tPUNCT\t.\t_\t1\tpunct\t1:punct\t_

# sent_id = GUM_interview_harbour-3
# speaker = Guest
# text = Go on.
1\tGo\tgo\tVERB\tVB\tMood=Imp\t0\troot\t0:root\t_
2\ton\ton\tADV\tRB\t_\t1\tadvmod\t1:advmod\tSpaceAfter=No
3\t.\t.\tPUNCT\t.\t_\t1\tpunct\t1:punct\t_

"""


@pytest.fixture
def write(tmp_path):
    """Write a file of a name and content, packed if its name ends in `.gz`; returns its path."""

    def write_(name: str, content: str, encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        data = content.encode(encoding)
        path.write_bytes(gzip.compress(data) if path.suffix == ".gz" else data)
        return path

    return write_


@pytest.fixture
def treebank_text() -> str:
    """A treebank of two documents and six sentences, in CoNLL-U."""
    return TREEBANK


@pytest.fixture
def treebank(write, treebank_text) -> Path:
    """The same as a packed file."""
    return write("tiny.conllu.gz", treebank_text)
