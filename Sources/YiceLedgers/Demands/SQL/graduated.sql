-- form: 大班额销号和毕业
-- title: 大班额台账销号、毕业统计表
-- words: 大班额去向、毕业班额
-- section: 台账
-- from: oversized_class
-- column school: 学校 20
-- column filed: 建档班数 9
-- column on_ledger: 在册 8
-- column asked: 拟销号 8
-- column back: 反弹 8
-- column struck: 已销号 8
-- column graduated: 毕业离校 9
-- column waiting: 已过毕业年级、没有登记的 12
-- column struck_share: 销号比例（%） 10
-- column note: 备注 14
-- note: 毕业离校不是销号：班额没有降下来，班级毕业了；两个数分开计。没有登记的用 yice oversize graduate 登记。
-- A class has left when the years of its 学段 are over by :today.
WITH line AS (
  SELECT o.*, CASE WHEN o.state IN ('在册', '拟销号', '反弹')
      AND :today > (o.entry_year + CASE o.stage WHEN '小学' THEN :primary_years WHEN '初中' THEN :junior_years ELSE :senior_years END) || '-08-31'
    THEN 1 ELSE 0 END AS is_over
  FROM oversized_class AS o WHERE :school IS NULL OR o.org_code = :school
),
summed AS (SELECT org_code, state, is_over, 0 AS place FROM line UNION ALL SELECT NULL, state, is_over, 1 FROM line)
SELECT s.org_code, CASE place WHEN 1 THEN '合计' ELSE coalesce(o.name, s.org_code) END AS school, count(*) AS filed,
  sum(state = '在册') AS on_ledger, sum(state = '拟销号') AS asked, sum(state = '反弹') AS back, sum(state = '已销号') AS struck,
  sum(state = '毕业') AS graduated, sum(is_over) AS waiting, round(sum(state = '已销号') * 100.0 / count(*), 1) AS struck_share,
  NULL AS note, place
FROM summed AS s LEFT JOIN org AS o ON o.org_code = s.org_code
GROUP BY place, s.org_code HAVING count(*) > 0
ORDER BY place, s.org_code
-- status
SELECT '大班额毕业离校' AS name, filed AS total, graduated AS done, NULL AS overdue,
  '已销号 ' || struck || '，毕业 ' || graduated || coalesce('，已过毕业年级没有登记 ' || nullif(waiting, 0), '') AS remark
FROM demand WHERE place = 1 AND graduated + waiting > 0
