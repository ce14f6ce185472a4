-- severity: note
-- title: 租借的用房
-- register: room
-- indicator: R4
-- text: {n} 间用房（{area} ㎡）是租借的；请核对租期，到期的不能再算
SELECT r.org_code, sum(coalesce(r.room_count, 1)) AS n, round(coalesce(sum(r.floor_area * coalesce(r.room_count, 1)), 0), 2) AS area
FROM room AS r
JOIN chosen_year AS y ON r.school_year = y.school_year
WHERE r.leased = 1
GROUP BY r.org_code
ORDER BY r.org_code
