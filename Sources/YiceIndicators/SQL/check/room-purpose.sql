-- severity: note
-- text: {part}教室 {room_no} 没有填面积，不能计入音乐、美术专用教室；请补填使用面积
SELECT r.org_code, r.room_no, CASE w.list WHEN 'music_rooms' THEN '音乐' ELSE '美术' END AS part
FROM room_use AS r
JOIN chosen_year AS y ON r.school_year = y.school_year
JOIN word AS w ON w.list IN ('music_rooms', 'art_rooms') AND w.stage = '' AND w.word = r.used_as
WHERE r.usable_area IS NULL AND r.floor_area IS NULL
ORDER BY r.org_code, r.room_no
