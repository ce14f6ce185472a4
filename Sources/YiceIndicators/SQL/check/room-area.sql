-- severity: warning
-- text: 用房 {room_no} 的使用面积 {usable} ㎡ 大于建筑面积 {floor} ㎡；请核对
-- indicator: R4
SELECT r.org_code, r.room_no, r.usable_area AS usable, r.floor_area AS floor
FROM room AS r
JOIN chosen_year AS y ON r.school_year = y.school_year
WHERE r.usable_area > r.floor_area
ORDER BY r.org_code, r.room_no
