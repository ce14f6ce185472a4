internal import ArgumentParser
internal import YiceModel
internal import YiceStore

/// Options of commands that may touch many rows.
struct BulkOptions: ParsableArguments {
  @Option(
    name: .customLong("where"), help: ArgumentHelp("所有符合的行，可写多次。", valueName: "列=值"),
    completion: Completion.columns)
  var conditions: [String] = []

  @OptionGroup var years: YearScopeOptions

  @Flag(help: "不询问，直接做。")
  var yes = false

  @Flag(name: .customLong("dry-run"), help: "只说会动多少行，不写入。")
  var dryRun = false

  /// Says how many rows and asks.
  /// - Returns: whether to go on; false after a dry run or when there is nothing to do.
  func proceed(_ question: String, rows: Int) throws -> Bool {
    guard rows > 0 else {
      Output.say("没有符合条件的行，没有改动。")
      return false
    }
    if dryRun {
      Output.say("\(question)（试运行，没有写入）")
      return false
    }
    try Confirmation.require(question, yes: yes)
    return true
  }
}

/// Which rows a command means.
enum RowSelection {
  /// The first word is the key unless it is 「列=值」.
  static func split(_ words: [String], hasConditions: Bool) throws -> (key: String?, assignments: [String]) {
    guard let first = words.first else { return (nil, []) }
    let isAssignment = first.contains { $0 == "=" || $0 == "＝" }
    guard isAssignment || !hasConditions else {
      throw ValidationError("“\(first)”：写了 --where 就不要再写是哪一行。")
    }
    guard isAssignment || hasConditions else { return (first, Array(words.dropFirst())) }
    guard hasConditions else { throw ValidationError("没有写要改哪一行。请写行的标识，或用 --where 列=值。") }
    return (nil, words)
  }

}

/// The rows a command means, as a question that can be asked again when the answer has come.
struct AskedRows {
  private enum Question {
    case row(RowKey)
    case query(RecordQuery)
  }

  private let question: Question
  /// As they were when the question was put.
  let seen: SeenRows
  /// What the condition leaves out because of the year.
  let elsewhere: String?

  /// - Throws: `RecordError`, `ValidationError`.
  init(_ key: String?, _ bulk: BulkOptions, in table: CatalogTable, _ file: YiceFile) throws {
    if let key {
      let info = try bulk.years.completing(file.info, for: table)
      let found = try file.read { try RowKey.find(key, in: table, file: info, $0) }
      question = .row(found)
      seen = try file.read { try SeenRows($0, table, found) }
      guard !seen.lines.isEmpty else { throw RecordError.notFound(table: table.label, row: found.text) }
      elsewhere = nil
      return
    }
    var query = RecordQuery(table)
    for condition in bulk.conditions { try query.add(condition: condition) }
    try bulk.years.limit(&query, in: file)
    question = .query(query)
    let asked = query
    let (seen, others) = try file.read { (try SeenRows($0, asked), try asked.elsewhere($0)) }
    self.seen = seen
    elsewhere = query.leftOut(others)
  }

  /// The keys, in the transaction that writes.
  /// - Throws: `RowsMoved` when they are no longer the rows that were counted.
  func confirmed(_ writer: RevisionWriter) throws -> [RowKey] {
    switch question {
    case .row(let key): try seen.require(same: SeenRows(writer.db, seen.table, key))
    case .query(let query): try seen.require(same: SeenRows(writer.db, query))
    }
    return seen.keys
  }
}
