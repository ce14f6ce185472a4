-- severity: error
-- text: {respondent}{method}：满意 {satisfied}，有效 {valid}，总数 {total}，部分多于整体；请改正
SELECT s.org_code, s.respondent, s.method, s.satisfied, s.valid, s.total
FROM survey AS s
JOIN chosen_year AS y ON s.school_year = y.school_year
WHERE s.satisfied > coalesce(s.valid, s.total) OR s.valid > s.total
ORDER BY s.org_code, s.respondent, s.method
