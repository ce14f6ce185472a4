/// Keys of the rows that a sheet has had so far: of rows that the file has too a mark at their place, of others the key.
struct SeenKeys {
  private let rows: UntouchedRows
  private var marks: [Bool]
  /// As JSON arrays.
  private var others: Set<String> = []

  init(_ rows: UntouchedRows) {
    self.rows = rows
    marks = Array(repeating: false, count: rows.count)
  }

  /// Notes the key of a row that the file has.
  /// - Returns: false when it was noted before.
  mutating func insert(at place: Int) -> Bool {
    defer { marks[place] = true }
    return !marks[place]
  }

  mutating func insert(_ key: String) {
    if let place = place(of: key) { marks[place] = true } else { others.insert(key) }
  }

  func contains(_ key: String) -> Bool { place(of: key).map { marks[$0] } ?? others.contains(key) }

  /// Whether all rows that the file had stand on the sheet.
  var areAll: Bool { rows.isComplete && !marks.contains(false) }

  var keys: Set<String> { others.union(marks.indices.lazy.filter { marks[$0] }.map(rows.key(at:))) }

  private func place(of key: String) -> Int? {
    var key = key
    return key.withUTF8(rows.place(ofKey:))
  }
}
