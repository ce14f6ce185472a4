-- severity: warning
-- text: 任务 {id}“{task}”的时间原文“{period_text}”到 {last_year} 年 {last_month} 月为止，时限却是 {due_on}；通知原文如此的保留，写错的请更正
-- The last month that the text names, in the last year before it: 2022年1月-3月 ends with March 2022. What follows the
-- last 月 is cut off by taking away, from the end, every character that is not 月; likewise with 年.
WITH months AS (
  SELECT org_code, id, task, period_text, due_on,
    rtrim(rtrim(period_text, replace(period_text, '月', '')), '月') AS until_month
  FROM task WHERE period_text LIKE '%年%月%' AND due_on IS NOT NULL
),
parts AS (
  SELECT org_code, id, task, period_text, due_on, until_month,
    rtrim(rtrim(until_month, replace(until_month, '年', '')), '年') AS until_year
  FROM months
),
ends AS (
  SELECT org_code, id, task, period_text, due_on, CAST(substr(until_year, -4) AS INTEGER) AS last_year,
    CASE WHEN CAST(substr(until_month, -2) AS INTEGER) BETWEEN 1 AND 12 THEN CAST(substr(until_month, -2) AS INTEGER)
      ELSE CAST(substr(until_month, -1) AS INTEGER) END AS last_month
  FROM parts
)
SELECT org_code, id, task, period_text, last_year, last_month, due_on
FROM ends
WHERE last_year BETWEEN 1950 AND 2100 AND last_month BETWEEN 1 AND 12
  AND CAST(substr(due_on, 1, 4) AS INTEGER) * 12 + CAST(substr(due_on, 6, 2) AS INTEGER) > last_year * 12 + last_month
ORDER BY org_code, id
