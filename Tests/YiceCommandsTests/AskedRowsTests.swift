import Foundation
import Testing
import YiceTestSupport

/// What a person confirmed is what happens: another process writes while the question stands.
@Suite struct AskedRowsTests {
  private let office: Office

  init() throws { office = try Office() }

  /// Runs a command that asks, lets the other line of shell run while it waits, then answers yes.
  private func ask(_ command: String, meanwhile: String) throws -> ProgramResult {
    let script = """
      mkfifo answer; "$YICE" \(command) <answer 2>said & asked=$!
      exec 3>answer
      for i in $(seq 600); do grep -q 输入 said && break; sleep 0.05; done
      \(meanwhile)
      echo y >&3; exec 3>&-
      wait $asked; status=$?; cat said >&2; exit $status
      """
    return try run("/bin/bash", ["-c", script], in: office.workdir)
  }

  private func subjects() throws -> String {
    try office.yice("list", "a.db", "教师", "--jsonl").out.split(separator: "\n").map { line in
      let row = try json(String(line)) as? [String: Any]
      return "\(row?["teacher_no"] ?? "")=\(row?["subject"] ?? "")"
    }.joined(separator: ",")
  }

  @Test(
    "a row changed between the question and the answer is named, and none of the rows is written",
    arguments: ["set a.db 教师 --where 任教学段=小学 任教学科=数学", "remove a.db 教师 --where 任教学段=小学"])
  func changed(_ command: String) throws {
    let done = try ask(command, meanwhile: "\"$YICE\" set a.db 教师 T001 任教学科=音乐 2>/dev/null")
    #expect(done.status == 1)
    #expect(
      done.err.hasSuffix(
        "错误：“教师”有些行在这期间变了：被改过的 2133000001/2022/T001。没有写入。请再运行一次这个命令，看过现在的内容再确认。\n"),
      "\(done.err)")
    #expect(try subjects() == "T001=音乐,T002=体育")
  }

  @Test("a row that came to fit the condition, and one that is gone, are named")
  func cameAndWent() throws {
    let done = try ask(
      "set a.db 教师 --where 任教学段=小学 任教学科=数学",
      meanwhile: """
        "$YICE" remove a.db 教师 T002 --yes 2>/dev/null
        "$YICE" add a.db 教师 教师编号=T003 姓名=某 任教学段=小学 2>/dev/null
        """)
    #expect(done.status == 1)
    #expect(
      done.err.contains("已不在或不再符合条件的 2133000001/2022/T002；新符合条件的 2133000001/2022/T003。没有写入。"), "\(done.err)")
    #expect(try subjects() == "T001=语文,T003=<null>")
  }

  @Test("one row that is to be removed by its key is held to what was asked about")
  func oneRow() throws {
    let done = try ask(
      "remove a.db 教师 T001", meanwhile: "\"$YICE\" set a.db 教师 T001 任教学科=音乐 2>/dev/null")
    #expect(done.status == 1 && done.err.contains("被改过的 2133000001/2022/T001"), "\(done.err)")
    #expect(try subjects() == "T001=音乐,T002=体育")
  }

  @Test("what others did to other rows keeps nobody from what was confirmed")
  func otherRows() throws {
    let done = try ask(
      "set a.db 教师 --where 任教学科=体育 专任教师=是",
      meanwhile: "\"$YICE\" set a.db 教师 T001 任教学科=音乐 2>/dev/null")
    #expect(done.status == 0 && done.err.hasSuffix("“教师”更改 1 行，原本相同 0 行。\n"), "\(done.err)")
    #expect(try subjects() == "T001=音乐,T002=体育")
  }

  @Test("a version that a merge laid beside the row is no row that was seen")
  func versionBeside() throws {
    let done = try ask(
      "remove a.db 教师 T001",
      meanwhile: """
        cp a.db b.db; "$YICE" set b.db 教师 T001 任教学科=美术 2>/dev/null
        "$YICE" set a.db 教师 T001 任教学科=音乐 2>/dev/null; "$YICE" merge a.db b.db >/dev/null 2>&1
        """)
    #expect(done.status == 1 && done.err.contains("2133000001/2022/T001"), "\(done.err)")
    #expect(try office.yice("conflicts", "a.db").status == 3)
  }

  // MARK: - A text of `edit` that waited

  private func draft(_ change: String) throws -> String {
    let path = try office.workdir.write("editor.sh", "#!/bin/sh\n\(change)\nexit 3\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    _ = try run(
      yicePath, ["edit", "a.db", "教师"], in: office.workdir,
      environment: ["EDITOR": path, "TMPDIR": office.workdir.path])
    return try #require(
      try FileManager.default.contentsOfDirectory(atPath: office.workdir.path).first {
        $0.hasPrefix("yice-edit-")
      })
  }

  @Test("a kept text does not take back what others changed since, nor remove what they added")
  func keptText() throws {
    let path = try draft("sed -i 's/任教学科 = 语文/任教学科 = 数学/' \"$1\"")
    #expect(try office.yice("set", "a.db", "教师", "T002", "任教学科=音乐").status == 0)
    let changed = try office.yice("edit", "a.db", "教师", "--from", path)
    #expect(changed.status == 1 && changed.err.contains("被改过的 2133000001/2022/T002"), "\(changed.err)")
    #expect(try subjects() == "T001=语文,T002=音乐")
    #expect(try office.yice("undo", "a.db").status == 0)
    #expect(try office.yice("add", "a.db", "教师", "教师编号=T003", "姓名=某").status == 0)
    let added = try office.yice("edit", "a.db", "教师", "--from", path, "--yes")
    #expect(added.status == 1 && added.err.contains("2133000001/2022/T003"), "\(added.err)")
    #expect(try subjects().contains("T003"))
  }

  @Test("a kept text of rows that stayed as they were is written")
  func keptTextFits() throws {
    let path = try draft("sed -i 's/任教学科 = 语文/任教学科 = 数学/' \"$1\"")
    let done = try office.yice("edit", "a.db", "教师", "--from", path)
    #expect(done.status == 0 && done.err.contains("更改 1 行"), "\(done.err)")
    #expect(try subjects() == "T001=数学,T002=体育")
  }
}
