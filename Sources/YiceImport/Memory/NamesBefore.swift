internal import GRDB
internal import YiceModel
internal import YiceStore

/// People whom the file has under a number, before a sheet gives the number to somebody else; and rows that were numbered by
/// their names and stand in the file beside those of a sheet. Told at the end of a sheet. Decision 0179.
struct NamesBefore {
  /// Where a sheet has them.
  struct Slots {
    let number: Int
    let name: Int
    let org: Int?
  }

  /// Columns of the number and of the name.
  private let columns: (number: String, name: String)
  private let kind: Kind
  /// Name by org and number.
  private let known: [String: String]
  /// Rows that give a number to another name, as they are told.
  private var renamed: [String] = []
  private var numbers: Set<String> = []
  private var names: Set<String> = []
  /// Rows of the sheets were numbered here.
  var isNumbered = false
  /// Rows of the file that the sheets' rows were taken for: those that they changed, and how many they did not.
  private var changed: [String] = []
  private var same = 0
  private var new = 0

  private enum Kind { case people, things, problems }

  /// - Returns: nil where the table's rows are not known by a number and a name.
  init?(_ db: Database, _ table: CatalogTable, year: Int?) throws {
    if table.name == CatalogTable.rectification.name {
      columns = ("id", "problem")
      kind = .problems
    } else if let numbered = OwnNumber.of(table), ![.random, .teacher].contains(numbered.form) {
      columns = (numbered.column, numbered.name)
      kind = numbered.form == .person ? .people : .things
    } else {
      return nil
    }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT org_code, \(columns.number) AS number, \(columns.name) AS name FROM \(table.name)
        WHERE \(columns.name) IS NOT NULL\(table.yearColumn.map { " AND \($0.name) = ?" } ?? "")
        """, arguments: table.yearColumn == nil ? [] : [year])
    known = Dictionary(
      rows.map { ("\($0["org_code"] as String)/\($0["number"] as String)", $0["name"]) },
      uniquingKeysWith: { $1 })
  }

  /// - Returns: nil where the sheet has no number or no name.
  func slots(_ given: [CatalogColumn]) -> Slots? {
    func slot(_ name: String) -> Int? { given.firstIndex { $0.name == name } }
    guard let number = slot(columns.number), let name = slot(columns.name) else { return nil }
    return Slots(number: number, name: name, org: slot("org_code"))
  }

  /// - Parameters:
  ///   - row: its number in the sheet.
  ///   - sheet: where there are several.
  mutating func note(_ values: [BulkUpsert.Bound], _ slots: Slots, row: Int, sheet: String?) {
    guard !known.isEmpty else { return }
    func text(_ slot: Int?) -> String {
      slot.flatMap { String.fromDatabaseValue(values[$0].databaseValue) } ?? ""
    }
    let key = "\(text(slots.org))/\(text(slots.number))"
    let name = text(slots.name)
    if kind != .things, let before = known[key], !name.isEmpty, before != name {
      renamed.append(NamesBefore.place(row, sheet))
    }
    numbers.insert(key)
    names.insert("\(text(slots.org))/\(name)")
  }

  /// Notes what became of a row.
  mutating func note(_ written: RowSink.Written?, row: Int, sheet: String?) {
    switch written {
    case .changed?: changed.append(NamesBefore.place(row, sheet))
    case .same?: same += 1
    case .new?: new += 1
    case nil: break
    }
  }

  private static func place(_ row: Int, _ sheet: String?) -> String {
    (sheet.map { "“\($0)”" } ?? "") + "第 \(row) 行"
  }

  private var isPeople: Bool { kind == .people }

  /// After the last row.
  func findings(at place: SourceLocation) -> [Finding] {
    var found: [Finding] = []
    if !renamed.isEmpty {
      let rows = renamed.prefix(5).joined(separator: "、") + (renamed.count > 5 ? " 等" : "")
      found.append(
        Finding(
          .warning, "other-person", at: place,
          "\(rows)（共 \(renamed.count) 行）的编号在文件里原来是\(isPeople ? "另一个姓名" : "另一个问题")，已按这张表改过。不是同一\(isPeople ? "个人" : "个问题")的，请用 yice undo 撤销，给他们不同的编号再导入"
        ))
    }
    guard isNumbered else { return found + [otherNumbers(at: place)].compactMap(\.self) }
    if let told = otherList(at: place) { found.append(told) }
    let beside = known.filter { key, name in
      !numbers.contains(key) && names.contains("\(key.prefix { $0 != "/" })/\(name)")
    }
    guard !beside.isEmpty else { return found }
    let shown = isPeople ? "" : "（\(Set(beside.values).sorted().prefix(3).joined(separator: "、"))）"
    found.append(
      Finding(
        .warning, "same-names", at: place,
        "文件里另有 \(beside.count) 行同名的\(shown)不在这张表里，和这张表的一起计入。这张表没有编号，改了名称以外的列或删了行就认不出是同一行："
          + "旧的多余的话，请用 yice remove 删去，或 yice undo 撤销这次导入"))
    return found
  }

  /// A list without numbers that has some of the file's names and lacks others may be a second list, and no newer one.
  private func otherList(at place: SourceLocation) -> Finding? {
    let schools = Set(numbers.map { $0.prefix { $0 != "/" } })
    let others = known.keys.count { !numbers.contains($0) && schools.contains($0.prefix { $0 != "/" }) }
    guard others > 0, !changed.isEmpty || (same > 0 && new > 0) else { return nil }
    let matched =
      changed.isEmpty
      ? "有 \(same) 行"
      : "\(changed.prefix(5).joined(separator: "、"))\(changed.count > 5 ? " 等" : "")（共 \(changed.count) 行）改了文件里同名的行，另有 \(same) 行"
    return Finding(
      .warning, "other-list", at: place,
      "这张表没有编号，按名称对上：\(matched)与文件里的相同；文件里还有 \(others) 行不在这张表里。"
        + "如果这是另一份清单，而不是更正过的同一份，同名的就少计了：请用 yice undo 撤销，给两份清单加上编号再导入")
  }

  /// A sheet with numbers whose names the file has under others: numbers were added to a list that came without, or lost
  /// their noughts.
  private func otherNumbers(at place: SourceLocation) -> Finding? {
    guard new > 0 else { return nil }
    let bare = Set(numbers.map(NamesBefore.withoutNoughts))
    let beside = known.filter { key, name in
      guard !numbers.contains(key), names.contains("\(key.prefix { $0 != "/" })/\(name)") else {
        return false
      }
      let number = key.drop { $0 != "/" }.dropFirst()
      return kind != .things || number.contains(name) || bare.contains(NamesBefore.withoutNoughts(key))
    }
    guard !beside.isEmpty else { return nil }
    return Finding(
      .warning, "same-names", at: place,
      "文件里原有 \(beside.count) 行，\(kind == .problems ? "问题" : "名称")与这张表的相同而编号不同，现在两种编号的都计入。"
        + "如果是同一批，只是编号变了，请用 yice remove 删去旧的，或 yice undo 撤销后改回原来的编号")
  }

  private static func withoutNoughts(_ key: String) -> String {
    let parts = key.split(separator: "/", maxSplits: 1).map(String.init)
    return (parts.first ?? "") + "/" + (parts.count > 1 ? parts[1].drop { $0 == "0" } : "")
  }
}
