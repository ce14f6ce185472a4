extension SchemaText {
  static let head = """
    -- 一册 (yice): the file format, version \(Schema.version).
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
    PRAGMA user_version = \(Schema.version);             -- version of this format

    -- ════════════════════════════════ Part 1: content ════════════════════════════════

    """
}
