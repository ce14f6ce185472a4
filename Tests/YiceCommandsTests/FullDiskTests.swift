import Foundation
import Testing
import YiceTestSupport

/// A disk of its own in a folder, unmounted when the value goes away.
private final class Disk {
  let path: String

  /// - Parameter size: as mount takes it.
  init(_ name: String, in workdir: Workdir, size: String) throws {
    path = workdir.file(name)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    try #require(Disk.mount(["-t", "tmpfs", "-o", "size=" + size, "tmpfs", path]))
  }

  deinit { _ = try? run("/usr/bin/env", ["umount", path], in: Workdir()) }

  func becomeReadOnly() throws { try #require(Disk.mount(["-o", "remount,ro", path])) }

  private static func mount(_ words: [String]) -> Bool {
    (try? run("/usr/bin/env", ["mount"] + words, in: Workdir()))?.status == 0
  }

  /// Not where this account, or a container, may not mount: the tests are then shown as skipped.
  static let canBeMade: Bool = {
    let workdir = Workdir()
    return geteuid() == 0 && (try? Disk("盘", in: workdir, size: "64k")) != nil
  }()
}

extension Bureau {
  /// A sheet of teachers, 大.csv.
  fileprivate func writeTeachers(_ count: Int) throws {
    let note = String(repeating: "备注", count: 20)
    try workdir.write("大.csv", "教师编号,姓名,备注\n" + (0..<count).map { "X\($0),王芳,\(note)\n" }.joined())
  }

  /// Runs a program that may write no file larger than this, and is told so as by a full disk.
  fileprivate func within(_ kilobytes: Int, _ words: [String], of program: String = yicePath) throws
    -> ProgramResult
  {
    try run(
      "/bin/bash", ["-c", "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$@\"", "bash", program] + words,
      in: workdir)
  }
}

@Suite("a full or read-only disk")
struct FullDiskTests {
  /// KB beyond what the file has already.
  @Test("a merge that finds the disk full leaves the file as it was", arguments: [-96, 104, 144, 204, 264])
  func merge(_ more: Int) throws {
    let bureau = try Bureau().started()
    try bureau.writeTeachers(4000)
    try bureau.does("import", "校.db", "教师", "大.csv")
    let before = try bureau.workdir.bytes("县.db")
    let result = try bureau.within(before.count / 1024 + more, ["merge", "县.db", "校.db"])
    #expect(result.status == 1, "\(result.out)\(result.err)")
    #expect(result.err.contains("磁盘空间不足"), "\(result.err)")
    #expect(try bureau.workdir.bytes("县.db") == before)
    #expect(!FileManager.default.fileExists(atPath: bureau.workdir.file("县.db-journal")))
  }

  @Test("a pack that finds the disk full leaves no file", arguments: [1, 100, 300])
  func pack(_ kilobytes: Int) throws {
    let bureau = try Bureau().started()
    let result = try bureau.within(kilobytes, ["pack", "校.db", "-o", "寄.db"])
    #expect(result.status == 1, "\(result.out)\(result.err)")
    #expect(result.err.contains("“寄.db”时磁盘空间不足"), "\(result.err)")
    for name in ["寄.db", "寄.db.part", "寄.db.part-journal"] {
      #expect(!FileManager.default.fileExists(atPath: bureau.workdir.file(name)))
    }
  }

  /// KB beyond what the file has already; nil: nothing can be written at all.
  @Test(
    "an import that finds the disk full leaves the file as it was", arguments: [nil, -196, -96, 104, 204])
  func importing(_ more: Int?) throws {
    let bureau = try Bureau().started()
    try bureau.writeTeachers(4000)
    let before = try bureau.workdir.bytes("校.db")
    let kilobytes = more.map { before.count / 1024 + $0 } ?? 1
    let result = try bureau.within(kilobytes, ["import", "校.db", "教师", "大.csv"])
    #expect(result.status == 1, "\(result.out)\(result.err)")
    #expect(result.err.contains("磁盘空间不足"), "\(result.err)")
    // Below the file's own size not even the way back can be written; whoever opens it next goes it.
    let isCutShort = FileManager.default.fileExists(atPath: bureau.workdir.file("校.db-journal"))
    #expect(isCutShort == (more == -196))
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
    let result = try bureau.within(kilobytes, ["upgrade", "校.db"], of: tool)
    #expect(result.status != 0, "\(result.out)\(result.err)")
    #expect(result.err.contains("写入“校.db”时磁盘空间不足"), "\(result.err)")
    #expect(try bureau.workdir.bytes("校.db") == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: bureau.workdir.path)
    #expect(left.filter { $0.hasPrefix("校") } == ["校.db"])
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
    try bureau.writeTeachers(400)
    try bureau.does("import", "校.db", "教师", "大.csv")
    let before = Set(try FileManager.default.contentsOfDirectory(atPath: bureau.workdir.path))
    let result = try bureau.within(2, words)
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

  @Test("a small disk that is really full", .enabled(if: Disk.canBeMade), arguments: ["merge", "pack"])
  func smallDisk(_ command: String) throws {
    let bureau = try Bureau().started()
    let before = try bureau.workdir.bytes("县.db")
    let disk = try Disk("小盘", in: bureau.workdir, size: "\(before.count / 1024 + 144)k")
    try bureau.writeTeachers(8000)
    try bureau.does("import", "校.db", "教师", "大.csv")
    if command == "merge" {
      try bureau.workdir.write("小盘/县.db", before)
      try bureau.does("merge", "小盘/县.db", "校.db", status: 1, says: "磁盘空间不足")
      #expect(try bureau.workdir.bytes("小盘/县.db") == before)
    } else {
      try bureau.does("pack", "校.db", "-o", "小盘/寄.db", status: 1, says: "磁盘空间不足")
      #expect(try FileManager.default.contentsOfDirectory(atPath: disk.path).isEmpty)
    }
  }

  @Test(
    "a file whose write was cut short, on read-only media, is not opened; it says that two files belong together",
    .enabled(if: Disk.canBeMade))
  func cutShortReadOnly() throws {
    let bureau = try Bureau().started()
    try bureau.writeTeachers(4000)
    #expect(try bureau.within(300, ["import", "校.db", "教师", "大.csv"]).status == 1)
    let disk = try Disk("光盘", in: bureau.workdir, size: "4m")
    for name in ["校.db", "校.db-journal"] {
      try bureau.workdir.write("光盘/" + name, try bureau.workdir.bytes(name))
    }
    try disk.becomeReadOnly()
    try bureau.does("info", "光盘/校.db", status: 1, says: "请把这两个文件一起复制到可以写的文件夹")
    try bureau.does("info", "校.db", says: "已恢复到那次写入之前")
  }

  @Test(
    "received files on read-only media can be merged; a read-only folder takes no pack",
    .enabled(if: Disk.canBeMade))
  func readOnly() throws {
    let bureau = try Bureau().started()
    try bureau.does("add", "校.db", "用房", "用房编号=R1", "用房类别=教室")
    let disk = try Disk("光盘", in: bureau.workdir, size: "4m")
    try bureau.workdir.write("光盘/校.db", try bureau.workdir.bytes("校.db"))
    try bureau.workdir.write("光盘/县.db", try bureau.workdir.bytes("县.db"))
    try disk.becomeReadOnly()
    try bureau.does("merge", "县.db", "光盘/校.db", says: "已合并")
    try bureau.does("verify", "光盘/校.db")
    try bureau.does("merge", "光盘/县.db", "校.db", status: 1, says: "只读")
    try bureau.does("pack", "校.db", "-o", "光盘/寄.db", status: 1, says: "只读")
  }
}
