import FoundationEssentials
import GRDB
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

/// Plays a history of edits, copies and merges on real files and on the model beside them.
final class HistoryPlayer {
  enum Step: Equatable, CustomStringConvertible {
    case write(file: Int, key: String, value: Int)
    case remove(file: Int, key: String)
    case copy(from: Int, to: Int)
    case merge(from: Int, into: Int)

    var description: String {
      switch self {
      case .write(let file, let key, let value): "write \(file) \(key)=\(value)"
      case .remove(let file, let key): "remove \(file) \(key)"
      case .copy(let from, let to): "copy \(from) -> \(to)"
      case .merge(let from, let into): "merge \(from) -> \(into)"
      }
    }
  }

  struct Difference: Error, CustomStringConvertible {
    let description: String
  }

  static let org = "2199000001"
  private let work: Workdir
  private var models: [SurvivorsModel]

  init(work: Workdir, template: String, files: Int) throws {
    self.work = work
    models = Array(repeating: SurvivorsModel(), count: files)
    for index in 0..<files { try copy(template, path(index)) }
    let revisions = try YiceFile.open(path(0)).read { try Int64.fetchSet($0, sql: "SELECT id FROM revision") }
    for index in models.indices { models[index].revisions = revisions }
  }

  /// A school's file without rows, to start histories from.
  static func template(in work: Workdir) throws -> String {
    let path = work.file("template.db")
    let info = FileInfo(role: .school, orgCode: org, orgName: "示例小学", countyCode: "990101", schoolYear: 2022)
    let file = try YiceFile.create(path, info: info, author: Author("a"))
    try file.write("new", author: Author("a")) { try $0.save(info) }
    return path
  }

  func path(_ index: Int) -> String { work.file("file\(index).db") }

  private func copy(_ from: String, _ to: String) throws {
    try Data(contentsOf: URL(filePath: from)).write(to: URL(filePath: to))
  }

  /// Plays a step and compares the files it touched with the model.
  func play(_ step: Step) throws {
    switch step {
    case .write(let index, let key, let value):
      let rev = try YiceFile.open(path(index), for: .write).write("set", author: Author("\(index)")) {
        writer in
        let row = try RowKey(key, in: .room, file: writer.file)
        if models[index].rows[key] == nil {
          try writer.add(.room, ["room_no": key, "category": "教室", "floor_area": value])
        } else {
          try writer.set(.room, row, ["floor_area": value])
        }
        return writer.hasWritten ? writer.rev : nil
      }
      if let rev { models[index].write(key, "\(value)", rev: rev) }
    case .remove(let index, let key):
      guard models[index].rows[key] != nil else { return }
      let rev = try YiceFile.open(path(index), for: .write).write("remove", author: Author("\(index)")) {
        writer in
        try writer.remove(.room, try RowKey(key, in: .room, file: writer.file))
        return writer.rev
      }
      models[index].remove(key, rev: rev)
    case .copy(let from, let to):
      guard from != to else { return }
      try copy(path(from), path(to))
      models[to] = models[from]
    case .merge(let from, let into):
      guard from != into else { return }
      let result = try Merger(into: YiceFile.open(path(into), for: .write)).merge([path(from)])
      if case .refused(let reason, _)? = result.first?.status { throw Difference(description: reason) }
      models[into].merge(models[from])
    }
    try compare(step.touched, after: step)
  }

  private func compare(_ index: Int, after step: Step) throws {
    let actual = try content(index)
    guard actual != models[index] else { return }
    throw Difference(
      description:
        "after \(step), file \(index):\n  is       \(actual.rows)\n  should be \(models[index].rows)")
  }

  /// What the file holds, as the model sees it.
  func content(_ index: Int) throws -> SurvivorsModel {
    try YiceFile.open(path(index)).read { db in
      var model = SurvivorsModel()
      model.revisions = try Int64.fetchSet(db, sql: "SELECT id FROM revision")
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT room_no AS key, rev, CAST(CAST(floor_area AS INTEGER) AS TEXT) AS content FROM room
          UNION ALL
          SELECT json_extract(row_key, '$[2]'), rev,
            CAST(CAST(json_extract(content, '$.floor_area') AS INTEGER) AS TEXT) FROM sibling
          """)
      for row in rows {
        model.rows[row["key"], default: []].insert(.init(rev: row["rev"], content: row["content"]))
      }
      let digest = try RevisionDigest.stored(db)
      guard digest == model.revisions.reduce(0, ^) else {
        throw Difference(description: "the revision digest of file \(index) is wrong")
      }
      return model
    }
  }
}

extension HistoryPlayer.Step {
  /// The file that the step may change.
  var touched: Int {
    switch self {
    case .write(let file, _, _), .remove(let file, _): file
    case .copy(_, let to): to
    case .merge(_, let into): into
    }
  }

  /// A random step among so many files.
  static func random(files: Int, using random: inout SplitMix64) -> Self {
    let a = Int.random(in: 0..<files, using: &random)
    let b = Int.random(in: 0..<files, using: &random)
    let key = "r\(Int.random(in: 0..<3, using: &random))"
    switch Int.random(in: 0..<10, using: &random) {
    case 0...3: return .write(file: a, key: key, value: Int.random(in: 0..<4, using: &random))
    case 4: return .remove(file: a, key: key)
    case 5: return .copy(from: a, to: b)
    default: return .merge(from: a, into: b)
    }
  }
}
