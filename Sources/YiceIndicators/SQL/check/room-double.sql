-- severity: warning
-- text: 用房 {room_no} 与 {other} 名称、用途、校区、面积完全相同；请核对是否重复登记
SELECT a.org_code, a.room_no, b.room_no AS other
FROM room AS a
JOIN chosen_year AS y ON a.school_year = y.school_year
JOIN room AS b ON b.org_code = a.org_code AND b.school_year = a.school_year AND b.room_no > a.room_no
  AND b.name = a.name AND b.purpose = a.purpose AND b.campus = a.campus AND b.floor_area = a.floor_area
  AND coalesce(b.room_count, 1) = coalesce(a.room_count, 1)
WHERE a.name <> a.purpose AND a.floor_area > 0
ORDER BY a.org_code, a.room_no, b.room_no
