-- severity: note
-- title: 设备与固定资产明细账
-- register: equipment
-- indicator: R6
-- text: 计入教学仪器设备值的 {n} 项（{value} 元）没有会计凭证号，不能与固定资产明细账逐项核对
SELECT e.org_code, count(*) AS n, round(sum(e.value), 2) AS value
FROM equipment AS e
JOIN chosen_year AS y ON e.school_year = y.school_year
LEFT JOIN word AS w ON w.list = 'teaching_equipment' AND w.stage = '' AND w.word = e.category
WHERE coalesce(e.voucher_no, '') = '' AND e.value > 0
  AND (e.counts_as_teaching = 1 OR (e.counts_as_teaching IS NULL AND w.word IS NOT NULL))
GROUP BY e.org_code
ORDER BY e.org_code
