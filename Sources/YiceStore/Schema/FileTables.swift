/// The tables of the file itself, which no file gives to another as they stand: written by hand, and taken over into
/// schema.sql word for word.
enum FileTables {
  static let text = """
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

    """

  /// Their part of part 2.
  static let indexes = """
    CREATE INDEX change_row ON change (table_name, row_key, before_rev);
    CREATE INDEX revision_area_org ON revision_area (org_code, class);
    CREATE INDEX sibling_org ON sibling (org_code, table_name);
    CREATE INDEX revision_at ON revision (at);
    CREATE INDEX received_org ON received (org_code, id);

    """
}
