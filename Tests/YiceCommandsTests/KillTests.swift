import Foundation
import Testing
import YiceTestSupport

@Suite("killed at any moment, a file is as before or as after", .enabled(if: Tools.has("sqlite3")))
struct KillTests {
  private static let runs = Killer.runs(usually: 10)

  private func remove(_ name: String, in workdir: Workdir) {
    for suffix in ["", "-journal"] {
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

  @Test("a merge of two batches", arguments: [0] as [UInt64])
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
    // SQLite attaches ten files at most, and so many make a batch.
    for count in [0, 10, 12] {
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

  @Test("an import", arguments: [10] as [UInt64])
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
    // What killed runs left lying does not stand in the way.
    remove("新.db", in: workdir)
    #expect(try killer.bureau.yice(words).status == 0)
  }

  @Test("issue and export leave the file of before, or the new one, and are never in the way of the next")
  func replacing() throws {
    let killer = try Killer(seed: 21)
    let bureau = killer.bureau
    try bureau.does("issue", "县.db", "--to", "发")
    try bureau.does("export", "县.db", "学校机构", "-o", "表.csv")
    let table = try bureau.workdir.bytes("表.csv")
    for (words, file) in [
      (["issue", "县.db", "--to", "发"], "发/2133000001-第一小学-下发.db"),
      (["export", "县.db", "学校机构", "-o", "表.csv"], "表.csv"),
    ] {
      let usual = try killer.usualTime(words) {}
      for number in 0..<KillTests.runs {
        try killer.kill(words, within: usual)
        if file == "表.csv" {
          #expect(try bureau.workdir.bytes(file) == table, "run \(number)")
        } else {
          #expect(try killer.content(file) != nil, "run \(number)")
          #expect(try bureau.yice(["verify", file]).status == 0, "run \(number)")
        }
        // What a kill leaves is hidden, for its owner alone, and of one shape.
        for folder in ["", "发"] {
          for name in try FileManager.default.contentsOfDirectory(atPath: bureau.workdir.file(folder))
          where !["县.db", "表.csv", "发"].contains(name) && !name.hasSuffix("-下发.db") {
            let path = bureau.workdir.file(folder.isEmpty ? name : folder + "/" + name)
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(
              name.hasPrefix(".yice-") && (name.hasSuffix(".part") || name.hasSuffix(".part-journal")),
              "\(name)")
            if words[0] == "export" { #expect(mode == 0o600, "\(name)") }
          }
        }
      }
      #expect(try bureau.yice(words).status == 0)
    }
  }
}

/// No format before today's was ever written, so the tests' own program upgrades a file of a made-up one.
@Suite("an upgrade killed at any moment", .enabled(if: Tools.has("sqlite3")))
struct KilledUpgradeTests {
  private static let tool = builtProgram("upgrade-tool")

  @Test(
    "leaves the old file byte for byte, or the new one with all its rows and the old one beside it",
    arguments: [30] as [UInt64])
  func upgrade(seed: UInt64) throws {
    let killer = try Killer(seed: seed)
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
    let usual = try killer.usualTime(["upgrade", "校.db"], of: Self.tool, from: start)
    #expect(try killer.content("校.db") == today)
    var outcomes = Set<Bool>()
    // On a busy machine more turns may pass before it is killed after the end as well as before it.
    for number in 0..<200 where number < 25 || outcomes.count < 2 {
      try start()
      try killer.kill(["upgrade", "校.db"], of: Self.tool, within: usual)
      let isOld = try workdir.bytes("校.db") == old
      outcomes.insert(isOld)
      if !isOld {
        #expect(try killer.content("校.db") == today, "run \(number)")
        #expect(try workdir.bytes(kept) == old, "run \(number)")
      }
      // Whatever was left lying, the next run ends well.
      #expect(try run(Self.tool, ["upgrade", "校.db"], in: workdir).status == 0, "run \(number)")
      #expect(try killer.content("校.db") == today, "run \(number)")
      #expect(try workdir.bytes(kept) == old, "run \(number)")
    }
    #expect(outcomes == [true, false])
  }
}
