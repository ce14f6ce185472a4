#!/usr/bin/env python3
"""Executable model of merging mailed files: random histories, the laws L1 to L9, shrinking, and traces for real files.
Read README.md beside it first; it says what a law is and how to run this."""
import collections
import json
import random
import sys

sys.dont_write_bytecode = True
import laws
from histories import *


# ── Running ───────────────────────────────────────────────────────────────────────────────────────────────────────
def play(setup, steps, seed, size='long', trace=None, checks=True):
    s = Sim(size, trace, checks); s.setup(setup)
    for op, x in steps: s.step(op, x)
    if checks: laws.algebra(s, random.Random(seed * 7 + 1)); laws.final(s)
    elif seed % SIZES[size][3] == 0: s.exchange(12)
    return s


def attempt(*history):
    try: return None, play(*history)
    except Fail as e: return str(e), None


def shrunk(setup, steps, seed, law, fails):
    """The fewest steps that still break the law."""
    done = False
    while not done:
        done = True
        for size in (8, 4, 2, 1):
            i = 0
            while i < len(steps):
                fewer = steps[:i] + steps[i + size:]
                if (fails(setup, fewer, seed) or '')[:2] == law: steps = fewer; done = False
                else: i += size
    return steps


def traced(seed, size, kept=None):
    setup, steps = program(seed, size); trace = []
    if kept is not None: steps = [x for i, x in enumerate(steps) if i in kept]
    s = play(setup, steps, seed, size, trace, checks=False)
    # What nobody wrote into is as it was, too.
    trace.append({'op': 'end', 'seed': seed, 'files': {f.name: state(f) for f in s.files} if seed % 8 == 0 else {}})
    return trace


def show(seed, size):
    setup, steps = program(seed, size); e, sim = attempt(setup, steps, seed, size)
    if not e: print('passes', dict(sim.stats)); return
    steps = shrunk(setup, steps, seed, e[:2], lambda *h: attempt(*h, size)[0])
    s = Sim(size)
    try:
        s.setup(setup)
        for op, x in steps: s.step(op, x)
        n = len(s.history); laws.algebra(s, random.Random(seed * 7 + 1)); laws.final(s)
    except Fail as e:
        for i, h in enumerate(s.history):
            if i == locals().get('n'): print('--- then everybody exchanges files')
            print(json.dumps(h, ensure_ascii=False))
        print('FAIL', e)
        for f in s.files: print(f.name, f.kind, f.org, f.rows, 'cut', sorted(f.trim))
        for k, v in s.w.writes.items(): print('  true history', k, v)


def run(count, first, size):
    bad = collections.Counter(); seeds = {}; stats = collections.Counter()
    for seed in range(first, first + count):
        setup, steps = program(seed, size); e, sim = attempt(setup, steps, seed, size)
        if e: bad[e[:2]] += 1; seeds.setdefault(e[:2], (seed, e))
        else: stats.update(sim.stats); stats['steps'] += len(steps)
    print(count, 'histories; failed:', sum(bad.values()), dict(bad), seeds or ''); print(dict(stats))
    return not bad


def main(argv):
    words = [a for a in argv[1:] if not a.isdigit()]; numbers = [int(a) for a in argv[1:] if a.isdigit()]
    SWITCH.update(VARIANTS[next((x for x in words if x in VARIANTS), 'model')])
    kept = next(({int(i) for i in x[5:].split(',') if i} for x in words if x.startswith('keep=')), None)
    size = next((x for x in words if x in SIZES), 'long'); first = numbers[0] if numbers else 0
    if argv[0] == 'run': sys.exit(0 if run(first, *numbers[1:2] or [0], size) else 1)
    elif argv[0] == 'show': show(first, size)
    elif argv[0] == 'trace':
        for line in traced(first, size, kept): print(json.dumps(line, ensure_ascii=False))
    elif argv[0] == 'traces':                     # many histories, one a line
        for seed in range(first, first + numbers[1]): print(json.dumps(traced(seed, size, kept), ensure_ascii=False), flush=True)
    else: sys.exit('run N [first seed] [variant] | show SEED | trace SEED | traces FIRST COUNT   [long | short | tiny] [keep=0,2,5]')


if __name__ == '__main__': main(sys.argv[1:])
