import Foundation
import Testing
import YiceTestSupport

@Suite("what a command makes is whole, or not there")
struct WholeWriteTests {
  private static let new = ["--org", "2133000001", "--name", "第一小学", "--kind", "小学"]

  private func names(_ workdir: Workdir, _ folder: String = "") throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: workdir.file(folder)))
  }

  @Test("several that make the same file at once: one does, the others say that it is there")
  func together() throws {
    for _ in 0..<5 {
      let workdir = Workdir()
      let line = (1...4).map { _ in
        "\"$YICE\" new a.db \(Self.new.joined(separator: " ")) 2>>said; echo $? >>ended"
      }
      let result = try run(
        "/bin/bash", ["-c", line.map { "(\($0)) & " }.joined() + "wait"], in: workdir)
      #expect(result.status == 0)
      let ended = String(decoding: try workdir.bytes("ended"), as: UTF8.self)
      #expect(ended.split(separator: "\n").sorted() == ["0", "1", "1", "1"])
      let said = String(decoding: try workdir.bytes("said"), as: UTF8.self)
      #expect(said.components(separatedBy: "“a.db”已经存在").count == 4, "\(said)")
      #expect(try names(workdir) == ["a.db", "said", "ended"])
      #expect(try run(yicePath, ["log", "a.db"], in: workdir).out.contains("新建学校文件：第一小学"))
    }
  }

  @Test("a signal that ends a command leaves nothing behind", arguments: [SIGTERM, SIGINT, SIGHUP, SIGPIPE])
  func signalled(_ number: Int32) throws {
    let bureau = try Bureau()
    var random = SplitMix64(seed: UInt64(number))
    let before = try names(bureau.workdir)
    for words in [
      ["new", "新.db"] + Self.new, ["issue", "县.db", "--to", "."],
      ["form", "县.db", "Ⅱ-2", "-o", "表.xlsx"], ["export", "县.db", "学校机构", "-o", "校.csv"],
      ["import", "县.db", "教师", "无.csv", "--dry-run"],
    ] {
      for _ in 0..<6 {
        let after = Double.random(in: 0...0.08, using: &random)
        _ = try MeasuredRun(
          yicePath, words, in: bureau.workdir.path, signal: (number, after),
          environment: ["TMPDIR": bureau.workdir.path])
        for name in try names(bureau.workdir).subtracting(before) {
          #expect(!name.contains("yice"), "\(words) after \(after): \(name)")
          try FileManager.default.removeItem(atPath: bureau.workdir.file(name))
        }
      }
    }
  }

  @Test("files of people that are called like ours once were stay, and are in nobody's way")
  func others() throws {
    let bureau = try Bureau().started()
    let names = ["出.csv", "出.xlsx", "寄.db", "新.db", "出.html", "发/2133000001-第一小学-下发.db"]
    for name in names {
      for suffix in [".part", ".new", ".new-journal"] { try bureau.workdir.write(name + suffix, "mine") }
    }
    try bureau.does("export", "县.db", "学校机构", "-o", "出.csv")
    try bureau.does("export", "县.db", "学校机构", "-o", "出.xlsx")
    try bureau.does("report", "县.db", "-o", "出.html")
    try bureau.does("pack", "校.db", "-o", "寄.db")
    _ = try bureau.yice(["new", "新.db"] + Self.new)
    try bureau.does("issue", "县.db", "--to", "发")
    for name in names {
      #expect(FileManager.default.fileExists(atPath: bureau.workdir.file(name)))
      for suffix in [".part", ".new", ".new-journal"] {
        #expect(try bureau.workdir.bytes(name + suffix) == Array("mine".utf8), "\(name)")
      }
    }
  }

  @Test(
    "a file that was for its owner alone is so when it is written again, and a new one is as the umask says")
  func permissions() throws {
    let bureau = try Bureau()
    try bureau.does("export", "县.db", "学校机构", "-o", "出.csv")
    let usual = try run(
      "/usr/bin/env", ["sh", "-c", "touch usual; stat -c %a usual 出.csv 县.db"], in: bureau.workdir)
    #expect(Set(usual.out.split(separator: "\n")).count == 1, "\(usual.out)")
    chmod(bureau.workdir.file("出.csv"), 0o600)
    try bureau.does("export", "县.db", "学校机构", "-o", "出.csv")
    #expect(try run("/usr/bin/env", ["stat", "-c", "%a", "出.csv"], in: bureau.workdir).out == "600\n")
  }

  @Test("a file is not packed over itself")
  func overItself() throws {
    let bureau = try Bureau().started()
    let before = try bureau.workdir.bytes("校.db")
    try FileManager.default.createSymbolicLink(
      atPath: bureau.workdir.file("另.db"), withDestinationPath: "校.db")
    for name in ["校.db", "另.db"] {
      try bureau.does("pack", "校.db", "-o", name, "--force", status: 1, says: "已经存在，没有改动它")
    }
    #expect(try bureau.workdir.bytes("校.db") == before)
  }

  @Test("a dry run on a file that cannot be written leaves no copy of it", .enabled(if: Tools.canBeNobody))
  func trial() throws {
    let office = try Office()
    #expect(chmod(office.workdir.path, 0o755) == 0)
    let temporary = Workdir()
    #expect(chmod(temporary.path, 0o777) == 0)
    let nobody = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : "env"
    let words = ["import", "a.db", "教师", "t.csv", "--dry-run"]
    let result = try run(
      "/bin/bash", ["-c", "exec \(nobody) \"$YICE\" \"$@\"", "yice"] + words, in: office.workdir,
      environment: ["TMPDIR": temporary.path])
    // Nobody may not come as far as the program where the checkout lies in a private folder.
    guard result.status != 126, result.status != 127 else { return }
    #expect(result.status == 0, "\(result.err)")
    #expect(try names(temporary) == [])
  }
}

@Suite("evidence given back, and attached")
struct EvidenceFileTests {
  /// A file with one picture attached.
  private static func office() throws -> (Office, id: String) {
    let office = try Office()
    try office.workdir.write("图.jpg", [UInt8](repeating: 7, count: 300_000))
    #expect(try office.yice("evidence", "add", "a.db", "教师", "T001", "图.jpg").status == 0)
    let list = try json(try office.yice("evidence", "list", "a.db", "--json").out) as? [[String: Any]]
    return (office, try #require(list?.first?["id"] as? String))
  }

  @Test("past a limit on sizes nothing is left, and what is there is not written over")
  func limit() throws {
    let (office, id) = try Self.office()
    let result = try office.yice(after: "ulimit -f 100", "evidence", "extract", "a.db", id, "-o", "出.jpg")
    #expect(result.status == 1)
    #expect(result.err.contains("写不了“出.jpg”：磁盘已满，或文件超过了允许的大小"), "\(result.err)")
    let names = try FileManager.default.contentsOfDirectory(atPath: office.workdir.path)
    #expect(Set(names) == ["a.db", "t.csv", "图.jpg"])
    let there = try office.yice("evidence", "extract", "a.db", id)
    #expect(there.status == 1 && there.err.contains("“图.jpg”已经存在，没有覆盖"), "\(there.err)")
    #expect(try office.yice("evidence", "extract", "a.db", id, "-o", "出.jpg").status == 0)
    #expect(try office.bytes("出.jpg") == office.bytes("图.jpg"))
  }

  @Test("a copy packed without contents holds nothing of them, and is as small as before they came")
  func without() throws {
    let (office, _) = try Self.office()
    #expect(try office.yice("pack", "a.db", "-o", "全.db").status == 0)
    #expect(try office.yice("pack", "a.db", "-o", "寄.db", "--without-evidence").status == 0)
    let (whole, sent) = (try office.bytes("全.db"), try office.bytes("寄.db"))
    #expect(sent.count < whole.count - 290_000)
    #expect(sent.firstRange(of: [UInt8](repeating: 7, count: 100)) == nil)
    #expect(try office.yice("verify", "寄.db").status == 0)
  }

  @Test(
    "a file is not attached in itself, by whatever name",
    arguments: ["a.db", "./a.db", "link.db", "second.db"])
  func itself(_ name: String) throws {
    let (office, _) = try Self.office()
    try FileManager.default.createSymbolicLink(
      atPath: office.workdir.file("link.db"), withDestinationPath: "a.db")
    try FileManager.default.linkItem(
      atPath: office.workdir.file("a.db"), toPath: office.workdir.file("second.db"))
    let before = try office.bytes()
    let result = try office.yice("evidence", "add", "a.db", "教师", "T002", name)
    #expect(result.status == 1)
    #expect(result.err.contains("就是这个一册文件本身"), "\(result.err)")
    #expect(try office.bytes() == before)
  }
}

@Suite("an answer that does not arrive")
struct StandardOutputTests {
  static let formats = [[], ["--json"], ["--csv"], ["--jsonl"], ["--markdown"]]

  @Test("on a full disk: failed, and why", .enabled(if: access("/dev/full", W_OK) == 0), arguments: formats)
  func full(_ format: [String]) throws {
    let office = try Office()
    for words in [["list", "a.db", "教师"], ["tables", "a.db"], ["info", "a.db"]] {
      let result = try run(
        "/bin/bash", ["-c", "\"$YICE\" \"$@\" >/dev/full", "yice"] + words + format, in: office.workdir)
      #expect(result.status == 1)
      #expect(result.err.contains("错误：标准输出：写不进去（磁盘已满），结果不完整。"), "\(result.err)")
    }
  }

  @Test("in a pipe that was closed: no word, and the usual status", arguments: formats)
  func closed(_ format: [String]) throws {
    let office = try Office()
    // Once as a shell starts it, and once by a program that has this signal ignored.
    for line in ["", "trap '' PIPE; "] {
      let result = try run(
        "/bin/bash",
        [
          "-c", line + "\"$YICE\" \"$@\" 2>said | { exec <&-; }; echo ${PIPESTATUS[0]}", "yice", "tables",
          "a.db",
        ] + format,
        in: office.workdir)
      // The reader is gone by the time the answer is ready.
      #expect(result.out == "141\n")
      #expect(String(decoding: try office.bytes("said"), as: UTF8.self).contains("错误") == false)
    }
  }

  @Test("where there is no standard output: failed, and nothing is printed into a file that is made")
  func none() throws {
    let office = try Office()
    let result = try office.yice(after: "exec >&-", "list", "a.db", "教师")
    #expect(result.status == 1)
    #expect(result.err.contains("标准输出：写不进去"), "\(result.err)")
    let made = try office.yice(after: "exec >&-", "pack", "a.db", "-o", "寄.db")
    #expect(made.status == 1)
    #expect(try office.yice("verify", "寄.db").status == 0)
  }
}
