-- severity: warning
-- text: 阶段“{stage_name}”从 {starts} 开始，早于前一阶段“{before_name}”的 {before_starts}；请核对先后
-- Stages stand in the order of their first 序号; 措施 without dates say nothing.
WITH stage AS (
  SELECT org_code, stage_name, min(starts_on) AS starts, min(CAST(seq AS INTEGER)) AS place
  FROM task WHERE stage_name IS NOT NULL AND starts_on IS NOT NULL AND CAST(seq AS INTEGER) > 0
  GROUP BY org_code, stage_name
),
paired AS (
  SELECT org_code, stage_name, starts, lag(stage_name) OVER list AS before_name, lag(starts) OVER list AS before_starts
  FROM stage
  WINDOW list AS (PARTITION BY org_code ORDER BY place)
)
SELECT * FROM paired WHERE starts < before_starts ORDER BY org_code, starts
