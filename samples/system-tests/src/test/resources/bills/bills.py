"""Recomputes the worked bills beside this script from their written arithmetic alone: python3 bills.py bills.json"""

import ast
import json
import sys
from fractions import Fraction

OPERATORS = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: a / b,
}


def value(text):
    """Evaluates numbers, the four operations and parentheses exactly, and refuses anything else."""

    def of(node):
        if isinstance(node, ast.BinOp):
            return OPERATORS[type(node.op)](of(node.left), of(node.right))
        if isinstance(node, ast.Constant):
            return Fraction(ast.get_source_segment(text, node))
        raise ValueError("not arithmetic: " + text)

    return of(ast.parse(text, mode="eval").body)


def cents(amount):
    """Rounds half up to two digits."""
    whole = int(amount * 100 + Fraction(1, 2))
    return "%d.%02d" % (whole // 100, whole % 100)


def main(path):
    with open(path, encoding="utf-8") as file:
        bills = json.load(file)
    wrong = 0
    for bill in bills:
        total = cents(sum(value(line["amount"]) for line in bill["arithmetic"]))
        if total != bill["total"]:
            wrong += 1
            print("%s: %s by arithmetic, but %s is written" % (bill["name"], total, bill["total"]))
    print("%d bills, %d wrong" % (len(bills), wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
