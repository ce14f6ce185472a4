-- severity: warning
-- text: 阶段“{stage_name}”从 {starts} 开始，早于前一阶段“{before_name}”的 {before_starts}；请核对先后
-- Stages stand in the order of their first 序号; 措施 without dates say nothing.
WITH stage AS (
  SELECT org_code, stage_name, min(starts_on) AS starts, min(CAST(seq AS INTEGER)) AS place
  FROM task WHERE stage_name IS NOT NULL AND starts_on IS NOT NULL AND CAST(seq AS INTEGER) > 0
  GROUP BY org_code, stage_name
),
paired AS (
  SELECT s.org_code, s.stage_name, s.starts, max(b.place) AS before
  FROM stage AS s JOIN stage AS b ON b.org_code = s.org_code AND b.place < s.place
  GROUP BY s.org_code, s.stage_name, s.starts
)
SELECT p.org_code, p.stage_name, p.starts, b.stage_name AS before_name, b.starts AS before_starts
FROM paired AS p
JOIN stage AS b ON b.org_code = p.org_code AND b.place = p.before
WHERE p.starts < b.starts
ORDER BY p.org_code, p.starts
