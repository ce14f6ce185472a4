-- What each indicator divides by pupils, before splitting: its terms added up over the school and what is 并入 it.

DROP TABLE IF EXISTS temp.numerator;
CREATE TABLE temp.numerator (
  org_code TEXT NOT NULL,
  indicator TEXT NOT NULL,
  stage TEXT NOT NULL,
  campus TEXT,
  amount_e4 BIGINT NOT NULL
);

INSERT INTO numerator
SELECT s.into_code, m.indicator, a.stage, a.campus, sum(m.sign * a.amount_e4)
FROM scope AS s
JOIN amount AS a ON a.org_code = s.org_code
JOIN term AS m ON m.element = a.element
GROUP BY s.into_code, m.indicator, a.stage, a.campus;
