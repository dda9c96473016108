import re

from dragoman.ledger import query
from tests.ledger import factory


def test_the_code_of_the_page_runs(root, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    page = (root / "docs" / "ledger.md").read_text("utf-8")
    names = {"coded": factory.coded()}
    blocks = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    assert len(blocks) == 2
    for block in blocks:
        exec(block, names)
    assert "Northern Wire" in capsys.readouterr().out


def test_every_filter_is_on_the_page(root):
    page = (root / "docs" / "ledger.md").read_text("utf-8")
    for name, filters, asked in (
        ("claims", query.ClaimFilters, query.ClaimQuery),
        ("relations", query.RelationFilters, query.RelationQuery),
        ("reports", query.ReportFilters, query.ReportQuery),
        ("rejections", query.RejectionFilters, query.RejectionQuery),
    ):
        (row,) = re.findall(rf"^\| `{name}` \| (.*) \|$", page, re.MULTILINE)
        assert set(re.findall(r"`(\w+)`", row)) == set(filters.__annotations__) == set(asked.__dataclass_fields__)
