internal import YiceStore

/// Versions that a merge has chosen, by stratum: their keys and revisions in one temporary table.
enum Chosen: String {
  /// They come from the other file.
  case come
  /// They go from this one.
  case go
  /// Keys, without revisions, that are settled one by one.
  case special

  static let places = 6

  /// The table; made outside any transaction, so that a rollback leaves it.
  static let empty: String = {
    let keys = (0..<places).map { "k\($0)" }.joined(separator: ", ")
    return """
      CREATE TEMP TABLE IF NOT EXISTS chosen (
        what TEXT NOT NULL, stratum TEXT NOT NULL, \(keys), rev INTEGER NOT NULL,
        PRIMARY KEY (what, stratum, \(keys), rev)) WITHOUT ROWID;
      """
  }()
}

extension Stratum {
  /// The chosen versions as a table with the key's columns and `rev`.
  func rows(_ chosen: Chosen) -> String {
    let keys = table.key.enumerated().map { "k\($0.offset) AS \($0.element)" }
    return """
      (SELECT \(keys.joined(separator: ", ")), rev FROM temp.chosen WHERE what = '\(chosen.rawValue)' AND stratum = '\(id)')
      """
  }

  /// Condition: the key of a row is among the chosen ones; with `version` its revision too.
  func has(_ chosen: Chosen, _ alias: String, version: Bool = false) -> String {
    // The plus takes the column's affinity away, which would keep the index from being used.
    let keys = table.key.enumerated().map { "n.k\($0.offset) = +\(alias)\($0.element)" }
    return """
      EXISTS (SELECT 1 FROM temp.chosen AS n WHERE n.what = '\(chosen.rawValue)' AND n.stratum = '\(id)'
        AND \(keys.joined(separator: " AND "))\(version ? " AND n.rev = +\(alias)rev" : ""))
      """
  }

  /// Chooses what a query gives: the key's columns of `alias`, and its revision.
  func choose(_ chosen: Chosen, _ alias: String, _ from: String) -> String {
    let pads = Array(repeating: "''", count: Chosen.places - table.key.count)
    let values = table.key.map { alias + $0 } + pads + [chosen == .special ? "0" : alias + "rev"]
    return """
      INSERT OR IGNORE INTO temp.chosen
        SELECT '\(chosen.rawValue)', '\(id)', \(values.joined(separator: ", ")) \(from)
      """
  }
}
