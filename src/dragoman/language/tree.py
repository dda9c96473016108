"""The best dependency tree over arc scores: a maximum spanning arborescence with one root."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.floating]
Ints = NDArray[np.int64]

_NEVER = -1e9


def best_tree(scores: Floats) -> Ints:
    """Heads of the best projective-or-not tree with exactly one root.

    `scores` is words x (words + 1): row i scores the heads of word i + 1, column 0 the root. Returns for each word the
    1-based index of its head, 0 for the root. Chu-Liu/Edmonds, run only where the best head of each word gives no tree.
    """
    n = scores.shape[0]
    if n == 1:
        return np.zeros(1, dtype=np.int64)
    square = np.full((n + 1, n + 1), _NEVER)
    square[1:] = scores
    square[np.arange(n + 1), np.arange(n + 1)] = _NEVER
    heads = square.argmax(1)
    heads[0] = 0
    if _is_tree(heads):
        return _integers(heads[1:])
    return _integers(_one_root(square)[1:])


def _integers(values: NDArray[np.signedinteger]) -> Ints:
    return np.asarray(values, dtype=np.int64)


def _is_tree(heads: Ints) -> bool:
    """Whether `heads` (entry 0 stands for the root) has one root and no cycle."""
    parents = heads.tolist()
    if parents[1:].count(0) != 1:
        return False
    safe = [False] * len(parents)
    safe[0] = True
    for i in range(1, len(parents)):
        path = []
        j = i
        while not safe[j]:
            safe[j] = True
            path.append(j)
            j = parents[j]
        if path and j in path:
            return False
    return True


def _one_root(square: Floats) -> Ints:
    """Best tree with one root: the unconstrained best one, or the best over the likely roots."""
    heads = _edmonds(square)
    if int((heads[1:] == 0).sum()) == 1:
        return heads
    n = square.shape[0]
    rows = np.arange(1, n)
    # A forced root can cost more than its own score shows, so every word that roots in the free tree is tried too.
    likely = set(np.argsort(-square[1:, 0], kind="stable")[:5] + 1) | set(np.flatnonzero(heads[1:] == 0) + 1)
    best, chosen = -np.inf, heads
    for root in sorted(likely):
        forced = square.copy()
        forced[1:, 0] = _NEVER * 2
        forced[root, 0] = square[root, 0]
        tree = _edmonds(forced)
        total = float(forced[rows, tree[1:]].sum())
        if total > best:
            best, chosen = total, tree
    return chosen


def _edmonds(square: Floats) -> Ints:
    """Chu-Liu/Edmonds: the best head of each node so that all lead to node 0."""
    n = square.shape[0]
    heads = square.argmax(1)
    heads[0] = 0
    cycle = _find_cycle(heads)
    if not cycle:
        return _integers(heads)
    inside = np.array(cycle)
    members = set(cycle)
    rest = np.array([i for i in range(n) if i not in members])
    m = len(rest)
    contracted = np.full((m + 1, m + 1), _NEVER * 4)
    contracted[:m, :m] = square[np.ix_(rest, rest)]
    held = square[inside, heads[inside]]
    entering = square[np.ix_(inside, rest)] - held[:, None]
    enter = entering.argmax(0)
    contracted[m, :m] = entering[enter, np.arange(m)] + held.sum()
    leaving = square[np.ix_(rest, inside)]
    leave = leaving.argmax(1)
    contracted[:m, m] = leaving[np.arange(m), leave]
    contracted[0, :] = _NEVER * 4
    np.fill_diagonal(contracted, _NEVER * 4)
    small = _edmonds(contracted)
    out = heads.copy()
    for a in range(1, m):
        out[rest[a]] = rest[small[a]] if small[a] < m else inside[leave[a]]
    source = small[m]
    out[inside[enter[source]]] = rest[source]
    out[0] = 0
    return _integers(out)


def _find_cycle(heads: Ints) -> list[int]:
    """Nodes of one cycle, in order; empty when there is none."""
    parents = heads.tolist()
    colour = [0] * len(parents)
    for i in range(1, len(parents)):
        path = []
        j = i
        while j and not colour[j]:
            colour[j] = i
            path.append(j)
            j = parents[j]
        if j and colour[j] == i:
            return path[path.index(j) :]
    return []
