internal import GRDB
internal import YiceStore

/// The names that stand in the file's personal columns, to be taken out of what people wrote elsewhere.
/// Decision 0053.
struct NameMask {
  private var names: Set<String> = []
  private var longest = 0

  static let shown = "某某"

  init(_ names: [String] = []) {
    for value in names {
      for name in value.split(whereSeparator: { "、，,;；/ 　".contains($0) }) where name.count > 1 {
        self.names.insert(String(name))
        longest = max(longest, name.count)
      }
    }
  }

  /// Of every personal column of every table.
  init(_ db: Database) throws {
    var names = try String.fetchAll(db, sql: "SELECT DISTINCT author FROM revision")
    for table in TableCatalog.tables {
      for column in table.columns where column.sensitive {
        names += try String.fetchAll(
          db, sql: "SELECT DISTINCT \(column.name) FROM \(table.name) WHERE \(column.name) IS NOT NULL")
      }
    }
    self.init(names)
  }

  func callAsFunction(_ text: String) -> String {
    guard longest > 0 else { return text }
    let letters = Array(text)
    var masked = ""
    var place = 0
    while place < letters.count {
      let most = min(longest, letters.count - place)
      let length = stride(from: most, to: 1, by: -1).first {
        names.contains(String(letters[place..<place + $0]))
      }
      masked += length == nil ? String(letters[place]) : Self.shown
      place += length ?? 1
    }
    return masked
  }
}
