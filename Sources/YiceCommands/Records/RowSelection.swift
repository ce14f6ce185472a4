internal import ArgumentParser
internal import YiceModel
internal import YiceStore

/// Options of commands that may touch many rows.
struct BulkOptions: ParsableArguments {
  @Option(name: .customLong("where"), help: ArgumentHelp("所有符合的行，可写多次。", valueName: "列=值"))
  var conditions: [String] = []

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

  static func keys(_ key: String?, _ conditions: [String], in table: CatalogTable, _ file: YiceFile) throws
    -> [RowKey]
  {
    if let key { return [try RowKey(key, in: table, file: file.info)] }
    var query = RecordQuery(table)
    for condition in conditions { try query.add(condition: condition) }
    return try file.read { try query.keys($0) }
  }
}
