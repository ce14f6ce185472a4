-- form: 用房汇总
-- title: 校舍用房分类汇总表
-- words: 用房用途汇总、互动课堂
-- section: 用房
-- from: room
-- column category: 用房类别 14 merges
-- column purpose: 用途 18
-- column schools: 校数 7
-- column rooms: 间数 8
-- column area: 建筑面积（㎡） 12
-- column usable: 使用面积（㎡） 12
-- column seats: 座位数 9
-- column multimedia: 网络多媒体（间） 10
-- column interactive: 互动课堂（间） 10
-- column leased: 租借（间） 8
-- column note: 备注 12
-- note: 一行写了间数的，面积和座位是一间的，这里已乘。空着的面积不计。网络多媒体与 R7 相同，只数标准里写的用房类别，办公室、室内体育用房里的不数。
WITH line AS (
  SELECT r.*, coalesce(r.room_count, 1) AS n, coalesce(r.category, '') IN (SELECT value FROM json_each(:multimedia_rooms)) AS is_counted
  FROM room AS r
  WHERE r.school_year = :year AND (:school IS NULL OR r.org_code = :school)
)
SELECT NULL AS org_code, category, coalesce(purpose, '（未写用途）') AS purpose, count(DISTINCT org_code) AS schools, sum(n) AS rooms,
  round(sum(floor_area * n), 2) AS area, round(sum(usable_area * n), 2) AS usable, sum(seats * n) AS seats,
  total(CASE WHEN is_counted AND multimedia = 1 THEN n END) AS multimedia, total(CASE WHEN interactive = 1 THEN n END) AS interactive,
  total(CASE WHEN leased = 1 THEN n END) AS leased, NULL AS note, 0 AS place
FROM line GROUP BY category, coalesce(purpose, '（未写用途）')
UNION ALL
SELECT NULL, '合计', '', count(DISTINCT org_code), sum(n), round(sum(floor_area * n), 2), round(sum(usable_area * n), 2), sum(seats * n),
  total(CASE WHEN is_counted AND multimedia = 1 THEN n END), total(CASE WHEN interactive = 1 THEN n END), total(CASE WHEN leased = 1 THEN n END), NULL, 1
FROM line HAVING count(*) > 0
ORDER BY place, 2, 3
-- status
SELECT '网络多媒体教室' AS name, CAST(multimedia AS INTEGER) AS total, NULL AS done, NULL AS overdue, '间，其中互动课堂 ' || CAST(interactive AS INTEGER) || ' 间' AS remark
FROM demand WHERE place = 1 AND multimedia > 0
