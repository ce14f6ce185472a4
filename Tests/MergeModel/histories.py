"""Random histories of files: what people at schools, bureaus and inspections do, with every choice drawn from a seed."""
import collections
import random

import laws
from rule import *


# ── Random histories ──────────────────────────────────────────────────────────────────────────────────────────────
OPS = {'edit': 26, 'delete': 6, 'bulk': 4, 'tamper': 7, 'tamperissued': 2, 'copy': 5, 'old': 4, 'mergeold': 5, 'issue': 9,
       'start': 3, 'inspect': 4, 'merge': 26, 'resolve': 6, 'undo': 8, 'both': 3, 'issueold': 2, 'up': 5, 'down': 5,
       'send': 10, 'round': 1, 'takeback': 3, 'refuse': 2}
NAMES, WEIGHTS = list(OPS), list(OPS.values())
TINY = {'issue': 1.5, 'issueold': 1, 'start': .5, 'inspect': 1, 'refuse': 1, 'round': 0, 'tamperissued': 1, 'resolve': 30, 'undo': 14,
        'copy': 9, 'both': 6}
# Steps from, below; files at most; one in how many ends with everybody exchanging files, in a trace.
SIZES = {'long': (10, 61, 8, 1), 'short': (6, 25, 6, 4), 'tiny': (5, 15, 4, 16)}


def program(seed, size='long'):
    """-> (setup, [(operation, seed of its choices)])"""
    rng = random.Random(seed); low, high = SIZES[size][:2]
    n = rng.randrange(low, high); setup = rng.randrange(32)
    weights = WEIGHTS
    if size == 'tiny':                            # few files, most without a city, and what costs real files most is rare
        setup &= ~rng.choice((0, 8, 10, 14, 14, 14, 14, 14, 15, 15, 15, 15, 15, 15, 15, 15))
        weights = [TINY.get(o, OPS[o]) for o in NAMES]
    focus = rng.sample(KINDS, 3) if size == 'tiny' or rng.random() < .3 else None
    return (setup, focus), [(rng.choices(NAMES, weights)[0], rng.randrange(1 << 30)) for _ in range(n)]


KINDS = [('reg', 'a'), ('reg', 'b'), ('opi', 'p'), ('pro', 'm'), ('tsk', 't'), ('rec', 'o1'), ('rec', 'w1'), ('pol', 'x')]


def keys_of(f, focus=None):
    """Keys that a person at this file might write; of a few kinds and of the first school only, where the history is about those."""
    if focus:
        few = [k for k in keys_of(f) if (k[0], k[2]) in focus and k[1] in ('S1', 'C', 'Y')]
        if few: return few
    ks = []
    for o in sorted(schools_of(f)):
        ks += [(t, o, i) for t, ids in (('reg', 'ab'), ('opi', 'p'), ('pro', 'm'), ('tsk', 't')) for i in ids]
        ks += [('rec', o, i) for i in ('o1', 'o1', 'w1')]
    if f.kind == 'city': ks.append(('pol', f.org, 'x'))
    return ks + [('pol', c, 'x') for c in sorted(counties_of(f))]


class Sim:
    """Plays a history on files of the model. With a trace, only what real files can be made to do is done, and every
    step and what it left is written down."""

    def __init__(s, size='long', trace=None, checks=True):
        s.w = World(); s.limit = SIZES[size][2]; s.trace = trace; s.checks = checks; s.seal = True
        s.files = []; s.olds = []; s.extracts = []; s.foreign = []
        s.stats = collections.Counter(); s.told = set(); s.tampered = []; s.count = 0; s.values = 0; s.history = []; s.focus = None

    # ── telling ──
    def id(s, letter='f'): s.count += 1; return '%s%d' % (letter, s.count)

    def tell(s, op, f, changed=True, **more):
        s.history.append({'op': op, 'file': f.name, **more})
        if s.trace is not None: s.trace.append({'op': op, 'file': f.name, **more, **({'state': state(f)} if changed else {})})

    # ── files to begin with ──
    def new(s, kind, org, into=None):
        f = File(s.w, kind, org, s.id()); (s.files if into is None else into).append(f)
        s.tell('new', f, role=kind, org=org); return f

    def keys(s, f): return keys_of(f, s.focus)

    def setup(s, how):
        """1: a second school; 2: schools begin with an extract; 4: a city; 8: a second county; 16: the seal is not asked."""
        how, s.focus = how; office = s.new('county', 'C')
        if how & 8: s.new('school', 'S3'); s.new('county', 'D')
        if how & 4: s.new('city', 'Y'); s.new('city', 'Z', s.foreign)
        for o in ('S1', 'S2')[:1 + (how & 1)]:
            if how & 2: s.start(s.issue(office, o))
            else: s.new('school', o)
        s.seal = s.trace is None and not how & 16         # writing into a real file takes its seal off

    def issue(s, county, school):
        e = extract(county, school, s.id('x')); s.extracts.append(e)
        s.tell('extract', e, source=county.name, org=school); return e

    def start(s, e, kind='school'):
        """start and inspect."""
        if e.broken and s.seal: return None
        f = started(e, kind, s.id()); s.files.append(f)
        s.tell('start' if kind == 'school' else 'inspect', f, source=e.name, org=f.org); return f

    # ── writing ──
    def write(s, f, changes, cut=False, op='write'):
        """changes: [(key, versions replaced, content)], in one transaction."""
        rev = s.w.mint(f.role, f.org)
        byhand = cut or f.kind == 'extract' or not all(s.keyboard(f, *c) for c in changes)
        do = [['remove' if c is None else 'set' if ps else 'both' if k in f.rows else 'add', *k, text(c)] for k, ps, c in changes]
        for k, ps, c in changes: f.put(rev, k, ps, c, cut)
        if op: s.tell(op, f, rev=label(rev), by='other' if byhand else 'keyboard', do=do, cut=cut)
        return rev

    def may(s, f, k, parents, after):
        return authorised(k, f.role, [(s.w.role[p], f.rows[k][p]) for p in parents], after)

    def keyboard(s, f, k, parents, after):
        """Whether the program itself would write it; if not, another program has to."""
        if k[0] == 'pro' and k in f.rows: return False                # appended only
        if not s.may(f, k, parents, after): return False
        if k[0] != 'rec': return True
        at = [f.rows[k][p][2] for p in parents]
        if after is None: return all(x == 'T' for x in at) or f.kind in BUREAU
        if not parents: return k not in f.rows or len({c[2] for c in f.rows[k].values()} | {after[2]}) == 1
        moves = REVIEW_MOVES if f.role in REVIEW else SCHOOL_MOVES
        return all(x == after[2] or (x, after[2]) in moves for x in at)

    def rank(s, k, r): return rank(s.w, k, r)

    def shown(s, f, k):
        v = f.rows.get(k)
        return v and v[max(v, key=lambda r: (s.rank(k, r), r))]

    def content(s, k, rng, old=None):
        s.values += 1; n = s.values                                   # never the same twice, so every write is a change
        if k[0] != 'rec': return (n,)
        t, a, st = old or (n, 0, rng.choice('TTTZZHXB'))
        u = rng.random()
        if u < .4: return (t, n, st)
        if u < .6: return (n, a, st)
        moves = sorted(to for at, to in REVIEW_MOVES if at == st)
        return (t, n, rng.choice(moves) if u < .9 else rng.choice('TZHXB'))

    # ── one step ──
    def step(s, op, seed):
        rng = random.Random(seed)
        getattr(s, 'do_' + op)(rng, rng.choice(s.files))
        if s.checks:
            for g in s.files + s.extracts[-1:]: laws.check_file(s, g)

    def do_edit(s, rng, f):
        k = rng.choice(s.keys(f)); c = s.content(k, rng, s.shown(f, k)); ps = list(f.rows.get(k, ()))
        if s.may(f, k, ps, c): s.write(f, [(k, ps, c)])

    def do_both(s, rng, f):
        k = rng.choice(s.keys(f)); c = s.content(k, rng, s.shown(f, k))
        if k in f.rows and s.may(f, k, [], c) and (s.trace is None or s.keyboard(f, k, [], c)): s.write(f, [(k, [], c)])

    def do_bulk(s, rng, f):
        changes = []; ks = s.keys(f)
        for k in dict.fromkeys(rng.sample(ks, min(4, len(ks)))):
            ps = list(f.rows.get(k, ())); c = s.content(k, rng, s.shown(f, k)) if rng.random() < .8 else None
            if (ps or c is not None) and s.may(f, k, ps, c): changes.append((k, ps, c))
        if changes: s.write(f, changes)

    def do_delete(s, rng, f):
        ks = [k for k in s.keys(f) if k in f.rows]
        if ks:
            k = rng.choice(ks); ps = list(f.rows[k])
            if s.may(f, k, ps, None): s.write(f, [(k, ps, None)])

    def do_resolve(s, rng, f):
        fs = [g for g in s.files if any(len(v) > 1 for v in g.rows.values())]
        if not fs: return
        f = rng.choice(fs); k = rng.choice(sorted(k for k in f.rows if len(f.rows[k]) > 1))
        ps = list(f.rows[k]); c = f.rows[k][rng.choice(ps)]
        if s.may(f, k, ps, c):
            s.stats['resolved'] += 1; s.write(f, [(k, ps, c)], op='resolve' if s.keyboard(f, k, ps, c) else 'write')

    def do_tamper(s, rng, f):
        fs = [g for g in s.files if g.kind not in BUREAU]
        if not fs: return
        f = rng.choice(fs); ks = s.keys(f); k = rng.choice(ks); ps = list(f.rows.get(k, ()))
        c = None if ps and rng.random() < .4 else s.content(k, rng, s.shown(f, k))
        cut = rng.random() < .3
        if s.may(f, k, ps, c): return
        more = []                                                     # honest rows in the same transaction
        for k2 in dict.fromkeys(rng.sample(ks, min(2, len(ks)))):
            ps2 = list(f.rows.get(k2, ())); c2 = s.content(k2, rng, s.shown(f, k2))
            if k2 != k and not cut and s.may(f, k2, ps2, c2): more.append((k2, ps2, c2))
        rev = s.write(f, more + [(k, ps, c)], cut); s.stats['tampered'] += 1
        if cut: s.tampered = [x for x in s.tampered if x[1] != k]
        elif not s.w.writes[k][-1][3]: s.tampered.append((rev, k))

    def do_tamperissued(s, rng, f):
        """Another program writes into an issued file: every such write is one without any right."""
        if not s.extracts: return
        e = rng.choice(s.extracts[-3:]); k = rng.choice(s.keys(e)); ps = list(e.rows.get(k, ()))
        c = None if ps and rng.random() < .4 else s.content(k, rng, s.shown(e, k))
        e.broken = True; s.write(e, [(k, ps, c)]); s.stats['issued files tampered with'] += 1

    def do_takeback(s, rng, f):
        fs = [g for g in s.files if any(taint(g, k) for d in (g.rows, g.hist) for k in d)]
        if not fs: return
        f = rng.choice(fs); k = rng.choice(sorted({k for d in (f.rows, f.hist) for k in d if taint(f, k)}))
        while taint(f, k):
            r = newest(f, k)
            touched = {k2 for d in (f.rows, f.hist) for k2 in d if r in d[k2]}
            touched |= {k2 for k2, h in f.hist.items() if any(r in e[0] for e in h.values())}
            if r is None or s.trace is not None and (r not in trespasses(f, k) or touched != {k}): break
            s.told |= {(t, k) for t in trespasses(f, k)}
            take_back(f, k, r); s.stats['taken back'] += 1; s.tell('undo', f, undoes=label(r), revs=[])
        if s.trace is None and taint(f, k): raise Fail('TB still tampered')

    def do_copy(s, rng, f):
        if len(s.files) < s.limit:
            s.files.append(f.clone(s.id())); s.tell('copy', s.files[-1], source=f.name)

    def do_old(s, rng, f):
        if len(s.olds) < 6:
            s.olds.append(f.clone(s.id('o'))); s.tell('copy', s.olds[-1], source=f.name)

    def do_mergeold(s, rng, f):
        if not s.olds: return
        b = rng.choice(s.olds)
        if rng.random() < .2 and len(s.files) < s.limit:
            s.files.append(b.clone(s.id())); s.tell('copy', s.files[-1], source=b.name)
        elif s.can(b, f): s.do(f, b)

    def do_issue(s, rng, f):
        o = rng.choice([g for g in s.files if g.kind == 'county']); e = s.issue(o, rng.choice(sorted(schools_of(o))))
        to = [g for g in s.files if s.can(e, g)]
        if to: s.do(rng.choice(to), e)

    def do_issueold(s, rng, f):
        if s.extracts:
            e = rng.choice(s.extracts)
            if s.can(e, f): s.do(f, e)

    def do_start(s, rng, f):
        if s.extracts and len(s.files) < s.limit: s.start(rng.choice(s.extracts[-2:]))

    def do_inspect(s, rng, f):
        src = [g for g in s.files if g.kind == 'school'] + s.extracts[-2:]
        if src and len(s.files) < s.limit: s.start(rng.choice(src), 'inspection')

    def do_merge(s, rng, f):
        src = [g for g in s.files if g is not f and s.can(g, f)]
        if src: s.do(f, rng.choice(src))

    def pair(s, rng, pairs):
        pairs = [(b, a) for b in s.files for a in s.files if pairs(b, a) and a is not b and s.can(b, a)]
        if pairs: b, a = rng.choice(pairs); s.do(a, b)

    def do_send(s, rng, f): s.pair(rng, lambda b, a: b.kind not in BUREAU and a.kind == 'county')
    def do_up(s, rng, f): s.pair(rng, lambda b, a: a.kind == 'city' and b is not a)
    def do_down(s, rng, f): s.pair(rng, lambda b, a: b.kind == 'city' and a.kind == 'county')
    def do_round(s, rng, f): s.exchange(1)

    def do_refuse(s, rng, f):
        """A file that must be refused: a foreign one, a school's from another county, an extract into a county file,
        a city's into a school's. (A county's whole file into a school's: the model takes none; nothing is said of real ones.)"""
        src = [b for b in s.files + s.olds + s.extracts + s.foreign
               if b is not f and areas(b, f) is None and not (b.kind == 'county' and f.org in schools_of(b))]
        if src: s.do(f, rng.choice(src)); s.stats['refused'] += 1

    def can(s, b, a): return areas(b, a) is not None

    def do(s, a, b):
        """b into a."""
        n = s.w.n
        for f in (a, b):
            s.told |= {(rev, k) for rev, k in s.tampered if (rev, k) not in s.told and rev in trespasses(f, k)}
        refused = not s.can(b, a) or b.broken and s.seal
        s.stats['merges'] += not refused
        if not refused:
            r = merge(a, b)
            for x in ('rows', 'known', 'hist', 'void', 'trim'): setattr(a, x, getattr(r, x))
        if s.w.n != n: raise Fail('L9 a merge minted a revision')
        s.tell('merge', a, source=b.name, refused=refused)

    def do_undo(s, rng, f):
        w = s.w
        mine = sorted({r for h in f.hist.values() for r in h if w.role[r] == f.role}
                      | {r for v in f.rows.values() for r in v if w.role[r] == f.role and w.org[r] == f.org})
        if not mine: return
        r = rng.choice(mine); plan = []
        if any(r in e[0] for h in f.hist.values() for e in h.values()): return        # changed since
        ks = sorted({k for k, h in f.hist.items() if r in h} | {k for k, v in f.rows.items() if r in v})
        for k in ks:
            e = f.hist.get(k, {}).get(r); live = r in f.rows.get(k, ())
            if not live and (e is None or e[1] is not None): return   # the same, where the history was cut
            if not live and k in f.rows and s.trace is not None: return
            if r in trespasses(f, k): return                          # is taken back otherwise
            before = sorted(e[0].items(), key=lambda p: (s.rank(k, p[0]), p[0]), reverse=True) if e else []
            if s.trace is not None and len(before) > 1 and s.rank(k, before[0][0]) == s.rank(k, before[1][0]): return
            back = list(dict.fromkeys(c for _, c in before))
            # An undo that gave several versions back is taken back whole.
            own = [q for q in f.rows.get(k, {}) if q == r or w.at[q] == (r, 0)] if live else []
            here = {c for q, c in f.rows.get(k, {}).items() if q not in own}
            back = [c for c in back if c not in here]
            if live and not back: plan.append((k, own, None))
            elif back: plan.append((k, own, back[0])); plan += [(k, None, c) for c in back[1:]]
        for k, ps, c in plan:
            was = [(w.role[r], c) for r, c in f.rows.get(k, {}).items() if any(k2 == k and r in (ps2 or ()) for k2, ps2, _ in plan)]
            if ps is None and not (authorised(k, f.role, was, c) and authorised(k, f.role, [], c)): return
            if ps is not None and not s.may(f, k, ps, c): return
        if not plan: return
        first = s.write(f, [p for p in plan if p[1] is not None], op=None); revs = [[label(first)]]
        for k, ps, c in plan:
            if ps is None:
                rev = w.mint(f.role, f.org, beside=first); f.put(rev, k, [], c)
                revs.append([label(rev), name(k), text(c)])
        s.stats['undone'] += 1; s.tell('undo', f, undoes=label(r), revs=revs)

    # ── full exchange ──
    def exchange(s, rounds):
        F = s.files
        shot = lambda: [(dict(f.rows), dict(f.known), dict(f.hist)) for f in F]
        for n in range(rounds):
            before = shot()
            for a in F:
                for b in F:
                    if b is not a and s.can(b, a) and s.matters(a, b): s.do(a, b)
            for o in [f for f in F if f.kind == 'county']:
                for a in F:
                    if a.org in schools_of(o) and s.matters(a, extract(o, a.org, 'x0')): s.do(a, s.fresh_extract(o, a.org))
            if before == shot(): return n + 1
        return None

    def matters(s, a, b):
        """A trace need not try every merge that brings nothing; every tenth is enough."""
        if s.trace is None: return True
        n = merge(a, b)
        return (n.rows, n.known, n.hist) != (a.rows, a.known, a.hist) or (int(a.name[1:]) + 3 * int(b.name[1:]) + s.w.n) % 10 == 0

    def fresh_extract(s, county, school):
        e = extract(county, school, s.id('x'))
        s.tell('extract', e, False, source=county.name, org=school); return e


# ── How a history is told ───────────────────────────────────────────────────────────────────────────────────────────────
def label(r): return 'r%d' % r
def name(k): return '/'.join(k)
def text(c): return None if c is None else '|'.join(map(str, c))


def rank(w, k, r):
    """Which version a file shows: authority, then time."""
    return (writers(k[0], w.role[r]), w.at[r])


def state(f):
    """What a file must hold, a line each, sorted: live versions, rows in conflict (!), of these the one shown (^), revision lines (+),
    history (<), void lines (x)."""
    out = ['%s %s %s' % (name(k), label(r), text(c)) for k, v in f.rows.items() for r, c in v.items()]
    out += ['! ' + name(k) for k, v in f.rows.items() if len(set(v.values())) > 1]
    for k, v in f.rows.items():
        first, *others = sorted(v, key=lambda r: rank(f.w, k, r), reverse=True)
        if others and rank(f.w, k, first) != rank(f.w, k, others[0]): out.append('^ %s %s' % (name(k), label(first)))
    out += ['+ %s %s %s' % (label(r), *a) for r, a in f.known]
    for mark, d in (('<', f.hist), ('x', f.void)):
        out += ['%s %s %s %s' % (mark, label(r), name(k), label(p)) for k, h in d.items() for r, e in h.items() for p in e[0]]
    return '\n'.join(sorted(out))
