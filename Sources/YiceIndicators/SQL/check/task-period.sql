-- severity: warning
-- text: 任务 {id}“{task}”的时间原文“{period_text}”到 {last_month} 为止，时限却是 {due_on}；通知原文如此的保留，写错的请更正
-- The last month that the text names, in the last year before it: 2022年1月-3月 ends with March 2022.
WITH months AS (
  SELECT org_code, id, task, period_text, due_on,
    rtrim(rtrim(period_text, replace(period_text, '月', '')), '月') AS until_month
  FROM task WHERE period_text LIKE '%年%月%' AND due_on IS NOT NULL
),
parts AS (
  SELECT *,
    CASE WHEN substr(until_month, -2) GLOB '[0-9][0-9]' THEN CAST(substr(until_month, -2) AS INTEGER)
      WHEN substr(until_month, -1) GLOB '[0-9]' THEN CAST(substr(until_month, -1) AS INTEGER) END AS month,
    rtrim(rtrim(until_month, replace(until_month, '年', '')), '年') AS until_year
  FROM months
),
ends AS (
  SELECT *, printf('%s-%02d', substr(until_year, -4), month) AS last_month FROM parts
  WHERE month BETWEEN 1 AND 12 AND substr(until_year, -4) GLOB '[12][0-9][0-9][0-9]'
)
SELECT org_code, id, task, period_text, last_month, due_on FROM ends
WHERE substr(due_on, 1, 7) > last_month
ORDER BY org_code, id
