-- severity: warning
-- text: “{ledger}”的“{item}”不在“{list}”里（{rows} 行），不计入汇总；请核对名称，或由教育局补进“{list}”
-- Only where the bureau named items at all. Spaces in a name do not matter.
SELECT c.org_code, '定期检查结果' AS ledger, '定期检查' AS list, c.item, count(*) AS rows
FROM check_result AS c
WHERE EXISTS (SELECT 1 FROM recurring_check) AND replace(replace(c.item, ' ', ''), '　', '') NOT IN
  (SELECT replace(replace(r.item, ' ', ''), '　', '') FROM recurring_check AS r)
GROUP BY c.org_code, c.item
UNION ALL
SELECT a.org_code, '核心指标填报', '核心指标', a.item, count(*)
FROM core_answer AS a
WHERE EXISTS (SELECT 1 FROM core_item) AND a.item NOT IN (SELECT k.item FROM core_item AS k)
GROUP BY a.org_code, a.item
ORDER BY 1, 2, 4
