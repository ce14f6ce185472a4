/// One table of the file as people and programs need to know it. `TableCatalog` lists them all.
package struct CatalogTable: Sendable {
  /// English name, the table's name in SQL.
  package let name: String
  /// Chinese name, as people read and type it.
  package let label: String
  /// Heading it is listed under.
  package let group: String
  package let writers: Writers
  /// What it is, in English; stands before the table in schema.sql.
  package let comment: String
  /// Rows that a school may write in a table it otherwise may not.
  package let schoolWrites: RowCondition?
  /// Columns that a school may change in rows that it otherwise may not write: its answer to them.
  package let schoolColumns: [String]
  /// Rows are added and never changed.
  package let appendOnly: Bool
  /// Other names that people use for it.
  package let synonyms: [String]
  /// Names of the primary key's columns, in order.
  package let key: [String]
  /// Where rows have random ids: what a row of a sheet without ids is known by from one import to the next.
  package let identity: [String]
  /// All columns but `rev`, in the order in which the file keeps them.
  package let columns: [CatalogColumn]
  /// Number of the format that brought it.
  package let since: Int

  init(
    _ name: String, _ label: String, group: String, writers: Writers, comment: String,
    schoolWrites: RowCondition? = nil, schoolColumns: [String] = [], appendOnly: Bool = false,
    synonyms: [String] = [],
    key: [String], identity: [String] = [], since: Int = 1, columns: [CatalogColumn]
  ) {
    self.name = name
    self.label = label
    self.group = group
    self.writers = writers
    self.comment = comment
    self.schoolWrites = schoolWrites
    self.schoolColumns = schoolColumns
    self.appendOnly = appendOnly
    self.synonyms = synonyms
    self.key = key
    self.identity = identity
    self.since = since
    self.columns = columns.map { $0.since(atLeast: since) }
  }
}

/// A row belongs to it when the column holds the value.
package struct RowCondition: Sendable {
  package let column: String
  package let value: String
}

extension CatalogTable {
  /// The column of that English name, Chinese label or synonym.
  package func column(_ word: String) -> CatalogColumn? {
    columns.first { $0.name == word || $0.label == word }
      ?? columns.first { $0.synonyms.contains(word) }
  }

  /// The key's columns, in order.
  package var keyColumns: [CatalogColumn] { key.compactMap { name in columns.first { $0.name == name } } }

  /// Columns outside the key.
  package var valueColumns: [CatalogColumn] { columns.filter { !key.contains($0.name) } }

  /// The columns of `identity`.
  package var identityColumns: [CatalogColumn] {
    identity.compactMap { name in columns.first { $0.name == name } }
  }

  /// Whether rows are told apart by a random text id.
  package var hasRandomID: Bool { key == ["org_code", "id"] }

  /// The key of a row as people read it and other tables name it: its parts joined by `/`.
  package func keyText(of alias: String = "") -> String {
    key.map { alias + $0 }.joined(separator: " || '/' || ")
  }

  /// The column that keeps a period as it was written, where the table has one.
  package var periodColumn: CatalogColumn? { columns.first { $0.name == "period_text" } }

  /// The column that holds the 学年 of a register, where the table has one.
  package var yearColumn: CatalogColumn? { columns.first { $0.name == "school_year" } }
}

// MARK: - SQL made from the catalog (never from input)

extension CatalogTable {
  /// `json_array(…)` of the key, as `change` and `sibling` keep it.
  package func keyJSON(of alias: String = "") -> String {
    "json_array(" + key.map { alias + $0 }.joined(separator: ", ") + ")"
  }

  /// `json_object(…)` of all columns but `rev`, as `change` and `sibling` keep it.
  package func rowJSON(of alias: String = "") -> String {
    "json_object("
      + columns.map { "'\($0.name)', \(alias)\($0.name)" }.joined(separator: ", ") + ")"
  }

  /// `k1 = ? AND …`: the row whose key's values are the arguments.
  package func keyMatch(of alias: String = "") -> String {
    key.map { "\(alias)\($0) = ?" }.joined(separator: " AND ")
  }

  /// `a.k1 = b.k1 AND …` over the key.
  package func keyMatch(_ left: String, _ right: String) -> String {
    key.map { "\(left)\($0) = \(right)\($0)" }.joined(separator: " AND ")
  }

  /// `a.k1 = json_extract(json, '$[0]') AND …`: the row that a key kept as JSON names.
  package func keyMatch(of alias: String, inJSON json: String) -> String {
    key.enumerated().map { "\(alias)\($0.element) = json_extract(\(json), '$[\($0.offset)]')" }
      .joined(separator: " AND ")
  }

  /// The columns' values taken out of a JSON object, in the order of `columns`.
  package func columnsFromJSON(_ json: String) -> String {
    columns.map { "json_extract(\(json), '$.\($0.name)')" }.joined(separator: ", ")
  }

  /// The columns' names, comma-separated.
  package func columnList(_ alias: String = "") -> String {
    columns.map { alias + $0.name }.joined(separator: ", ")
  }
}

// MARK: - CustomStringConvertible

extension CatalogTable: CustomStringConvertible {
  package var description: String { name }
}
