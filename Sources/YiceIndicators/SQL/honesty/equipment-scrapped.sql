-- severity: warning
-- title: 报废的设备
-- register: equipment
-- indicator: R6
-- text: {n} 项设备（{value} 元）的使用状况写着报废，仍计入教学仪器设备值（如 {first}）
SELECT e.org_code, count(*) AS n, round(sum(e.value), 2) AS value, min(e.item_no) AS first
FROM equipment AS e
JOIN chosen_year AS y ON e.school_year = y.school_year
LEFT JOIN word AS w ON w.list = 'teaching_equipment' AND w.stage = '' AND w.word = e.category
WHERE e.condition LIKE '%报废%' AND e.value > 0
  AND (e.counts_as_teaching = 1 OR (e.counts_as_teaching IS NULL AND w.word IS NOT NULL))
GROUP BY e.org_code
ORDER BY e.org_code
