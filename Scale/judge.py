"""Verdicts: a double decides unless it lies within 1e-9 of the mark; then the fractions that it was added up from do
(Decision 0012). What the engine can be sure of it says itself; the few ties are looked at here."""

import decimal
from fractions import Fraction
import math
import pathlib

from areas import FROM, VALUES, spread

TOLERANCE = 1e-9
JUDGE = (pathlib.Path(__file__).parent / "judge.sql").read_text("utf-8")
STAGES = ["小学", "初中"]


def rounding_mark(threshold):
    """The least value that rounds, half up, to the threshold or more with two decimals."""
    return Fraction(10 * math.ceil(threshold * 100) - 5, 1000)


class Judge:
    def __init__(self, engine, judging):
        self.engine, self.judging = engine, judging
        near = Fraction(judging["pass"]["near"]) if judging["pass"] else Fraction(1)
        self.marks, rows = {}, []
        for rule in judging["indicators"]:
            for stage in STAGES:
                text = rule["thresholds"].get(stage)
                marks = None
                if text is not None:
                    marks = [Fraction(text), Fraction(text) * near]
                    if judging["compare"] == "rounded":
                        marks = [rounding_mark(mark) for mark in marks]
                    self.marks[stage, rule["id"]] = [(m, float(m), TOLERANCE * max(1, abs(float(m)))) for m in marks]
                rows.append((stage, rule["id"], rule["per"], *(map(float, marks) if marks else (None, None))))
        engine.run(
            "CREATE TABLE mark (stage TEXT NOT NULL, indicator TEXT NOT NULL, per BIGINT NOT NULL,"
            " full_mark DOUBLE PRECISION, near_mark DOUBLE PRECISION);"
            "CREATE TABLE relaxable (item TEXT NOT NULL);"
        )
        engine.insert("mark", rows)
        engine.insert("relaxable", [(item,) for item in judging["relaxations"]])
        engine.run(JUDGE)
        self.per = {rule["id"]: rule["per"] for rule in judging["indicators"]}
        self.found = None

    # Values and verdicts of schools

    def values(self):
        """See Chain.values."""
        if self.found is None:
            rows = self.engine.rows(
                "SELECT county, org_code, stage, indicator, per, pupils, amount, value, relaxed_value FROM judged"
                " ORDER BY county, stage, org_code, indicator"
            )
            self.found = [self.judged(*row) for row in rows]
        return self.found

    def judged(self, county, org, stage, indicator, per, pupils, amount, value, relaxed):
        marks = self.marks.get((stage, indicator))
        met = near = relaxed_met = relaxed_near = None
        if marks:
            met, near = (self.reaches(value, mark, org, stage, [indicator], pupils) for mark in marks)
            if relaxed is not None:
                both = [indicator, indicator + "+"]
                relaxed_met, relaxed_near = (self.reaches(relaxed, m, org, stage, both, pupils) for m in marks)
        return (
            county, org, stage, indicator, per, pupils, amount, value, met, near, relaxed, relaxed_met, relaxed_near,
        )

    def reaches(self, value, mark, org, stage, indicators, pupils):
        if value is None:
            return False
        mark, double, tolerance = mark
        distance = value - double
        if abs(distance) > tolerance:
            return distance > 0
        amount = sum(self.exact_amount(org, stage, indicator) for indicator in indicators)
        return amount * self.per[indicators[0]] / pupils >= mark

    def exact_amount(self, org, stage, indicator):
        rows = self.engine.rows(
            f"SELECT amount_e4, weighted, total FROM part WHERE org_code = '{org}' AND stage = '{stage}'"
            f" AND indicator = '{indicator}'"
        )
        return sum((Fraction(a * w, t * 10_000) for a, w, t in rows), Fraction(0))

    def schools(self):
        """See Chain.schools."""
        found, rule = [], self.judging["pass"]
        for (county, org, stage), values in grouped(self.values(), 3):
            asked = [v for v in values if v[8] is not None]
            strict = [(v[8], v[9]) for v in asked]
            eased = [(v[11], v[12]) if v[11] is not None else (v[8], v[9]) for v in asked]
            passes = self.passes(strict, rule)
            relaxed = self.passes(eased, rule) if any(v[11] is not None for v in asked) else None
            found.append((county, org, stage, values[0][5], sum(m for m, _ in strict), passes, relaxed))
        return found

    def passes(self, verdicts, rule):
        if not rule:
            return None
        return sum(met for met, _ in verdicts) >= rule["least"] and all(met or near for met, near in verdicts)

    # Counties

    def counties(self):
        """[{county, stage, pupils, schools, passing, indicators: {id: {...}}, composite, passes}]."""
        self.engine.run(VALUES + FROM.format("judged"))
        counties = sorted({v[0] for v in self.values()})
        spreads = {(row[1], row[2], row[3]): row for row in spread(self.engine, counties, ["county"])}
        schools = {}
        for school in self.schools():
            schools.setdefault((school[0], school[2]), []).append(school)
        met = {}
        for v in self.values():
            met[v[0], v[2], v[3]] = met.get((v[0], v[2], v[3]), 0) + (v[8] is True)
        return [self.county(county, stage, own, spreads, met) for (county, stage), own in schools.items()]

    def county(self, county, stage, schools, spreads, met):
        limit = self.judging["cv_limit"].get(stage)
        indicators = {}
        for indicator in self.per:
            row = spreads.get((county, stage, indicator))
            mean, cv, plain = (row[6], row[7], row[8]) if row else (None, None, None)
            within = self.within(cv, limit, county, stage, indicator)
            indicators[indicator] = {
                "mean": mean, "cv": cv, "cv_unweighted": plain, "limit": None if limit is None else float(limit),
                "within": within, "counted": row[4] if row else 0, "met": met.get((county, stage, indicator), 0),
            }
        composite, composite_within = self.composite(county, stage, indicators)
        passes, composite_limit = None, self.judging["composite_limit"].get(stage)
        if self.judging["pass"] or limit is not None or composite_limit is not None:
            passes = (
                all(s[5] is not False for s in schools)
                and (limit is None or all(i["within"] is True for i in indicators.values()))
                and (composite_limit is None or composite_within is True)
            )
        return {
            "county": county, "stage": stage, "schools": len(schools), "pupils": sum(s[3] for s in schools),
            "passing": sum(s[5] is True for s in schools), "indicators": indicators, "composite": composite,
            "passes": passes,
        }

    def within(self, cv, limit, county, stage, indicator):
        if cv is None or limit is None:
            return None
        if abs(cv - float(limit)) > TOLERANCE * max(1, float(limit)):
            return cv < float(limit)
        return self.exact_square(county, stage, indicator) <= Fraction(limit) ** 2

    def exact_square(self, county, stage, indicator):
        """The square of the coefficient, without a root: P·Σ xᵢ²/pᵢ ÷ (Σ xᵢ)² − 1."""
        squares = amounts = pupils = Fraction(0)
        for v in self.values():
            if v[0] == county and v[2] == stage and v[3] == indicator and v[7] is not None:
                amount = self.exact_amount(v[1], stage, indicator)
                squares, amounts, pupils = squares + amount * amount / v[5], amounts + amount, pupils + v[5]
        return squares * pupils / (amounts * amounts) - 1

    def composite(self, county, stage, indicators):
        """综合差异系数 (2012): the plain mean of the coefficients, and whether it is within its limit."""
        limit = self.judging["composite_limit"].get(stage)
        known = [i["cv"] for i in indicators.values()]
        if limit is None or not known or None in known:
            return None, None
        mean = sum(known) / len(known)
        if abs(mean - float(limit)) > TOLERANCE * max(1, float(limit)):
            return mean, mean < float(limit)
        with decimal.localcontext() as context:
            context.prec = 60
            total = decimal.Decimal(0)
            for indicator in indicators:
                square = self.exact_square(county, stage, indicator)
                total += (decimal.Decimal(square.numerator) / decimal.Decimal(square.denominator)).sqrt()
            gap = total / len(known) - decimal.Decimal(limit)
            # A sum that lies so near is the limit itself (Decision 0121).
            return mean, gap < decimal.Decimal("1e-30")


def grouped(rows, count):
    """Rows with the first columns as key, in their order; rows of one key stand together."""
    key, group = None, []
    for row in rows:
        if row[:count] != key:
            if group:
                yield key, group
            key, group = row[:count], []
        group.append(row)
    if group:
        yield key, group
