package import GRDB
internal import YiceIndicators
internal import YiceLedgers
internal import YiceMerge
internal import YiceModel
package import YiceStandards
internal import YiceStore

/// The first screen of a file: where it stands, and what is still to do.
package struct HomeReport {
  /// The verdict and what it lacks; links lead into the report.
  package let standing: Markup
  package let todo: [TodoItem]

  private typealias Checked = (findings: [Finding], uncounted: [UncountedGroup])

  /// - Throws: `DatabaseError`.
  package init(_ db: Database, _ question: Question) throws {
    let isSchool = question.file.role.isOneSchool
    // `check` leaves relaxations out; where there are none the year need not be worked out again.
    let hasRelaxations = try RecordQuery(.relaxation).count(db) > 0
    func checked(_ worked: WorkedYear) throws -> Checked {
      (try worked.check(question), worked.figures.uncounted)
    }
    let (standing, found) = try ReportBuilder.with(db, question, options: ReportOptions()) { context in
      (try ReportBuilder.standing(context), hasRelaxations ? nil : try checked(context.worked))
    }
    self.standing = standing
    let (findings, uncounted) =
      try found ?? WorkedYear.with(db, question, strictly: true) { try checked($0) }
    let ledgers = try LedgerStanding(db, on: question.day)
    var todo: [TodoItem] = []
    if isSchool { todo += try TodoItem.empty(db, question) }
    todo += TodoItem.check(findings)
    todo += TodoItem.uncounted(uncounted, isSchool: isSchool)
    let conflicts = try ConflictQuery.count(db)
    if conflicts > 0 {
      todo.append(TodoItem("两边都改过、等待决定的 \(conflicts) 行", at: .conflicts, isUrgent: true))
    }
    let opinions = try OpinionListing.listing(db, openOnly: true).rows.count
    if opinions > 0 { todo.append(TodoItem("没有关闭的审核意见 \(opinions) 条", at: .opinions)) }
    if !isSchool {
      let unsent = try Receipt.all(db).filter { $0.files == 0 }
      if !unsent.isEmpty {
        let names = unsent.prefix(6).map(\.name).joined(separator: "、") + (unsent.count > 6 ? " 等" : "")
        todo.append(TodoItem("还没有报送的学校 \(unsent.count) 所：\(names)", at: .report("received")))
      }
    }
    todo += TodoItem.ledgers(ledgers)
    todo += try TodoItem.demands(db, question)
    self.todo = todo
  }
}

/// One thing that is still to do, and the place where it is done.
package struct TodoItem: Sendable, Equatable {
  package enum Place: Sendable, Equatable {
    case table(String)
    /// A section of the report.
    case report(String)
    case check
    case conflicts
    case opinions
  }

  package let words: String
  package let place: Place
  /// Figures are wrong as long as it stands.
  package let isUrgent: Bool

  init(_ words: String, at place: Place, isUrgent: Bool = false) {
    self.words = words
    self.place = place
    self.isUrgent = isUrgent
  }

  /// Registers that figures are read from and that have no rows this year.
  fileprivate static func empty(_ db: Database, _ question: Question) throws -> [TodoItem] {
    try ElementReading.registers.compactMap { name in
      guard let table = TableCatalog.table(name) else { return nil }
      var query = RecordQuery(table)
      query.year = question.year
      guard try query.count(db) == 0 else { return nil }
      return TodoItem("“\(table.label)”还没有一行", at: .table(table.name))
    }
  }

  fileprivate static func check(_ findings: [Finding]) -> [TodoItem] {
    let errors = findings.count { $0.severity == .error }
    let warnings = findings.count { $0.severity == .warning }
    guard errors + warnings > 0 else { return [] }
    return [TodoItem("检查：错误 \(errors) 条，提醒 \(warnings) 条", at: .check, isUrgent: errors > 0)]
  }

  fileprivate static func uncounted(_ groups: [UncountedGroup], isSchool: Bool) -> [TodoItem] {
    guard isSchool else {
      let rows = groups.reduce(0) { $0 + $1.keys.count }
      return rows == 0 ? [] : [TodoItem("登记册里空着一格、没有计入的 \(rows) 行", at: .report("uncounted"))]
    }
    return groups.map { TodoItem($0.words, at: .table($0.table.name)) }
  }

  /// What programmes ask for and is late or too short.
  fileprivate static func demands(_ db: Database, _ question: Question) throws -> [TodoItem] {
    let asked = DemandQuestion(
      year: question.year, today: question.day, bureau: question.bureau,
      school: question.file.role.isOneSchool ? question.file.orgCode : nil, question.profile)
    let late = try Demand.all.flatMap { try $0.lines(db, asked) }.filter { ($0.overdue ?? 0) > 0 }
    guard !late.isEmpty else { return [] }
    let words = late.map { "\($0.name) \($0.overdue ?? 0)" }.joined(separator: "、")
    return [TodoItem("方案要求中逾期或没有做够的：\(words)", at: .report("demands"))]
  }

  fileprivate static func ledgers(_ standing: LedgerStanding) -> [TodoItem] {
    var items: [TodoItem] = []
    if standing.oversizedOpen > 0 {
      items.append(TodoItem("大班额没有销号的 \(standing.oversizedOpen) 个班", at: .report("classes")))
    }
    if standing.rectificationOpen > 0 {
      let late = standing.rectificationOverdue.count
      items.append(
        TodoItem(
          "整改没有销号的 \(standing.rectificationOpen) 条，其中逾期 \(late) 条", at: .report("rectification"),
          isUrgent: late > 0))
    }
    return items
  }
}
