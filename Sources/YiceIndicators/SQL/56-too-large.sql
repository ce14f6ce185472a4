-- Amounts of a school that are too large to be true, and to be added up exactly in ten-thousandths: more than 9 × 10¹¹ in
-- the unit of the 数据项 (a thousand lines of a 万亿 each). They count for nothing, and a finding names the school.

DROP TABLE IF EXISTS temp.too_large;
CREATE TABLE temp.too_large (
  org_code TEXT NOT NULL,
  element TEXT NOT NULL,
  source TEXT NOT NULL
);

INSERT INTO too_large
SELECT org_code, element, source
FROM amount
GROUP BY org_code, element, source
HAVING sum(cast(amount_e4 AS DOUBLE PRECISION)) > 9000000000000000;

DELETE FROM told
WHERE EXISTS (SELECT 1 FROM too_large AS x WHERE x.org_code = told.org_code AND x.element = told.element);

DELETE FROM amount
WHERE EXISTS (SELECT 1 FROM too_large AS x WHERE x.org_code = amount.org_code AND x.element = amount.element);
