-- severity: warning
-- text: “核心指标”列了 {listed} 项，标准是 {asked} 项；没有列全以前，没有学校能算达标（不达标达到 {fail_at} 项的照样否决），请由教育局在“核心指标”表补齐
SELECT k.org_code, sum(CASE WHEN coalesce(k.active, 1) = 1 THEN 1 ELSE 0 END) AS listed, c.value AS asked, l.value AS fail_at
FROM core_item AS k
JOIN setting AS c ON c.name = 'count'
JOIN setting AS l ON l.item = c.item AND l.name = 'fail_at'
GROUP BY k.org_code, c.item, c.value, l.value
HAVING sum(CASE WHEN coalesce(k.active, 1) = 1 THEN 1 ELSE 0 END) < c.value
ORDER BY k.org_code
