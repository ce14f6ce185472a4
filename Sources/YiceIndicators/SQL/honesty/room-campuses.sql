-- severity: warning
-- title: 在两个校区登记的用房
-- register: room
-- indicator: R4
-- text: {n} 间用房在两个校区各登记了一次，名称、用途、面积都相同，可能多算 {area} ㎡（如 {first}）
-- Rooms called by nothing but their use (普通教室) are alike on every campus and are no sign.
SELECT a.org_code, count(*) AS n, round(sum(b.floor_area * coalesce(b.room_count, 1)), 2) AS area,
  min(a.room_no || ' 和 ' || b.room_no) AS first
FROM room AS a
JOIN chosen_year AS y ON a.school_year = y.school_year
JOIN room AS b ON b.org_code = a.org_code AND b.school_year = a.school_year AND b.room_no > a.room_no
  AND b.campus <> a.campus AND b.name = a.name AND b.purpose IS a.purpose AND b.floor_area = a.floor_area
WHERE a.name <> '' AND a.name IS NOT a.purpose AND a.floor_area > 0
GROUP BY a.org_code
ORDER BY a.org_code
