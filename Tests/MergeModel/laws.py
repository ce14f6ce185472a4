"""The laws L1 to L9 (README.md), asked of a history that is being played."""
import collections
import itertools

from rule import *


def check_file(s, f):
    """INV, L5, L6 and L8, of one file; asked after every step."""
    w = s.w; bureau = f.kind in BUREAU
    for k, v in f.rows.items():
        if not v: raise Fail('INV siblings without a row at %s: %s' % (f.name, k))
        if bureau:
            for r, c in v.items():
                g = w.truth.get((r, k))
                if not g or not g[1] or g[0] != c: raise Fail('L5 content without right at %s: %s r%d' % (f.name, k, r))
        # A city goes by what is shown, so a history cut at a school leaves it in the dark until the county's word.
        if (not bureau and taint(f, k)) or (dim(f) and k in f.trim):
            s.stats['siblings not judged: key cut or tampered with in this very file'] += len(v) > 1; continue
        for rev, before, live, ok in w.writes[k]:
            if ok and any(p in v for p in before) and seen(f, rev, k):
                raise Fail('L6 %s holds %s r%s, replaced by r%d that it knows' % (f.name, k, sorted(before), rev))
        if len(v) > 1:
            older = ancestors(w, k)
            for x, y in itertools.permutations(v, 2):
                if x in older.get(y, ()): raise Fail('L8 false conflict at %s: %s r%d came before r%d' % (f.name, k, x, y))
            s.stats['siblings'] += 1


def algebra(s, rng):
    """L1 to L3 and the shortcut, on the files as they lie there."""
    pool = s.files + s.olds + s.extracts[-3:]
    if s.seal: pool = [f for f in pool if not f.broken]
    def differ(law, told, x, y):
        d = same(x, y)
        if d: raise Fail('%s %s: %s' % (law, told, d))
    for _ in range(3):
        a, b = rng.choice(s.files), rng.choice(pool)
        if s.can(b, a): x = merge(a, b); differ('L1', '%s into %s twice' % (b.name, a.name), x, merge(x, b))
    for _ in range(4):                                            # the shortcut
        a, b = rng.choice(s.files), rng.choice(pool)
        if s.can(b, a) and nothing_new(a, b):
            s.stats['shortcuts'] += 1
            if merge(a, b).rows != a.rows: raise Fail('SC %s into %s is not without news' % (b.name, a.name))
    for o in [rng.choice([f for f in s.files if f.kind == k]) for k in BUREAU if any(f.kind == k for f in s.files)]:
        fs = [f for f in rng.sample(pool, min(3, len(pool))) if s.can(f, o)]; results = []
        for p in itertools.permutations(fs):
            x = o
            for b in p: x = merge(x, b)
            results.append((x, [b.name for b in p]))
        for x, n in results[1:]: differ('L2', '%s: %s or %s' % (o.name, results[0][1], n), results[0][0], x)
    for _ in range(4):                                            # through a copy of the same kind
        b = rng.choice(pool); a = rng.choice(s.files)
        c = rng.choice([c for c in pool if (c.kind, c.org) == (b.kind, b.org)])
        if b.kind != 'extract' and s.can(b, a) and s.can(c, a):
            x = merge(merge(a, b), c)
            differ('L3', '%s + %s + %s' % (a.name, b.name, c.name), x, merge(a, merge(c, b)))
            differ('L3', '%s + %s + %s' % (a.name, b.name, c.name), x, merge(a, merge(b, c)))


def final(s):
    """Everybody exchanges files: L4, L7, L9, and that somebody is told of every trespass."""
    n = s.exchange(12)
    if n is None: raise Fail('L9 no fixpoint in 12 rounds')
    s.stats['rounds %d' % n] += 1
    for f in s.files: check_file(s, f)
    for x in s.tampered:
        if x not in s.told: raise Fail('T nobody was told of %s' % (x,))
    s.stats['told'] += len(s.told)
    for f in s.files:                             # that what a city writes gets about
        if f.kind != 'city':
            s.stats['versions by a city, at the end at a ' + f.kind] += sum(s.w.role[r] == 'city' for v in f.rows.values() for r in v)
    for f, g in itertools.combinations(s.files, 2):
        t = common(f, g)
        for k in {k for d in (f.rows, g.rows) for k in d if area(k) in t}:
            if f.rows.get(k) != g.rows.get(k):
                raise Fail('L7 %s and %s differ: %s %s %s' % (f.name, g.name, k, f.rows.get(k), g.rows.get(k)))
    for f in s.files:
        if any(taint(f, k) for k in f.rows): raise Fail('L7 %s is still tampered with' % f.name)
    offices = {c: f for f in s.files if f.kind == 'county' for c in [f.org]}
    for (r, k), (c, ok) in s.w.truth.items():
        o = offices.get(SCHOOLS.get(k[1], k[1])) or next((f for f in s.files if f.org == k[1]), None)
        if not ok or o is None or r in o.rows.get(k, ()): continue
        if not any(r in before and (ok2 or s.w.role[r2] == s.w.role[r]) for r2, before, _, ok2 in s.w.writes[k]):
            raise Fail('L4 lost: %s r%d of %s %s' % (k, r, s.w.role[r], c))


def common(f, g):
    """Areas that both files hold in the end, in whichever direction they travel."""
    ways = [areas(g, f), areas(f, g)]
    if f.kind not in BUREAU and g.kind in BUREAU or g.kind not in BUREAU and f.kind in BUREAU:
        one = f if f.kind not in BUREAU else g
        if not counties_of(f) & counties_of(g): return set()
        return {(one.org, c) for c in ALL} | {(SCHOOLS[one.org], 'bureau')}
    return (ways[0] or set()) & (ways[1] or set())


def same(a, b):
    """Where two states of one file differ; None where they do not. At a city, keys whose history was cut are left out:
    it may have to wait for the county to learn of a removal that nobody shows."""
    skip = (a.trim | b.trim) if a.kind == 'city' and dim(a) else ()
    for k in a.rows.keys() | b.rows.keys():
        if k not in skip and a.rows.get(k) != b.rows.get(k): return k
    for k in a.hist.keys() | b.hist.keys():
        if a.hist.get(k) != b.hist.get(k): return ('history', k, a.hist.get(k), b.hist.get(k))
    return None if a.known.keys() == b.known.keys() else 'known'


def ancestors(w, k):
    """rev -> revs it replaced, directly or not (writes by right only)."""
    parents = collections.defaultdict(set); out = {}
    for rev, before, live, ok in w.writes[k]:
        if live and ok: parents[rev] |= before

    def older(r):
        if r not in out:
            out[r] = set()
            for p in parents.get(r, ()): out[r] |= {p} | older(p)
        return out[r]
    for r in list(parents): older(r)
    return out
