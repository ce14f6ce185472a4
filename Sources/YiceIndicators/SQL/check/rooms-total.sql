-- severity: error
-- text: 室内体育用房面积 {part} ㎡，大于教学及辅助用房面积 {whole} ㎡；请核对
-- 室内体育 ≤ 教辅用房 (domain, section 9), from whatever counts: register or statement.
SELECT a.org_code,
  sum(CASE WHEN a.element = '室内体育用房面积' THEN a.amount_e4 ELSE 0 END) / 10000.0 AS part,
  sum(CASE WHEN a.element = '教学及辅助用房面积' THEN a.amount_e4 ELSE 0 END) / 10000.0 AS whole
FROM amount AS a
WHERE a.element IN ('室内体育用房面积', '教学及辅助用房面积')
GROUP BY a.org_code
HAVING sum(CASE WHEN a.element = '室内体育用房面积' THEN a.amount_e4 ELSE -a.amount_e4 END) > 0
  AND count(DISTINCT a.element) = 2
ORDER BY a.org_code
