"""The rule of merging mailed files (model 2): who may write what, what travels, what a file has seen, and the merge."""
import collections

# ── Who, what, where ──────────────────────────────────────────────────────────────────────────────────────────────
SCHOOLS = {'S1': 'C', 'S2': 'C', 'S3': 'D'}       # school -> county
COUNTIES = {'C': 'Y', 'D': 'Y', 'E': 'Z'}         # county -> city; Z is the foreign city
BUREAU = ('county', 'city')                       # roles of a bureau
REVIEW = BUREAU + ('inspection',)
CLASS = {'reg': 'register', 'pol': 'bureau', 'tsk': 'bureau', 'opi': 'oversight', 'rec': 'shared', 'pro': 'shared'}

# A key is (table, org, id). Its area is (org, class of its table).
_areas = {}


def area(k):
    a = _areas.get(k)
    if a is None: a = _areas[k] = (k[1], CLASS[k[0]])
    return a


# ── States of an order or finding ─────────────────────────────────────────────────────────────────────────────────
# T 待整改, Z 整改中, H 待核验, X 已销号, B 退回. The content of 'rec' is (text, answer, state).
SCHOOL_MOVES = {('T', 'Z'), ('T', 'H'), ('Z', 'H'), ('B', 'Z'), ('B', 'H'), ('H', 'Z')}
REVIEW_MOVES = SCHOOL_MOVES | {('H', 'X'), ('H', 'B'), ('X', 'Z')}
STARTS = 'TZH'                                    # states in which a school may begin a row


def _closure():
    """state -> states that a school may bring it to: by its moves, and by taking back a move of its own."""
    enterable = set(STARTS) | {to for _, to in SCHOOL_MOVES}
    steps = SCHOOL_MOVES | {(to, at) for at, to in SCHOOL_MOVES if at in enterable}
    reach = {s: {s} for s in 'TZHXB'}
    for _ in reach:
        for s in reach: reach[s] |= {to for at, to in steps if at in reach[s]}
    return reach


REACH = _closure()

# ── Who may write what ────────────────────────────────────────────────────────────────────────────────────────────
# Ids of 'rec' that begin with o are orders of review; with w, what the school found itself ("own").


def writers(table, role):
    """Whether the role may write the whole table."""
    if table == 'reg': return role == 'school' or role in BUREAU
    if table in ('pol', 'tsk'): return role in BUREAU
    if table in ('opi', 'rec'): return role in REVIEW
    return role != 'issued'


def authorised(k, role, parents, after):
    """Whether the role may turn these versions [(role, content)] into that content (None: removed).
    A pure function of the write."""
    t = k[0]
    if role == 'issued': return False             # another program wrote into a file that the bureau issued
    if t == 'pro': return not parents or role in BUREAU or all(r == role for r, _ in parents)
    if t != 'rec' or role in REVIEW: return writers(t, role)
    own = k[2][0] == 'w'
    if after is None: return own and all(r == role or c[2] == 'T' for r, c in parents)
    if not parents: return own and after[2] in STARTS
    if not any(after[2] in REACH[c[2]] for _, c in parents): return False
    if own: return True
    texts = {c[0] for _, c in parents}            # what a school may not change in an order
    if len(texts) > 1: texts = {c[0] for r, c in parents if r in REVIEW}
    return texts == {after[0]}


class World:
    """Revisions and, for the checks only, the true history."""
    def __init__(s):
        s.n = 0; s.role = {}; s.org = {}; s.at = {}
        s.truth = {}                              # (rev, key) -> (content, written by right)
        s.writes = collections.defaultdict(list)  # key -> [(rev, replaced, is there a result, by right)]

    def mint(s, role, org, beside=None):
        """A new revision. One that an undo writes beside its first is of the same moment and ranks after it."""
        s.n += 1; s.role[s.n] = role; s.org[s.n] = org
        s.at[s.n] = (s.n, 1) if beside is None else (beside, 0)
        return s.n


class File:
    __slots__ = ('w', 'kind', 'role', 'org', 'name', 'known', 'rows', 'hist', 'void', 'trim', 'broken')

    def __init__(s, w, kind, org, name):
        s.w = w; s.kind = kind; s.org = org; s.name = name
        s.role = 'issued' if kind == 'extract' else kind
        s.known = {}                              # (rev, area) -> True: a line an area that a revision touched
        s.rows = {}                               # key -> {rev: content}: the row and its siblings
        s.hist = {}                               # key -> {rev: ({before_rev: content}, after, by right)}
        s.void = {}                               # key -> {rev: event}: set aside, for people only
        s.trim = set()                            # for the checks: keys whose history was cut by hand
        s.broken = False                          # written by another program after it was sealed

    def clone(s, name=None):
        f = File(s.w, s.kind, s.org, name or s.name)
        f.known = dict(s.known); f.rows = dict(s.rows); f.hist = dict(s.hist); f.void = dict(s.void)
        f.trim = set(s.trim); f.broken = s.broken
        return f

    def put(s, rev, k, parents, after, cut=False):
        """Writes one version in place of the parents; cut: and all history of the key is deleted by hand."""
        w = s.w
        was = taint(s, k) and not cut
        before = {p: s.rows[k][p] for p in parents}
        # A write whose history was cut is, to everybody else, a write beside the others.
        ok = authorised(k, w.role[rev], [] if cut else [(w.role[p], c) for p, c in before.items()], after)
        rest = {r: c for r, c in s.rows.get(k, {}).items() if r not in before}
        if after is not None: rest[rev] = after; w.truth[rev, k] = (after, ok and not was)
        mine = frozenset(p for p in before if not cut or w.role[p] == w.role[rev])
        w.writes[k].append((rev, mine, after is not None, ok and not was and not cut))
        if rest: s.rows[k] = rest
        else: s.rows.pop(k, None)
        s.known[rev, area(k)] = True
        if before and not cut: s.hist[k] = {**s.hist.get(k, {}), rev: (before, after, ok)}
        if cut: s.hist.pop(k, None); s.trim.add(k)


def trespasses(f, k):
    """The writes that made this file's state of the key and that their authors had no right to make."""
    w = f.w; h = f.hist.get(k, {})
    out = {r for r, e in h.items() if not e[2]}
    for versions in [f.rows.get(k, {})] + [e[0] for e in h.values()]:
        out |= {r for r, c in versions.items() if r not in h and not authorised(k, w.role[r], [], c)}
    return out


def taint(f, k): return bool(trespasses(f, k)) if k in f.hist or k in f.rows else False


# ── What travels ──────────────────────────────────────────────────────────────────────────────────────────────────
ALL = ('register', 'shared', 'oversight', 'bureau')
#        from          into          classes of schools' areas     the county's own area
TRAVEL = {
    ('county', 'county'): (ALL, True), ('city', 'city'): (ALL, True), ('school', 'school'): (ALL, True),
    ('inspection', 'inspection'): (ALL, True),
    ('county', 'city'): (ALL, True), ('city', 'county'): (ALL, True),
    ('extract', 'school'): (ALL, True), ('extract', 'inspection'): (ALL, True),
    ('school', 'county'): (('register', 'shared'), False), ('school', 'city'): (('register', 'shared'), False),
    ('school', 'inspection'): (ALL, True),
    ('inspection', 'county'): (('oversight', 'shared'), False), ('inspection', 'city'): (('oversight', 'shared'), False),
    ('inspection', 'school'): (('oversight', 'shared'), False),
}
WORD = {'county': ('register', 'bureau'), 'extract': ('register', 'bureau'), 'school': ('register',),
        'inspection': (), 'city': ()}
# What the proof switches off to see that it would notice. The last: a city with the word, as a county.
SWITCH = dict(travel=True, taint=True, shown=True, lines=True, cityword=False)
VARIANTS = {'model': {}, 'notaint': dict(taint=False), 'notshown': dict(shown=False), 'nolines': dict(lines=False),
            'notravel': dict(travel=False), 'cityword': dict(cityword=True)}


def schools_of(f):
    if f.org in SCHOOLS: return {f.org}
    return {s for s, c in SCHOOLS.items() if f.org in (c, COUNTIES[c])}


def counties_of(f):
    if f.org in SCHOOLS: return {SCHOOLS[f.org]}
    return {c for c, y in COUNTIES.items() if f.org in (c, y)}


_travel = {}


def areas(b, a):
    """The areas that travel from b to a; None where a refuses the file."""
    key = (b.kind, b.org, a.kind, a.org)
    if key not in _travel: _travel[key] = _areas_of(b, a)
    return _travel[key]


def _areas_of(b, a):
    rule = TRAVEL.get((b.kind, a.kind))
    if rule is None: return None
    if b.kind == a.kind or (b.org in SCHOOLS and a.org in SCHOOLS):
        if b.org != a.org: return None            # another school's, county's or city's file
    elif not counties_of(a) & counties_of(b): return None
    classes, own = rule if SWITCH['travel'] else (ALL, True)
    found = {(o, c) for o in schools_of(b) & schools_of(a) for c in classes}
    if own: found |= {(c, 'bureau') for c in counties_of(b) & counties_of(a)}
    if b.kind == a.kind == 'city': found.add((a.org, 'bureau'))
    return found


def word(f): return WORD['county' if f.kind == 'city' and SWITCH['cityword'] else f.kind]
def dim(f): return 'bureau' not in word(f) # for the checks: of a key whose history was cut by hand it cannot tell


# ── Merging ───────────────────────────────────────────────────────────────────────────────────────────────────────
def seen(f, r, k):
    """Whether the file has seen the version r of the key: where it has the word its list of revisions says so,
    elsewhere it must show the version, live or in the history."""
    a = area(k)
    if a[1] in word(f) or not SWITCH['shown']: return (r, a) in f.known
    if r in f.rows.get(k, ()): return True
    h = f.hist.get(k)
    return h is not None and (r in h or any(r in e[0] for e in h.values()))


def merge(a, b):
    """b into a; returns the new a. Nothing is minted."""
    n = a.clone(); t = areas(b, a)
    if t is None: return n
    if SWITCH['taint']:                           # where the list of revisions decides, an area travels whole or not at all
        t = t - {area(k) for d in (b.rows, b.hist) for k in d
                 if area(k)[1] in word(a) and area(k) in t and taint(b, k)}
    for k in {k for d in (a.rows, b.rows, a.hist, b.hist) for k in d if area(k) in t}:
        x = a.rows.get(k, {}); y = b.rows.get(k, {})
        if SWITCH['taint'] and taint(b, k): continue                 # b says nothing of this key
        if SWITCH['taint'] and taint(a, k):                          # a never said anything of it: b's word
            out = y
            if k in a.hist: n.void[k] = {**n.void.get(k, {}), **a.hist[k]}
            if k in b.hist: n.hist[k] = b.hist[k]
            else: n.hist.pop(k, None)
            n.trim.discard(k)
        else:
            out = {r: c for r, c in x.items() if r in y or not seen(b, r, k)}
            out.update((r, c) for r, c in y.items() if r not in x and not seen(a, r, k))
            if k in b.hist: n.hist[k] = {**a.hist.get(k, {}), **b.hist[k]}
        if k in b.trim: n.trim.add(k)
        if out: n.rows[k] = out
        else: n.rows.pop(k, None)
        if k in n.void and k in n.hist:           # what somebody else vouches for is no longer set aside
            left = {r: e for r, e in n.void[k].items() if r not in n.hist[k]}
            if left: n.void[k] = left
            else: del n.void[k]
    n.known.update((p, True) for p in b.known if p[1] in t)
    if not SWITCH['lines']:                       # knowledge by file, as in model 1
        every = {(o, c) for o in schools_of(n) for c in ALL} | {(c, 'bureau') for c in counties_of(n)}
        n.known.update(((r, e), True) for r in {r for r, _ in n.known} | {r for r, _ in b.known} for e in every)
    return n


def nothing_new(a, b):
    """The shortcut: lines where the receiver has the word, live versions elsewhere."""
    t = areas(b, a); mine = word(a)
    return (all(p in a.known for p in b.known if p[1] in t and p[1][1] in mine)
            and all(a.rows.get(k, {}).keys() == b.rows.get(k, {}).keys()
                    for d in (a.rows, b.rows) for k in d if area(k) in t and area(k)[1] not in mine))


def extract(county, school, name='extract'):
    """issue: a merge into an empty file, as a copy of the county would take it."""
    f = File(county.w, 'county', county.org, name)
    n = merge(f, county); e = File(county.w, 'extract', school, name)
    mine = lambda a: a[0] in (school, county.org)
    for d in ('rows', 'hist'): setattr(e, d, {k: v for k, v in getattr(n, d).items() if mine(area(k))})
    e.known = {p: True for p in n.known if mine(p[1])}; e.trim = {k for k in n.trim if mine(area(k))}
    return e


def started(source, kind, name):
    """start and inspect: a merge into an empty file."""
    return merge(File(source.w, kind, source.org, name), source)


def newest(f, k):
    """The newest write of the key in this file, removals included."""
    h = f.hist.get(k, {})
    gone = [r for r, e in h.items() if e[1] is None and not any(r2 != r and p in e2[0] for p in e[0] for r2, e2 in h.items())]
    return max(gone + list(f.rows.get(k, {})), default=None)


def take_back(f, k, r):
    """A trespass taken back in the file where it was made: what it replaced returns under its old revision, and its
    lines are set aside. Nobody else ever took it, so nothing is minted."""
    h = dict(f.hist.get(k, {})); v = dict(f.rows.get(k, {}))
    v.pop(r, None); e = h.pop(r, None)
    if e:
        f.void[k] = {**f.void.get(k, {}), r: e}
        v.update((p, c) for p, c in e[0].items() if not any(p in x[0] for x in h.values()))
    for d, value in ((f.hist, h), (f.rows, v)):
        if value: d[k] = value
        else: d.pop(k, None)


class Fail(Exception): pass
