import FoundationEssentials
import GRDB
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

/// Plays a history of edits, copies, restored copies, extracts and merges on real files, and on the model beside them.
final class HistoryPlayer {
  enum Step: Equatable, CustomStringConvertible {
    case write(file: Int, key: String, value: Int)
    case remove(file: Int, key: String)
    /// Another program writes or deletes (nil); the triggers of the file stamp it.
    case external(file: Int, key: String, value: Int?)
    case copy(from: Int, to: Int)
    /// Keeps a copy of the file as it is; `restore` brings the last one back.
    case keep(file: Int)
    case restore(file: Int)
    case merge(from: [Int], into: Int)
    /// The bureau's extract for the school, merged into another file.
    case issue(from: Int, into: Int)

    var description: String {
      switch self {
      case .write(let file, let key, let value): "write \(file) \(key)=\(value)"
      case .remove(let file, let key): "remove \(file) \(key)"
      case .external(let file, let key, let value): "external \(file) \(key)=\(value.map(String.init) ?? "-")"
      case .copy(let from, let to): "copy \(from) -> \(to)"
      case .keep(let file): "keep \(file)"
      case .restore(let file): "restore \(file)"
      case .merge(let from, let into): "merge \(from) -> \(into)"
      case .issue(let from, let into): "issue \(from) -> \(into)"
      }
    }
  }

  struct Difference: Error, CustomStringConvertible {
    let description: String
  }

  /// What a history is played with.
  struct Setting: Sendable {
    var files: Int
    /// The first file is the county's; the others are copies of the school's.
    var hasCounty = false
    /// With the triggers and views of part 3; without them a file opens four times as fast.
    var hasTriggers = false
  }

  static let org = "2199000001"
  private let work: Workdir
  private let setting: Setting
  private var models: [SurvivorsModel]
  private var kept: [Int: SurvivorsModel] = [:]
  private var open: [Int: YiceFile] = [:]
  private var outside: [Int: DatabaseQueue] = [:]

  init(work: Workdir, templates: Templates, setting: Setting) throws {
    self.work = work
    self.setting = setting
    models = Array(repeating: SurvivorsModel(), count: setting.files)
    for index in 0..<setting.files {
      let isCounty = setting.hasCounty && index == 0
      let template = try templates.path(isCounty: isCounty, hasTriggers: setting.hasTriggers)
      try copy(template, path(index))
      models[index].revisions = try file(index).read {
        try Int64.fetchSet($0, sql: "SELECT id FROM revision")
      }
    }
  }

  func path(_ index: Int) -> String { work.file("file\(index).db") }

  /// The file, opened once and kept open for the whole history.
  private func file(_ index: Int) throws -> YiceFile {
    if let file = open[index] { return file }
    let file = try YiceFile.open(path(index), for: .write)
    open[index] = file
    return file
  }

  private func copy(_ from: String, _ to: String) throws {
    try Data(contentsOf: URL(filePath: from)).write(to: URL(filePath: to))
  }

  /// Puts other bytes under a file that is open.
  private func replace(_ index: Int, with from: String) throws {
    open[index] = nil
    outside[index] = nil
    try copy(from, path(index))
  }

  /// Plays a step and compares the file it touched with the model.
  func play(_ step: Step) throws {
    guard try carryOut(step) else { return }
    try compare(step.touched, after: step)
  }

  /// - Returns: whether anything may have changed.
  private func carryOut(_ step: Step) throws -> Bool {
    switch step {
    case .write(let index, let key, let value): return try write(index, key, value)
    case .remove(let index, let key):
      guard models[index].rows[key] != nil else { return false }
      let rev = try file(index).write("remove", author: Author("\(index)")) { writer in
        try writer.remove(.room, self.key(key))
        return writer.rev
      }
      models[index].remove(key, rev: rev)
    case .external(let index, let key, let value): return try external(index, key, value)
    case .copy(let from, let to):
      guard from != to, !setting.hasCounty || (from != 0 && to != 0) else { return false }
      try replace(to, with: path(from))
      models[to] = models[from]
    case .keep(let index):
      try copy(path(index), path(index) + ".kept")
      kept[index] = models[index]
      return false
    case .restore(let index):
      guard let model = kept[index] else { return false }
      try replace(index, with: path(index) + ".kept")
      models[index] = model
    case .merge(let from, let into):
      let from = from.filter { $0 != into }
      guard !from.isEmpty else { return false }
      try merge(from.map(path), into: into)
      for other in from { models[into].merge(models[other]) }
    case .issue(let from, let into):
      guard from != into else { return false }
      let extract = work.file("extract.db")
      try Extract.write(file(from), school: HistoryPlayer.org, to: extract)
      try merge([extract], into: into)
      models[into].merge(models[from])
    }
    return true
  }

  private func key(_ key: String) -> RowKey {
    RowKey([HistoryPlayer.org.databaseValue, 2022.databaseValue, key.databaseValue])
  }

  private func write(_ index: Int, _ key: String, _ value: Int) throws -> Bool {
    let isThere = models[index].rows[key] != nil
    let rev = try file(index).write("set", author: Author("\(index)")) { writer in
      if isThere {
        try writer.set(.room, self.key(key), ["floor_area": value])
      } else {
        try writer.add(
          .room, ["org_code": HistoryPlayer.org, "room_no": key, "category": "教室", "floor_area": value])
      }
      return writer.hasWritten ? writer.rev : nil
    }
    if let rev { models[index].write(key, "\(value)", rev: rev) }
    return true
  }

  private func external(_ index: Int, _ key: String, _ value: Int?) throws -> Bool {
    let isThere = models[index].rows[key] != nil
    guard setting.hasTriggers, isThere || value != nil else { return false }
    let queue = try outside[index] ?? DatabaseQueue(path: path(index))
    outside[index] = queue
    let sql =
      switch (isThere, value) {
      case (_, nil): "DELETE FROM room WHERE room_no = '\(key)'"
      case (true, let value?): "UPDATE room SET floor_area = \(value) WHERE room_no = '\(key)'"
      case (false, let value?):
        "INSERT INTO room (org_code, school_year, room_no, category, floor_area) VALUES ('\(HistoryPlayer.org)', 2022, '\(key)', '教室', \(value))"
      }
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    let revisions = try file(index).read { try Int64.fetchSet($0, sql: "SELECT id FROM revision") }
    let minted = revisions.subtracting(models[index].revisions)
    guard minted.count == 1, let rev = minted.first else {
      throw Difference(description: "\(sql) minted \(minted.count) revisions")
    }
    if let value {
      models[index].write(key, "\(value)", rev: rev)
    } else {
      models[index].remove(key, rev: rev)
    }
    return true
  }

  private func merge(_ paths: [String], into: Int) throws {
    for result in try Merger(into: file(into)).merge(paths) {
      if case .refused(let reason, _) = result.status { throw Difference(description: reason) }
    }
  }

  private func compare(_ index: Int, after step: Step) throws {
    let actual = try content(index)
    let model = models[index]
    guard actual.revisions == model.revisions, actual.rows == model.rows else {
      throw Difference(
        description:
          "after \(step), file \(index):\n  is       \(actual.rows)\n  should be \(model.rows)")
    }
    // The history keeps every version that was live in this file, or in one merged into it, and is not now.
    let lost = model.gone.subtracting(actual.gone)
    guard lost.isEmpty else {
      throw Difference(description: "after \(step), the history of file \(index) does not hold \(lost)")
    }
  }

  /// What the file holds, as the model sees it; `gone` from its history.
  func content(_ index: Int) throws -> SurvivorsModel {
    try file(index).read { db in
      var model = SurvivorsModel()
      model.revisions = try Int64.fetchSet(db, sql: "SELECT id FROM revision")
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT 0 AS kind, room_no AS key, rev, CAST(CAST(floor_area AS INTEGER) AS TEXT) AS content FROM room
          UNION ALL
          SELECT 0, json_extract(row_key, '$[2]'), rev,
            CAST(CAST(json_extract(content, '$.floor_area') AS INTEGER) AS TEXT) FROM sibling
          UNION ALL
          SELECT 1, json_extract(row_key, '$[2]'), before_rev,
            CAST(CAST(json_extract(before, '$.floor_area') AS INTEGER) AS TEXT) FROM change
          """)
      for row in rows {
        let version = SurvivorsModel.Version(rev: row["rev"], content: row["content"])
        let key: String = row["key"]
        if row["kind"] == 0 {
          model.rows[key, default: []].insert(version)
        } else {
          model.gone.insert(.init(key: key, version: version))
        }
      }
      let digest = try RevisionDigest.stored(db)
      guard digest == model.revisions.reduce(0, ^) else {
        throw Difference(description: "the revision digest of file \(index) is wrong")
      }
      return model
    }
  }

  /// The laws of merging, on the files as the history left them: whatever the order and the grouping, the same content;
  /// a second time changes nothing.
  func checkLaws() throws {
    let count = setting.files
    guard count >= 3, !setting.hasCounty else { return }
    for index in 0..<3 { try play(.keep(file: index)) }
    func result(_ steps: [Step], in index: Int) throws -> SurvivorsModel {
      for step in steps { try play(step) }
      let found = try content(index)
      for file in 0..<3 { try play(.restore(file: file)) }
      return found.withoutHistory
    }
    let leftFirst = try result([.merge(from: [1], into: 0), .merge(from: [2], into: 0)], in: 0)
    let rightFirst = try result([.merge(from: [2], into: 1), .merge(from: [1], into: 0)], in: 0)
    let backwards = try result([.merge(from: [1, 0, 1, 2, 0], into: 2)], in: 2)
    guard leftFirst == rightFirst, leftFirst == backwards else {
      throw Difference(
        description: "order matters:\n  \(leftFirst.rows)\n  \(rightFirst.rows)\n  \(backwards.rows)")
    }
  }
}

// MARK: - Files to start from

extension HistoryPlayer {
  /// Files without rows, made once a batch.
  final class Templates {
    private let work: Workdir
    private var made: Set<String> = []

    init(in work: Workdir) { self.work = work }

    func path(isCounty: Bool, hasTriggers: Bool) throws -> String {
      let path = work.file("template-\(isCounty)-\(hasTriggers).db")
      guard made.insert(path).inserted else { return path }
      let info =
        isCounty
        ? FileInfo(role: .county, orgCode: "990101", orgName: "示例县", countyCode: "990101", schoolYear: 2022)
        : FileInfo(role: .school, orgCode: org, orgName: "示例小学", countyCode: "990101", schoolYear: 2022)
      let file = try YiceFile.create(path, info: info, author: Author("a"))
      try file.write("new", author: Author("a")) { try $0.save(info) }
      if !hasTriggers { for type in ["trigger", "view"] { try drop(type, in: path) } }
      try file.withConnection { try $0.execute(sql: "VACUUM") }
      return path
    }
  }

  static func drop(_ type: String, in path: String) throws {
    let queue = try DatabaseQueue(path: path)
    try queue.writeWithoutTransaction { db in
      for name in try String.fetchAll(
        db, sql: "SELECT name FROM sqlite_schema WHERE type = ?", arguments: [type])
      {
        try db.execute(sql: "DROP \(type) IF EXISTS \(name)")
      }
    }
    try queue.close()
  }
}

extension HistoryPlayer.Step {
  /// The file that the step may change.
  var touched: Int {
    switch self {
    case .write(let file, _, _), .remove(let file, _), .external(let file, _, _), .keep(let file),
      .restore(let file):
      file
    case .copy(_, let to): to
    case .merge(_, let into), .issue(_, let into): into
    }
  }

  /// A random step.
  static func random(_ setting: HistoryPlayer.Setting, using random: inout SplitMix64) -> Self {
    let files = setting.files
    let a = Int.random(in: 0..<files, using: &random)
    let b = Int.random(in: 0..<files, using: &random)
    let key = "r\(Int.random(in: 0..<3, using: &random))"
    let value = Int.random(in: 0..<4, using: &random)
    let isExternal = setting.hasTriggers && Bool.random(using: &random)
    switch Int.random(in: 0..<20, using: &random) {
    case 0...7:
      return isExternal ? .external(file: a, key: key, value: value) : .write(file: a, key: key, value: value)
    case 8...9: return isExternal ? .external(file: a, key: key, value: nil) : .remove(file: a, key: key)
    case 10: return .copy(from: a, to: b)
    case 11: return .keep(file: a)
    case 12: return .restore(file: a)
    case 13: return .merge(from: Array(0..<files), into: b)
    case 14...15 where setting.hasCounty: return .issue(from: 0, into: b)
    default: return .merge(from: [a], into: b)
    }
  }
}
