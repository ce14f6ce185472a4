import FoundationEssentials
import GRDB
import YiceMerge
import YiceModel
import YiceStore
import YiceTestSupport

/// A county file and a good file of one of its schools, both small.
struct Pair {
  static let org = "2133000001"
  let workdir = Workdir(inMemory: true)
  let county: YiceFile
  /// Path of the school's file; nobody has it open.
  let school: String

  init() throws {
    county = try makeCounty(in: workdir, file: "county.db")
    school = workdir.file("school.db")
    let file = try makeSchool(in: workdir, org: Pair.org, file: "school.db")
    try file.write("set", author: .tester) { writer in
      for number in 1...6 {
        try writer.add(
          .room,
          ["room_no": "R\(number)", "name": "一号楼\(number)室", "category": "教室", "floor_area": 1234.5678])
        try writer.add(.teacher, ["teacher_no": "T\(number)", "name": "王芳", "stage": "小学"])
      }
      try writer.add(.ground, ["ground_no": "G1", "category": "运动场地", "area": 4321.8765])
    }
    try file.write("set", author: .tester) { writer in
      try writer.set(.room, try RowKey("R1", in: .room, file: writer.file), ["note": "改过"])
      try writer.remove(.room, try RowKey("R6", in: .room, file: writer.file))
    }
  }

  /// Runs SQL as a program that knows nothing of yice; the schema itself may be written.
  func raw(_ statements: String..., file: String? = nil) throws {
    try Pair.raw(statements, file ?? school)
  }

  static func raw(_ statements: [String], _ path: String) throws {
    for sql in statements {
      var configuration = Configuration()
      configuration.foreignKeysEnabled = false
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA writable_schema = ON; PRAGMA ignore_check_constraints = ON")
        try db.execute(sql: sql)
      }
      try queue.close()
    }
  }

  /// Drops all triggers, or all views, of a file.
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

  /// Changes bytes of the school's file.
  func patch(_ change: (inout [UInt8]) throws -> Void) throws {
    var bytes = try workdir.bytes("school.db")
    try change(&bytes)
    try workdir.write("school.db", bytes)
  }

  func merge(_ paths: [String]? = nil) throws -> [MergeResult] {
    try Merger(into: county).merge(paths ?? [school])
  }
}

extension MergeResult {
  /// Why it was refused; nil when it was not.
  var refusal: (reason: String, status: YiceModel.ExitStatus)? {
    if case .refused(let reason, let status) = status { return (reason, status) }
    return nil
  }
}

/// Replaces the first place where the bytes stand.
func replace(_ old: [UInt8], with new: [UInt8], in bytes: inout [UInt8]) -> Bool {
  guard let range = bytes.firstRange(of: old) else { return false }
  bytes.replaceSubrange(range, with: new)
  return true
}

func bigEndian(_ number: UInt64) -> [UInt8] {
  (0..<8).map { UInt8(truncatingIfNeeded: number >> (56 - 8 * $0)) }
}
