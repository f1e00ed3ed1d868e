"""The flow of the problems that `workbench bench gap` measures, by OR-tools, routed through the programme tree.

Prints for each size: contributions, lines, milliseconds of the flow alone (the least of several runs), flow.
"""

import time

import numpy
from ortools.graph.python import max_flow

SIZES = [(1000, 100), (10_000, 1000), (100_000, 10_000)]


def numbers():
    state = 2026
    while True:
        state = (state * 6364136223846793005 + 1442695040888963407) % 2**64
        yield state >> 32


def network(contributions, lines):
    """Arcs from the source (0) through contributions and the tree to lines and the sink (1)."""
    draw = numbers()
    sectors = max(1, lines // 50)
    pillars = max(1, sectors // 4)
    operation = 2
    pillar = operation + 1
    sector = pillar + pillars
    line = sector + sectors
    contribution = line + lines
    arcs = []
    for number in range(lines):
        arcs.append((line + number, 1, 1_000_000 + next(draw) % 99_000_001))
    unbounded = 2**62
    arcs += [(operation, pillar + p, unbounded) for p in range(pillars)]
    arcs += [(pillar + s % pillars, sector + s, unbounded) for s in range(sectors)]
    arcs += [(sector + number % sectors, line + number, unbounded) for number in range(lines)]
    for number in range(contributions):
        kind, pick = next(draw) % 100, next(draw)
        amount = 100_000 + next(draw) % 5_900_001
        place = (
            operation if kind < 10
            else pillar + pick % pillars if kind < 30
            else sector + pick % sectors if kind < 70
            else line + pick % lines
        )
        arcs += [(0, contribution + number, amount), (contribution + number, place, amount)]
    return arcs


for contributions, lines in SIZES:
    tails, heads, capacities = (numpy.array(column) for column in zip(*network(contributions, lines)))
    times = []
    for _ in range(5):
        solver = max_flow.SimpleMaxFlow()
        solver.add_arcs_with_capacity(tails, heads, capacities)
        start = time.perf_counter()
        solver.solve(0, 1)
        times.append(time.perf_counter() - start)
    print(contributions, lines, f"{min(times) * 1000:.3f}", solver.optimal_flow())
