-- severity: warning
-- text: “{ledger}”{row} 的结束 {ends} 早于开始 {starts}；原文如此的保留，写错的请更正
SELECT org_code, '交流支教' AS ledger, id || coalesce('“' || period_text || '”', '') AS row, from_on AS starts, to_on AS ends
FROM exchange WHERE to_on < from_on
UNION ALL
SELECT org_code, '建设项目', id || '“' || name || '”', starts_on, due_on FROM project WHERE due_on < starts_on
UNION ALL
SELECT org_code, '建设项目', id || '“' || name || '”', started_on, done_on FROM project WHERE done_on < started_on
UNION ALL
SELECT org_code, '包联责任', id || '“' || object || '”', from_on, to_on FROM duty WHERE to_on < from_on
ORDER BY org_code, ledger, row
