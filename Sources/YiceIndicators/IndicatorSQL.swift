internal import CYice
internal import GRDB

/// The SQL of Sources/YiceIndicators/SQL, which works the figures out step by step in temporary tables.
package enum IndicatorSQL {
  /// The files, in the order they run; two of them are made from `ElementReading.all`.
  package static let files = (texts(yice_indicator_sql()) + ReadingSQL.files).sorted { $0.name < $1.name }

  /// The files of SQL/items, for 政府保障程度, 教育质量 and the 2012 standard; they run after `files`.
  package static let items = texts(yice_item_sql())

  /// What is SQLite's own in the files; without it every engine of Scale/ runs them. Decision 0200.
  package static let sqliteOnly = [" WITHOUT ROWID", "temp."]

  /// The text without it.
  package static func portable(_ text: String) -> String {
    sqliteOnly.reduce(text) { $0.replacing($1, with: "") }
  }

  private static func texts(_ first: UnsafePointer<YiceText>?) -> [(name: String, text: String)] {
    var found: [(String, String)] = []
    guard var entry = first else { return found }
    while let name = entry.pointee.name, let text = entry.pointee.text {
      found.append((String(cString: name), String(cString: text)))
      entry += 1
    }
    return found
  }

  /// Runs the files whose number lies in the range.
  static func run(_ numbers: ClosedRange<Int>, on db: Database) throws {
    for file in files {
      guard let number = Int(file.name.prefix(2)), numbers.contains(number) else { continue }
      try db.execute(sql: file.text)
    }
  }
}
