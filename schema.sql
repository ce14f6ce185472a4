-- 一册 (yice): the file format, version 2.
--
-- Made from Sources/YiceStore/Catalog (the exchanged tables) and Sources/YiceStore/Schema (all else):
-- do not edit by hand; to make it anew: make schema
--
-- This file is the one definition of a yice file. The program embeds it; any SQLite tool can read it.
-- A yice file is a stock SQLite database (3.37 or later, for STRICT tables): one per school, one per county.
--
-- Part 1  what the file holds.
-- Part 2  indexes and views; they can be dropped and built again from part 1.
-- Part 3  triggers that stamp and remember what other programs write: a text of its own, triggers.sql.
--
-- Conventions
--   * Every table that files exchange (all but those under 文件自身) has
--       org_code  the school (10 digits) or county (6 digits) that the row belongs to,
--       rev       the revision that wrote the row last,
--     and a primary key that survives copying: natural where one exists, a random text id otherwise.
--     It has no other UNIQUE constraint, and no FOREIGN KEY to another exchanged table: a merge may rightly
--     bring a child whose parent is gone; `yice check` lists such orphans.
--   * 学年 (school_year) is the starting year: 2022 is 2022-09-01 to 2023-08-31. Stock figures are at 1 September.
--   * Money is in 元, areas in ㎡, lengths in 米. Figures have at most 4 decimals, so that sums of
--     round(x * 10000) are exact.
--   * Dates are YYYY-MM-DD; moments are UTC, YYYY-MM-DDTHH:MM:SS.mmmZ.
--   * A choice is written a = 'x' OR a = 'y': SQLite builds a temporary index per row for a longer IN list.
--   * What people read (kinds, stages, states) is stored in Chinese as they read it. Yes/no is 1/0; NULL is 未填.
--   * In a key, an empty campus (校区) is the main campus, an empty stage (学段) the whole school.
--   * "personal" marks columns with personal data: left out of logs, errors and redacted reports.
--   * Identity-card numbers are never stored.

PRAGMA application_id = 1497973573;  -- 0x59494345, "YICE"
PRAGMA user_version = 2;             -- version of this format

-- ════════════════════════════════ Part 1: content ════════════════════════════════

-- ── 文件自身 ─────────────────────────────────────────────────────────────

-- What this file is. Keys: role (school, inspection, county, city, province), org_code, org_name, county_code,
-- school_year (the year commands use when none is given), file_id (random; copying a file copies it),
-- created_at, created_by (tool version), scope_org (an extract: the one school; nobody writes in it), state (random, another after each
-- write: the same file in the same state has the same; see merging),
-- external_revision (last revision minted by the triggers of part 3), evidence_file_cap and evidence_total_cap (bytes;
-- the largest evidence file, and all contents together).
CREATE TABLE file_info (
  key TEXT NOT NULL PRIMARY KEY CHECK (key <> ''),
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Every revision this file has heard of, one a write transaction: who, when, what. What is known of it stands in revision_area.
CREATE TABLE revision (
  id INTEGER NOT NULL PRIMARY KEY CHECK (id > 0),  -- random, 63 bits
  org_code TEXT NOT NULL,  -- the school or county whose file it was written in
  at TEXT NOT NULL,  -- moment, UTC
  role TEXT NOT NULL,  -- role of the file it was written in; issued: in a file that the bureau sent and nobody may write
  author TEXT NOT NULL,  -- who wrote, as they named themselves; 外部程序 for other programs; personal
  tool TEXT NOT NULL,  -- program and version
  action TEXT NOT NULL,  -- command, e.g. import, set, undo
  note TEXT  -- what was done, in words
) STRICT;

-- What this file knows: each revision by the areas that it touched and that were given to this file. An area is the rows
-- of one org in tables of one class; it travels whole, with its lines here, or not at all.
CREATE TABLE revision_area (
  id INTEGER NOT NULL,  -- the revision
  org_code TEXT NOT NULL,  -- whose rows it touched
  -- register, bureau, oversight, shared: of the table; rows of a county are bureau, whatever their table
  class TEXT NOT NULL CHECK (class = 'register' OR class = 'bureau' OR class = 'oversight' OR class = 'shared'),
  legacy INTEGER NOT NULL DEFAULT 0 CHECK (legacy IN (0, 1)),  -- 1: of format 1, which knew less than it said: counts where shown
  PRIMARY KEY (id, org_code, class)
) STRICT, WITHOUT ROWID;

-- The history: each row as it was before a revision changed or deleted it. New rows need no line here: they carry
-- the revision that wrote them.
CREATE TABLE change (
  rev INTEGER NOT NULL,  -- the revision that made the change
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,  -- JSON array of the primary key's values
  before_rev INTEGER NOT NULL,  -- the version that was replaced or deleted
  org_code TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('update', 'delete')),
  before TEXT NOT NULL,  -- JSON object: the row as it was
  void INTEGER NOT NULL DEFAULT 0 CHECK (void IN (0, 1)),  -- 1: set aside, kept for people only
  PRIMARY KEY (rev, table_name, row_key, before_rev)
) STRICT, WITHOUT ROWID;

-- Further live versions of a row, where two people changed it without knowing of each other. The table itself shows
-- one version; these wait until a person decides. Writing or deleting the row removes them (into the history).
CREATE TABLE sibling (
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,  -- JSON array of the primary key's values
  rev INTEGER NOT NULL,
  org_code TEXT NOT NULL,
  content TEXT NOT NULL,  -- JSON object: the row in this version
  PRIMARY KEY (table_name, row_key, rev)
) STRICT, WITHOUT ROWID;

-- What was merged into this file, one line a file and time; stays in this file.
CREATE TABLE received (
  id INTEGER NOT NULL PRIMARY KEY,
  at TEXT NOT NULL,  -- when it was merged, UTC
  file_name TEXT NOT NULL,
  org_code TEXT NOT NULL,  -- whose file
  org_name TEXT,
  role TEXT NOT NULL,
  file_id TEXT NOT NULL,  -- the file's own id: another id means it was created anew
  state TEXT NOT NULL,  -- the state it was in, see file_info
  latest_revision INTEGER,  -- the newest of them by time
  latest_at TEXT,
  rows_new INTEGER NOT NULL,
  rows_changed INTEGER NOT NULL,
  rows_removed INTEGER NOT NULL,
  rows_conflict INTEGER NOT NULL,
  rows_left_out INTEGER NOT NULL,
  sender_proof TEXT  -- JSON object: what its signature was found to be, by which key; NULL: nothing to be said
) STRICT;

-- How headings of sheets that were imported before map to columns, where a person said so (--map); stays in this file.
CREATE TABLE import_mapping (
  table_name TEXT NOT NULL,
  layout TEXT NOT NULL,  -- digest of the sheet's headings in their order
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 0 AND 2100),  -- 学年 of the import; 0 where none was given
  heading TEXT NOT NULL,  -- as in the sheet, without white space
  column_name TEXT NOT NULL,
  PRIMARY KEY (table_name, layout, school_year, heading)
) STRICT, WITHOUT ROWID;

-- Contents of evidence files, each once, by SHA-256 (hex). A mailed file may leave contents out.
CREATE TABLE evidence_blob (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64),
  size INTEGER NOT NULL CHECK (size >= 0),  -- bytes
  content BLOB NOT NULL
) STRICT;

-- Where the triggers of part 3 keep a row while another program's statement is at work on it; empty otherwise.
CREATE TABLE external_pending (
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,  -- JSON array of the primary key's values
  org_code TEXT NOT NULL,
  rev INTEGER NOT NULL,
  image TEXT NOT NULL,  -- JSON object: the row as it was
  PRIMARY KEY (table_name, row_key)
) STRICT, WITHOUT ROWID;

-- The seal of a file packed for mail: what it held when it was packed. Other files have no rows here.
CREATE TABLE seal (
  table_name TEXT NOT NULL PRIMARY KEY,
  rows INTEGER NOT NULL CHECK (rows >= 0),
  digest TEXT NOT NULL  -- of the table's content, see ContentDigest: SHA-256, or sm3: and SM3
) STRICT, WITHOUT ROWID;

-- Signatures over the seal, one a key; stay with the file. Keys that count stand in signing_key.
CREATE TABLE seal_signature (
  key_id TEXT NOT NULL PRIMARY KEY CHECK (key_id <> ''),  -- digest of the line in public_key, hex
  algorithm TEXT NOT NULL CHECK (algorithm <> ''),  -- Ed25519 or SM2
  signed_at TEXT NOT NULL,  -- moment, UTC, under the signature
  public_key TEXT NOT NULL CHECK (public_key <> ''),  -- as key show prints it: to meet a key for the first time
  statement TEXT NOT NULL CHECK (statement <> ''),  -- what is signed: the seal, the file's name, whose it is, the moment
  signature BLOB NOT NULL
) STRICT, WITHOUT ROWID;

-- Signatures over single versions of rows that reviewers wrote, so that one that others pass on is believed for what it
-- is. They travel with the versions.
CREATE TABLE row_signature (
  rev INTEGER NOT NULL,  -- the version
  table_name TEXT NOT NULL,
  row_key TEXT NOT NULL,  -- JSON array of the primary key's values
  key_id TEXT NOT NULL CHECK (key_id <> ''),  -- of a key in signing_key
  signed_at TEXT NOT NULL,  -- moment, UTC, under the signature
  signature BLOB NOT NULL,
  PRIMARY KEY (rev, table_name, row_key, key_id)
) STRICT, WITHOUT ROWID;

-- Revisions that this very file wrote, which its keeper may sign for; what came by mail is none of them, whatever it says
-- of itself. Stays in this file.
CREATE TABLE own_revision (
  id INTEGER NOT NULL PRIMARY KEY
) STRICT;

-- ── 学校 ────────────────────────────────────────────────────────────

-- 学校机构 (org). One row a school (or teaching point), and one for the county itself.
-- Written by: the school, the bureau as a correction.
CREATE TABLE org (
  -- 学校标识码: 10 digits for a school (GB code: 2 kind, 2 province, 6 serial), 6 for a county
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),
  name TEXT NOT NULL CHECK (name <> ''),  -- 学校名称: full registered name
  short_name TEXT,  -- 简称: what people call it
  -- 学校类别: kind of school
  kind TEXT NOT NULL CHECK (kind = '小学' OR kind = '教学点' OR kind = '初级中学' OR kind = '九年一贯制学校' OR kind = '十二年一贯制学校' OR kind = '完全中学' OR kind = '高级中学' OR kind = '特殊教育学校' OR kind = '中等职业学校' OR kind = '幼儿园' OR kind = '教育行政部门'),
  -- 县级行政区划代码: 6 digits, GB/T 2260
  county_code TEXT CHECK (length(county_code) = 6 AND county_code NOT GLOB '*[^0-9]*'),
  town TEXT,  -- 乡镇
  address TEXT,  -- 地址; since format 2
  credit_code TEXT,  -- 统一社会信用代码: 18 letters and digits; since format 2
  -- 是否计校数: counted as a school in statistics; 0: a campus or attached part whose figures belong to a main school; since format 2
  counted_school INTEGER CHECK (counted_school IN (0, 1)),
  -- 附设班: has classes of another 学段 attached; since format 2
  attached_classes INTEGER CHECK (attached_classes IN (0, 1)),
  -- 城乡代码: 统计用城乡划分代码: 111/112 urban, 121/122/123 town, 210/220 village
  urban_rural TEXT CHECK (urban_rural = '111' OR urban_rural = '112' OR urban_rural = '121' OR urban_rural = '122' OR urban_rural = '123' OR urban_rural = '210' OR urban_rural = '220'),
  -- 举办者类型: 1 central education dept ... 7 county education dept, 8 other county dept, 9 enterprise, 10 private
  run_by INTEGER CHECK (run_by BETWEEN 1 AND 10),
  boarding INTEGER CHECK (boarding IN (0, 1)),  -- 寄宿制
  built_year INTEGER CHECK (built_year BETWEEN 1000 AND 2999),  -- 建校年份
  -- 主管学校标识码: the school a teaching point belongs to
  parent_code TEXT CHECK (length(parent_code) IN (6, 10) AND parent_code NOT GLOB '*[^0-9]*'),
  -- 纳入方式: how the school counts in 优质均衡; empty: the profile's default decides
  inclusion TEXT CHECK (inclusion = '独立' OR inclusion = '并入' OR inclusion = '不纳入'),
  -- 并入学校标识码: the school whose figures take this one's in
  inclusion_target TEXT CHECK (length(inclusion_target) IN (6, 10) AND inclusion_target NOT GLOB '*[^0-9]*'),
  inclusion_reason TEXT,  -- 纳入说明
  -- 2010年及之前建成: planned and built by 2010: basis of the relaxed limit of G4; since format 2
  built_by_2010 INTEGER CHECK (built_by_2010 IN (0, 1)),
  -- 2016年及之前建成: planned and built by 2016: basis of the relaxed limit of G3; since format 2
  built_by_2016 INTEGER CHECK (built_by_2016 IN (0, 1)),
  -- 人口密度过高中心城区: in the very dense centre of a large city: basis of R5's leased grounds; since format 2
  dense_centre INTEGER CHECK (dense_centre IN (0, 1)),
  -- 50至99人乡村小规模: rural, 50 to 99 pupils: basis of R3's shared teachers; since format 2
  rural_small INTEGER CHECK (rural_small IN (0, 1)),
  -- 最大班额低于30人农村小规模: rural, no class of 30 or more: basis of G3's smallest rooms; since format 2
  rural_small_classes INTEGER CHECK (rural_small_classes IN (0, 1)),
  principal TEXT,  -- 校长; personal
  contact TEXT,  -- 联系人; personal
  phone TEXT,  -- 联系电话; personal
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code)
) STRICT, WITHOUT ROWID;

-- 校区 (campus). Campuses of a school. A campus that holds a single stage is not split between stages.
-- Written by: the school, the bureau as a correction.
CREATE TABLE campus (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  campus TEXT NOT NULL CHECK (campus <> ''),  -- 校区
  address TEXT,  -- 地址
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, campus)
) STRICT, WITHOUT ROWID;

-- 乡镇 (town). Residents of a town by year: what 千人学位 is held against. Since format 2.
-- Written by: the bureau only.
CREATE TABLE town (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 县代码
  town TEXT NOT NULL CHECK (town <> ''),  -- 乡镇: as org names it
  year INTEGER NOT NULL CHECK (year BETWEEN 1950 AND 2100),  -- 年度
  residents INTEGER NOT NULL CHECK (residents >= 0),  -- 常住人口, 人
  urban INTEGER CHECK (urban IN (0, 1)),  -- 城镇: the norm is for 城镇; empty: it holds
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, town, year)
) STRICT, WITHOUT ROWID;

-- ── 登记册 ────────────────────────────────────────────────────────────

-- 班级 (class_roll). One row a class a school year. A class keeps its identity (org, stage, entry year, class number) as
-- it moves up.
-- Written by: the school, the bureau as a correction.
CREATE TABLE class_roll (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  -- 学年: first year of the school year: 2022 is 2022-09-01 to 2023-08-31
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 1950 AND 2100),
  stage TEXT NOT NULL CHECK (stage = '幼儿' OR stage = '小学' OR stage = '初中' OR stage = '高中'),  -- 学段
  entry_year INTEGER NOT NULL CHECK (entry_year BETWEEN 1950 AND 2100),  -- 入学年份: the year the class entered this stage
  class_no INTEGER NOT NULL CHECK (class_no BETWEEN 1 AND 99),  -- 班号: number within the entry year
  grade INTEGER CHECK (grade BETWEEN 0 AND 12),  -- 年级: 1-6 primary, 7-9 junior, 10-12 senior, 0 kindergarten
  campus TEXT NOT NULL DEFAULT '',  -- 校区
  head_count INTEGER NOT NULL CHECK (head_count >= 0),  -- 班级人数, 人: pupils on the roll
  boarders INTEGER CHECK (boarders >= 0),  -- 寄宿生数, 人
  boys INTEGER CHECK (boys >= 0),  -- 男生数, 人
  migrant_pupils INTEGER CHECK (migrant_pupils >= 0),  -- 随迁子女数, 人
  left_behind_pupils INTEGER CHECK (left_behind_pupils >= 0),  -- 留守儿童数, 人
  -- 随班就读数, 人: pupils with disabilities in an ordinary class; since format 2
  included_pupils INTEGER CHECK (included_pupils >= 0),
  counted_on TEXT CHECK (date(counted_on) IS counted_on),  -- 统计日期
  pending INTEGER CHECK (pending IN (0, 1)),  -- 待确认: carried forward from the year before, not yet confirmed
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, school_year, stage, entry_year, class_no)
) STRICT, WITHOUT ROWID;

-- 教师 (teacher). One row a member of staff a school year. Identity-card numbers are never stored.
-- Written by: the school, the bureau as a correction.
CREATE TABLE teacher (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 1950 AND 2100),  -- 学年
  -- 教师编号: the school's or county's staff number, never an identity-card number
  teacher_no TEXT NOT NULL CHECK (teacher_no <> ''),
  name TEXT NOT NULL CHECK (name <> ''),  -- 姓名; personal
  stage TEXT CHECK (stage = '幼儿' OR stage = '小学' OR stage = '初中' OR stage = '高中'),  -- 任教学段
  subject TEXT,  -- 任教学科
  full_time INTEGER CHECK (full_time IN (0, 1)),  -- 专任教师: full-time teacher (专任), the base of R1-R3
  -- 最高学历
  education TEXT CHECK (education = '研究生' OR education = '本科' OR education = '专科' OR education = '高中阶段' OR education = '高中阶段以下'),
  -- 专业技术职务
  title TEXT CHECK (title = '正高级' OR title = '高级' OR title = '一级' OR title = '二级' OR title = '三级' OR title = '未定级'),
  -- 骨干级别
  backbone TEXT CHECK (backbone = '无' OR backbone = '校级' OR backbone = '县级' OR backbone = '市级' OR backbone = '省级' OR backbone = '国家级'),
  backbone_document TEXT,  -- 骨干证书: number of the certificate or of the document that names the teacher; since format 2
  backbone_on TEXT CHECK (date(backbone_on) IS backbone_on),  -- 骨干认定日期; since format 2
  certified INTEGER CHECK (certified IN (0, 1)),  -- 持教师资格证
  post TEXT CHECK (post = '在编' OR post = '编外' OR post = '支教' OR post = '走教' OR post = '兼职'),  -- 岗位性质
  rotation_due INTEGER CHECK (rotation_due IN (0, 1)),  -- 符合交流条件
  rotated INTEGER CHECK (rotated IN (0, 1)),  -- 本年交流轮岗
  training_hours INTEGER CHECK (training_hours >= 0),  -- 五年培训学时, 学时
  campus TEXT NOT NULL DEFAULT '',  -- 校区
  pending INTEGER CHECK (pending IN (0, 1)),  -- 待确认
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, school_year, teacher_no)
) STRICT, WITHOUT ROWID;

-- 教师培训 (training). Hours of training by year (每年72学时); the five years' sum of G9 stands in teacher. Since format 2.
-- Written by: the school, the bureau as a correction.
CREATE TABLE training (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  year INTEGER NOT NULL CHECK (year BETWEEN 1950 AND 2100),  -- 年度: calendar year
  teacher_no TEXT NOT NULL CHECK (teacher_no <> ''),  -- 教师编号
  name TEXT,  -- 姓名; personal
  hours REAL NOT NULL CHECK (hours BETWEEN 0 AND 1e12),  -- 培训学时, 学时
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, year, teacher_no)
) STRICT, WITHOUT ROWID;

-- 交流支教 (exchange). One row a teacher and stay at another school, kept by the school that sends. Since format 2.
-- Written by: the school, the bureau as a correction.
CREATE TABLE exchange (
  -- 学校标识码: the school that sends
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),
  id TEXT NOT NULL CHECK (id <> ''),  -- 编号
  teacher_no TEXT NOT NULL CHECK (teacher_no <> ''),  -- 教师编号: as in teacher
  name TEXT,  -- 姓名; personal
  kind TEXT NOT NULL CHECK (kind = '交流轮岗' OR kind = '支教' OR kind = '走教' OR kind = '其他'),  -- 类型
  backbone INTEGER CHECK (backbone IN (0, 1)),  -- 骨干教师: 县级 and above when it began
  from_school TEXT,  -- 派出学校
  to_school TEXT,  -- 接收学校
  -- 接收学校标识码: empty: outside the county
  to_code TEXT CHECK (length(to_code) IN (6, 10) AND to_code NOT GLOB '*[^0-9]*'),
  from_on TEXT CHECK (date(from_on) IS from_on),  -- 开始日期
  to_on TEXT CHECK (date(to_on) IS to_on),  -- 结束日期: empty: not over
  period_text TEXT,  -- 时间原文: the period as written
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, id)
) STRICT, WITHOUT ROWID;

-- 用房 (room). One row a room a school year.
-- Written by: the school, the bureau as a correction.
CREATE TABLE room (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 1950 AND 2100),  -- 学年
  room_no TEXT NOT NULL CHECK (room_no <> ''),  -- 用房编号
  name TEXT,  -- 用房名称
  building TEXT,  -- 楼栋; since format 2
  campus TEXT NOT NULL DEFAULT '',  -- 校区
  -- 用房类别: in statistics 室内体育用房 lies within 教学及辅助用房; here it is kept apart
  category TEXT NOT NULL CHECK (category = '教室' OR category = '专用教室' OR category = '公共教学用房' OR category = '室内体育用房' OR category = '行政办公用房' OR category = '生活用房' OR category = '其他用房'),
  purpose TEXT,  -- 用途: e.g. 音乐教室, 美术教室, 科学实验室; catalogue lines count rooms by it
  -- 间数, 间: like rooms in one line (42 rooms of 66 ㎡); areas and seats are those of one of them; empty: 1; since format 2
  room_count INTEGER CHECK (room_count BETWEEN 1 AND 9999),
  floor_area REAL CHECK (floor_area BETWEEN 0 AND 1e12),  -- 建筑面积, ㎡: gross floor area
  usable_area REAL CHECK (usable_area BETWEEN 0 AND 1e12),  -- 使用面积, ㎡: net usable area
  multimedia INTEGER CHECK (multimedia IN (0, 1)),  -- 网络多媒体教室
  -- 互动课堂: equipped for lessons shared with other schools; since format 2
  interactive INTEGER CHECK (interactive IN (0, 1)),
  seats INTEGER CHECK (seats >= 0),  -- 座位数, 个; since format 2
  built_year INTEGER CHECK (built_year BETWEEN 1000 AND 2999),  -- 建成年份
  leased INTEGER CHECK (leased IN (0, 1)),  -- 租借
  pending INTEGER CHECK (pending IN (0, 1)),  -- 待确认
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, school_year, room_no)
) STRICT, WITHOUT ROWID;

-- 场地 (ground). One row a ground a school year.
-- Written by: the school, the bureau as a correction.
CREATE TABLE ground (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 1950 AND 2100),  -- 学年
  ground_no TEXT NOT NULL CHECK (ground_no <> ''),  -- 场地编号
  name TEXT,  -- 场地名称
  campus TEXT NOT NULL DEFAULT '',  -- 校区
  category TEXT NOT NULL CHECK (category IN ('运动场地', '其他场地')),  -- 场地类别
  purpose TEXT,  -- 用途: e.g. 田径场, 篮球场, 排球场
  area REAL NOT NULL CHECK (area BETWEEN 0 AND 1e12),  -- 面积, ㎡
  track_length REAL CHECK (track_length BETWEEN 0 AND 1e12),  -- 跑道长度, 米
  straight_length REAL CHECK (straight_length BETWEEN 0 AND 1e12),  -- 直道长度, 米
  leased INTEGER CHECK (leased IN (0, 1)),  -- 租借
  -- 地下或楼顶: made underground or on a roof: counts in R5 under a relaxation only; since format 2
  converted INTEGER CHECK (converted IN (0, 1)),
  pending INTEGER CHECK (pending IN (0, 1)),  -- 待确认
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, school_year, ground_no)
) STRICT, WITHOUT ROWID;

-- 仪器设备 (equipment). One row a piece or lot of equipment, books or computers a school year.
-- Written by: the school, the bureau as a correction.
CREATE TABLE equipment (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 1950 AND 2100),  -- 学年
  item_no TEXT NOT NULL CHECK (item_no <> ''),  -- 设备编号
  name TEXT NOT NULL CHECK (name <> ''),  -- 设备名称
  campus TEXT NOT NULL DEFAULT '',  -- 校区
  -- 设备类别
  category TEXT NOT NULL CHECK (category = '教学仪器设备' OR category = '计算机' OR category = '图书' OR category = '其他设备'),
  purpose TEXT,  -- 用途: e.g. 科学, 音体美, 学生用计算机; catalogue lines sum by it
  model TEXT,  -- 规格型号; since format 2
  quantity REAL CHECK (quantity BETWEEN 0 AND 1e12),  -- 数量
  -- 应配数: how many the standard asks for, counted as 数量 is; since format 2
  needed REAL CHECK (needed BETWEEN 0 AND 1e12),
  unit TEXT,  -- 单位
  unit_price REAL CHECK (unit_price BETWEEN 0 AND 1e12),  -- 单价, 元; since format 2
  value REAL CHECK (value BETWEEN 0 AND 1e12),  -- 金额, 元: total of the line in yuan
  -- 计入教学仪器设备值: empty: 教学仪器设备 and 计算机 count, 图书 and 其他设备 do not
  counts_as_teaching INTEGER CHECK (counts_as_teaching IN (0, 1)),
  bought_on TEXT CHECK (date(bought_on) IS bought_on),  -- 购置日期
  acquired_by TEXT,  -- 取得方式: e.g. 购置, 调拨, 接受捐赠; kept as written; since format 2
  condition TEXT,  -- 使用状况: e.g. 在用, 闲置, 待报废; kept as written; since format 2
  location TEXT,  -- 存放地点; since format 2
  voucher_no TEXT,  -- 会计凭证号; since format 2
  pending INTEGER CHECK (pending IN (0, 1)),  -- 待确认
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, school_year, item_no)
) STRICT, WITHOUT ROWID;

-- 经费 (finance). One row an item of money a calendar year.
-- Written by: the school, the bureau as a correction.
CREATE TABLE finance (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  fiscal_year INTEGER NOT NULL CHECK (fiscal_year BETWEEN 1950 AND 2100),  -- 年度
  item TEXT NOT NULL CHECK (item <> ''),  -- 项目: e.g. 公用经费预算, 教师培训经费, 公用经费拨款
  amount REAL NOT NULL CHECK (amount BETWEEN 0 AND 1e12),  -- 金额, 元
  source TEXT,  -- 资金来源
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, fiscal_year, item)
) STRICT, WITHOUT ROWID;

-- 填报值 (statement). A figure typed in where no register is kept. The register counts where both exist; check shows the
-- difference.
-- Written by: the school, the bureau as a correction.
CREATE TABLE statement (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 1950 AND 2100),  -- 学年
  element TEXT NOT NULL CHECK (element <> ''),  -- 数据项
  -- 学段: empty: the whole school, to be split
  stage TEXT NOT NULL DEFAULT '' CHECK (stage = '' OR stage = '幼儿' OR stage = '小学' OR stage = '初中' OR stage = '高中'),
  campus TEXT NOT NULL DEFAULT '',  -- 校区: empty: the whole school
  value REAL NOT NULL CHECK (value BETWEEN -1e12 AND 1e12),  -- 数值
  unit TEXT,  -- 单位: as typed; the value is stored in the element's own unit
  source TEXT,  -- 数据来源
  stated_on TEXT CHECK (date(stated_on) IS stated_on),  -- 填报日期
  pending INTEGER CHECK (pending IN (0, 1)),  -- 待确认
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, school_year, element, stage, campus)
) STRICT, WITHOUT ROWID;

-- ── 评估 ────────────────────────────────────────────────────────────

-- 结论 (conclusion). What a person concluded on an item that no figure answers (G, Q items); 未填 until then.
-- Written by: the school, the bureau as a correction.
CREATE TABLE conclusion (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校或县代码
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 1950 AND 2100),  -- 学年
  item TEXT NOT NULL CHECK (item <> ''),  -- 指标编号: e.g. G1, G10, Q3
  met INTEGER CHECK (met IN (0, 1)),  -- 是否达标
  conclusion TEXT,  -- 简要结论
  evidence TEXT,  -- 佐证材料
  concluded_by TEXT,  -- 填写人; personal
  concluded_on TEXT CHECK (date(concluded_on) IS concluded_on),  -- 填写日期
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, school_year, item)
) STRICT, WITHOUT ROWID;

-- 满意度调查 (survey). 社会认可度: questionnaires and visits, by group of respondents.
-- Written by: the bureau only.
CREATE TABLE survey (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 县代码
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 1950 AND 2100),  -- 学年
  -- 调查对象
  respondent TEXT NOT NULL CHECK (respondent = '学生' OR respondent = '家长' OR respondent = '教师' OR respondent = '校长' OR respondent = '人大代表' OR respondent = '政协委员' OR respondent = '其他群众'),
  method TEXT NOT NULL CHECK (method IN ('问卷', '走访')),  -- 方式
  total INTEGER NOT NULL CHECK (total >= 0),  -- 总数, 人
  valid INTEGER CHECK (valid >= 0),  -- 有效数, 人
  satisfied INTEGER NOT NULL CHECK (satisfied >= 0),  -- 满意数, 人
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, school_year, respondent, method)
) STRICT, WITHOUT ROWID;

-- 一票否决 (veto_finding). Whether a veto item (不予认定) occurred.
-- Written by: the bureau only.
CREATE TABLE veto_finding (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校或县代码
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 1950 AND 2100),  -- 学年
  item TEXT NOT NULL CHECK (item <> ''),  -- 否决事项
  found INTEGER NOT NULL CHECK (found IN (0, 1)),  -- 是否存在
  finding TEXT,  -- 情况说明
  checked_by TEXT,  -- 核查人; personal
  checked_on TEXT CHECK (date(checked_on) IS checked_on),  -- 核查日期
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, school_year, item)
) STRICT, WITHOUT ROWID;

-- 放宽认定 (relaxation). A time-limited relaxation for one school, with its legal basis and expiry.
-- Written by: the bureau only.
CREATE TABLE relaxation (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  item TEXT NOT NULL CHECK (item <> ''),  -- 指标编号
  basis TEXT NOT NULL CHECK (basis <> ''),  -- 依据
  expires_on TEXT NOT NULL CHECK (date(expires_on) IS expires_on),  -- 到期日
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, item)
) STRICT, WITHOUT ROWID;

-- 核心指标 (core_item). The core items (13项核心指标) as the bureau names them once; their number and names differ by province.
-- Since format 2.
-- Written by: the bureau only.
CREATE TABLE core_item (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 县代码
  item TEXT NOT NULL CHECK (item <> ''),  -- 指标编号: e.g. C1
  name TEXT NOT NULL CHECK (name <> ''),  -- 指标名称
  requirement TEXT,  -- 指标要求
  basis TEXT,  -- 依据
  active INTEGER CHECK (active IN (0, 1)),  -- 启用: 0 leaves it out; empty is 1
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, item)
) STRICT, WITHOUT ROWID;

-- 核心指标填报 (core_answer). Each school's answer to each core item; too many unmet ones are a veto (N2). Since format 2.
-- Written by: the school, the bureau as a correction.
CREATE TABLE core_answer (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 1950 AND 2100),  -- 学年
  item TEXT NOT NULL CHECK (item <> ''),  -- 指标编号: as in core_item
  met INTEGER CHECK (met IN (0, 1)),  -- 是否达标
  answer TEXT,  -- 情况说明
  evidence TEXT,  -- 佐证材料
  answered_by TEXT,  -- 填写人; personal
  answered_on TEXT CHECK (date(answered_on) IS answered_on),  -- 填写日期
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, school_year, item)
) STRICT, WITHOUT ROWID;

-- 档案目录 (expected_material). Which material is expected for which indicator, from whom, for which year, and in which box
-- it is filed; evidence answers it by material_id. Since format 2.
-- Written by: the bureau only.
CREATE TABLE expected_material (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 县代码
  id TEXT NOT NULL CHECK (id <> ''),  -- 编号
  seq TEXT,  -- 序号: kept as written
  indicator TEXT NOT NULL CHECK (indicator <> ''),  -- 指标编号
  material TEXT NOT NULL CHECK (material <> ''),  -- 材料名称
  who TEXT NOT NULL CHECK (who IN ('县', '校')),  -- 责任方
  year INTEGER CHECK (year BETWEEN 1950 AND 2100),  -- 年度: empty: every year
  required INTEGER CHECK (required IN (0, 1)),  -- 必备: 0: where there is any (如有)
  box TEXT,  -- 档案盒: e.g. A4 设施设备与场地
  basis TEXT,  -- 依据
  active INTEGER CHECK (active IN (0, 1)),  -- 启用: 0 leaves it out; empty is 1
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, id)
) STRICT, WITHOUT ROWID;

-- ── 台账 ────────────────────────────────────────────────────────────

-- 标准化建设台账 (standardization_item). 一校一册: one line an item of a school's standardization.
-- Written by: the school, the bureau as a correction.
CREATE TABLE standardization_item (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  -- 学段: empty: the whole school
  stage TEXT NOT NULL DEFAULT '' CHECK (stage = '' OR stage = '幼儿' OR stage = '小学' OR stage = '初中' OR stage = '高中'),
  -- 条目编号: the catalogue item's id, or a random id for a line of the school's own
  item_id TEXT NOT NULL CHECK (item_id <> ''),
  seq INTEGER CHECK (seq BETWEEN 0 AND 100000),  -- 序号
  -- 类别
  category TEXT NOT NULL CHECK (category = '校舍' OR category = '功能室' OR category = '场地' OR category = '仪器设备' OR category = '图书' OR category = '信息化' OR category = '师资' OR category = '安全' OR category = '生活' OR category = '其他'),
  item TEXT NOT NULL CHECK (item <> ''),  -- 项目
  unit TEXT,  -- 单位
  required REAL CHECK (required BETWEEN 0 AND 1e12),  -- 标准(应配)
  actual REAL CHECK (actual BETWEEN 0 AND 1e12),  -- 现状(实有)
  -- 现状来源: where 现状 comes from; 手工 is kept when the ledger is built again
  actual_source TEXT CHECK (actual_source = '登记册' OR actual_source = '填报值' OR actual_source = '手工'),
  measure TEXT,  -- 措施
  project TEXT,  -- 项目名称: the building or purchasing project that closes the gap
  money REAL CHECK (money BETWEEN 0 AND 1e12),  -- 资金, 元
  money_source TEXT,  -- 资金来源
  leader TEXT,  -- 责任领导; personal
  unit_in_charge TEXT,  -- 责任单位
  person TEXT,  -- 责任人; personal
  due_on TEXT CHECK (date(due_on) IS due_on),  -- 计划完成
  done_on TEXT CHECK (date(done_on) IS done_on),  -- 实际完成
  state TEXT CHECK (state = '未启动' OR state = '实施中' OR state = '已完成' OR state = '已达标'),  -- 状态
  indicator TEXT,  -- 依据指标
  basis TEXT,  -- 标准依据: the document that asks for it
  verified INTEGER CHECK (verified IN (0, 1)),  -- 标准已核实: 0: not found in an official text
  pending INTEGER CHECK (pending IN (0, 1)),  -- 待确认
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, stage, item_id)
) STRICT, WITHOUT ROWID;

-- 年度目标 (standardization_goal). Yearly goals and money of a 一校一册 line.
-- Written by: the school, the bureau as a correction.
CREATE TABLE standardization_goal (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  -- 学段
  stage TEXT NOT NULL DEFAULT '' CHECK (stage = '' OR stage = '幼儿' OR stage = '小学' OR stage = '初中' OR stage = '高中'),
  item_id TEXT NOT NULL CHECK (item_id <> ''),  -- 条目编号
  year INTEGER NOT NULL CHECK (year BETWEEN 1950 AND 2100),  -- 年度
  goal REAL CHECK (goal BETWEEN 0 AND 1e12),  -- 目标数
  done REAL CHECK (done BETWEEN 0 AND 1e12),  -- 完成数
  planned_money REAL CHECK (planned_money BETWEEN 0 AND 1e12),  -- 计划资金, 元
  spent_money REAL CHECK (spent_money BETWEEN 0 AND 1e12),  -- 已用资金, 元
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, stage, item_id, year)
) STRICT, WITHOUT ROWID;

-- 大班额台账 (oversized_class). The ledger that eliminates oversized classes: one entry a class, by its identity. 销号 is for
-- bureau and inspection.
-- Written by: school, bureau and inspection.
CREATE TABLE oversized_class (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  stage TEXT NOT NULL CHECK (stage = '小学' OR stage = '初中' OR stage = '高中'),  -- 学段
  entry_year INTEGER NOT NULL CHECK (entry_year BETWEEN 1950 AND 2100),  -- 入学年份
  class_no INTEGER NOT NULL CHECK (class_no BETWEEN 1 AND 99),  -- 班号
  -- 年级: as the sheet has it, in 建档学年; the class is known by its entry year; since format 2
  grade INTEGER CHECK (grade BETWEEN 1 AND 12),
  filed_count INTEGER NOT NULL CHECK (filed_count >= 0),  -- 建档人数, 人
  filed_on TEXT NOT NULL CHECK (date(filed_on) IS filed_on),  -- 建档日期
  limit_count INTEGER CHECK (limit_count >= 0),  -- 班额上限, 人: the limit it was filed against
  school_year INTEGER CHECK (school_year BETWEEN 1950 AND 2100),  -- 建档学年: school year of the baseline
  term TEXT CHECK (term IN ('上学期', '下学期')),  -- 学期
  level TEXT NOT NULL CHECK (level = '超标准' OR level = '大班额' OR level = '超大班额'),  -- 类别
  cause TEXT,  -- 成因
  -- 化解措施
  measure TEXT CHECK (measure = '新建改扩建' OR measure = '分流' OR measure = '起始年级控班' OR measure = '增班补师' OR measure = '其他'),
  measure_text TEXT,  -- 措施说明
  new_places INTEGER CHECK (new_places >= 0),  -- 新增学位, 个
  leader TEXT,  -- 责任领导; personal
  unit_in_charge TEXT,  -- 责任单位
  person TEXT,  -- 责任人; personal
  due_on TEXT CHECK (date(due_on) IS due_on),  -- 计划销号时间
  period_text TEXT,  -- 时限原文: the period as the plan has it, e.g. 2023年秋季; since format 2
  -- 状态: 毕业 (since format 2): the class left the school as it was
  state TEXT NOT NULL CHECK (state = '在册' OR state = '拟销号' OR state = '已销号' OR state = '反弹' OR state = '毕业'),
  left_on TEXT CHECK (date(left_on) IS left_on),  -- 毕业日期: when it left the school; since format 2
  struck_basis TEXT,  -- 销号依据
  struck_on TEXT CHECK (date(struck_on) IS struck_on),  -- 销号日期
  verifier TEXT,  -- 核验人; personal
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, stage, entry_year, class_no)
) STRICT, WITHOUT ROWID;

-- 班额核查 (oversized_recount). A later head count of a class on the ledger.
-- Written by: school, bureau and inspection.
CREATE TABLE oversized_recount (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  stage TEXT NOT NULL CHECK (stage = '小学' OR stage = '初中' OR stage = '高中'),  -- 学段
  entry_year INTEGER NOT NULL CHECK (entry_year BETWEEN 1950 AND 2100),  -- 入学年份
  class_no INTEGER NOT NULL CHECK (class_no BETWEEN 1 AND 99),  -- 班号
  counted_on TEXT NOT NULL CHECK (date(counted_on) IS counted_on),  -- 核查日期
  head_count INTEGER NOT NULL CHECK (head_count >= 0),  -- 核查人数, 人
  counted_by TEXT,  -- 核查人; personal
  evidence TEXT,  -- 佐证材料
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, stage, entry_year, class_no, counted_on)
) STRICT, WITHOUT ROWID;

-- 大校额台账 (oversized_school). The same ledger for schools above the size limit; one entry a school and baseline. 销号 is
-- for bureau and inspection.
-- Written by: school, bureau and inspection.
CREATE TABLE oversized_school (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  filed_on TEXT NOT NULL CHECK (date(filed_on) IS filed_on),  -- 建档日期
  filed_count INTEGER NOT NULL CHECK (filed_count >= 0),  -- 建档人数, 人
  limit_count INTEGER CHECK (limit_count >= 0),  -- 规模上限, 人
  cause TEXT,  -- 成因
  measure TEXT,  -- 化解措施
  new_places INTEGER CHECK (new_places >= 0),  -- 新增学位, 个
  leader TEXT,  -- 责任领导; personal
  unit_in_charge TEXT,  -- 责任单位
  person TEXT,  -- 责任人; personal
  due_on TEXT CHECK (date(due_on) IS due_on),  -- 计划销号时间
  state TEXT NOT NULL CHECK (state = '在册' OR state = '拟销号' OR state = '已销号' OR state = '反弹'),  -- 状态
  recounted_on TEXT CHECK (date(recounted_on) IS recounted_on),  -- 最近核查日期
  recount INTEGER CHECK (recount >= 0),  -- 最近核查人数, 人
  struck_basis TEXT,  -- 销号依据
  struck_on TEXT CHECK (date(struck_on) IS struck_on),  -- 销号日期
  verifier TEXT,  -- 核验人; personal
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, filed_on)
) STRICT, WITHOUT ROWID;

-- ── 整改 ────────────────────────────────────────────────────────────

-- 整改清单 (rectification). One problem to be put right.
-- Written by: bureau and inspection; a school where source is 自查, of other rows only measure, person, phone, situation,
-- done_on, evidence, unfinished, state.
CREATE TABLE rectification (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  id TEXT NOT NULL CHECK (id <> ''),  -- 编号
  -- 问题来源
  source TEXT NOT NULL CHECK (source = '国检' OR source = '省检' OR source = '市检' OR source = '县检' OR source = '专项督导' OR source = '自查'),
  found_on TEXT CHECK (date(found_on) IS found_on),  -- 检查日期
  indicator TEXT,  -- 对应指标
  problem TEXT NOT NULL CHECK (problem <> ''),  -- 问题描述
  requirement TEXT,  -- 整改要求: what the inspection asks for; since format 2
  basis TEXT,  -- 整改依据: the rule that is broken; since format 2
  -- 整改类型: at once, in stages, or lasting; since format 2
  kind TEXT CHECK (kind = '立行立改' OR kind = '分阶段整改' OR kind = '持续整改'),
  goal TEXT,  -- 整改目标
  standard TEXT,  -- 完成标准: what shows that it is put right; since format 2
  measure TEXT,  -- 整改措施
  leaders TEXT,  -- 责任领导: several: separated by 、; personal
  units TEXT,  -- 责任单位: several: separated by 、
  assisting_units TEXT,  -- 配合单位: several: separated by 、; since format 2
  person TEXT,  -- 责任人; personal
  phone TEXT,  -- 联系电话; personal; since format 2
  due_on TEXT CHECK (date(due_on) IS due_on),  -- 整改时限
  period_text TEXT,  -- 时限原文: the period as the notice has it, e.g. 7月底; since format 2
  -- 整改情况: how far it is, in the sheet's words; dated entries stand in rectification_progress; since format 2
  situation TEXT,
  done_on TEXT CHECK (date(done_on) IS done_on),  -- 完成日期
  unfinished TEXT,  -- 未整改到位原因及下一步: why it is not done yet, and what comes next; since format 2
  evidence TEXT,  -- 佐证材料
  -- 状态: 逾期 is worked out from the date, never stored
  state TEXT NOT NULL CHECK (state = '待整改' OR state = '整改中' OR state = '待核验' OR state = '已销号' OR state = '退回'),
  verifier_unit TEXT,  -- 核验单位
  verifier TEXT,  -- 核验人; personal
  struck_on TEXT CHECK (date(struck_on) IS struck_on),  -- 销号日期
  origin TEXT,  -- 问题标识: what found it, e.g. R4/小学 or room-area/R101; the same problem found again has the same
  former_id TEXT,  -- 原编号: the entry this problem recurs from
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, id)
) STRICT, WITHOUT ROWID;

-- 整改进展 (rectification_progress). Dated progress entries; appended, never changed.
-- Written by: everyone; rows are appended, never changed.
CREATE TABLE rectification_progress (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  id TEXT NOT NULL CHECK (id <> ''),  -- 编号
  rectification_id TEXT NOT NULL CHECK (rectification_id <> ''),  -- 整改编号
  reported_on TEXT NOT NULL CHECK (date(reported_on) IS reported_on),  -- 日期
  progress TEXT NOT NULL CHECK (progress <> ''),  -- 进展
  reported_by TEXT,  -- 填报人; personal
  evidence TEXT,  -- 佐证材料
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, id)
) STRICT, WITHOUT ROWID;

-- 核验结果 (verdict). What a bureau or an inspector found when verifying an entry of a ledger.
-- Written by: bureau and inspection.
CREATE TABLE verdict (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  id TEXT NOT NULL CHECK (id <> ''),  -- 编号
  subject_table TEXT NOT NULL CHECK (subject_table <> ''),  -- 对象表: e.g. rectification, oversized_class
  subject_key TEXT NOT NULL CHECK (subject_key <> ''),  -- 对象键: the row's key as written by show
  result TEXT NOT NULL CHECK (result IN ('通过', '退回')),  -- 结果
  verified_on TEXT NOT NULL CHECK (date(verified_on) IS verified_on),  -- 核验日期
  verifier_unit TEXT,  -- 核验单位
  verifier TEXT,  -- 核验人; personal
  reason TEXT,  -- 理由
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, id)
) STRICT, WITHOUT ROWID;

-- ── 任务 ────────────────────────────────────────────────────────────

-- 任务 (task). 任务分解 and 年度任务清单.
-- Written by: the bureau only.
CREATE TABLE task (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 发文单位代码
  id TEXT NOT NULL CHECK (id <> ''),  -- 编号
  year INTEGER CHECK (year BETWEEN 1950 AND 2100),  -- 年度
  seq TEXT,  -- 序号: kept as written in the notice
  kind TEXT,  -- 任务类型: e.g. 任务, 措施, 步骤, 达标规划; kept as written
  stage_name TEXT,  -- 阶段: 宣传动员, 自查自评, 整体推进, 评估验收; kept as written
  task TEXT NOT NULL CHECK (task <> ''),  -- 任务
  indicator TEXT,  -- 对应指标
  goal TEXT,  -- 目标值
  lead_unit TEXT,  -- 牵头单位
  units TEXT,  -- 责任单位
  assisting_units TEXT,  -- 配合单位: several: separated by 、; since format 2
  leader TEXT,  -- 责任领导; personal
  starts_on TEXT CHECK (date(starts_on) IS starts_on),  -- 开始日期
  due_on TEXT CHECK (date(due_on) IS due_on),  -- 时限
  period_text TEXT,  -- 时间原文: the period as the notice has it
  progress TEXT,  -- 进度
  outcome TEXT,  -- 落实情况: what came of it, in words; since format 2
  done INTEGER CHECK (done IN (0, 1)),  -- 完成
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, id)
) STRICT, WITHOUT ROWID;

-- 政策清单 (policy). 政策(制度)清单.
-- Written by: the bureau only.
CREATE TABLE policy (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 发文单位代码
  id TEXT NOT NULL CHECK (id <> ''),  -- 编号
  seq TEXT,  -- 序号
  title TEXT NOT NULL CHECK (title <> ''),  -- 名称
  type TEXT,  -- 类型
  document_no TEXT,  -- 文号
  issuer TEXT,  -- 发文单位; since format 2
  issued_on TEXT CHECK (date(issued_on) IS issued_on),  -- 发布日期
  lead_office TEXT,  -- 牵头室
  state TEXT,  -- 状态
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, id)
) STRICT, WITHOUT ROWID;

-- 规划目标 (target). A number to reach by a year (年内达标10所), held against the figures. Since format 2.
-- Written by: the bureau only.
CREATE TABLE target (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校或县代码
  name TEXT NOT NULL CHECK (name <> ''),  -- 目标名称
  -- 学段: empty: all stages together
  stage TEXT NOT NULL DEFAULT '' CHECK (stage = '' OR stage = '小学' OR stage = '初中' OR stage = '高中'),
  year INTEGER NOT NULL CHECK (year BETWEEN 1950 AND 2100),  -- 年度
  indicator TEXT,  -- 指标编号: the figure it is held against
  direction TEXT CHECK (direction IN ('不低于', '不高于')),  -- 方向: which side of the value is right; empty: 不低于
  value REAL NOT NULL CHECK (value BETWEEN -1e12 AND 1e12),  -- 目标值
  unit TEXT,  -- 单位
  basis TEXT,  -- 依据
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, name, stage, year)
) STRICT, WITHOUT ROWID;

-- 建设项目 (project). A building project. One for a school that is still to be founded has the county's code and the name
-- that the school will have. Since format 2.
-- Written by: the school, the bureau as a correction.
CREATE TABLE project (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校或县代码
  id TEXT NOT NULL CHECK (id <> ''),  -- 编号
  name TEXT NOT NULL CHECK (name <> ''),  -- 项目名称
  school_name TEXT,  -- 拟建学校名称: of a school that has no code yet
  town TEXT,  -- 乡镇: empty: that of the school in org
  -- 学段: whom the places are for; empty: the one 学段 of the school
  stage TEXT CHECK (stage = '幼儿' OR stage = '小学' OR stage = '初中' OR stage = '高中'),
  -- 建设类型
  kind TEXT NOT NULL CHECK (kind = '新建' OR kind = '改建' OR kind = '扩建' OR kind = '迁建' OR kind = '维修改造' OR kind = '其他'),
  content TEXT,  -- 建设内容
  places INTEGER CHECK (places >= 0),  -- 新增学位, 个
  floor_area REAL CHECK (floor_area BETWEEN 0 AND 1e12),  -- 建筑面积, ㎡
  site_area REAL CHECK (site_area BETWEEN 0 AND 1e12),  -- 占地面积, ㎡
  money REAL CHECK (money BETWEEN 0 AND 1e12),  -- 计划投资, 元
  spent REAL CHECK (spent BETWEEN 0 AND 1e12),  -- 完成投资, 元
  money_source TEXT,  -- 资金来源
  starts_on TEXT CHECK (date(starts_on) IS starts_on),  -- 计划开工
  due_on TEXT CHECK (date(due_on) IS due_on),  -- 计划完成
  started_on TEXT CHECK (date(started_on) IS started_on),  -- 实际开工
  done_on TEXT CHECK (date(done_on) IS done_on),  -- 实际完成
  period_text TEXT,  -- 时限原文: the period as the plan has it
  -- 状态
  state TEXT CHECK (state = '未启动' OR state = '前期' OR state = '在建' OR state = '完工' OR state = '投入使用' OR state = '停缓建'),
  leader TEXT,  -- 责任领导; personal
  unit_in_charge TEXT,  -- 责任单位
  person TEXT,  -- 责任人; personal
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, id)
) STRICT, WITHOUT ROWID;

-- ── 专项 ────────────────────────────────────────────────────────────

-- 实验教学台账 (experiment). One row an experiment that the syllabus asks of a class.
-- Written by: the school, the bureau as a correction.
CREATE TABLE experiment (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  id TEXT NOT NULL CHECK (id <> ''),  -- 编号
  school_year INTEGER CHECK (school_year BETWEEN 1950 AND 2100),  -- 学年
  term TEXT NOT NULL CHECK (term IN ('上学期', '下学期')),  -- 学期
  subject TEXT NOT NULL CHECK (subject <> ''),  -- 学科
  grade INTEGER NOT NULL CHECK (grade BETWEEN 1 AND 12),  -- 年级
  chapter TEXT,  -- 章节; since format 2
  name TEXT NOT NULL CHECK (name <> ''),  -- 实验名称
  category TEXT NOT NULL CHECK (category = '演示' OR category = '分组' OR category = '探究'),  -- 类别
  required INTEGER CHECK (required IN (0, 1)),  -- 必做
  planned_week INTEGER CHECK (planned_week BETWEEN 1 AND 30),  -- 计划周次
  done_on TEXT CHECK (date(done_on) IS done_on),  -- 实做日期
  class_name TEXT,  -- 班级
  pupils INTEGER CHECK (pupils >= 0),  -- 学生人数, 人; since format 2
  laboratory TEXT,  -- 实验室; since format 2
  teacher TEXT,  -- 教师; personal
  reason TEXT,  -- 未开原因
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, id)
) STRICT, WITHOUT ROWID;

-- 实验开出汇总 (experiment_count). A school's own count of experiments by subject and kind, where it keeps no line for each;
-- where it does, those count. Since format 2.
-- Written by: the school, the bureau as a correction.
CREATE TABLE experiment_count (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 1950 AND 2100),  -- 学年
  term TEXT NOT NULL CHECK (term IN ('上学期', '下学期')),  -- 学期
  subject TEXT NOT NULL CHECK (subject <> ''),  -- 学科
  -- 年级: as in experiment; empty: all grades together
  grade TEXT NOT NULL DEFAULT '' CHECK (grade = '' OR grade = '1' OR grade = '2' OR grade = '3' OR grade = '4' OR grade = '5' OR grade = '6' OR grade = '7' OR grade = '8' OR grade = '9' OR grade = '10' OR grade = '11' OR grade = '12'),
  category TEXT NOT NULL CHECK (category = '演示' OR category = '分组' OR category = '探究'),  -- 类别
  due INTEGER NOT NULL CHECK (due >= 0),  -- 应做数, 个
  done INTEGER NOT NULL CHECK (done >= 0),  -- 实做数, 个
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, school_year, term, subject, grade, category)
) STRICT, WITHOUT ROWID;

-- 平安校园 (safety_check). 四个100% and rounds of the five checks: yes or no with date and evidence.
-- Written by: the school, the bureau as a correction.
CREATE TABLE safety_check (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 1950 AND 2100),  -- 学年
  -- 检查项
  item TEXT NOT NULL CHECK (item = '专职保安员配备' OR item = '封闭化管理' OR item = '一键报警和视频监控联网' OR item = '护学岗' OR item = '周界围墙' OR item = '主体自查' OR item = '区域互查' OR item = '包保督查' OR item = '部门专查' OR item = '领导督查'),
  checked_on TEXT NOT NULL CHECK (date(checked_on) IS checked_on),  -- 检查日期
  met INTEGER NOT NULL CHECK (met IN (0, 1)),  -- 是否达到
  -- 落实情况: what forms with three answers say; 是否达到 counts; since format 2
  result TEXT CHECK (result = '落实' OR result = '基本落实' OR result = '未落实'),
  risk TEXT CHECK (risk = 'Ⅰ级' OR risk = 'Ⅱ级' OR risk = 'Ⅲ级'),  -- 风险等级: Ⅰ级 is the gravest; since format 2
  round TEXT,  -- 轮次: which round of the five checks, e.g. 第一轮
  quantity REAL CHECK (quantity BETWEEN 0 AND 1e12),  -- 数量
  evidence TEXT,  -- 佐证材料
  checked_by TEXT,  -- 检查人; personal
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, school_year, item, checked_on)
) STRICT, WITHOUT ROWID;

-- 定期检查 (recurring_check). What the bureau wants checked again and again (学籍普查每学年2次, 五查), and how often. Since format 2.
-- Written by: the bureau only.
CREATE TABLE recurring_check (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 县代码
  item TEXT NOT NULL CHECK (item <> ''),  -- 检查项目: as check_result names it
  kind TEXT,  -- 类别: e.g. 学籍, 五查; kept as written
  times INTEGER CHECK (times BETWEEN 1 AND 366),  -- 次数, 次: how often within 周期
  period TEXT CHECK (period = '学年' OR period = '学期' OR period = '季度' OR period = '月' OR period = '周'),  -- 周期
  requirement TEXT,  -- 要求
  unit_in_charge TEXT,  -- 责任单位: who checks
  active INTEGER CHECK (active IN (0, 1)),  -- 启用: 0: no longer asked for; empty is 1
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, item)
) STRICT, WITHOUT ROWID;

-- 定期检查结果 (check_result). One row a school, item of recurring_check and day. Since format 2.
-- Written by: the school, the bureau as a correction.
CREATE TABLE check_result (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 1950 AND 2100),  -- 学年
  item TEXT NOT NULL CHECK (item <> ''),  -- 检查项目: as in recurring_check
  done_on TEXT NOT NULL CHECK (date(done_on) IS done_on),  -- 检查日期
  result TEXT CHECK (result = '落实' OR result = '基本落实' OR result = '未落实'),  -- 检查情况
  problem TEXT,  -- 发现问题
  unit TEXT,  -- 检查单位
  checked_by TEXT,  -- 检查人; personal
  evidence TEXT,  -- 佐证材料
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, school_year, item, done_on)
) STRICT, WITHOUT ROWID;

-- 课堂监测 (monitoring). How many were reached in a year of a cycle of monitoring (3年一周期), of how many. Since format 2.
-- Written by: the bureau only.
CREATE TABLE monitoring (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校或县代码
  school_year INTEGER NOT NULL CHECK (school_year BETWEEN 1950 AND 2100),  -- 学年
  object TEXT NOT NULL CHECK (object <> ''),  -- 监测对象: what is counted: e.g. 学校, 教师, 课堂
  subject TEXT NOT NULL DEFAULT '',  -- 学科: empty: all subjects
  covered INTEGER NOT NULL CHECK (covered >= 0),  -- 监测数
  total INTEGER CHECK (total >= 0),  -- 应监测数: how many there are
  cycle_start INTEGER CHECK (cycle_start BETWEEN 1950 AND 2100),  -- 周期起始学年: first school year of the cycle
  cycle_years INTEGER CHECK (cycle_years BETWEEN 1 AND 20),  -- 周期年数, 年
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, school_year, object, subject)
) STRICT, WITHOUT ROWID;

-- ── 组织 ────────────────────────────────────────────────────────────

-- 学校共同体 (school_group). Membership of schools in groups (共同体, 集团, 学区).
-- Written by: the bureau only.
CREATE TABLE school_group (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 县代码
  group_name TEXT NOT NULL CHECK (group_name <> ''),  -- 共同体名称
  kind TEXT CHECK (kind = '共同体' OR kind = '集团' OR kind = '学区' OR kind = '名校双学区'),  -- 类型
  member_code TEXT NOT NULL CHECK (length(member_code) IN (6, 10) AND member_code NOT GLOB '*[^0-9]*'),  -- 成员学校标识码
  leading INTEGER CHECK (leading IN (0, 1)),  -- 牵头学校
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, group_name, member_code)
) STRICT, WITHOUT ROWID;

-- 领导小组 (person_unit). Leading group and duties of departments: people and units the ledgers name.
-- Written by: the bureau only.
CREATE TABLE person_unit (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 县代码
  id TEXT NOT NULL CHECK (id <> ''),  -- 编号
  unit TEXT NOT NULL CHECK (unit <> ''),  -- 单位
  person TEXT,  -- 姓名; personal
  position TEXT,  -- 职务
  role TEXT,  -- 组内职务
  duty TEXT,  -- 职责
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, id)
) STRICT, WITHOUT ROWID;

-- 包联责任 (duty). Who looks after what (教研员五包, 领导包校): one row a person and object. Since format 2.
-- Written by: the bureau only.
CREATE TABLE duty (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 县代码
  id TEXT NOT NULL CHECK (id <> ''),  -- 编号
  person TEXT NOT NULL CHECK (person <> ''),  -- 姓名; personal
  unit TEXT,  -- 单位
  position TEXT,  -- 职务
  phone TEXT,  -- 联系电话; personal
  kind TEXT NOT NULL CHECK (kind <> ''),  -- 包联类型: e.g. 包乡镇, 包学校, 包学科; kept as written
  object TEXT NOT NULL CHECK (object <> ''),  -- 包联对象
  -- 对象学校标识码: where the object is one school
  object_code TEXT CHECK (length(object_code) IN (6, 10) AND object_code NOT GLOB '*[^0-9]*'),
  from_on TEXT CHECK (date(from_on) IS from_on),  -- 开始日期
  to_on TEXT CHECK (date(to_on) IS to_on),  -- 结束日期
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, id)
) STRICT, WITHOUT ROWID;

-- ── 审核 ────────────────────────────────────────────────────────────

-- 审核意见 (opinion). What an inspector says of a row, or of one of its columns.
-- Written by: bureau and inspection.
CREATE TABLE opinion (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  id TEXT NOT NULL CHECK (id <> ''),  -- 编号
  subject_table TEXT NOT NULL CHECK (subject_table <> ''),  -- 对象表
  subject_key TEXT NOT NULL CHECK (subject_key <> ''),  -- 对象键
  subject_column TEXT,  -- 对象列
  judgement TEXT NOT NULL CHECK (judgement = '通过' OR judgement = '退回' OR judgement = '疑问'),  -- 意见
  text TEXT,  -- 说明
  given_by TEXT,  -- 审核人; personal
  given_on TEXT NOT NULL CHECK (date(given_on) IS given_on),  -- 日期
  side TEXT CHECK (side = '督查' OR side = '县级' OR side = '市级' OR side = '省级'),  -- 提出方: only it may close the opinion
  closed INTEGER CHECK (closed IN (0, 1)),  -- 已关闭
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, id)
) STRICT, WITHOUT ROWID;

-- 意见答复 (opinion_reply). Answers to opinions; appended.
-- Written by: everyone; rows are appended, never changed.
CREATE TABLE opinion_reply (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  id TEXT NOT NULL CHECK (id <> ''),  -- 编号
  opinion_id TEXT NOT NULL CHECK (opinion_id <> ''),  -- 意见编号
  text TEXT NOT NULL CHECK (text <> ''),  -- 答复
  replied_by TEXT,  -- 答复人; personal
  replied_on TEXT NOT NULL CHECK (date(replied_on) IS replied_on),  -- 日期
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, id)
) STRICT, WITHOUT ROWID;

-- 佐证材料 (evidence). A file attached to a row; the bytes are in evidence_blob, once per content.
-- Written by: everyone.
CREATE TABLE evidence (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校标识码
  id TEXT NOT NULL CHECK (id <> ''),  -- 编号
  subject_table TEXT NOT NULL CHECK (subject_table <> ''),  -- 对象表
  subject_key TEXT NOT NULL CHECK (subject_key <> ''),  -- 对象键
  file_name TEXT NOT NULL CHECK (file_name <> ''),  -- 文件名
  media_type TEXT,  -- 类型
  size INTEGER NOT NULL CHECK (size >= 0),  -- 大小, 字节
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),  -- 内容摘要: hex
  added_on TEXT CHECK (date(added_on) IS added_on),  -- 添加日期
  material_id TEXT,  -- 材料编号: the line of expected_material that it answers; empty: none; since format 2
  -- 年度: first year of the 学年 that it tells of; empty: every year; since format 2
  year INTEGER CHECK (year BETWEEN 1950 AND 2100),
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, id)
) STRICT, WITHOUT ROWID;

-- ── 标准 ────────────────────────────────────────────────────────────

-- 评估标准 (standard). A profile loaded into the county file: which rules, which version, which settings.
-- Written by: the bureau only.
CREATE TABLE standard (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 县代码
  profile TEXT NOT NULL CHECK (profile <> ''),  -- 标准名称: e.g. national-2017
  version TEXT NOT NULL CHECK (version <> ''),  -- 版本
  title TEXT,  -- 标题
  document TEXT,  -- 依据文件
  content TEXT,  -- 内容: the profile as YAML, as loaded
  active INTEGER CHECK (active IN (0, 1)),  -- 使用中
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, profile)
) STRICT, WITHOUT ROWID;

-- 阈值 (threshold). The bureau's own value in place of the profile's.
-- Written by: the bureau only.
CREATE TABLE threshold (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 县代码
  profile TEXT NOT NULL CHECK (profile <> ''),  -- 标准名称
  indicator TEXT NOT NULL CHECK (indicator <> ''),  -- 指标编号: R1..R7, or a setting's name such as cv_limit
  stage TEXT NOT NULL DEFAULT '' CHECK (stage = '' OR stage = '小学' OR stage = '初中' OR stage = '高中'),  -- 学段
  value REAL NOT NULL CHECK (value BETWEEN -1e12 AND 1e12),  -- 数值
  basis TEXT NOT NULL CHECK (basis <> ''),  -- 依据
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, profile, indicator, stage)
) STRICT, WITHOUT ROWID;

-- 应配目录 (catalogue_item). The bureau's own line of standard items (应配标准), in place of the shipped line of that id; what
-- is asked of whom (level, applies_to, when, rule, derived_from …) is kept as YAML.
-- Written by: the bureau only; a school where category is 变体.
CREATE TABLE catalogue_item (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 县代码
  id TEXT NOT NULL CHECK (id <> ''),  -- 编号
  category TEXT NOT NULL CHECK (category <> ''),  -- 类别
  label TEXT NOT NULL CHECK (label <> ''),  -- 项目
  unit TEXT,  -- 单位
  rule TEXT NOT NULL CHECK (rule <> ''),  -- 规则
  source TEXT,  -- 来源
  verified INTEGER CHECK (verified IN (0, 1)),  -- 已核实
  active INTEGER CHECK (active IN (0, 1)),  -- 启用: 0 leaves the line out; empty is 1
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, id)
) STRICT, WITHOUT ROWID;

-- 单位成本 (unit_cost). Cost of one unit for plans: a teacher-year, a square metre, a multimedia room.
-- Written by: the bureau only.
CREATE TABLE unit_cost (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 县代码
  item TEXT NOT NULL CHECK (item <> ''),  -- 项目
  cost REAL NOT NULL CHECK (cost BETWEEN 0 AND 1e12),  -- 单价, 元
  unit TEXT,  -- 单位
  basis TEXT,  -- 依据
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, item)
) STRICT, WITHOUT ROWID;

-- ── 设置 ────────────────────────────────────────────────────────────

-- 用词对照 (wording). What a word of a sheet stands for, where a person said so (中小学高级教师 is 高级). The school's own; under
-- the county's code the bureau's, which go to the schools. Since format 2.
-- Written by: the school, the bureau as a correction.
CREATE TABLE wording (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 学校或县代码
  table_name TEXT NOT NULL CHECK (table_name <> ''),  -- 表: name of the table, e.g. teacher
  column_name TEXT NOT NULL CHECK (column_name <> ''),  -- 列: name of its column, e.g. title
  written TEXT NOT NULL CHECK (written <> ''),  -- 写法: as written, without white space
  value TEXT,  -- 含义: the value to store; empty: leave the cell empty
  answered_by TEXT,  -- 填写人; personal
  answered_on TEXT CHECK (date(answered_on) IS answered_on),  -- 填写日期
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, table_name, column_name, written)
) STRICT, WITHOUT ROWID;

-- 签名密钥 (signing_key). Public keys of those who may sign for a school or a role; a struck key stays, with its day. Since
-- format 2.
-- Written by: the bureau only.
CREATE TABLE signing_key (
  org_code TEXT NOT NULL CHECK (length(org_code) IN (6, 10) AND org_code NOT GLOB '*[^0-9]*'),  -- 县代码
  key_id TEXT NOT NULL CHECK (key_id <> ''),  -- 密钥编号: digest of the public key's line, hex
  -- 持有单位代码: whom it signs for
  holder_code TEXT NOT NULL CHECK (length(holder_code) IN (6, 10) AND holder_code NOT GLOB '*[^0-9]*'),
  holder TEXT,  -- 持有人: who keeps it; personal
  role TEXT NOT NULL CHECK (role = '学校' OR role = '督查' OR role = '县级' OR role = '市级' OR role = '省级'),  -- 身份
  algorithm TEXT NOT NULL CHECK (algorithm IN ('Ed25519', 'SM2')),  -- 算法
  public_key TEXT NOT NULL CHECK (public_key <> ''),  -- 公钥: to verify with, as key show prints it
  encryption_key TEXT,  -- 加密公钥: to encrypt for the holder with; empty: none
  valid_from TEXT NOT NULL CHECK (date(valid_from) IS valid_from),  -- 启用日期
  struck_on TEXT CHECK (date(struck_on) IS struck_on),  -- 停用日期: what it signed from this day on does not count
  struck_reason TEXT,  -- 停用原因
  note TEXT,  -- 备注
  rev INTEGER NOT NULL DEFAULT 0,  -- the revision that wrote this row last
  PRIMARY KEY (org_code, key_id)
) STRICT, WITHOUT ROWID;

-- ════════════════════════════════ Part 2: indexes and views ════════════════════════════════

-- Merging looks at the rows that a set of revisions wrote.
CREATE INDEX org_rev ON org (rev);
CREATE INDEX campus_rev ON campus (rev);
CREATE INDEX town_rev ON town (rev);
CREATE INDEX class_roll_rev ON class_roll (rev);
CREATE INDEX teacher_rev ON teacher (rev);
CREATE INDEX training_rev ON training (rev);
CREATE INDEX exchange_rev ON exchange (rev);
CREATE INDEX room_rev ON room (rev);
CREATE INDEX ground_rev ON ground (rev);
CREATE INDEX equipment_rev ON equipment (rev);
CREATE INDEX finance_rev ON finance (rev);
CREATE INDEX statement_rev ON statement (rev);
CREATE INDEX conclusion_rev ON conclusion (rev);
CREATE INDEX survey_rev ON survey (rev);
CREATE INDEX veto_finding_rev ON veto_finding (rev);
CREATE INDEX relaxation_rev ON relaxation (rev);
CREATE INDEX core_item_rev ON core_item (rev);
CREATE INDEX core_answer_rev ON core_answer (rev);
CREATE INDEX expected_material_rev ON expected_material (rev);
CREATE INDEX standardization_item_rev ON standardization_item (rev);
CREATE INDEX standardization_goal_rev ON standardization_goal (rev);
CREATE INDEX oversized_class_rev ON oversized_class (rev);
CREATE INDEX oversized_recount_rev ON oversized_recount (rev);
CREATE INDEX oversized_school_rev ON oversized_school (rev);
CREATE INDEX rectification_rev ON rectification (rev);
CREATE INDEX rectification_progress_rev ON rectification_progress (rev);
CREATE INDEX verdict_rev ON verdict (rev);
CREATE INDEX task_rev ON task (rev);
CREATE INDEX policy_rev ON policy (rev);
CREATE INDEX target_rev ON target (rev);
CREATE INDEX project_rev ON project (rev);
CREATE INDEX experiment_rev ON experiment (rev);
CREATE INDEX experiment_count_rev ON experiment_count (rev);
CREATE INDEX safety_check_rev ON safety_check (rev);
CREATE INDEX recurring_check_rev ON recurring_check (rev);
CREATE INDEX check_result_rev ON check_result (rev);
CREATE INDEX monitoring_rev ON monitoring (rev);
CREATE INDEX school_group_rev ON school_group (rev);
CREATE INDEX person_unit_rev ON person_unit (rev);
CREATE INDEX duty_rev ON duty (rev);
CREATE INDEX opinion_rev ON opinion (rev);
CREATE INDEX opinion_reply_rev ON opinion_reply (rev);
CREATE INDEX evidence_rev ON evidence (rev);
CREATE INDEX standard_rev ON standard (rev);
CREATE INDEX threshold_rev ON threshold (rev);
CREATE INDEX catalogue_item_rev ON catalogue_item (rev);
CREATE INDEX unit_cost_rev ON unit_cost (rev);
CREATE INDEX wording_rev ON wording (rev);
CREATE INDEX signing_key_rev ON signing_key (rev);
CREATE INDEX change_row ON change (table_name, row_key, before_rev);
CREATE INDEX revision_area_org ON revision_area (org_code, class);
CREATE INDEX sibling_org ON sibling (org_code, table_name);
CREATE INDEX revision_at ON revision (at);
CREATE INDEX received_org ON received (org_code, id);

-- The revision that the triggers of part 3 stamp rows with.
CREATE VIEW external_revision AS
  SELECT CAST(value AS INTEGER) AS id FROM file_info WHERE key = 'external_revision';

-- Where the triggers of part 3 report a write of another program (DB Browser, the sqlite3 shell): first the rows that a
-- statement is about to replace (keep), then, when it has, what it did (update, delete). A statement that does nothing
-- (INSERT OR IGNORE) reports no more than the first.
CREATE VIEW external_write AS
  SELECT NULL AS table_name, NULL AS row_key, NULL AS org_code, NULL AS kind, NULL AS class, NULL AS rev, NULL AS image
  WHERE 0;

-- No OR IGNORE and no OR REPLACE in these two: the conflict clause of the statement that fires a trigger is used instead
-- of the trigger's own.
CREATE TRIGGER external_write_begun INSTEAD OF INSERT ON external_write WHEN NEW.kind = 'keep' BEGIN
  DELETE FROM external_pending WHERE table_name = NEW.table_name AND row_key = NEW.row_key;
  INSERT INTO external_pending VALUES (NEW.table_name, NEW.row_key, NEW.org_code, NEW.rev, NEW.image);
END;

-- Mints one revision a statement ('now' stands still within a statement), keeps the row as it was, and drops its
-- siblings into the history.
CREATE TRIGGER external_write_done INSTEAD OF INSERT ON external_write WHEN NEW.kind <> 'keep' BEGIN
  DELETE FROM seal WHERE true;
  UPDATE file_info SET value = lower(hex(randomblob(8))) WHERE key = 'state';
  DELETE FROM file_info
    WHERE key = 'external_revision' AND NOT EXISTS (
      SELECT 1 FROM revision
      WHERE id = (SELECT id FROM external_revision) AND at = strftime('%Y-%m-%dT%H:%M:%fZ', 'now'));
  INSERT INTO file_info (key, value)
    SELECT 'external_revision', CAST(max(1, random() & 9223372036854775807) AS TEXT)
    WHERE NOT EXISTS (SELECT 1 FROM external_revision);
  INSERT INTO revision (id, org_code, at, role, author, tool, action)
    SELECT (SELECT id FROM external_revision),
           coalesce((SELECT value FROM file_info WHERE key = 'org_code'), NEW.org_code),
           strftime('%Y-%m-%dT%H:%M:%fZ', 'now'),
           CASE WHEN EXISTS (SELECT 1 FROM file_info WHERE key = 'scope_org') THEN 'issued'
                ELSE coalesce((SELECT value FROM file_info WHERE key = 'role'), 'school') END,
           '外部程序', 'sqlite ' || sqlite_version(), 'external'
    WHERE NOT EXISTS (SELECT 1 FROM revision WHERE id = (SELECT id FROM external_revision));
  INSERT INTO revision_area (id, org_code, class)
    SELECT e.id, NEW.org_code, CASE length(NEW.org_code) WHEN 6 THEN 'bureau' ELSE NEW.class END
    FROM external_revision AS e
    WHERE NOT EXISTS (
      SELECT 1 FROM revision_area AS a WHERE a.id = e.id AND a.org_code = NEW.org_code
        AND a.class = CASE length(NEW.org_code) WHEN 6 THEN 'bureau' ELSE NEW.class END);
  INSERT INTO change (rev, table_name, row_key, before_rev, org_code, kind, before)
    SELECT e.id, v.table_name, v.row_key, v.rev, v.org_code, NEW.kind, v.image
    FROM external_revision AS e, (
      SELECT * FROM external_pending WHERE table_name = NEW.table_name AND row_key = NEW.row_key
      UNION ALL
      SELECT table_name, row_key, org_code, rev, content FROM sibling
        WHERE table_name = NEW.table_name AND row_key = NEW.row_key) AS v
    WHERE v.rev <> e.id AND NOT EXISTS (
      SELECT 1 FROM change AS c WHERE c.rev = e.id AND c.table_name = v.table_name
        AND c.row_key = v.row_key AND c.before_rev = v.rev);
  DELETE FROM sibling WHERE table_name = NEW.table_name AND row_key = NEW.row_key;
  DELETE FROM external_pending WHERE table_name = NEW.table_name AND row_key = NEW.row_key;
END;

