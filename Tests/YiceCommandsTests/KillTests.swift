import Foundation
import Testing
import YiceTestSupport

/// Runs the built program and kills it at random moments.
private final class Killer {
  let bureau: Bureau
  private var random: SplitMix64

  init(seed: UInt64) throws {
    bureau = try Bureau()
    random = SplitMix64(seed: seed)
  }

  /// Starts the command and kills it after a part of the time it usually takes.
  /// - Returns: whether it was killed before its end.
  @discardableResult
  func kill(_ arguments: [String], of program: String = yicePath, within usual: Double) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: bureau.workdir.path)
    process.environment = ["PATH": "/usr/bin:/bin", "YICE_AUTHOR": "测试员", "TZ": "UTC"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let wait = Double.random(in: 0...usual * 1.1, using: &random)
    try process.run()
    usleep(UInt32(wait * 1e6))
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  /// Median of three whole runs, each from the same start.
  func usualTime(_ arguments: [String], of program: String = yicePath, from start: () throws -> Void) throws
    -> Double
  {
    var times: [Double] = []
    for _ in 0..<3 {
      try start()
      let clock = ContinuousClock()
      let time = try clock.measure { _ = try run(program, arguments, in: bureau.workdir) }
      times.append(Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds))
    }
    return times.sorted()[1]
  }

  /// What the file holds as the sqlite3 shell sees it, a hot journal rolled back; nil when it is not whole. Half of the
  /// time yice reads it first.
  func content(_ file: String) throws -> String? {
    if Bool.random(using: &random), try bureau.yice(["info", file]).status != 0 { return nil }
    let sql = """
      PRAGMA integrity_check; SELECT id FROM revision ORDER BY id; SELECT key, value FROM file_info;
      SELECT org_code, room_no, floor_area, rev FROM room; SELECT org_code, teacher_no, name, rev FROM teacher;
      SELECT org_code, name, rev FROM org; SELECT count(*) FROM change; SELECT count(*) FROM sibling
      """
    let result = try run("/usr/bin/env", ["sqlite3", file, sql], in: bureau.workdir)
    guard result.status == 0, result.out.hasPrefix("ok\n") else { return nil }
    return result.out
  }
}

@Suite("killed at any moment, a file is as before or as after", .enabled(if: Tools.has("sqlite3")))
struct KillTests {
  private static let runs = 40

  private func remove(_ name: String, in workdir: Workdir) {
    for suffix in ["", "-journal", ".part", ".part-journal", ".new", ".new-journal"] {
      try? FileManager.default.removeItem(atPath: workdir.file(name + suffix))
    }
  }

  /// Twelve schools, so that a merge is two batches.
  private func schools(_ bureau: Bureau) throws -> [String] {
    try (1...12).map { number in
      let name = "校\(number).db"
      try bureau.does(
        "new", name, "--org", "21330000\(10 + number)", "--name", "第\(number)小学", "--kind", "小学", "--county",
        "330100",
        "--year", "2022")
      try bureau.does("add", name, "用房", "用房编号=R1", "用房类别=教室", "建筑面积=\(number)")
      return name
    }
  }

  @Test("a merge of two batches", arguments: 0..<3)
  func merge(seed: UInt64) throws {
    let killer = try Killer(seed: seed)
    let workdir = killer.bureau.workdir
    let schools = try schools(killer.bureau)
    let before = try workdir.bytes("县.db")
    // The moments in `received` differ, so states are told by their content without it.
    let start = {
      remove("县.db", in: workdir)
      try workdir.write("县.db", before)
    }
    let usual = try killer.usualTime(["merge", "县.db"] + schools, from: start)
    var allowed: [String?] = []
    for count in [0, 9, 12] {
      try start()
      if count > 0 { _ = try killer.bureau.yice(["merge", "县.db"] + schools.prefix(count)) }
      allowed.append(try killer.content("县.db"))
    }
    #expect(!allowed.contains(nil))
    for number in 0..<KillTests.runs {
      try start()
      try killer.kill(["merge", "县.db"] + schools, within: usual)
      let found = try #require(try killer.content("县.db"), "seed \(seed), run \(number)")
      #expect(allowed.contains(found), "seed \(seed), run \(number)")
    }
    // The last one can be merged to its end.
    _ = try killer.bureau.yice(["merge", "县.db"] + schools)
    #expect(try killer.content("县.db") == allowed[2])
  }

  @Test("an import", arguments: 10..<12)
  func importing(seed: UInt64) throws {
    let killer = try Killer(seed: seed)
    let workdir = killer.bureau.workdir
    try workdir.write(
      "t.csv", "学校标识码,教师编号,姓名\n" + (0..<3000).map { "2133000001,T\($0),王芳\n" }.joined())
    let before = try workdir.bytes("县.db")
    let start = {
      remove("县.db", in: workdir)
      try workdir.write("县.db", before)
    }
    let words = ["import", "县.db", "教师", "t.csv"]
    let usual = try killer.usualTime(words, from: start)
    try start()
    let old = try killer.content("县.db")
    var outcomes = Set<Int>()
    for number in 0..<KillTests.runs {
      try start()
      try killer.kill(words, within: usual)
      let found = try #require(try killer.content("县.db"), "seed \(seed), run \(number)")
      // The revision's id is random, so the after state is told by its rows.
      let rows = found.split(separator: "\n").count { $0.contains("|王芳|") }
      #expect(found == old || rows == 3000, "seed \(seed), run \(number): \(rows) rows")
      outcomes.insert(rows)
    }
    #expect(outcomes.isSubset(of: [0, 3000]))
  }

  @Test(
    "pack, start and new leave a whole file under the final name, or none",
    arguments: ["pack", "start", "new"])
  func making(command: String) throws {
    let killer = try Killer(seed: 20)
    let workdir = killer.bureau.workdir
    _ = try killer.bureau.started()
    let source = command == "pack" ? "校.db" : "发/2133000001-第一小学-下发.db"
    let words =
      command == "new"
      ? ["new", "新.db", "--org", "2133000002", "--name", "第二小学", "--county", "330100", "--year", "2022"]
      : [command, source, "-o", "新.db"]
    let sourceBytes = try workdir.bytes(source)
    let usual = try killer.usualTime(words) { remove("新.db", in: workdir) }
    var made = 0
    for number in 0..<KillTests.runs {
      remove("新.db", in: workdir)
      try killer.kill(words, within: usual)
      guard FileManager.default.fileExists(atPath: workdir.file("新.db")) else { continue }
      made += 1
      #expect(try killer.content("新.db") != nil, "run \(number)")
      #expect(try killer.bureau.yice(["verify", "新.db"]).status == 0, "run \(number)")
    }
    #expect(try workdir.bytes(source) == sourceBytes)
    // What a killed run left lying does not stand in the way.
    remove("新.db", in: workdir)
    try workdir.write("新.db.part", "half a file")
    #expect(try killer.bureau.yice(words).status == 0)
    #expect(!FileManager.default.fileExists(atPath: workdir.file("新.db.part")))
  }
}

/// No format before today's was ever written, so the tests' own program upgrades a file of a made-up one.
@Suite("an upgrade killed at any moment", .enabled(if: Tools.has("sqlite3")))
struct KilledUpgradeTests {
  private static let tool = builtProgram("upgrade-tool")

  @Test(
    "leaves the old file byte for byte, or the new one with all its rows and the old one beside it",
    arguments: ["link", "copy"])
  func upgrade(_ mode: String) throws {
    let killer = try Killer(seed: mode == "link" ? 30 : 31)
    let workdir = killer.bureau.workdir
    _ = try killer.bureau.started()
    for room in 1...40 {
      try killer.bureau.does("add", "校.db", "用房", "用房编号=R\(room)", "用房类别=教室", "建筑面积=\(room)")
    }
    let today = try #require(try killer.content("校.db"))
    #expect(try run(Self.tool, ["age", "校.db"], in: workdir).status == 0)
    let old = try workdir.bytes("校.db")
    let kept = "校-格式0.db"
    let start = {
      for file in try FileManager.default.contentsOfDirectory(atPath: workdir.path) where file.hasPrefix("校")
      {
        try FileManager.default.removeItem(atPath: workdir.file(file))
      }
      try workdir.write("校.db", old)
    }
    let usual = try killer.usualTime([mode, "校.db"], of: Self.tool, from: start)
    #expect(try killer.content("校.db") == today)
    var outcomes = Set<Bool>()
    for number in 0..<60 {
      try start()
      try killer.kill([mode, "校.db"], of: Self.tool, within: usual)
      let isOld = try workdir.bytes("校.db") == old
      outcomes.insert(isOld)
      if !isOld {
        #expect(try killer.content("校.db") == today, "run \(number)")
        #expect(try workdir.bytes(kept) == old, "run \(number)")
      }
      // Whatever was left lying, the next run ends well.
      #expect(try run(Self.tool, [mode, "校.db"], in: workdir).status == 0, "run \(number)")
      #expect(try killer.content("校.db") == today, "run \(number)")
      #expect(try workdir.bytes(kept) == old, "run \(number)")
    }
    #expect(outcomes == [true, false])
  }
}

@Suite("a full or read-only disk")
struct FullDiskTests {
  @Test("a merge that finds the disk full leaves the file as it was", arguments: [400, 600, 640, 700, 760])
  func merge(_ kilobytes: Int) throws {
    let bureau = try Bureau().started()
    let rows = (0..<4000).map { "X\($0),王芳,\(String(repeating: "备注", count: 20))\n" }.joined()
    try bureau.workdir.write("大.csv", "教师编号,姓名,备注\n" + rows)
    try bureau.does("import", "校.db", "教师", "大.csv")
    let before = try bureau.workdir.bytes("县.db")
    let line = "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$YICE\" merge 县.db 校.db"
    let result = try run("/bin/bash", ["-c", line], in: bureau.workdir)
    #expect(result.status == 1, "\(result.out)\(result.err)")
    #expect(result.err.contains("磁盘空间不足"), "\(result.err)")
    #expect(try bureau.workdir.bytes("县.db") == before)
    #expect(!FileManager.default.fileExists(atPath: bureau.workdir.file("县.db-journal")))
  }

  @Test("a pack that finds the disk full leaves no file", arguments: [1, 100, 300])
  func pack(_ kilobytes: Int) throws {
    let bureau = try Bureau().started()
    let line = "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$YICE\" pack 校.db -o 寄.db"
    let result = try run("/bin/bash", ["-c", line], in: bureau.workdir)
    #expect(result.status == 1, "\(result.out)\(result.err)")
    #expect(result.err.contains("“寄.db”时磁盘空间不足"), "\(result.err)")
    for name in ["寄.db", "寄.db.part", "寄.db.part-journal"] {
      #expect(!FileManager.default.fileExists(atPath: bureau.workdir.file(name)))
    }
  }

  @Test("an import that finds the disk full leaves the file as it was", arguments: [1, 300, 400, 600, 700])
  func importing(_ kilobytes: Int) throws {
    let bureau = try Bureau().started()
    let rows = (0..<4000).map { "X\($0),王芳,\(String(repeating: "备注", count: 20))\n" }.joined()
    try bureau.workdir.write("大.csv", "教师编号,姓名,备注\n" + rows)
    let before = try bureau.workdir.bytes("校.db")
    let line = "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$YICE\" import 校.db 教师 大.csv"
    let result = try run("/bin/bash", ["-c", line], in: bureau.workdir)
    #expect(result.status == 1, "\(result.out)\(result.err)")
    #expect(result.err.contains("磁盘空间不足"), "\(result.err)")
    // Below the file's own size not even the way back can be written; whoever opens it next goes it.
    let isCutShort = FileManager.default.fileExists(atPath: bureau.workdir.file("校.db-journal"))
    #expect(isCutShort == (kilobytes == 300))
    if isCutShort {
      try bureau.does("info", "校.db", says: "第一小学", "“校.db”上次写入时中断了（如断电），已恢复到那次写入之前")
    }
    #expect(try bureau.workdir.bytes("校.db") == before)
    #expect(!FileManager.default.fileExists(atPath: bureau.workdir.file("校.db-journal")))
  }

  @Test(
    "an upgrade that finds the disk full leaves the file as it was, and nothing beside it",
    arguments: [1, 100, 400])
  func upgrade(_ kilobytes: Int) throws {
    let bureau = try Bureau().started()
    let tool = builtProgram("upgrade-tool")
    #expect(try run(tool, ["age", "校.db"], in: bureau.workdir).status == 0)
    let before = try bureau.workdir.bytes("校.db")
    for mode in ["link", "copy"] {
      let line = "trap '' XFSZ; ulimit -f \(kilobytes); exec '\(tool)' \(mode) 校.db"
      let result = try run("/bin/bash", ["-c", line], in: bureau.workdir)
      #expect(result.status != 0, "\(result.out)\(result.err)")
      #expect(result.err.contains("diskFull") || result.err.contains("磁盘空间不足"), "\(result.err)")
      #expect(try bureau.workdir.bytes("校.db") == before)
      let left = try FileManager.default.contentsOfDirectory(atPath: bureau.workdir.path).filter {
        $0.hasPrefix("校")
      }
      #expect(left == ["校.db"])
    }
  }

  @Test(
    "a table, page or letter that finds the disk full leaves no file, not even half of one, and names the one asked for",
    arguments: [
      ["export", "校.db", "教师", "-o", "出.csv"], ["export", "校.db", "教师", "-o", "出.xlsx"],
      ["report", "校.db", "-o", "出.html"],
      ["form", "校.db", "自评表", "-o", "出.xlsx"], ["issue", "县.db", "--to", "出"],
      ["new", "出.db", "--org", "2133000009", "--name", "九小"],
    ])
  func output(_ words: [String]) throws {
    let bureau = try Bureau().started()
    let rows = (0..<400).map { "X\($0),王芳,\(String(repeating: "备注", count: 20))\n" }.joined()
    try bureau.workdir.write("大.csv", "教师编号,姓名,备注\n" + rows)
    try bureau.does("import", "校.db", "教师", "大.csv")
    let before = Set(try FileManager.default.contentsOfDirectory(atPath: bureau.workdir.path))
    let line = "trap '' XFSZ; ulimit -f 2; exec \"$YICE\" " + words.joined(separator: " ")
    let result = try run("/bin/bash", ["-c", line], in: bureau.workdir)
    #expect(result.status == 1, "\(result.out)\(result.err)")
    let said = result.err.split(separator: "\n").last.map(String.init) ?? ""
    #expect(said.contains("出") && said.contains("磁盘"), "\(result.err)")
    #expect(!said.contains(".part") && !said.contains(".new"), "\(result.err)")
    let left = Set(try FileManager.default.contentsOfDirectory(atPath: bureau.workdir.path)).subtracting(
      before)
    #expect(left.isSubset(of: ["出"]))
    let inside =
      left.isEmpty ? [] : try FileManager.default.contentsOfDirectory(atPath: bureau.workdir.file("出"))
    #expect(inside.isEmpty)
  }

  @Test("a small disk that is really full", .enabled(if: geteuid() == 0), arguments: ["merge", "pack"])
  func smallDisk(_ command: String) throws {
    let bureau = try Bureau().started()
    let disk = bureau.workdir.file("小盘")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    let mounted = try run(
      "/usr/bin/env", ["mount", "-t", "tmpfs", "-o", "size=640k", "tmpfs", disk], in: bureau.workdir)
    guard mounted.status == 0 else { return }
    defer { _ = try? run("/usr/bin/env", ["umount", disk], in: bureau.workdir) }
    let rows = (0..<8000).map { "X\($0),王芳,\(String(repeating: "备注", count: 20))\n" }.joined()
    try bureau.workdir.write("大.csv", "教师编号,姓名,备注\n" + rows)
    try bureau.does("import", "校.db", "教师", "大.csv")
    let before = try bureau.workdir.bytes("县.db")
    if command == "merge" {
      try bureau.workdir.write("小盘/县.db", before)
      try bureau.does("merge", "小盘/县.db", "校.db", status: 1, says: "磁盘空间不足")
      #expect(try bureau.workdir.bytes("小盘/县.db") == before)
    } else {
      try bureau.does("pack", "校.db", "-o", "小盘/寄.db", status: 1, says: "磁盘空间不足")
      #expect(try FileManager.default.contentsOfDirectory(atPath: disk).isEmpty)
    }
  }

  @Test(
    "a file whose write was cut short, on read-only media, is not opened; it says that two files belong together",
    .enabled(if: geteuid() == 0))
  func cutShortReadOnly() throws {
    let bureau = try Bureau().started()
    let rows = (0..<4000).map { "X\($0),王芳\n" }.joined()
    try bureau.workdir.write("大.csv", "教师编号,姓名\n" + rows)
    let line = "trap '' XFSZ; ulimit -f 300; exec \"$YICE\" import 校.db 教师 大.csv"
    #expect(try run("/bin/bash", ["-c", line], in: bureau.workdir).status == 1)
    let disk = bureau.workdir.file("光盘")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    let mounted = try run(
      "/usr/bin/env", ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk], in: bureau.workdir)
    guard mounted.status == 0 else { return }
    defer { _ = try? run("/usr/bin/env", ["umount", disk], in: bureau.workdir) }
    for name in ["校.db", "校.db-journal"] {
      try bureau.workdir.write("光盘/" + name, try bureau.workdir.bytes(name))
    }
    _ = try run("/usr/bin/env", ["mount", "-o", "remount,ro", disk], in: bureau.workdir)
    try bureau.does("info", "光盘/校.db", status: 1, says: "请把这两个文件一起复制到可以写的文件夹")
    try bureau.does("info", "校.db", says: "已恢复到那次写入之前")
  }

  @Test(
    "received files on read-only media can be merged; a read-only folder takes no pack",
    .enabled(if: geteuid() == 0))
  func readOnly() throws {
    let bureau = try Bureau().started()
    try bureau.does("add", "校.db", "用房", "用房编号=R1", "用房类别=教室")
    let disk = bureau.workdir.file("光盘")
    try FileManager.default.createDirectory(atPath: disk, withIntermediateDirectories: false)
    let mounted = try run(
      "/usr/bin/env", ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk], in: bureau.workdir)
    guard mounted.status == 0 else { return }
    defer { _ = try? run("/usr/bin/env", ["umount", disk], in: bureau.workdir) }
    try bureau.workdir.write("光盘/校.db", try bureau.workdir.bytes("校.db"))
    try bureau.workdir.write("光盘/县.db", try bureau.workdir.bytes("县.db"))
    _ = try run("/usr/bin/env", ["mount", "-o", "remount,ro", disk], in: bureau.workdir)
    try bureau.does("merge", "县.db", "光盘/校.db", says: "已合并")
    try bureau.does("verify", "光盘/校.db")
    try bureau.does("merge", "光盘/县.db", "校.db", status: 1, says: "只读")
    try bureau.does("pack", "校.db", "-o", "光盘/寄.db", status: 1, says: "只读")
  }
}
