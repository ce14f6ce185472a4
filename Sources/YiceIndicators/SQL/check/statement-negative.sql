-- severity: error
-- text: {stage}“{element}”填报 {number}，不能小于 0；请改正
SELECT s.org_code, s.stage, s.element, s.value AS number
FROM statement AS s
JOIN chosen_year AS y ON s.school_year = y.school_year
WHERE s.value < 0
ORDER BY s.org_code, s.element, s.stage
