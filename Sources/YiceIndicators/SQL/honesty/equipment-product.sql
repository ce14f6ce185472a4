-- severity: warning
-- title: 设备金额与数量、单价
-- register: equipment
-- indicator: R6
-- text: {n} 项设备的金额比 数量×单价 多，共多 {more} 元（如 {first}）；请按账面原值改正
SELECT e.org_code, count(*) AS n, round(sum(e.value - e.quantity * e.unit_price), 2) AS more,
  min(e.item_no) AS first
FROM equipment AS e
JOIN chosen_year AS y ON e.school_year = y.school_year
WHERE e.value - e.quantity * e.unit_price >= 1
GROUP BY e.org_code
ORDER BY e.org_code
