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
-- Part 3  triggers that stamp and remember what other programs write.
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
  sender_proof TEXT  -- room for a signature; not used yet
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
  digest TEXT NOT NULL  -- of the table's content, see ContentDigest
) STRICT, WITHOUT ROWID;

-- Signatures over the seal, one a key; stay with the file. Public halves of the keys stand in signing_key.
CREATE TABLE seal_signature (
  key_id TEXT NOT NULL PRIMARY KEY CHECK (key_id <> ''),  -- fingerprint of the public key, hex
  algorithm TEXT NOT NULL CHECK (algorithm <> ''),  -- Ed25519 or SM2
  signed_at TEXT NOT NULL,  -- moment, UTC, under the signature
  signature BLOB NOT NULL
) STRICT, WITHOUT ROWID;

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
  key_id TEXT NOT NULL CHECK (key_id <> ''),  -- 密钥编号: fingerprint of the public key, hex
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

-- ════════════════════════════════ Part 3: writes of other programs ════════════════════════════════

-- For every exchanged table: a view of its rows as the history keeps them, and triggers that keep the rows that a
-- statement is about to change or to run over (OR REPLACE), report what it did, and stamp the row as it is after.
-- The stamp changes rev, so it does not call them again.

CREATE VIEW org_image AS SELECT *, json_array(org_code) AS row_key,
  json_object('org_code', org_code, 'name', name, 'short_name', short_name, 'kind', kind, 'county_code', county_code, 'town', town, 'address', address, 'credit_code', credit_code, 'counted_school', counted_school, 'attached_classes', attached_classes, 'urban_rural', urban_rural, 'run_by', run_by, 'boarding', boarding, 'built_year', built_year, 'parent_code', parent_code, 'inclusion', inclusion, 'inclusion_target', inclusion_target, 'inclusion_reason', inclusion_reason, 'built_by_2010', built_by_2010, 'built_by_2016', built_by_2016, 'dense_centre', dense_centre, 'rural_small', rural_small, 'rural_small_classes', rural_small_classes, 'principal', principal, 'contact', contact, 'phone', phone, 'note', note) AS image FROM org;
CREATE TRIGGER org_insert BEFORE INSERT ON org BEGIN
  INSERT INTO external_write SELECT 'org', row_key, org_code, 'keep', NULL, rev, image FROM org_image
    WHERE org_code = NEW.org_code;
END;
CREATE TRIGGER org_inserted AFTER INSERT ON org BEGIN
  INSERT INTO external_write VALUES ('org', json_array(NEW.org_code), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE org SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER org_update BEFORE UPDATE ON org WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'org', row_key, org_code, 'keep', NULL, rev, image FROM org_image
    WHERE org_code = OLD.org_code OR org_code = NEW.org_code;
END;
CREATE TRIGGER org_updated AFTER UPDATE ON org WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'org', json_array(OLD.org_code), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code);
  INSERT INTO external_write VALUES ('org', json_array(NEW.org_code), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE org SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER org_delete BEFORE DELETE ON org BEGIN
  INSERT INTO external_write SELECT 'org', row_key, org_code, 'keep', NULL, rev, image FROM org_image
    WHERE org_code = OLD.org_code;
END;
CREATE TRIGGER org_deleted AFTER DELETE ON org BEGIN
  INSERT INTO external_write VALUES ('org', json_array(OLD.org_code), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW campus_image AS SELECT *, json_array(org_code, campus) AS row_key,
  json_object('org_code', org_code, 'campus', campus, 'address', address, 'note', note) AS image FROM campus;
CREATE TRIGGER campus_insert BEFORE INSERT ON campus BEGIN
  INSERT INTO external_write SELECT 'campus', row_key, org_code, 'keep', NULL, rev, image FROM campus_image
    WHERE org_code = NEW.org_code AND campus = NEW.campus;
END;
CREATE TRIGGER campus_inserted AFTER INSERT ON campus BEGIN
  INSERT INTO external_write VALUES ('campus', json_array(NEW.org_code, NEW.campus), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE campus SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND campus = NEW.campus AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER campus_update BEFORE UPDATE ON campus WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'campus', row_key, org_code, 'keep', NULL, rev, image FROM campus_image
    WHERE org_code = OLD.org_code AND campus = OLD.campus OR org_code = NEW.org_code AND campus = NEW.campus;
END;
CREATE TRIGGER campus_updated AFTER UPDATE ON campus WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'campus', json_array(OLD.org_code, OLD.campus), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.campus = NEW.campus);
  INSERT INTO external_write VALUES ('campus', json_array(NEW.org_code, NEW.campus), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE campus SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND campus = NEW.campus AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER campus_delete BEFORE DELETE ON campus BEGIN
  INSERT INTO external_write SELECT 'campus', row_key, org_code, 'keep', NULL, rev, image FROM campus_image
    WHERE org_code = OLD.org_code AND campus = OLD.campus;
END;
CREATE TRIGGER campus_deleted AFTER DELETE ON campus BEGIN
  INSERT INTO external_write VALUES ('campus', json_array(OLD.org_code, OLD.campus), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW class_roll_image AS SELECT *, json_array(org_code, school_year, stage, entry_year, class_no) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'stage', stage, 'entry_year', entry_year, 'class_no', class_no, 'grade', grade, 'campus', campus, 'head_count', head_count, 'boarders', boarders, 'boys', boys, 'migrant_pupils', migrant_pupils, 'left_behind_pupils', left_behind_pupils, 'included_pupils', included_pupils, 'counted_on', counted_on, 'pending', pending, 'note', note) AS image FROM class_roll;
CREATE TRIGGER class_roll_insert BEFORE INSERT ON class_roll BEGIN
  INSERT INTO external_write SELECT 'class_roll', row_key, org_code, 'keep', NULL, rev, image FROM class_roll_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no;
END;
CREATE TRIGGER class_roll_inserted AFTER INSERT ON class_roll BEGIN
  INSERT INTO external_write VALUES ('class_roll', json_array(NEW.org_code, NEW.school_year, NEW.stage, NEW.entry_year, NEW.class_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE class_roll SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER class_roll_update BEFORE UPDATE ON class_roll WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'class_roll', row_key, org_code, 'keep', NULL, rev, image FROM class_roll_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND stage = OLD.stage AND entry_year = OLD.entry_year AND class_no = OLD.class_no OR org_code = NEW.org_code AND school_year = NEW.school_year AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no;
END;
CREATE TRIGGER class_roll_updated AFTER UPDATE ON class_roll WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'class_roll', json_array(OLD.org_code, OLD.school_year, OLD.stage, OLD.entry_year, OLD.class_no), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.stage = NEW.stage AND OLD.entry_year = NEW.entry_year AND OLD.class_no = NEW.class_no);
  INSERT INTO external_write VALUES ('class_roll', json_array(NEW.org_code, NEW.school_year, NEW.stage, NEW.entry_year, NEW.class_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE class_roll SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER class_roll_delete BEFORE DELETE ON class_roll BEGIN
  INSERT INTO external_write SELECT 'class_roll', row_key, org_code, 'keep', NULL, rev, image FROM class_roll_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND stage = OLD.stage AND entry_year = OLD.entry_year AND class_no = OLD.class_no;
END;
CREATE TRIGGER class_roll_deleted AFTER DELETE ON class_roll BEGIN
  INSERT INTO external_write VALUES ('class_roll', json_array(OLD.org_code, OLD.school_year, OLD.stage, OLD.entry_year, OLD.class_no), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW teacher_image AS SELECT *, json_array(org_code, school_year, teacher_no) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'teacher_no', teacher_no, 'name', name, 'stage', stage, 'subject', subject, 'full_time', full_time, 'education', education, 'title', title, 'backbone', backbone, 'backbone_document', backbone_document, 'backbone_on', backbone_on, 'certified', certified, 'post', post, 'rotation_due', rotation_due, 'rotated', rotated, 'training_hours', training_hours, 'campus', campus, 'pending', pending, 'note', note) AS image FROM teacher;
CREATE TRIGGER teacher_insert BEFORE INSERT ON teacher BEGIN
  INSERT INTO external_write SELECT 'teacher', row_key, org_code, 'keep', NULL, rev, image FROM teacher_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND teacher_no = NEW.teacher_no;
END;
CREATE TRIGGER teacher_inserted AFTER INSERT ON teacher BEGIN
  INSERT INTO external_write VALUES ('teacher', json_array(NEW.org_code, NEW.school_year, NEW.teacher_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE teacher SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND teacher_no = NEW.teacher_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER teacher_update BEFORE UPDATE ON teacher WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'teacher', row_key, org_code, 'keep', NULL, rev, image FROM teacher_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND teacher_no = OLD.teacher_no OR org_code = NEW.org_code AND school_year = NEW.school_year AND teacher_no = NEW.teacher_no;
END;
CREATE TRIGGER teacher_updated AFTER UPDATE ON teacher WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'teacher', json_array(OLD.org_code, OLD.school_year, OLD.teacher_no), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.teacher_no = NEW.teacher_no);
  INSERT INTO external_write VALUES ('teacher', json_array(NEW.org_code, NEW.school_year, NEW.teacher_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE teacher SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND teacher_no = NEW.teacher_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER teacher_delete BEFORE DELETE ON teacher BEGIN
  INSERT INTO external_write SELECT 'teacher', row_key, org_code, 'keep', NULL, rev, image FROM teacher_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND teacher_no = OLD.teacher_no;
END;
CREATE TRIGGER teacher_deleted AFTER DELETE ON teacher BEGIN
  INSERT INTO external_write VALUES ('teacher', json_array(OLD.org_code, OLD.school_year, OLD.teacher_no), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW training_image AS SELECT *, json_array(org_code, year, teacher_no) AS row_key,
  json_object('org_code', org_code, 'year', year, 'teacher_no', teacher_no, 'name', name, 'hours', hours, 'note', note) AS image FROM training;
CREATE TRIGGER training_insert BEFORE INSERT ON training BEGIN
  INSERT INTO external_write SELECT 'training', row_key, org_code, 'keep', NULL, rev, image FROM training_image
    WHERE org_code = NEW.org_code AND year = NEW.year AND teacher_no = NEW.teacher_no;
END;
CREATE TRIGGER training_inserted AFTER INSERT ON training BEGIN
  INSERT INTO external_write VALUES ('training', json_array(NEW.org_code, NEW.year, NEW.teacher_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE training SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND year = NEW.year AND teacher_no = NEW.teacher_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER training_update BEFORE UPDATE ON training WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'training', row_key, org_code, 'keep', NULL, rev, image FROM training_image
    WHERE org_code = OLD.org_code AND year = OLD.year AND teacher_no = OLD.teacher_no OR org_code = NEW.org_code AND year = NEW.year AND teacher_no = NEW.teacher_no;
END;
CREATE TRIGGER training_updated AFTER UPDATE ON training WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'training', json_array(OLD.org_code, OLD.year, OLD.teacher_no), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.year = NEW.year AND OLD.teacher_no = NEW.teacher_no);
  INSERT INTO external_write VALUES ('training', json_array(NEW.org_code, NEW.year, NEW.teacher_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE training SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND year = NEW.year AND teacher_no = NEW.teacher_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER training_delete BEFORE DELETE ON training BEGIN
  INSERT INTO external_write SELECT 'training', row_key, org_code, 'keep', NULL, rev, image FROM training_image
    WHERE org_code = OLD.org_code AND year = OLD.year AND teacher_no = OLD.teacher_no;
END;
CREATE TRIGGER training_deleted AFTER DELETE ON training BEGIN
  INSERT INTO external_write VALUES ('training', json_array(OLD.org_code, OLD.year, OLD.teacher_no), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW exchange_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'teacher_no', teacher_no, 'name', name, 'kind', kind, 'backbone', backbone, 'from_school', from_school, 'to_school', to_school, 'to_code', to_code, 'from_on', from_on, 'to_on', to_on, 'period_text', period_text, 'note', note) AS image FROM exchange;
CREATE TRIGGER exchange_insert BEFORE INSERT ON exchange BEGIN
  INSERT INTO external_write SELECT 'exchange', row_key, org_code, 'keep', NULL, rev, image FROM exchange_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER exchange_inserted AFTER INSERT ON exchange BEGIN
  INSERT INTO external_write VALUES ('exchange', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE exchange SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER exchange_update BEFORE UPDATE ON exchange WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'exchange', row_key, org_code, 'keep', NULL, rev, image FROM exchange_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER exchange_updated AFTER UPDATE ON exchange WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'exchange', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('exchange', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE exchange SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER exchange_delete BEFORE DELETE ON exchange BEGIN
  INSERT INTO external_write SELECT 'exchange', row_key, org_code, 'keep', NULL, rev, image FROM exchange_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER exchange_deleted AFTER DELETE ON exchange BEGIN
  INSERT INTO external_write VALUES ('exchange', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW room_image AS SELECT *, json_array(org_code, school_year, room_no) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'room_no', room_no, 'name', name, 'building', building, 'campus', campus, 'category', category, 'purpose', purpose, 'room_count', room_count, 'floor_area', floor_area, 'usable_area', usable_area, 'multimedia', multimedia, 'interactive', interactive, 'seats', seats, 'built_year', built_year, 'leased', leased, 'pending', pending, 'note', note) AS image FROM room;
CREATE TRIGGER room_insert BEFORE INSERT ON room BEGIN
  INSERT INTO external_write SELECT 'room', row_key, org_code, 'keep', NULL, rev, image FROM room_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND room_no = NEW.room_no;
END;
CREATE TRIGGER room_inserted AFTER INSERT ON room BEGIN
  INSERT INTO external_write VALUES ('room', json_array(NEW.org_code, NEW.school_year, NEW.room_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE room SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND room_no = NEW.room_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER room_update BEFORE UPDATE ON room WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'room', row_key, org_code, 'keep', NULL, rev, image FROM room_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND room_no = OLD.room_no OR org_code = NEW.org_code AND school_year = NEW.school_year AND room_no = NEW.room_no;
END;
CREATE TRIGGER room_updated AFTER UPDATE ON room WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'room', json_array(OLD.org_code, OLD.school_year, OLD.room_no), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.room_no = NEW.room_no);
  INSERT INTO external_write VALUES ('room', json_array(NEW.org_code, NEW.school_year, NEW.room_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE room SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND room_no = NEW.room_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER room_delete BEFORE DELETE ON room BEGIN
  INSERT INTO external_write SELECT 'room', row_key, org_code, 'keep', NULL, rev, image FROM room_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND room_no = OLD.room_no;
END;
CREATE TRIGGER room_deleted AFTER DELETE ON room BEGIN
  INSERT INTO external_write VALUES ('room', json_array(OLD.org_code, OLD.school_year, OLD.room_no), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW ground_image AS SELECT *, json_array(org_code, school_year, ground_no) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'ground_no', ground_no, 'name', name, 'campus', campus, 'category', category, 'purpose', purpose, 'area', area, 'track_length', track_length, 'straight_length', straight_length, 'leased', leased, 'pending', pending, 'note', note) AS image FROM ground;
CREATE TRIGGER ground_insert BEFORE INSERT ON ground BEGIN
  INSERT INTO external_write SELECT 'ground', row_key, org_code, 'keep', NULL, rev, image FROM ground_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND ground_no = NEW.ground_no;
END;
CREATE TRIGGER ground_inserted AFTER INSERT ON ground BEGIN
  INSERT INTO external_write VALUES ('ground', json_array(NEW.org_code, NEW.school_year, NEW.ground_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE ground SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND ground_no = NEW.ground_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER ground_update BEFORE UPDATE ON ground WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'ground', row_key, org_code, 'keep', NULL, rev, image FROM ground_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND ground_no = OLD.ground_no OR org_code = NEW.org_code AND school_year = NEW.school_year AND ground_no = NEW.ground_no;
END;
CREATE TRIGGER ground_updated AFTER UPDATE ON ground WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'ground', json_array(OLD.org_code, OLD.school_year, OLD.ground_no), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.ground_no = NEW.ground_no);
  INSERT INTO external_write VALUES ('ground', json_array(NEW.org_code, NEW.school_year, NEW.ground_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE ground SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND ground_no = NEW.ground_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER ground_delete BEFORE DELETE ON ground BEGIN
  INSERT INTO external_write SELECT 'ground', row_key, org_code, 'keep', NULL, rev, image FROM ground_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND ground_no = OLD.ground_no;
END;
CREATE TRIGGER ground_deleted AFTER DELETE ON ground BEGIN
  INSERT INTO external_write VALUES ('ground', json_array(OLD.org_code, OLD.school_year, OLD.ground_no), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW equipment_image AS SELECT *, json_array(org_code, school_year, item_no) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'item_no', item_no, 'name', name, 'campus', campus, 'category', category, 'purpose', purpose, 'model', model, 'quantity', quantity, 'needed', needed, 'unit', unit, 'unit_price', unit_price, 'value', value, 'counts_as_teaching', counts_as_teaching, 'bought_on', bought_on, 'acquired_by', acquired_by, 'condition', condition, 'location', location, 'voucher_no', voucher_no, 'pending', pending, 'note', note) AS image FROM equipment;
CREATE TRIGGER equipment_insert BEFORE INSERT ON equipment BEGIN
  INSERT INTO external_write SELECT 'equipment', row_key, org_code, 'keep', NULL, rev, image FROM equipment_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item_no = NEW.item_no;
END;
CREATE TRIGGER equipment_inserted AFTER INSERT ON equipment BEGIN
  INSERT INTO external_write VALUES ('equipment', json_array(NEW.org_code, NEW.school_year, NEW.item_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE equipment SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item_no = NEW.item_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER equipment_update BEFORE UPDATE ON equipment WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'equipment', row_key, org_code, 'keep', NULL, rev, image FROM equipment_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item_no = OLD.item_no OR org_code = NEW.org_code AND school_year = NEW.school_year AND item_no = NEW.item_no;
END;
CREATE TRIGGER equipment_updated AFTER UPDATE ON equipment WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'equipment', json_array(OLD.org_code, OLD.school_year, OLD.item_no), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.item_no = NEW.item_no);
  INSERT INTO external_write VALUES ('equipment', json_array(NEW.org_code, NEW.school_year, NEW.item_no), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE equipment SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item_no = NEW.item_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER equipment_delete BEFORE DELETE ON equipment BEGIN
  INSERT INTO external_write SELECT 'equipment', row_key, org_code, 'keep', NULL, rev, image FROM equipment_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item_no = OLD.item_no;
END;
CREATE TRIGGER equipment_deleted AFTER DELETE ON equipment BEGIN
  INSERT INTO external_write VALUES ('equipment', json_array(OLD.org_code, OLD.school_year, OLD.item_no), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW finance_image AS SELECT *, json_array(org_code, fiscal_year, item) AS row_key,
  json_object('org_code', org_code, 'fiscal_year', fiscal_year, 'item', item, 'amount', amount, 'source', source, 'note', note) AS image FROM finance;
CREATE TRIGGER finance_insert BEFORE INSERT ON finance BEGIN
  INSERT INTO external_write SELECT 'finance', row_key, org_code, 'keep', NULL, rev, image FROM finance_image
    WHERE org_code = NEW.org_code AND fiscal_year = NEW.fiscal_year AND item = NEW.item;
END;
CREATE TRIGGER finance_inserted AFTER INSERT ON finance BEGIN
  INSERT INTO external_write VALUES ('finance', json_array(NEW.org_code, NEW.fiscal_year, NEW.item), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE finance SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND fiscal_year = NEW.fiscal_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER finance_update BEFORE UPDATE ON finance WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'finance', row_key, org_code, 'keep', NULL, rev, image FROM finance_image
    WHERE org_code = OLD.org_code AND fiscal_year = OLD.fiscal_year AND item = OLD.item OR org_code = NEW.org_code AND fiscal_year = NEW.fiscal_year AND item = NEW.item;
END;
CREATE TRIGGER finance_updated AFTER UPDATE ON finance WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'finance', json_array(OLD.org_code, OLD.fiscal_year, OLD.item), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.fiscal_year = NEW.fiscal_year AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('finance', json_array(NEW.org_code, NEW.fiscal_year, NEW.item), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE finance SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND fiscal_year = NEW.fiscal_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER finance_delete BEFORE DELETE ON finance BEGIN
  INSERT INTO external_write SELECT 'finance', row_key, org_code, 'keep', NULL, rev, image FROM finance_image
    WHERE org_code = OLD.org_code AND fiscal_year = OLD.fiscal_year AND item = OLD.item;
END;
CREATE TRIGGER finance_deleted AFTER DELETE ON finance BEGIN
  INSERT INTO external_write VALUES ('finance', json_array(OLD.org_code, OLD.fiscal_year, OLD.item), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW statement_image AS SELECT *, json_array(org_code, school_year, element, stage, campus) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'element', element, 'stage', stage, 'campus', campus, 'value', value, 'unit', unit, 'source', source, 'stated_on', stated_on, 'pending', pending, 'note', note) AS image FROM statement;
CREATE TRIGGER statement_insert BEFORE INSERT ON statement BEGIN
  INSERT INTO external_write SELECT 'statement', row_key, org_code, 'keep', NULL, rev, image FROM statement_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND element = NEW.element AND stage = NEW.stage AND campus = NEW.campus;
END;
CREATE TRIGGER statement_inserted AFTER INSERT ON statement BEGIN
  INSERT INTO external_write VALUES ('statement', json_array(NEW.org_code, NEW.school_year, NEW.element, NEW.stage, NEW.campus), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE statement SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND element = NEW.element AND stage = NEW.stage AND campus = NEW.campus AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER statement_update BEFORE UPDATE ON statement WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'statement', row_key, org_code, 'keep', NULL, rev, image FROM statement_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND element = OLD.element AND stage = OLD.stage AND campus = OLD.campus OR org_code = NEW.org_code AND school_year = NEW.school_year AND element = NEW.element AND stage = NEW.stage AND campus = NEW.campus;
END;
CREATE TRIGGER statement_updated AFTER UPDATE ON statement WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'statement', json_array(OLD.org_code, OLD.school_year, OLD.element, OLD.stage, OLD.campus), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.element = NEW.element AND OLD.stage = NEW.stage AND OLD.campus = NEW.campus);
  INSERT INTO external_write VALUES ('statement', json_array(NEW.org_code, NEW.school_year, NEW.element, NEW.stage, NEW.campus), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE statement SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND element = NEW.element AND stage = NEW.stage AND campus = NEW.campus AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER statement_delete BEFORE DELETE ON statement BEGIN
  INSERT INTO external_write SELECT 'statement', row_key, org_code, 'keep', NULL, rev, image FROM statement_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND element = OLD.element AND stage = OLD.stage AND campus = OLD.campus;
END;
CREATE TRIGGER statement_deleted AFTER DELETE ON statement BEGIN
  INSERT INTO external_write VALUES ('statement', json_array(OLD.org_code, OLD.school_year, OLD.element, OLD.stage, OLD.campus), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW conclusion_image AS SELECT *, json_array(org_code, school_year, item) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'item', item, 'met', met, 'conclusion', conclusion, 'evidence', evidence, 'concluded_by', concluded_by, 'concluded_on', concluded_on, 'note', note) AS image FROM conclusion;
CREATE TRIGGER conclusion_insert BEFORE INSERT ON conclusion BEGIN
  INSERT INTO external_write SELECT 'conclusion', row_key, org_code, 'keep', NULL, rev, image FROM conclusion_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item;
END;
CREATE TRIGGER conclusion_inserted AFTER INSERT ON conclusion BEGIN
  INSERT INTO external_write VALUES ('conclusion', json_array(NEW.org_code, NEW.school_year, NEW.item), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE conclusion SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER conclusion_update BEFORE UPDATE ON conclusion WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'conclusion', row_key, org_code, 'keep', NULL, rev, image FROM conclusion_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item OR org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item;
END;
CREATE TRIGGER conclusion_updated AFTER UPDATE ON conclusion WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'conclusion', json_array(OLD.org_code, OLD.school_year, OLD.item), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('conclusion', json_array(NEW.org_code, NEW.school_year, NEW.item), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE conclusion SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER conclusion_delete BEFORE DELETE ON conclusion BEGIN
  INSERT INTO external_write SELECT 'conclusion', row_key, org_code, 'keep', NULL, rev, image FROM conclusion_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item;
END;
CREATE TRIGGER conclusion_deleted AFTER DELETE ON conclusion BEGIN
  INSERT INTO external_write VALUES ('conclusion', json_array(OLD.org_code, OLD.school_year, OLD.item), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW survey_image AS SELECT *, json_array(org_code, school_year, respondent, method) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'respondent', respondent, 'method', method, 'total', total, 'valid', valid, 'satisfied', satisfied, 'note', note) AS image FROM survey;
CREATE TRIGGER survey_insert BEFORE INSERT ON survey BEGIN
  INSERT INTO external_write SELECT 'survey', row_key, org_code, 'keep', NULL, rev, image FROM survey_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND respondent = NEW.respondent AND method = NEW.method;
END;
CREATE TRIGGER survey_inserted AFTER INSERT ON survey BEGIN
  INSERT INTO external_write VALUES ('survey', json_array(NEW.org_code, NEW.school_year, NEW.respondent, NEW.method), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE survey SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND respondent = NEW.respondent AND method = NEW.method AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER survey_update BEFORE UPDATE ON survey WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'survey', row_key, org_code, 'keep', NULL, rev, image FROM survey_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND respondent = OLD.respondent AND method = OLD.method OR org_code = NEW.org_code AND school_year = NEW.school_year AND respondent = NEW.respondent AND method = NEW.method;
END;
CREATE TRIGGER survey_updated AFTER UPDATE ON survey WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'survey', json_array(OLD.org_code, OLD.school_year, OLD.respondent, OLD.method), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.respondent = NEW.respondent AND OLD.method = NEW.method);
  INSERT INTO external_write VALUES ('survey', json_array(NEW.org_code, NEW.school_year, NEW.respondent, NEW.method), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE survey SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND respondent = NEW.respondent AND method = NEW.method AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER survey_delete BEFORE DELETE ON survey BEGIN
  INSERT INTO external_write SELECT 'survey', row_key, org_code, 'keep', NULL, rev, image FROM survey_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND respondent = OLD.respondent AND method = OLD.method;
END;
CREATE TRIGGER survey_deleted AFTER DELETE ON survey BEGIN
  INSERT INTO external_write VALUES ('survey', json_array(OLD.org_code, OLD.school_year, OLD.respondent, OLD.method), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW veto_finding_image AS SELECT *, json_array(org_code, school_year, item) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'item', item, 'found', found, 'finding', finding, 'checked_by', checked_by, 'checked_on', checked_on, 'note', note) AS image FROM veto_finding;
CREATE TRIGGER veto_finding_insert BEFORE INSERT ON veto_finding BEGIN
  INSERT INTO external_write SELECT 'veto_finding', row_key, org_code, 'keep', NULL, rev, image FROM veto_finding_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item;
END;
CREATE TRIGGER veto_finding_inserted AFTER INSERT ON veto_finding BEGIN
  INSERT INTO external_write VALUES ('veto_finding', json_array(NEW.org_code, NEW.school_year, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE veto_finding SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER veto_finding_update BEFORE UPDATE ON veto_finding WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'veto_finding', row_key, org_code, 'keep', NULL, rev, image FROM veto_finding_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item OR org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item;
END;
CREATE TRIGGER veto_finding_updated AFTER UPDATE ON veto_finding WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'veto_finding', json_array(OLD.org_code, OLD.school_year, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('veto_finding', json_array(NEW.org_code, NEW.school_year, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE veto_finding SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER veto_finding_delete BEFORE DELETE ON veto_finding BEGIN
  INSERT INTO external_write SELECT 'veto_finding', row_key, org_code, 'keep', NULL, rev, image FROM veto_finding_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item;
END;
CREATE TRIGGER veto_finding_deleted AFTER DELETE ON veto_finding BEGIN
  INSERT INTO external_write VALUES ('veto_finding', json_array(OLD.org_code, OLD.school_year, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW relaxation_image AS SELECT *, json_array(org_code, item) AS row_key,
  json_object('org_code', org_code, 'item', item, 'basis', basis, 'expires_on', expires_on, 'note', note) AS image FROM relaxation;
CREATE TRIGGER relaxation_insert BEFORE INSERT ON relaxation BEGIN
  INSERT INTO external_write SELECT 'relaxation', row_key, org_code, 'keep', NULL, rev, image FROM relaxation_image
    WHERE org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER relaxation_inserted AFTER INSERT ON relaxation BEGIN
  INSERT INTO external_write VALUES ('relaxation', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE relaxation SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER relaxation_update BEFORE UPDATE ON relaxation WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'relaxation', row_key, org_code, 'keep', NULL, rev, image FROM relaxation_image
    WHERE org_code = OLD.org_code AND item = OLD.item OR org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER relaxation_updated AFTER UPDATE ON relaxation WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'relaxation', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('relaxation', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE relaxation SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER relaxation_delete BEFORE DELETE ON relaxation BEGIN
  INSERT INTO external_write SELECT 'relaxation', row_key, org_code, 'keep', NULL, rev, image FROM relaxation_image
    WHERE org_code = OLD.org_code AND item = OLD.item;
END;
CREATE TRIGGER relaxation_deleted AFTER DELETE ON relaxation BEGIN
  INSERT INTO external_write VALUES ('relaxation', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW core_item_image AS SELECT *, json_array(org_code, item) AS row_key,
  json_object('org_code', org_code, 'item', item, 'name', name, 'requirement', requirement, 'basis', basis, 'active', active, 'note', note) AS image FROM core_item;
CREATE TRIGGER core_item_insert BEFORE INSERT ON core_item BEGIN
  INSERT INTO external_write SELECT 'core_item', row_key, org_code, 'keep', NULL, rev, image FROM core_item_image
    WHERE org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER core_item_inserted AFTER INSERT ON core_item BEGIN
  INSERT INTO external_write VALUES ('core_item', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE core_item SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER core_item_update BEFORE UPDATE ON core_item WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'core_item', row_key, org_code, 'keep', NULL, rev, image FROM core_item_image
    WHERE org_code = OLD.org_code AND item = OLD.item OR org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER core_item_updated AFTER UPDATE ON core_item WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'core_item', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('core_item', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE core_item SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER core_item_delete BEFORE DELETE ON core_item BEGIN
  INSERT INTO external_write SELECT 'core_item', row_key, org_code, 'keep', NULL, rev, image FROM core_item_image
    WHERE org_code = OLD.org_code AND item = OLD.item;
END;
CREATE TRIGGER core_item_deleted AFTER DELETE ON core_item BEGIN
  INSERT INTO external_write VALUES ('core_item', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW core_answer_image AS SELECT *, json_array(org_code, school_year, item) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'item', item, 'met', met, 'answer', answer, 'evidence', evidence, 'answered_by', answered_by, 'answered_on', answered_on, 'note', note) AS image FROM core_answer;
CREATE TRIGGER core_answer_insert BEFORE INSERT ON core_answer BEGIN
  INSERT INTO external_write SELECT 'core_answer', row_key, org_code, 'keep', NULL, rev, image FROM core_answer_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item;
END;
CREATE TRIGGER core_answer_inserted AFTER INSERT ON core_answer BEGIN
  INSERT INTO external_write VALUES ('core_answer', json_array(NEW.org_code, NEW.school_year, NEW.item), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE core_answer SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER core_answer_update BEFORE UPDATE ON core_answer WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'core_answer', row_key, org_code, 'keep', NULL, rev, image FROM core_answer_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item OR org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item;
END;
CREATE TRIGGER core_answer_updated AFTER UPDATE ON core_answer WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'core_answer', json_array(OLD.org_code, OLD.school_year, OLD.item), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('core_answer', json_array(NEW.org_code, NEW.school_year, NEW.item), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE core_answer SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER core_answer_delete BEFORE DELETE ON core_answer BEGIN
  INSERT INTO external_write SELECT 'core_answer', row_key, org_code, 'keep', NULL, rev, image FROM core_answer_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item;
END;
CREATE TRIGGER core_answer_deleted AFTER DELETE ON core_answer BEGIN
  INSERT INTO external_write VALUES ('core_answer', json_array(OLD.org_code, OLD.school_year, OLD.item), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW expected_material_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'seq', seq, 'indicator', indicator, 'material', material, 'who', who, 'year', year, 'required', required, 'box', box, 'basis', basis, 'active', active, 'note', note) AS image FROM expected_material;
CREATE TRIGGER expected_material_insert BEFORE INSERT ON expected_material BEGIN
  INSERT INTO external_write SELECT 'expected_material', row_key, org_code, 'keep', NULL, rev, image FROM expected_material_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER expected_material_inserted AFTER INSERT ON expected_material BEGIN
  INSERT INTO external_write VALUES ('expected_material', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE expected_material SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER expected_material_update BEFORE UPDATE ON expected_material WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'expected_material', row_key, org_code, 'keep', NULL, rev, image FROM expected_material_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER expected_material_updated AFTER UPDATE ON expected_material WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'expected_material', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('expected_material', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE expected_material SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER expected_material_delete BEFORE DELETE ON expected_material BEGIN
  INSERT INTO external_write SELECT 'expected_material', row_key, org_code, 'keep', NULL, rev, image FROM expected_material_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER expected_material_deleted AFTER DELETE ON expected_material BEGIN
  INSERT INTO external_write VALUES ('expected_material', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW standardization_item_image AS SELECT *, json_array(org_code, stage, item_id) AS row_key,
  json_object('org_code', org_code, 'stage', stage, 'item_id', item_id, 'seq', seq, 'category', category, 'item', item, 'unit', unit, 'required', required, 'actual', actual, 'actual_source', actual_source, 'measure', measure, 'project', project, 'money', money, 'money_source', money_source, 'leader', leader, 'unit_in_charge', unit_in_charge, 'person', person, 'due_on', due_on, 'done_on', done_on, 'state', state, 'indicator', indicator, 'basis', basis, 'verified', verified, 'pending', pending, 'note', note) AS image FROM standardization_item;
CREATE TRIGGER standardization_item_insert BEFORE INSERT ON standardization_item BEGIN
  INSERT INTO external_write SELECT 'standardization_item', row_key, org_code, 'keep', NULL, rev, image FROM standardization_item_image
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id;
END;
CREATE TRIGGER standardization_item_inserted AFTER INSERT ON standardization_item BEGIN
  INSERT INTO external_write VALUES ('standardization_item', json_array(NEW.org_code, NEW.stage, NEW.item_id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE standardization_item SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER standardization_item_update BEFORE UPDATE ON standardization_item WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'standardization_item', row_key, org_code, 'keep', NULL, rev, image FROM standardization_item_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND item_id = OLD.item_id OR org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id;
END;
CREATE TRIGGER standardization_item_updated AFTER UPDATE ON standardization_item WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'standardization_item', json_array(OLD.org_code, OLD.stage, OLD.item_id), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.stage = NEW.stage AND OLD.item_id = NEW.item_id);
  INSERT INTO external_write VALUES ('standardization_item', json_array(NEW.org_code, NEW.stage, NEW.item_id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE standardization_item SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER standardization_item_delete BEFORE DELETE ON standardization_item BEGIN
  INSERT INTO external_write SELECT 'standardization_item', row_key, org_code, 'keep', NULL, rev, image FROM standardization_item_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND item_id = OLD.item_id;
END;
CREATE TRIGGER standardization_item_deleted AFTER DELETE ON standardization_item BEGIN
  INSERT INTO external_write VALUES ('standardization_item', json_array(OLD.org_code, OLD.stage, OLD.item_id), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW standardization_goal_image AS SELECT *, json_array(org_code, stage, item_id, year) AS row_key,
  json_object('org_code', org_code, 'stage', stage, 'item_id', item_id, 'year', year, 'goal', goal, 'done', done, 'planned_money', planned_money, 'spent_money', spent_money, 'note', note) AS image FROM standardization_goal;
CREATE TRIGGER standardization_goal_insert BEFORE INSERT ON standardization_goal BEGIN
  INSERT INTO external_write SELECT 'standardization_goal', row_key, org_code, 'keep', NULL, rev, image FROM standardization_goal_image
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id AND year = NEW.year;
END;
CREATE TRIGGER standardization_goal_inserted AFTER INSERT ON standardization_goal BEGIN
  INSERT INTO external_write VALUES ('standardization_goal', json_array(NEW.org_code, NEW.stage, NEW.item_id, NEW.year), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE standardization_goal SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id AND year = NEW.year AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER standardization_goal_update BEFORE UPDATE ON standardization_goal WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'standardization_goal', row_key, org_code, 'keep', NULL, rev, image FROM standardization_goal_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND item_id = OLD.item_id AND year = OLD.year OR org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id AND year = NEW.year;
END;
CREATE TRIGGER standardization_goal_updated AFTER UPDATE ON standardization_goal WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'standardization_goal', json_array(OLD.org_code, OLD.stage, OLD.item_id, OLD.year), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.stage = NEW.stage AND OLD.item_id = NEW.item_id AND OLD.year = NEW.year);
  INSERT INTO external_write VALUES ('standardization_goal', json_array(NEW.org_code, NEW.stage, NEW.item_id, NEW.year), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE standardization_goal SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND item_id = NEW.item_id AND year = NEW.year AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER standardization_goal_delete BEFORE DELETE ON standardization_goal BEGIN
  INSERT INTO external_write SELECT 'standardization_goal', row_key, org_code, 'keep', NULL, rev, image FROM standardization_goal_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND item_id = OLD.item_id AND year = OLD.year;
END;
CREATE TRIGGER standardization_goal_deleted AFTER DELETE ON standardization_goal BEGIN
  INSERT INTO external_write VALUES ('standardization_goal', json_array(OLD.org_code, OLD.stage, OLD.item_id, OLD.year), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW oversized_class_image AS SELECT *, json_array(org_code, stage, entry_year, class_no) AS row_key,
  json_object('org_code', org_code, 'stage', stage, 'entry_year', entry_year, 'class_no', class_no, 'filed_count', filed_count, 'filed_on', filed_on, 'limit_count', limit_count, 'school_year', school_year, 'term', term, 'level', level, 'cause', cause, 'measure', measure, 'measure_text', measure_text, 'new_places', new_places, 'leader', leader, 'unit_in_charge', unit_in_charge, 'person', person, 'due_on', due_on, 'period_text', period_text, 'state', state, 'left_on', left_on, 'struck_basis', struck_basis, 'struck_on', struck_on, 'verifier', verifier, 'note', note) AS image FROM oversized_class;
CREATE TRIGGER oversized_class_insert BEFORE INSERT ON oversized_class BEGIN
  INSERT INTO external_write SELECT 'oversized_class', row_key, org_code, 'keep', NULL, rev, image FROM oversized_class_image
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no;
END;
CREATE TRIGGER oversized_class_inserted AFTER INSERT ON oversized_class BEGIN
  INSERT INTO external_write VALUES ('oversized_class', json_array(NEW.org_code, NEW.stage, NEW.entry_year, NEW.class_no), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE oversized_class SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER oversized_class_update BEFORE UPDATE ON oversized_class WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'oversized_class', row_key, org_code, 'keep', NULL, rev, image FROM oversized_class_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND entry_year = OLD.entry_year AND class_no = OLD.class_no OR org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no;
END;
CREATE TRIGGER oversized_class_updated AFTER UPDATE ON oversized_class WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'oversized_class', json_array(OLD.org_code, OLD.stage, OLD.entry_year, OLD.class_no), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.stage = NEW.stage AND OLD.entry_year = NEW.entry_year AND OLD.class_no = NEW.class_no);
  INSERT INTO external_write VALUES ('oversized_class', json_array(NEW.org_code, NEW.stage, NEW.entry_year, NEW.class_no), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE oversized_class SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER oversized_class_delete BEFORE DELETE ON oversized_class BEGIN
  INSERT INTO external_write SELECT 'oversized_class', row_key, org_code, 'keep', NULL, rev, image FROM oversized_class_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND entry_year = OLD.entry_year AND class_no = OLD.class_no;
END;
CREATE TRIGGER oversized_class_deleted AFTER DELETE ON oversized_class BEGIN
  INSERT INTO external_write VALUES ('oversized_class', json_array(OLD.org_code, OLD.stage, OLD.entry_year, OLD.class_no), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW oversized_recount_image AS SELECT *, json_array(org_code, stage, entry_year, class_no, counted_on) AS row_key,
  json_object('org_code', org_code, 'stage', stage, 'entry_year', entry_year, 'class_no', class_no, 'counted_on', counted_on, 'head_count', head_count, 'counted_by', counted_by, 'evidence', evidence, 'note', note) AS image FROM oversized_recount;
CREATE TRIGGER oversized_recount_insert BEFORE INSERT ON oversized_recount BEGIN
  INSERT INTO external_write SELECT 'oversized_recount', row_key, org_code, 'keep', NULL, rev, image FROM oversized_recount_image
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND counted_on = NEW.counted_on;
END;
CREATE TRIGGER oversized_recount_inserted AFTER INSERT ON oversized_recount BEGIN
  INSERT INTO external_write VALUES ('oversized_recount', json_array(NEW.org_code, NEW.stage, NEW.entry_year, NEW.class_no, NEW.counted_on), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE oversized_recount SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND counted_on = NEW.counted_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER oversized_recount_update BEFORE UPDATE ON oversized_recount WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'oversized_recount', row_key, org_code, 'keep', NULL, rev, image FROM oversized_recount_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND entry_year = OLD.entry_year AND class_no = OLD.class_no AND counted_on = OLD.counted_on OR org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND counted_on = NEW.counted_on;
END;
CREATE TRIGGER oversized_recount_updated AFTER UPDATE ON oversized_recount WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'oversized_recount', json_array(OLD.org_code, OLD.stage, OLD.entry_year, OLD.class_no, OLD.counted_on), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.stage = NEW.stage AND OLD.entry_year = NEW.entry_year AND OLD.class_no = NEW.class_no AND OLD.counted_on = NEW.counted_on);
  INSERT INTO external_write VALUES ('oversized_recount', json_array(NEW.org_code, NEW.stage, NEW.entry_year, NEW.class_no, NEW.counted_on), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE oversized_recount SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND stage = NEW.stage AND entry_year = NEW.entry_year AND class_no = NEW.class_no AND counted_on = NEW.counted_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER oversized_recount_delete BEFORE DELETE ON oversized_recount BEGIN
  INSERT INTO external_write SELECT 'oversized_recount', row_key, org_code, 'keep', NULL, rev, image FROM oversized_recount_image
    WHERE org_code = OLD.org_code AND stage = OLD.stage AND entry_year = OLD.entry_year AND class_no = OLD.class_no AND counted_on = OLD.counted_on;
END;
CREATE TRIGGER oversized_recount_deleted AFTER DELETE ON oversized_recount BEGIN
  INSERT INTO external_write VALUES ('oversized_recount', json_array(OLD.org_code, OLD.stage, OLD.entry_year, OLD.class_no, OLD.counted_on), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW oversized_school_image AS SELECT *, json_array(org_code, filed_on) AS row_key,
  json_object('org_code', org_code, 'filed_on', filed_on, 'filed_count', filed_count, 'limit_count', limit_count, 'cause', cause, 'measure', measure, 'new_places', new_places, 'leader', leader, 'unit_in_charge', unit_in_charge, 'person', person, 'due_on', due_on, 'state', state, 'recounted_on', recounted_on, 'recount', recount, 'struck_basis', struck_basis, 'struck_on', struck_on, 'verifier', verifier, 'note', note) AS image FROM oversized_school;
CREATE TRIGGER oversized_school_insert BEFORE INSERT ON oversized_school BEGIN
  INSERT INTO external_write SELECT 'oversized_school', row_key, org_code, 'keep', NULL, rev, image FROM oversized_school_image
    WHERE org_code = NEW.org_code AND filed_on = NEW.filed_on;
END;
CREATE TRIGGER oversized_school_inserted AFTER INSERT ON oversized_school BEGIN
  INSERT INTO external_write VALUES ('oversized_school', json_array(NEW.org_code, NEW.filed_on), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE oversized_school SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND filed_on = NEW.filed_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER oversized_school_update BEFORE UPDATE ON oversized_school WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'oversized_school', row_key, org_code, 'keep', NULL, rev, image FROM oversized_school_image
    WHERE org_code = OLD.org_code AND filed_on = OLD.filed_on OR org_code = NEW.org_code AND filed_on = NEW.filed_on;
END;
CREATE TRIGGER oversized_school_updated AFTER UPDATE ON oversized_school WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'oversized_school', json_array(OLD.org_code, OLD.filed_on), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.filed_on = NEW.filed_on);
  INSERT INTO external_write VALUES ('oversized_school', json_array(NEW.org_code, NEW.filed_on), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE oversized_school SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND filed_on = NEW.filed_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER oversized_school_delete BEFORE DELETE ON oversized_school BEGIN
  INSERT INTO external_write SELECT 'oversized_school', row_key, org_code, 'keep', NULL, rev, image FROM oversized_school_image
    WHERE org_code = OLD.org_code AND filed_on = OLD.filed_on;
END;
CREATE TRIGGER oversized_school_deleted AFTER DELETE ON oversized_school BEGIN
  INSERT INTO external_write VALUES ('oversized_school', json_array(OLD.org_code, OLD.filed_on), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW rectification_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'source', source, 'found_on', found_on, 'indicator', indicator, 'problem', problem, 'requirement', requirement, 'basis', basis, 'kind', kind, 'goal', goal, 'standard', standard, 'measure', measure, 'leaders', leaders, 'units', units, 'assisting_units', assisting_units, 'person', person, 'phone', phone, 'due_on', due_on, 'period_text', period_text, 'situation', situation, 'done_on', done_on, 'unfinished', unfinished, 'evidence', evidence, 'state', state, 'verifier_unit', verifier_unit, 'verifier', verifier, 'struck_on', struck_on, 'origin', origin, 'former_id', former_id, 'note', note) AS image FROM rectification;
CREATE TRIGGER rectification_insert BEFORE INSERT ON rectification BEGIN
  INSERT INTO external_write SELECT 'rectification', row_key, org_code, 'keep', NULL, rev, image FROM rectification_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER rectification_inserted AFTER INSERT ON rectification BEGIN
  INSERT INTO external_write VALUES ('rectification', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE rectification SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER rectification_update BEFORE UPDATE ON rectification WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'rectification', row_key, org_code, 'keep', NULL, rev, image FROM rectification_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER rectification_updated AFTER UPDATE ON rectification WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'rectification', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('rectification', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE rectification SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER rectification_delete BEFORE DELETE ON rectification BEGIN
  INSERT INTO external_write SELECT 'rectification', row_key, org_code, 'keep', NULL, rev, image FROM rectification_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER rectification_deleted AFTER DELETE ON rectification BEGIN
  INSERT INTO external_write VALUES ('rectification', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW rectification_progress_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'rectification_id', rectification_id, 'reported_on', reported_on, 'progress', progress, 'reported_by', reported_by, 'evidence', evidence) AS image FROM rectification_progress;
CREATE TRIGGER rectification_progress_insert BEFORE INSERT ON rectification_progress BEGIN
  INSERT INTO external_write SELECT 'rectification_progress', row_key, org_code, 'keep', NULL, rev, image FROM rectification_progress_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER rectification_progress_inserted AFTER INSERT ON rectification_progress BEGIN
  INSERT INTO external_write VALUES ('rectification_progress', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE rectification_progress SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER rectification_progress_update BEFORE UPDATE ON rectification_progress WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'rectification_progress', row_key, org_code, 'keep', NULL, rev, image FROM rectification_progress_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER rectification_progress_updated AFTER UPDATE ON rectification_progress WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'rectification_progress', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('rectification_progress', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE rectification_progress SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER rectification_progress_delete BEFORE DELETE ON rectification_progress BEGIN
  INSERT INTO external_write SELECT 'rectification_progress', row_key, org_code, 'keep', NULL, rev, image FROM rectification_progress_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER rectification_progress_deleted AFTER DELETE ON rectification_progress BEGIN
  INSERT INTO external_write VALUES ('rectification_progress', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW verdict_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'subject_table', subject_table, 'subject_key', subject_key, 'result', result, 'verified_on', verified_on, 'verifier_unit', verifier_unit, 'verifier', verifier, 'reason', reason, 'note', note) AS image FROM verdict;
CREATE TRIGGER verdict_insert BEFORE INSERT ON verdict BEGIN
  INSERT INTO external_write SELECT 'verdict', row_key, org_code, 'keep', NULL, rev, image FROM verdict_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER verdict_inserted AFTER INSERT ON verdict BEGIN
  INSERT INTO external_write VALUES ('verdict', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'oversight', NULL, NULL);
  UPDATE verdict SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER verdict_update BEFORE UPDATE ON verdict WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'verdict', row_key, org_code, 'keep', NULL, rev, image FROM verdict_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER verdict_updated AFTER UPDATE ON verdict WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'verdict', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'oversight', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('verdict', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'oversight', NULL, NULL);
  UPDATE verdict SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER verdict_delete BEFORE DELETE ON verdict BEGIN
  INSERT INTO external_write SELECT 'verdict', row_key, org_code, 'keep', NULL, rev, image FROM verdict_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER verdict_deleted AFTER DELETE ON verdict BEGIN
  INSERT INTO external_write VALUES ('verdict', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'oversight', NULL, NULL);
END;

CREATE VIEW task_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'year', year, 'seq', seq, 'kind', kind, 'stage_name', stage_name, 'task', task, 'indicator', indicator, 'goal', goal, 'lead_unit', lead_unit, 'units', units, 'assisting_units', assisting_units, 'leader', leader, 'starts_on', starts_on, 'due_on', due_on, 'period_text', period_text, 'progress', progress, 'outcome', outcome, 'done', done, 'note', note) AS image FROM task;
CREATE TRIGGER task_insert BEFORE INSERT ON task BEGIN
  INSERT INTO external_write SELECT 'task', row_key, org_code, 'keep', NULL, rev, image FROM task_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER task_inserted AFTER INSERT ON task BEGIN
  INSERT INTO external_write VALUES ('task', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE task SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER task_update BEFORE UPDATE ON task WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'task', row_key, org_code, 'keep', NULL, rev, image FROM task_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER task_updated AFTER UPDATE ON task WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'task', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('task', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE task SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER task_delete BEFORE DELETE ON task BEGIN
  INSERT INTO external_write SELECT 'task', row_key, org_code, 'keep', NULL, rev, image FROM task_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER task_deleted AFTER DELETE ON task BEGIN
  INSERT INTO external_write VALUES ('task', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW policy_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'seq', seq, 'title', title, 'type', type, 'document_no', document_no, 'issuer', issuer, 'issued_on', issued_on, 'lead_office', lead_office, 'state', state, 'note', note) AS image FROM policy;
CREATE TRIGGER policy_insert BEFORE INSERT ON policy BEGIN
  INSERT INTO external_write SELECT 'policy', row_key, org_code, 'keep', NULL, rev, image FROM policy_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER policy_inserted AFTER INSERT ON policy BEGIN
  INSERT INTO external_write VALUES ('policy', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE policy SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER policy_update BEFORE UPDATE ON policy WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'policy', row_key, org_code, 'keep', NULL, rev, image FROM policy_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER policy_updated AFTER UPDATE ON policy WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'policy', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('policy', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE policy SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER policy_delete BEFORE DELETE ON policy BEGIN
  INSERT INTO external_write SELECT 'policy', row_key, org_code, 'keep', NULL, rev, image FROM policy_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER policy_deleted AFTER DELETE ON policy BEGIN
  INSERT INTO external_write VALUES ('policy', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW target_image AS SELECT *, json_array(org_code, name, stage, year) AS row_key,
  json_object('org_code', org_code, 'name', name, 'stage', stage, 'year', year, 'indicator', indicator, 'direction', direction, 'value', value, 'unit', unit, 'basis', basis, 'note', note) AS image FROM target;
CREATE TRIGGER target_insert BEFORE INSERT ON target BEGIN
  INSERT INTO external_write SELECT 'target', row_key, org_code, 'keep', NULL, rev, image FROM target_image
    WHERE org_code = NEW.org_code AND name = NEW.name AND stage = NEW.stage AND year = NEW.year;
END;
CREATE TRIGGER target_inserted AFTER INSERT ON target BEGIN
  INSERT INTO external_write VALUES ('target', json_array(NEW.org_code, NEW.name, NEW.stage, NEW.year), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE target SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND name = NEW.name AND stage = NEW.stage AND year = NEW.year AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER target_update BEFORE UPDATE ON target WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'target', row_key, org_code, 'keep', NULL, rev, image FROM target_image
    WHERE org_code = OLD.org_code AND name = OLD.name AND stage = OLD.stage AND year = OLD.year OR org_code = NEW.org_code AND name = NEW.name AND stage = NEW.stage AND year = NEW.year;
END;
CREATE TRIGGER target_updated AFTER UPDATE ON target WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'target', json_array(OLD.org_code, OLD.name, OLD.stage, OLD.year), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.name = NEW.name AND OLD.stage = NEW.stage AND OLD.year = NEW.year);
  INSERT INTO external_write VALUES ('target', json_array(NEW.org_code, NEW.name, NEW.stage, NEW.year), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE target SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND name = NEW.name AND stage = NEW.stage AND year = NEW.year AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER target_delete BEFORE DELETE ON target BEGIN
  INSERT INTO external_write SELECT 'target', row_key, org_code, 'keep', NULL, rev, image FROM target_image
    WHERE org_code = OLD.org_code AND name = OLD.name AND stage = OLD.stage AND year = OLD.year;
END;
CREATE TRIGGER target_deleted AFTER DELETE ON target BEGIN
  INSERT INTO external_write VALUES ('target', json_array(OLD.org_code, OLD.name, OLD.stage, OLD.year), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW project_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'name', name, 'school_name', school_name, 'kind', kind, 'content', content, 'places', places, 'floor_area', floor_area, 'site_area', site_area, 'money', money, 'spent', spent, 'money_source', money_source, 'starts_on', starts_on, 'due_on', due_on, 'started_on', started_on, 'done_on', done_on, 'period_text', period_text, 'state', state, 'leader', leader, 'unit_in_charge', unit_in_charge, 'person', person, 'note', note) AS image FROM project;
CREATE TRIGGER project_insert BEFORE INSERT ON project BEGIN
  INSERT INTO external_write SELECT 'project', row_key, org_code, 'keep', NULL, rev, image FROM project_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER project_inserted AFTER INSERT ON project BEGIN
  INSERT INTO external_write VALUES ('project', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE project SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER project_update BEFORE UPDATE ON project WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'project', row_key, org_code, 'keep', NULL, rev, image FROM project_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER project_updated AFTER UPDATE ON project WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'project', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('project', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE project SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER project_delete BEFORE DELETE ON project BEGIN
  INSERT INTO external_write SELECT 'project', row_key, org_code, 'keep', NULL, rev, image FROM project_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER project_deleted AFTER DELETE ON project BEGIN
  INSERT INTO external_write VALUES ('project', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW experiment_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'school_year', school_year, 'term', term, 'subject', subject, 'grade', grade, 'chapter', chapter, 'name', name, 'category', category, 'required', required, 'planned_week', planned_week, 'done_on', done_on, 'class_name', class_name, 'pupils', pupils, 'laboratory', laboratory, 'teacher', teacher, 'reason', reason, 'note', note) AS image FROM experiment;
CREATE TRIGGER experiment_insert BEFORE INSERT ON experiment BEGIN
  INSERT INTO external_write SELECT 'experiment', row_key, org_code, 'keep', NULL, rev, image FROM experiment_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER experiment_inserted AFTER INSERT ON experiment BEGIN
  INSERT INTO external_write VALUES ('experiment', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE experiment SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER experiment_update BEFORE UPDATE ON experiment WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'experiment', row_key, org_code, 'keep', NULL, rev, image FROM experiment_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER experiment_updated AFTER UPDATE ON experiment WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'experiment', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('experiment', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE experiment SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER experiment_delete BEFORE DELETE ON experiment BEGIN
  INSERT INTO external_write SELECT 'experiment', row_key, org_code, 'keep', NULL, rev, image FROM experiment_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER experiment_deleted AFTER DELETE ON experiment BEGIN
  INSERT INTO external_write VALUES ('experiment', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW experiment_count_image AS SELECT *, json_array(org_code, school_year, term, subject, grade, category) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'term', term, 'subject', subject, 'grade', grade, 'category', category, 'due', due, 'done', done, 'note', note) AS image FROM experiment_count;
CREATE TRIGGER experiment_count_insert BEFORE INSERT ON experiment_count BEGIN
  INSERT INTO external_write SELECT 'experiment_count', row_key, org_code, 'keep', NULL, rev, image FROM experiment_count_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND term = NEW.term AND subject = NEW.subject AND grade = NEW.grade AND category = NEW.category;
END;
CREATE TRIGGER experiment_count_inserted AFTER INSERT ON experiment_count BEGIN
  INSERT INTO external_write VALUES ('experiment_count', json_array(NEW.org_code, NEW.school_year, NEW.term, NEW.subject, NEW.grade, NEW.category), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE experiment_count SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND term = NEW.term AND subject = NEW.subject AND grade = NEW.grade AND category = NEW.category AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER experiment_count_update BEFORE UPDATE ON experiment_count WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'experiment_count', row_key, org_code, 'keep', NULL, rev, image FROM experiment_count_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND term = OLD.term AND subject = OLD.subject AND grade = OLD.grade AND category = OLD.category OR org_code = NEW.org_code AND school_year = NEW.school_year AND term = NEW.term AND subject = NEW.subject AND grade = NEW.grade AND category = NEW.category;
END;
CREATE TRIGGER experiment_count_updated AFTER UPDATE ON experiment_count WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'experiment_count', json_array(OLD.org_code, OLD.school_year, OLD.term, OLD.subject, OLD.grade, OLD.category), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.term = NEW.term AND OLD.subject = NEW.subject AND OLD.grade = NEW.grade AND OLD.category = NEW.category);
  INSERT INTO external_write VALUES ('experiment_count', json_array(NEW.org_code, NEW.school_year, NEW.term, NEW.subject, NEW.grade, NEW.category), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE experiment_count SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND term = NEW.term AND subject = NEW.subject AND grade = NEW.grade AND category = NEW.category AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER experiment_count_delete BEFORE DELETE ON experiment_count BEGIN
  INSERT INTO external_write SELECT 'experiment_count', row_key, org_code, 'keep', NULL, rev, image FROM experiment_count_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND term = OLD.term AND subject = OLD.subject AND grade = OLD.grade AND category = OLD.category;
END;
CREATE TRIGGER experiment_count_deleted AFTER DELETE ON experiment_count BEGIN
  INSERT INTO external_write VALUES ('experiment_count', json_array(OLD.org_code, OLD.school_year, OLD.term, OLD.subject, OLD.grade, OLD.category), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW safety_check_image AS SELECT *, json_array(org_code, school_year, item, checked_on) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'item', item, 'checked_on', checked_on, 'met', met, 'result', result, 'risk', risk, 'round', round, 'quantity', quantity, 'evidence', evidence, 'checked_by', checked_by, 'note', note) AS image FROM safety_check;
CREATE TRIGGER safety_check_insert BEFORE INSERT ON safety_check BEGIN
  INSERT INTO external_write SELECT 'safety_check', row_key, org_code, 'keep', NULL, rev, image FROM safety_check_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND checked_on = NEW.checked_on;
END;
CREATE TRIGGER safety_check_inserted AFTER INSERT ON safety_check BEGIN
  INSERT INTO external_write VALUES ('safety_check', json_array(NEW.org_code, NEW.school_year, NEW.item, NEW.checked_on), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE safety_check SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND checked_on = NEW.checked_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER safety_check_update BEFORE UPDATE ON safety_check WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'safety_check', row_key, org_code, 'keep', NULL, rev, image FROM safety_check_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item AND checked_on = OLD.checked_on OR org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND checked_on = NEW.checked_on;
END;
CREATE TRIGGER safety_check_updated AFTER UPDATE ON safety_check WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'safety_check', json_array(OLD.org_code, OLD.school_year, OLD.item, OLD.checked_on), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.item = NEW.item AND OLD.checked_on = NEW.checked_on);
  INSERT INTO external_write VALUES ('safety_check', json_array(NEW.org_code, NEW.school_year, NEW.item, NEW.checked_on), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE safety_check SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND checked_on = NEW.checked_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER safety_check_delete BEFORE DELETE ON safety_check BEGIN
  INSERT INTO external_write SELECT 'safety_check', row_key, org_code, 'keep', NULL, rev, image FROM safety_check_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item AND checked_on = OLD.checked_on;
END;
CREATE TRIGGER safety_check_deleted AFTER DELETE ON safety_check BEGIN
  INSERT INTO external_write VALUES ('safety_check', json_array(OLD.org_code, OLD.school_year, OLD.item, OLD.checked_on), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW recurring_check_image AS SELECT *, json_array(org_code, item) AS row_key,
  json_object('org_code', org_code, 'item', item, 'kind', kind, 'times', times, 'period', period, 'requirement', requirement, 'unit_in_charge', unit_in_charge, 'active', active, 'note', note) AS image FROM recurring_check;
CREATE TRIGGER recurring_check_insert BEFORE INSERT ON recurring_check BEGIN
  INSERT INTO external_write SELECT 'recurring_check', row_key, org_code, 'keep', NULL, rev, image FROM recurring_check_image
    WHERE org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER recurring_check_inserted AFTER INSERT ON recurring_check BEGIN
  INSERT INTO external_write VALUES ('recurring_check', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE recurring_check SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER recurring_check_update BEFORE UPDATE ON recurring_check WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'recurring_check', row_key, org_code, 'keep', NULL, rev, image FROM recurring_check_image
    WHERE org_code = OLD.org_code AND item = OLD.item OR org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER recurring_check_updated AFTER UPDATE ON recurring_check WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'recurring_check', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('recurring_check', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE recurring_check SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER recurring_check_delete BEFORE DELETE ON recurring_check BEGIN
  INSERT INTO external_write SELECT 'recurring_check', row_key, org_code, 'keep', NULL, rev, image FROM recurring_check_image
    WHERE org_code = OLD.org_code AND item = OLD.item;
END;
CREATE TRIGGER recurring_check_deleted AFTER DELETE ON recurring_check BEGIN
  INSERT INTO external_write VALUES ('recurring_check', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW check_result_image AS SELECT *, json_array(org_code, school_year, item, done_on) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'item', item, 'done_on', done_on, 'result', result, 'problem', problem, 'unit', unit, 'checked_by', checked_by, 'evidence', evidence, 'note', note) AS image FROM check_result;
CREATE TRIGGER check_result_insert BEFORE INSERT ON check_result BEGIN
  INSERT INTO external_write SELECT 'check_result', row_key, org_code, 'keep', NULL, rev, image FROM check_result_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND done_on = NEW.done_on;
END;
CREATE TRIGGER check_result_inserted AFTER INSERT ON check_result BEGIN
  INSERT INTO external_write VALUES ('check_result', json_array(NEW.org_code, NEW.school_year, NEW.item, NEW.done_on), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE check_result SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND done_on = NEW.done_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER check_result_update BEFORE UPDATE ON check_result WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'check_result', row_key, org_code, 'keep', NULL, rev, image FROM check_result_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item AND done_on = OLD.done_on OR org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND done_on = NEW.done_on;
END;
CREATE TRIGGER check_result_updated AFTER UPDATE ON check_result WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'check_result', json_array(OLD.org_code, OLD.school_year, OLD.item, OLD.done_on), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.item = NEW.item AND OLD.done_on = NEW.done_on);
  INSERT INTO external_write VALUES ('check_result', json_array(NEW.org_code, NEW.school_year, NEW.item, NEW.done_on), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE check_result SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND item = NEW.item AND done_on = NEW.done_on AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER check_result_delete BEFORE DELETE ON check_result BEGIN
  INSERT INTO external_write SELECT 'check_result', row_key, org_code, 'keep', NULL, rev, image FROM check_result_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND item = OLD.item AND done_on = OLD.done_on;
END;
CREATE TRIGGER check_result_deleted AFTER DELETE ON check_result BEGIN
  INSERT INTO external_write VALUES ('check_result', json_array(OLD.org_code, OLD.school_year, OLD.item, OLD.done_on), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW monitoring_image AS SELECT *, json_array(org_code, school_year, object, subject) AS row_key,
  json_object('org_code', org_code, 'school_year', school_year, 'object', object, 'subject', subject, 'covered', covered, 'total', total, 'cycle_start', cycle_start, 'cycle_years', cycle_years, 'note', note) AS image FROM monitoring;
CREATE TRIGGER monitoring_insert BEFORE INSERT ON monitoring BEGIN
  INSERT INTO external_write SELECT 'monitoring', row_key, org_code, 'keep', NULL, rev, image FROM monitoring_image
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND object = NEW.object AND subject = NEW.subject;
END;
CREATE TRIGGER monitoring_inserted AFTER INSERT ON monitoring BEGIN
  INSERT INTO external_write VALUES ('monitoring', json_array(NEW.org_code, NEW.school_year, NEW.object, NEW.subject), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE monitoring SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND object = NEW.object AND subject = NEW.subject AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER monitoring_update BEFORE UPDATE ON monitoring WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'monitoring', row_key, org_code, 'keep', NULL, rev, image FROM monitoring_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND object = OLD.object AND subject = OLD.subject OR org_code = NEW.org_code AND school_year = NEW.school_year AND object = NEW.object AND subject = NEW.subject;
END;
CREATE TRIGGER monitoring_updated AFTER UPDATE ON monitoring WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'monitoring', json_array(OLD.org_code, OLD.school_year, OLD.object, OLD.subject), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.school_year = NEW.school_year AND OLD.object = NEW.object AND OLD.subject = NEW.subject);
  INSERT INTO external_write VALUES ('monitoring', json_array(NEW.org_code, NEW.school_year, NEW.object, NEW.subject), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE monitoring SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND school_year = NEW.school_year AND object = NEW.object AND subject = NEW.subject AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER monitoring_delete BEFORE DELETE ON monitoring BEGIN
  INSERT INTO external_write SELECT 'monitoring', row_key, org_code, 'keep', NULL, rev, image FROM monitoring_image
    WHERE org_code = OLD.org_code AND school_year = OLD.school_year AND object = OLD.object AND subject = OLD.subject;
END;
CREATE TRIGGER monitoring_deleted AFTER DELETE ON monitoring BEGIN
  INSERT INTO external_write VALUES ('monitoring', json_array(OLD.org_code, OLD.school_year, OLD.object, OLD.subject), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW school_group_image AS SELECT *, json_array(org_code, group_name, member_code) AS row_key,
  json_object('org_code', org_code, 'group_name', group_name, 'kind', kind, 'member_code', member_code, 'leading', leading, 'note', note) AS image FROM school_group;
CREATE TRIGGER school_group_insert BEFORE INSERT ON school_group BEGIN
  INSERT INTO external_write SELECT 'school_group', row_key, org_code, 'keep', NULL, rev, image FROM school_group_image
    WHERE org_code = NEW.org_code AND group_name = NEW.group_name AND member_code = NEW.member_code;
END;
CREATE TRIGGER school_group_inserted AFTER INSERT ON school_group BEGIN
  INSERT INTO external_write VALUES ('school_group', json_array(NEW.org_code, NEW.group_name, NEW.member_code), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE school_group SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND group_name = NEW.group_name AND member_code = NEW.member_code AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER school_group_update BEFORE UPDATE ON school_group WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'school_group', row_key, org_code, 'keep', NULL, rev, image FROM school_group_image
    WHERE org_code = OLD.org_code AND group_name = OLD.group_name AND member_code = OLD.member_code OR org_code = NEW.org_code AND group_name = NEW.group_name AND member_code = NEW.member_code;
END;
CREATE TRIGGER school_group_updated AFTER UPDATE ON school_group WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'school_group', json_array(OLD.org_code, OLD.group_name, OLD.member_code), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.group_name = NEW.group_name AND OLD.member_code = NEW.member_code);
  INSERT INTO external_write VALUES ('school_group', json_array(NEW.org_code, NEW.group_name, NEW.member_code), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE school_group SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND group_name = NEW.group_name AND member_code = NEW.member_code AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER school_group_delete BEFORE DELETE ON school_group BEGIN
  INSERT INTO external_write SELECT 'school_group', row_key, org_code, 'keep', NULL, rev, image FROM school_group_image
    WHERE org_code = OLD.org_code AND group_name = OLD.group_name AND member_code = OLD.member_code;
END;
CREATE TRIGGER school_group_deleted AFTER DELETE ON school_group BEGIN
  INSERT INTO external_write VALUES ('school_group', json_array(OLD.org_code, OLD.group_name, OLD.member_code), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW person_unit_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'unit', unit, 'person', person, 'position', position, 'role', role, 'duty', duty, 'note', note) AS image FROM person_unit;
CREATE TRIGGER person_unit_insert BEFORE INSERT ON person_unit BEGIN
  INSERT INTO external_write SELECT 'person_unit', row_key, org_code, 'keep', NULL, rev, image FROM person_unit_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER person_unit_inserted AFTER INSERT ON person_unit BEGIN
  INSERT INTO external_write VALUES ('person_unit', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE person_unit SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER person_unit_update BEFORE UPDATE ON person_unit WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'person_unit', row_key, org_code, 'keep', NULL, rev, image FROM person_unit_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER person_unit_updated AFTER UPDATE ON person_unit WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'person_unit', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('person_unit', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE person_unit SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER person_unit_delete BEFORE DELETE ON person_unit BEGIN
  INSERT INTO external_write SELECT 'person_unit', row_key, org_code, 'keep', NULL, rev, image FROM person_unit_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER person_unit_deleted AFTER DELETE ON person_unit BEGIN
  INSERT INTO external_write VALUES ('person_unit', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW duty_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'person', person, 'unit', unit, 'position', position, 'phone', phone, 'kind', kind, 'object', object, 'object_code', object_code, 'from_on', from_on, 'to_on', to_on, 'note', note) AS image FROM duty;
CREATE TRIGGER duty_insert BEFORE INSERT ON duty BEGIN
  INSERT INTO external_write SELECT 'duty', row_key, org_code, 'keep', NULL, rev, image FROM duty_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER duty_inserted AFTER INSERT ON duty BEGIN
  INSERT INTO external_write VALUES ('duty', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE duty SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER duty_update BEFORE UPDATE ON duty WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'duty', row_key, org_code, 'keep', NULL, rev, image FROM duty_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER duty_updated AFTER UPDATE ON duty WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'duty', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('duty', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE duty SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER duty_delete BEFORE DELETE ON duty BEGIN
  INSERT INTO external_write SELECT 'duty', row_key, org_code, 'keep', NULL, rev, image FROM duty_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER duty_deleted AFTER DELETE ON duty BEGIN
  INSERT INTO external_write VALUES ('duty', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW opinion_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'subject_table', subject_table, 'subject_key', subject_key, 'subject_column', subject_column, 'judgement', judgement, 'text', text, 'given_by', given_by, 'given_on', given_on, 'side', side, 'closed', closed, 'note', note) AS image FROM opinion;
CREATE TRIGGER opinion_insert BEFORE INSERT ON opinion BEGIN
  INSERT INTO external_write SELECT 'opinion', row_key, org_code, 'keep', NULL, rev, image FROM opinion_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER opinion_inserted AFTER INSERT ON opinion BEGIN
  INSERT INTO external_write VALUES ('opinion', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'oversight', NULL, NULL);
  UPDATE opinion SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER opinion_update BEFORE UPDATE ON opinion WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'opinion', row_key, org_code, 'keep', NULL, rev, image FROM opinion_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER opinion_updated AFTER UPDATE ON opinion WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'opinion', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'oversight', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('opinion', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'oversight', NULL, NULL);
  UPDATE opinion SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER opinion_delete BEFORE DELETE ON opinion BEGIN
  INSERT INTO external_write SELECT 'opinion', row_key, org_code, 'keep', NULL, rev, image FROM opinion_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER opinion_deleted AFTER DELETE ON opinion BEGIN
  INSERT INTO external_write VALUES ('opinion', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'oversight', NULL, NULL);
END;

CREATE VIEW opinion_reply_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'opinion_id', opinion_id, 'text', text, 'replied_by', replied_by, 'replied_on', replied_on) AS image FROM opinion_reply;
CREATE TRIGGER opinion_reply_insert BEFORE INSERT ON opinion_reply BEGIN
  INSERT INTO external_write SELECT 'opinion_reply', row_key, org_code, 'keep', NULL, rev, image FROM opinion_reply_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER opinion_reply_inserted AFTER INSERT ON opinion_reply BEGIN
  INSERT INTO external_write VALUES ('opinion_reply', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE opinion_reply SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER opinion_reply_update BEFORE UPDATE ON opinion_reply WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'opinion_reply', row_key, org_code, 'keep', NULL, rev, image FROM opinion_reply_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER opinion_reply_updated AFTER UPDATE ON opinion_reply WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'opinion_reply', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('opinion_reply', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE opinion_reply SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER opinion_reply_delete BEFORE DELETE ON opinion_reply BEGIN
  INSERT INTO external_write SELECT 'opinion_reply', row_key, org_code, 'keep', NULL, rev, image FROM opinion_reply_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER opinion_reply_deleted AFTER DELETE ON opinion_reply BEGIN
  INSERT INTO external_write VALUES ('opinion_reply', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW evidence_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'subject_table', subject_table, 'subject_key', subject_key, 'file_name', file_name, 'media_type', media_type, 'size', size, 'sha256', sha256, 'added_on', added_on, 'material_id', material_id, 'note', note) AS image FROM evidence;
CREATE TRIGGER evidence_insert BEFORE INSERT ON evidence BEGIN
  INSERT INTO external_write SELECT 'evidence', row_key, org_code, 'keep', NULL, rev, image FROM evidence_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER evidence_inserted AFTER INSERT ON evidence BEGIN
  INSERT INTO external_write VALUES ('evidence', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE evidence SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER evidence_update BEFORE UPDATE ON evidence WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'evidence', row_key, org_code, 'keep', NULL, rev, image FROM evidence_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER evidence_updated AFTER UPDATE ON evidence WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'evidence', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('evidence', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE evidence SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER evidence_delete BEFORE DELETE ON evidence BEGIN
  INSERT INTO external_write SELECT 'evidence', row_key, org_code, 'keep', NULL, rev, image FROM evidence_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER evidence_deleted AFTER DELETE ON evidence BEGIN
  INSERT INTO external_write VALUES ('evidence', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW standard_image AS SELECT *, json_array(org_code, profile) AS row_key,
  json_object('org_code', org_code, 'profile', profile, 'version', version, 'title', title, 'document', document, 'content', content, 'active', active, 'note', note) AS image FROM standard;
CREATE TRIGGER standard_insert BEFORE INSERT ON standard BEGIN
  INSERT INTO external_write SELECT 'standard', row_key, org_code, 'keep', NULL, rev, image FROM standard_image
    WHERE org_code = NEW.org_code AND profile = NEW.profile;
END;
CREATE TRIGGER standard_inserted AFTER INSERT ON standard BEGIN
  INSERT INTO external_write VALUES ('standard', json_array(NEW.org_code, NEW.profile), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE standard SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND profile = NEW.profile AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER standard_update BEFORE UPDATE ON standard WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'standard', row_key, org_code, 'keep', NULL, rev, image FROM standard_image
    WHERE org_code = OLD.org_code AND profile = OLD.profile OR org_code = NEW.org_code AND profile = NEW.profile;
END;
CREATE TRIGGER standard_updated AFTER UPDATE ON standard WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'standard', json_array(OLD.org_code, OLD.profile), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.profile = NEW.profile);
  INSERT INTO external_write VALUES ('standard', json_array(NEW.org_code, NEW.profile), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE standard SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND profile = NEW.profile AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER standard_delete BEFORE DELETE ON standard BEGIN
  INSERT INTO external_write SELECT 'standard', row_key, org_code, 'keep', NULL, rev, image FROM standard_image
    WHERE org_code = OLD.org_code AND profile = OLD.profile;
END;
CREATE TRIGGER standard_deleted AFTER DELETE ON standard BEGIN
  INSERT INTO external_write VALUES ('standard', json_array(OLD.org_code, OLD.profile), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW threshold_image AS SELECT *, json_array(org_code, profile, indicator, stage) AS row_key,
  json_object('org_code', org_code, 'profile', profile, 'indicator', indicator, 'stage', stage, 'value', value, 'basis', basis, 'note', note) AS image FROM threshold;
CREATE TRIGGER threshold_insert BEFORE INSERT ON threshold BEGIN
  INSERT INTO external_write SELECT 'threshold', row_key, org_code, 'keep', NULL, rev, image FROM threshold_image
    WHERE org_code = NEW.org_code AND profile = NEW.profile AND indicator = NEW.indicator AND stage = NEW.stage;
END;
CREATE TRIGGER threshold_inserted AFTER INSERT ON threshold BEGIN
  INSERT INTO external_write VALUES ('threshold', json_array(NEW.org_code, NEW.profile, NEW.indicator, NEW.stage), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE threshold SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND profile = NEW.profile AND indicator = NEW.indicator AND stage = NEW.stage AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER threshold_update BEFORE UPDATE ON threshold WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'threshold', row_key, org_code, 'keep', NULL, rev, image FROM threshold_image
    WHERE org_code = OLD.org_code AND profile = OLD.profile AND indicator = OLD.indicator AND stage = OLD.stage OR org_code = NEW.org_code AND profile = NEW.profile AND indicator = NEW.indicator AND stage = NEW.stage;
END;
CREATE TRIGGER threshold_updated AFTER UPDATE ON threshold WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'threshold', json_array(OLD.org_code, OLD.profile, OLD.indicator, OLD.stage), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.profile = NEW.profile AND OLD.indicator = NEW.indicator AND OLD.stage = NEW.stage);
  INSERT INTO external_write VALUES ('threshold', json_array(NEW.org_code, NEW.profile, NEW.indicator, NEW.stage), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE threshold SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND profile = NEW.profile AND indicator = NEW.indicator AND stage = NEW.stage AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER threshold_delete BEFORE DELETE ON threshold BEGIN
  INSERT INTO external_write SELECT 'threshold', row_key, org_code, 'keep', NULL, rev, image FROM threshold_image
    WHERE org_code = OLD.org_code AND profile = OLD.profile AND indicator = OLD.indicator AND stage = OLD.stage;
END;
CREATE TRIGGER threshold_deleted AFTER DELETE ON threshold BEGIN
  INSERT INTO external_write VALUES ('threshold', json_array(OLD.org_code, OLD.profile, OLD.indicator, OLD.stage), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW catalogue_item_image AS SELECT *, json_array(org_code, id) AS row_key,
  json_object('org_code', org_code, 'id', id, 'category', category, 'label', label, 'unit', unit, 'rule', rule, 'source', source, 'verified', verified, 'active', active, 'note', note) AS image FROM catalogue_item;
CREATE TRIGGER catalogue_item_insert BEFORE INSERT ON catalogue_item BEGIN
  INSERT INTO external_write SELECT 'catalogue_item', row_key, org_code, 'keep', NULL, rev, image FROM catalogue_item_image
    WHERE org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER catalogue_item_inserted AFTER INSERT ON catalogue_item BEGIN
  INSERT INTO external_write VALUES ('catalogue_item', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE catalogue_item SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER catalogue_item_update BEFORE UPDATE ON catalogue_item WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'catalogue_item', row_key, org_code, 'keep', NULL, rev, image FROM catalogue_item_image
    WHERE org_code = OLD.org_code AND id = OLD.id OR org_code = NEW.org_code AND id = NEW.id;
END;
CREATE TRIGGER catalogue_item_updated AFTER UPDATE ON catalogue_item WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'catalogue_item', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.id = NEW.id);
  INSERT INTO external_write VALUES ('catalogue_item', json_array(NEW.org_code, NEW.id), NEW.org_code, 'update', 'shared', NULL, NULL);
  UPDATE catalogue_item SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND id = NEW.id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER catalogue_item_delete BEFORE DELETE ON catalogue_item BEGIN
  INSERT INTO external_write SELECT 'catalogue_item', row_key, org_code, 'keep', NULL, rev, image FROM catalogue_item_image
    WHERE org_code = OLD.org_code AND id = OLD.id;
END;
CREATE TRIGGER catalogue_item_deleted AFTER DELETE ON catalogue_item BEGIN
  INSERT INTO external_write VALUES ('catalogue_item', json_array(OLD.org_code, OLD.id), OLD.org_code, 'delete', 'shared', NULL, NULL);
END;

CREATE VIEW unit_cost_image AS SELECT *, json_array(org_code, item) AS row_key,
  json_object('org_code', org_code, 'item', item, 'cost', cost, 'unit', unit, 'basis', basis, 'note', note) AS image FROM unit_cost;
CREATE TRIGGER unit_cost_insert BEFORE INSERT ON unit_cost BEGIN
  INSERT INTO external_write SELECT 'unit_cost', row_key, org_code, 'keep', NULL, rev, image FROM unit_cost_image
    WHERE org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER unit_cost_inserted AFTER INSERT ON unit_cost BEGIN
  INSERT INTO external_write VALUES ('unit_cost', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE unit_cost SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER unit_cost_update BEFORE UPDATE ON unit_cost WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'unit_cost', row_key, org_code, 'keep', NULL, rev, image FROM unit_cost_image
    WHERE org_code = OLD.org_code AND item = OLD.item OR org_code = NEW.org_code AND item = NEW.item;
END;
CREATE TRIGGER unit_cost_updated AFTER UPDATE ON unit_cost WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'unit_cost', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.item = NEW.item);
  INSERT INTO external_write VALUES ('unit_cost', json_array(NEW.org_code, NEW.item), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE unit_cost SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND item = NEW.item AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER unit_cost_delete BEFORE DELETE ON unit_cost BEGIN
  INSERT INTO external_write SELECT 'unit_cost', row_key, org_code, 'keep', NULL, rev, image FROM unit_cost_image
    WHERE org_code = OLD.org_code AND item = OLD.item;
END;
CREATE TRIGGER unit_cost_deleted AFTER DELETE ON unit_cost BEGIN
  INSERT INTO external_write VALUES ('unit_cost', json_array(OLD.org_code, OLD.item), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;

CREATE VIEW wording_image AS SELECT *, json_array(org_code, table_name, column_name, written) AS row_key,
  json_object('org_code', org_code, 'table_name', table_name, 'column_name', column_name, 'written', written, 'value', value, 'answered_by', answered_by, 'answered_on', answered_on, 'note', note) AS image FROM wording;
CREATE TRIGGER wording_insert BEFORE INSERT ON wording BEGIN
  INSERT INTO external_write SELECT 'wording', row_key, org_code, 'keep', NULL, rev, image FROM wording_image
    WHERE org_code = NEW.org_code AND table_name = NEW.table_name AND column_name = NEW.column_name AND written = NEW.written;
END;
CREATE TRIGGER wording_inserted AFTER INSERT ON wording BEGIN
  INSERT INTO external_write VALUES ('wording', json_array(NEW.org_code, NEW.table_name, NEW.column_name, NEW.written), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE wording SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND table_name = NEW.table_name AND column_name = NEW.column_name AND written = NEW.written AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER wording_update BEFORE UPDATE ON wording WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'wording', row_key, org_code, 'keep', NULL, rev, image FROM wording_image
    WHERE org_code = OLD.org_code AND table_name = OLD.table_name AND column_name = OLD.column_name AND written = OLD.written OR org_code = NEW.org_code AND table_name = NEW.table_name AND column_name = NEW.column_name AND written = NEW.written;
END;
CREATE TRIGGER wording_updated AFTER UPDATE ON wording WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'wording', json_array(OLD.org_code, OLD.table_name, OLD.column_name, OLD.written), OLD.org_code, 'delete', 'register', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.table_name = NEW.table_name AND OLD.column_name = NEW.column_name AND OLD.written = NEW.written);
  INSERT INTO external_write VALUES ('wording', json_array(NEW.org_code, NEW.table_name, NEW.column_name, NEW.written), NEW.org_code, 'update', 'register', NULL, NULL);
  UPDATE wording SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND table_name = NEW.table_name AND column_name = NEW.column_name AND written = NEW.written AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER wording_delete BEFORE DELETE ON wording BEGIN
  INSERT INTO external_write SELECT 'wording', row_key, org_code, 'keep', NULL, rev, image FROM wording_image
    WHERE org_code = OLD.org_code AND table_name = OLD.table_name AND column_name = OLD.column_name AND written = OLD.written;
END;
CREATE TRIGGER wording_deleted AFTER DELETE ON wording BEGIN
  INSERT INTO external_write VALUES ('wording', json_array(OLD.org_code, OLD.table_name, OLD.column_name, OLD.written), OLD.org_code, 'delete', 'register', NULL, NULL);
END;

CREATE VIEW signing_key_image AS SELECT *, json_array(org_code, key_id) AS row_key,
  json_object('org_code', org_code, 'key_id', key_id, 'holder_code', holder_code, 'holder', holder, 'role', role, 'algorithm', algorithm, 'public_key', public_key, 'encryption_key', encryption_key, 'valid_from', valid_from, 'struck_on', struck_on, 'struck_reason', struck_reason, 'note', note) AS image FROM signing_key;
CREATE TRIGGER signing_key_insert BEFORE INSERT ON signing_key BEGIN
  INSERT INTO external_write SELECT 'signing_key', row_key, org_code, 'keep', NULL, rev, image FROM signing_key_image
    WHERE org_code = NEW.org_code AND key_id = NEW.key_id;
END;
CREATE TRIGGER signing_key_inserted AFTER INSERT ON signing_key BEGIN
  INSERT INTO external_write VALUES ('signing_key', json_array(NEW.org_code, NEW.key_id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE signing_key SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND key_id = NEW.key_id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER signing_key_update BEFORE UPDATE ON signing_key WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'signing_key', row_key, org_code, 'keep', NULL, rev, image FROM signing_key_image
    WHERE org_code = OLD.org_code AND key_id = OLD.key_id OR org_code = NEW.org_code AND key_id = NEW.key_id;
END;
CREATE TRIGGER signing_key_updated AFTER UPDATE ON signing_key WHEN NEW.rev IS OLD.rev BEGIN
  INSERT INTO external_write SELECT 'signing_key', json_array(OLD.org_code, OLD.key_id), OLD.org_code, 'delete', 'bureau', NULL, NULL WHERE NOT (OLD.org_code = NEW.org_code AND OLD.key_id = NEW.key_id);
  INSERT INTO external_write VALUES ('signing_key', json_array(NEW.org_code, NEW.key_id), NEW.org_code, 'update', 'bureau', NULL, NULL);
  UPDATE signing_key SET rev = (SELECT id FROM external_revision)
    WHERE org_code = NEW.org_code AND key_id = NEW.key_id AND rev IS NOT (SELECT id FROM external_revision);
END;
CREATE TRIGGER signing_key_delete BEFORE DELETE ON signing_key BEGIN
  INSERT INTO external_write SELECT 'signing_key', row_key, org_code, 'keep', NULL, rev, image FROM signing_key_image
    WHERE org_code = OLD.org_code AND key_id = OLD.key_id;
END;
CREATE TRIGGER signing_key_deleted AFTER DELETE ON signing_key BEGIN
  INSERT INTO external_write VALUES ('signing_key', json_array(OLD.org_code, OLD.key_id), OLD.org_code, 'delete', 'bureau', NULL, NULL);
END;
