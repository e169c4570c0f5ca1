"""Mutants of a module: its source with one small mistake put in.

The mistakes are those that a change of the code makes unseen: a comparison that turns or
includes its boundary, "and" for "or", a "not" lost, a number off by one, another operator,
another result, a guard or a step left out. Words, messages and regular expressions are left
alone, and so are annotations, the values of fields and of arguments, and decorators, which
are read when a module is loaded and not when it runs.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal

Change = Callable[[], None]

_TURNED: dict[type[ast.cmpop], list[type[ast.cmpop]]] = {
    ast.Lt: [ast.LtE, ast.GtE],
    ast.LtE: [ast.Lt, ast.Gt],
    ast.Gt: [ast.GtE, ast.LtE],
    ast.GtE: [ast.Gt, ast.Lt],
    ast.Eq: [ast.NotEq],
    ast.NotEq: [ast.Eq],
    ast.In: [ast.NotIn],
    ast.NotIn: [ast.In],
    ast.Is: [ast.IsNot],
    ast.IsNot: [ast.Is],
}
_OPERATORS: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
_BUILTINS = {"min": "max", "max": "min", "any": "all", "all": "any"}


@dataclass(frozen=True)
class Mutant:
    """One mistake: ``before`` on line ``line`` (from 1) of a module becomes ``after``.

    ``number`` tells the mutants of one module apart; ``function`` is the qualified name of the
    outermost function that holds it, or, at module level, the name that is assigned.
    """

    number: int
    line: int
    function: str
    is_constant: bool
    before: str
    after: str


def mutants(source: str) -> list[Mutant]:
    """All mutants of a module's ``source``, in their order in the text."""
    return [mutant for mutant, _ in _changes(ast.parse(source))]


def mutated(source: str, number: int) -> ast.Module:
    """The syntax tree of ``source`` with its mutant ``number`` put in."""
    tree = ast.parse(source)
    for mutant, change in _changes(tree):
        if mutant.number == number:
            change()
            return ast.fix_missing_locations(tree)
    raise ValueError(f"there is no mutant {number}")


def _changes(tree: ast.Module) -> Iterator[tuple[Mutant, Change]]:
    number = 0
    for name, is_constant, part in _parts(tree):
        for node, after, change in _in(part):
            before = ast.unparse(node)
            yield Mutant(number, node.lineno, name, is_constant, before, after), change
            number += 1


def _parts(tree: ast.Module) -> Iterator[tuple[str, bool, ast.AST]]:
    """What is mutated: functions, methods, and the values that a module gives to a name."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, False, node
        elif isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.FunctionDef):
                    yield f"{node.name}.{inner.name}", False, inner
        elif (
            isinstance(node, ast.Assign)
            and len(node.targets) == 1
            and isinstance(node.targets[0], ast.Name)
            and not node.targets[0].id.startswith("__")
            and not _is_union(node.value)
        ):
            yield node.targets[0].id, True, node.value


Found = tuple[ast.expr | ast.stmt, str, Change]


def _in(part: ast.AST) -> Iterator[Found]:
    """The mutants of ``part``: the node, what it becomes, and how."""
    roots = part.body if isinstance(part, ast.FunctionDef) else [part]
    for root in roots:
        for node in _run(root):
            if isinstance(node, ast.expr):
                yield from _of_expression(node)
            elif isinstance(node, ast.stmt):
                yield from _of_statement(node)
            yield from _negated(node)
    for node in [part, *(node for root in roots for node in _run(root))]:
        yield from _left_out(node)


def _run(node: ast.AST) -> Iterator[ast.AST]:
    """A node and what runs with it: no annotations, no arguments' values, no subscripted types."""
    yield node
    for field, value in ast.iter_fields(node):
        if field in {"annotation", "returns", "decorator_list", "args"} and not isinstance(
            node, ast.Call
        ):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _run(child)


def _of_expression(node: ast.expr) -> Iterator[Found]:
    match node:
        case ast.Compare(ops=ops):
            for place, old in enumerate(ops):
                for new in _TURNED[type(old)]:
                    yield _shown(node, _set(ops, place, new()))
        case ast.BoolOp(op=op):
            other = ast.Or() if isinstance(op, ast.And) else ast.And()
            yield _shown(node, _set(node, "op", other))
        case ast.BinOp(op=op) if type(op) in _OPERATORS and not _is_text(node):
            yield _shown(node, _set(node, "op", _OPERATORS[type(op)]()))
        case ast.UnaryOp(op=ast.USub()):
            yield _shown(node, _set(node, "op", ast.UAdd()))
        case ast.UnaryOp(op=ast.Not()):
            twice = ast.UnaryOp(ast.Not(), node.operand)
            yield _shown(node, _set(node, "operand", twice))
        case ast.Constant(value=bool() as value):
            yield _shown(node, _set(node, "value", not value))
        case ast.Constant(value=int() as value):
            for step in (1, -1):
                yield _shown(node, _set(node, "value", value + step))
        case ast.Call(func=ast.Name(id="Decimal"), args=[ast.Constant(value=str() as text) as one]):
            value = Decimal(text)
            if value.is_finite():
                step = Decimal(1).scaleb(int(value.as_tuple().exponent))
                for changed in (value + step, value - step):
                    yield _with(node, node, _set(one, "value", str(changed)))
        case ast.Call(func=ast.Name(id=name) as called) if name in _BUILTINS:
            yield _with(node, node, _set(called, "id", _BUILTINS[name]))


def _of_statement(node: ast.stmt) -> Iterator[Found]:
    match node:
        case ast.Return(value=value) if value is not None:
            if not (isinstance(value, ast.Constant) and not value.value):
                yield _shown(node, _set(node, "value", ast.Constant(None)))
        case ast.AugAssign(op=op) if type(op) in _OPERATORS:
            yield _shown(node, _set(node, "op", _OPERATORS[type(op)]()))


def _negated(node: ast.AST) -> Iterator[Found]:
    """Conditions that are a bare call or name; comparisons turn by themselves."""
    if isinstance(node, ast.If | ast.IfExp | ast.While):
        test = node.test
        if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
            yield _replaced(test, _set(node, "test", ast.UnaryOp(ast.Not(), test)))
    elif isinstance(node, ast.comprehension):
        for place, test in enumerate(node.ifs):
            if not isinstance(test, ast.Compare | ast.BoolOp | ast.UnaryOp):
                yield _replaced(test, _set(node.ifs, place, ast.UnaryOp(ast.Not(), test)))


def _left_out(node: ast.AST) -> Iterator[Found]:
    """Steps and guards whose loss is no mere error of names."""
    for field in ("body", "orelse"):
        body = getattr(node, field, None)
        if not isinstance(body, list):
            continue
        for place, one in enumerate(body):
            if _is_step(one) or _is_guard(one):
                yield one, "left out", _set(body, place, ast.Pass())


def _is_step(node: ast.stmt) -> bool:
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Call | ast.Yield | ast.YieldFrom)
    return isinstance(node, ast.AugAssign | ast.Break | ast.Continue)


def _is_guard(node: ast.stmt) -> bool:
    return (
        isinstance(node, ast.If)
        and not node.orelse
        and len(node.body) == 1
        and isinstance(node.body[0], ast.Return | ast.Raise)
    )


def _is_union(node: ast.expr) -> bool:
    """A union of types, which only the type checker reads."""
    return isinstance(node, ast.BinOp) and isinstance(node.op, ast.BitOr)


def _is_text(node: ast.BinOp) -> bool:
    sides = (node.left, node.right)
    return any(
        isinstance(side, ast.JoinedStr)
        or (isinstance(side, ast.Constant) and isinstance(side.value, str))
        for side in sides
    )


def _set(holder: object, place: object, value: object) -> Change:
    """Puts ``value`` in a list or in a field of a node."""

    def change() -> None:
        if isinstance(holder, list):
            holder[place] = value  # type: ignore[index]
        else:
            setattr(holder, str(place), value)

    return change


def _replaced(node: ast.expr, change: Change) -> Found:
    return node, f"not ({ast.unparse(node)})", change


def _shown(node: ast.expr | ast.stmt, change: Change) -> Found:
    return _with(node, node, change)


def _with(node: ast.expr | ast.stmt, shown: ast.AST, change: Change) -> Found:
    """A mutant with its text, for which the change is made and taken back."""
    fields = [(one, dict(ast.iter_fields(one))) for one in ast.walk(shown)]
    lists = [
        (value, list(value))
        for _, one in fields
        for value in one.values()
        if isinstance(value, list)
    ]
    change()
    after = ast.unparse(shown)
    for one, values in fields:
        for name, value in values.items():
            setattr(one, name, value)
    for value, items in lists:
        value[:] = items
    return node, after, change
