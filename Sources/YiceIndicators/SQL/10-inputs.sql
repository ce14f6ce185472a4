-- The tables that the program fills before it works anything out. All are temporary: the file is not written.
-- To follow a county by hand: run this file in the sqlite3 shell, fill the tables below, then run the files that
-- follow in the order of their numbers.
-- Every file of this folder is written so that other engines run it, too (Decision 0200): whole numbers are BIGINT,
-- quotients DOUBLE PRECISION, a GROUP BY names every plain column, no subquery stands in a CASE or inside another one,
-- and tables name their columns. What is SQLite's own is WITHOUT ROWID and temp., which may be taken out.
-- Amounts are kept as whole numbers of 1/10000 (amount_e4), weights likewise, so that sums are exact.

DROP TABLE IF EXISTS temp.chosen_year;
CREATE TABLE temp.chosen_year (school_year BIGINT NOT NULL);

-- Every school of the file, and the one 学段 its kind has, if it has one only.
DROP TABLE IF EXISTS temp.school;
CREATE TABLE temp.school (
  org_code TEXT NOT NULL PRIMARY KEY,
  only_stage TEXT
) WITHOUT ROWID;

-- The schools that count, and the school each counts in: itself, or the one it is 并入.
DROP TABLE IF EXISTS temp.scope;
CREATE TABLE temp.scope (
  org_code TEXT NOT NULL PRIMARY KEY,
  into_code TEXT NOT NULL
) WITHOUT ROWID;
CREATE INDEX temp.scope_by_target ON scope (into_code);

-- 数据项: the register behind each, and whether it is given by 学段 (1) or for the whole school (0).
DROP TABLE IF EXISTS temp.element;
CREATE TABLE temp.element (
  element TEXT NOT NULL PRIMARY KEY,
  register TEXT NOT NULL,
  by_stage BIGINT NOT NULL,
  -- 1: only a row of its kind makes the register tell it (图书, 计算机).
  needs_rows BIGINT NOT NULL,
  -- The indicator whose relaxation (放宽认定) must be in force for the school; NULL: counts always.
  relaxation TEXT
) WITHOUT ROWID;

-- The indicators: per 1 pupil or per 100.
DROP TABLE IF EXISTS temp.indicator;
CREATE TABLE temp.indicator (
  indicator TEXT NOT NULL PRIMARY KEY,
  per BIGINT NOT NULL
) WITHOUT ROWID;

-- What an indicator's numerator is made of: +1 adds, -1 takes away.
DROP TABLE IF EXISTS temp.term;
CREATE TABLE temp.term (
  indicator TEXT NOT NULL,
  element TEXT NOT NULL,
  sign BIGINT NOT NULL,
  PRIMARY KEY (element, indicator)
) WITHOUT ROWID;

-- The profile's lists: what counts as backbone, which subjects are arts, ... stage '' is any.
DROP TABLE IF EXISTS temp.word;
CREATE TABLE temp.word (
  list TEXT NOT NULL,
  stage TEXT NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (list, stage, word)
) WITHOUT ROWID;

-- Weights for splitting; complete = 1 for schools with 初中 and 高中 and no 小学.
DROP TABLE IF EXISTS temp.weight;
CREATE TABLE temp.weight (
  complete BIGINT NOT NULL,
  stage TEXT NOT NULL,
  weight_e4 BIGINT NOT NULL,
  PRIMARY KEY (complete, stage)
) WITHOUT ROWID;

-- Relaxations (放宽认定) that have not expired on the chosen day, by school and indicator; which of them are in force is SQL/35.
DROP TABLE IF EXISTS temp.relaxed;
CREATE TABLE temp.relaxed (
  org_code TEXT NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY (org_code, item)
) WITHOUT ROWID;

DROP TABLE IF EXISTS temp.in_force;
CREATE TABLE temp.in_force (
  org_code TEXT NOT NULL,
  item TEXT NOT NULL,
  PRIMARY KEY (org_code, item)
) WITHOUT ROWID;

-- 学制: the grades of each 学段 that has any.
DROP TABLE IF EXISTS temp.stage_grades;
CREATE TABLE temp.stage_grades (
  stage TEXT NOT NULL PRIMARY KEY,
  first_grade BIGINT NOT NULL,
  last_grade BIGINT NOT NULL
) WITHOUT ROWID;

-- 班额上限 by 学段, and 规模上限 by kind of school (with the one under a relaxation): the profile's sizes.
DROP TABLE IF EXISTS temp.class_limit;
CREATE TABLE temp.class_limit (
  stage TEXT NOT NULL PRIMARY KEY,
  most BIGINT NOT NULL
) WITHOUT ROWID;

DROP TABLE IF EXISTS temp.school_limit;
CREATE TABLE temp.school_limit (
  kind TEXT NOT NULL PRIMARY KEY,
  most BIGINT,
  relaxed_most BIGINT
) WITHOUT ROWID;

-- The numbers that the rules of single items ask for: limits, years, shares; the profile's.
DROP TABLE IF EXISTS temp.setting;
CREATE TABLE temp.setting (
  item TEXT NOT NULL,
  name TEXT NOT NULL,
  value DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (item, name)
) WITHOUT ROWID;
