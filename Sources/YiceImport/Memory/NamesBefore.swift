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

  private let numbered: OwnNumber
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

  /// - Returns: nil where the table has no numbers that are made of names.
  init?(_ db: Database, _ table: CatalogTable, year: Int?) throws {
    guard let numbered = OwnNumber.of(table), numbered.form != .random else { return nil }
    self.numbered = numbered
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT org_code, \(numbered.column) AS number, \(numbered.name) AS name FROM \(table.name)
        WHERE \(numbered.name) IS NOT NULL\(table.yearColumn.map { " AND \($0.name) = ?" } ?? "")
        """, arguments: table.yearColumn == nil ? [] : [year])
    known = Dictionary(
      rows.map { ("\($0["org_code"] as String)/\($0["number"] as String)", $0["name"]) },
      uniquingKeysWith: { $1 })
  }

  /// - Returns: nil where the sheet has no number or no name.
  func slots(_ columns: [CatalogColumn]) -> Slots? {
    func slot(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
    guard let number = slot(numbered.column), let name = slot(numbered.name) else { return nil }
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
    if isPeople, let before = known[key], !name.isEmpty, before != name {
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

  private var isPeople: Bool { numbered.form == .person }

  /// After the last row.
  func findings(at place: SourceLocation) -> [Finding] {
    var found: [Finding] = []
    if !renamed.isEmpty {
      let rows = renamed.prefix(5).joined(separator: "、") + (renamed.count > 5 ? " 等" : "")
      found.append(
        Finding(
          .warning, "other-person", at: place,
          "\(rows)（共 \(renamed.count) 行）的编号在文件里原来是另一个姓名，已按这张表改过。不是同一个人的，请用 yice undo 撤销，给他们不同的编号再导入"))
    }
    guard isNumbered else { return found }
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
}
