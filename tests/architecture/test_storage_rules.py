"""The store's own rules, on the syntax trees: one door to SQLCipher, one place for the key, no values inside SQL."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CLIENT = ("desktop", "sync", "storage", "documents", "resources")
SQL = re.compile(r"\s*(SELECT|INSERT|UPDATE|DELETE|REPLACE|WITH|CREATE|DROP|ALTER|ATTACH|DETACH|PRAGMA|BEGIN|VACUUM)\b")
ASKING = {"run", "run_many", "rows", "row", "number", "text", "execute", "executemany", "executescript"}


def sources(*packages: str) -> Iterator[tuple[str, str]]:
    for package in packages:
        for file in sorted((ROOT / package).rglob("*.py")):
            yield str(file.relative_to(ROOT)), file.read_text(encoding="utf-8")


def sql_begins(node: ast.AST) -> bool:
    """Whether a string that is being put together begins like SQL."""
    match node:
        case ast.JoinedStr(values=[ast.Constant(value=str(text)), *_]) | ast.Constant(value=str(text)):
            return SQL.match(text) is not None
        case ast.BinOp(left=left):
            return sql_begins(left)
        case _:
            return False


def formatted(tree: ast.AST) -> Iterator[ast.AST]:
    """f-strings, % and .format on SQL."""
    for node in ast.walk(tree):
        match node:
            case ast.JoinedStr() if any(isinstance(value, ast.FormattedValue) for value in node.values):
                if sql_begins(node):
                    yield node
            case ast.BinOp(op=ast.Mod()) if sql_begins(node):
                yield node
            case ast.Call(func=ast.Attribute(attr="format", value=value)) if sql_begins(value):
                yield node


def is_constant(node: ast.AST) -> bool:
    """Text, constants in capitals, and the pieces of storage.finding, joined."""
    match node:
        case ast.Constant():
            return True
        case ast.Name(id=name):
            return name.isupper() or name in {"numbers", "of_post", "statement"}
        case ast.Attribute(value=ast.Name(id="found"), attr="listed" | "counted" | "where"):
            return True
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            return is_constant(left) and is_constant(right)
        case _:
            return False


def test_sqlcipher_and_sqlite_are_imported_at_one_door() -> None:
    importing = re.compile(r"^\s*(?:import|from)\s+(sqlcipher3|sqlite3|pysqlite3|apsw)\b", re.MULTILINE)
    assert {name for name, text in sources(*CLIENT) if importing.search(text)} == {"storage/connection.py"}


def test_the_key_pragma_has_one_call_site() -> None:
    found = [
        name
        for name, text in sources(*CLIENT)
        for _ in re.finditer(r"PRAGMA\s+(?:hex)?(?:re)?key\b", text, re.IGNORECASE)
    ]
    assert found == ["storage/connection.py"]


def test_no_sql_is_formatted_but_the_key_which_cannot_be_a_parameter() -> None:
    found = [
        (name, ast.unparse(node)) for name, text in sources(*CLIENT, "bench") for node in formatted(ast.parse(text))
    ]
    assert [name for name, _ in found] == ["storage/connection.py"]
    assert "key.hex()" in found[0][1]


def test_every_statement_is_put_together_from_constants() -> None:
    guilty = []
    for name, text in sources("storage"):
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ASKING:
                owner = ast.unparse(node.func.value)
                if owner == "db" and node.args and not is_constant(node.args[0]):
                    guilty.append(f"{name}:{node.lineno} {ast.unparse(node.args[0])[:60]}")
    assert [entry for entry in guilty if not entry.startswith("storage/connection.py")] == []


def test_the_pieces_of_a_search_are_constants_too() -> None:
    tree = ast.parse((ROOT / "storage" / "finding.py").read_text(encoding="utf-8"))
    added = [
        node.args[0]
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "add"
    ]
    assert len(added) >= 4
    for piece in added:
        fixed = ast.unparse(piece) == "_OF_LINES.replace('#', place)" or isinstance(piece, ast.Constant)
        assert fixed, ast.unparse(piece)


def test_nothing_in_storage_writes_to_the_terminal_or_a_log() -> None:
    writing = re.compile(r"\b(print|logging|sys\.std(?:out|err)|warnings\.warn)\b")
    assert {name for name, text in sources("storage") if writing.search(text)} == set()


def test_the_rules_would_see_a_value_inside_sql() -> None:
    for bad in (
        "db.rows(f\"SELECT * FROM payslip WHERE id = '{value}'\")",
        'db.rows("SELECT %s" % value)',
        'db.rows("DELETE FROM {}".format(value))',
    ):
        assert list(formatted(ast.parse(bad))), bad
    assert not is_constant(ast.parse('"SELECT " + value', mode="eval").body)
