-- Schools whose pupils are on several campuses. Only their amounts are tied to a campus; where all pupils are on one, its
-- name (none, 本部 or another) says nothing, and the amounts are the whole school's, also after something is 并入 it.

DROP TABLE IF EXISTS temp.campused;
CREATE TABLE temp.campused (org_code TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID;

INSERT INTO campused
SELECT org_code FROM school_pupils
WHERE pupils > 0
GROUP BY org_code
HAVING count(DISTINCT campus) > 1;
