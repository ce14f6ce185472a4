import Foundation
import Testing
import YiceTestSupport

/// `edit` through editors that are real processes: shell scripts named by EDITOR.
@Suite struct EditCommandTests {
  private let office: Office

  init() throws { office = try Office() }

  /// A script that gets the path of the text as its last argument.
  private func editor(_ script: String) throws -> String {
    let path = try office.workdir.write("editor.sh", "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    return path
  }

  private func edit(_ script: String, _ arguments: String..., input: String? = nil) throws -> ProgramResult {
    try run(
      yicePath, ["edit", "a.db"] + arguments, in: office.workdir, input: input,
      environment: ["EDITOR": editor(script), "TMPDIR": office.workdir.path])
  }

  private func drafts() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: office.workdir.path).filter {
      $0.hasPrefix("yice-edit-")
    }
  }

  private func subject(_ teacher: String = "T001") throws -> String {
    try office.yice("list", "a.db", "教师", "--where", "教师编号=\(teacher)", "--csv").out
  }

  @Test("what the editor changed is written, one revision, and no text is left behind")
  func change() throws {
    let done = try edit("sed -i 's/^任教学科 = 语文/任教学科 = 数学/' \"$1\"", "教师", "T001")
    #expect(done.status == 0 && done.err == "“教师”新增 0 行，更改 1 行，删除 0 行。\n", "\(done.err)")
    #expect(try subject().contains("数学"))
    #expect(try drafts().isEmpty)
    #expect(try office.yice("undo", "a.db").status == 0)
    #expect(try subject().contains("语文"))
  }

  @Test(
    "left as it was, or emptied, it is cancelled and the file is byte for byte the same",
    arguments: [":", ": > \"$1\""])
  func cancelled(_ script: String) throws {
    let before = try office.bytes()
    let done = try edit(script, "教师", "T001")
    #expect(done.status == 0 && done.err == "没有改动，已取消。\n", "\(done.err)")
    #expect(try office.bytes() == before)
    #expect(try drafts().isEmpty)
  }

  /// The first time it writes a bad value, the second time it puts it right.
  private static let badThenGood = """
    if grep -q '专任教师 = 也许' "$1"; then sed -i 's/专任教师 = 也许/专任教师 = 否/' "$1"
    else sed -i 's/专任教师 = 是/专任教师 = 也许/' "$1"; fi
    """

  @Test(
    "a bad value is told by its line; yes opens the editor again on the same text, and the right one is written"
  )
  func reopened() throws {
    let done = try edit(Self.badThenGood, "教师", "T001", input: "y\n")
    #expect(done.status == 0, "\(done.err)")
    #expect(done.err.contains("行：") && done.err.contains("“也许”") && done.err.contains("再打开编辑器"))
    #expect(done.err.hasSuffix("“教师”新增 0 行，更改 1 行，删除 0 行。\n"))
    #expect(try subject().contains("否"))
    #expect(try drafts().isEmpty)
  }

  @Test("without a yes nothing is written, the text stays, and --from takes it up once it is right")
  func kept() throws {
    let before = try office.bytes()
    let stopped = try edit(Self.badThenGood, "教师", "T001")
    #expect(stopped.status == 1 && stopped.err.contains("改过的文本留在"))
    #expect(try office.bytes() == before)
    let draft = try #require(try drafts().first)
    let again = try edit("exit 9", "教师", "T001", "--from", draft)
    #expect(again.status == 1 && again.err.contains("“也许”"), "the editor is not asked")
    let text = String(decoding: try office.bytes(draft), as: UTF8.self)
    try office.workdir.write(draft, text.replacingOccurrences(of: "也许", with: "否"))
    #expect(try edit("exit 9", "教师", "T001", "--from", draft).status == 0)
    #expect(try subject().contains("否"))
  }

  @Test("an editor that fails writes nothing; a text that it had changed is kept")
  func failing() throws {
    let before = try office.bytes()
    let bare = try edit("exit 3", "教师", "T001")
    #expect(bare.status == 1 && bare.err.contains("没有正常结束（3），没有写入") && bare.err.contains("环境变量 EDITOR"))
    #expect(try drafts().isEmpty)
    let changed = try edit("sed -i 's/语文/数学/' \"$1\"; exit 3", "教师", "T001")
    #expect(changed.status == 1 && changed.err.contains("改过的文本留在"))
    #expect(try drafts().count == 1)
    #expect(try office.bytes() == before)
    let missing = try run(
      yicePath, ["edit", "a.db", "教师", "T001"], in: office.workdir, environment: ["EDITOR": "/没有/这个"])
    #expect(missing.status == 1 && missing.err.contains("“/没有/这个”没有正常结束"))
  }

  @Test("a row that another program changed meanwhile is not written over")
  func meanwhile() throws {
    let done = try edit(
      "sed -i 's/语文/数学/' \"$1\"; \"$YICE\" set a.db 教师 T001 任教学科=音乐 2>/dev/null", "教师", "T001")
    #expect(done.status == 1 && done.err.contains("被改过的 2133000001/2022/T001。没有写入。"), "\(done.err)")
    #expect(try subject().contains("音乐"))
  }

  @Test("a section taken out asks before its row goes; a new one joins")
  func sections() throws {
    let script =
      "sed -i '/^\\[2133000001\\/2022\\/T002\\]/,$d' \"$1\"; printf '\\n[新增]\\n教师编号 = T9\\n姓名 = 某\\n' >> \"$1\""
    let refused = try edit(script, "教师", input: "n\n")
    #expect(refused.status == 1 && refused.err.contains("要删除“教师”的 1 行"))
    #expect(try drafts().isEmpty && subject("T002").contains("T002"))
    let done = try edit(script, "教师", "--yes")
    #expect(done.status == 0 && done.err == "“教师”新增 1 行，更改 0 行，删除 1 行。\n", "\(done.err)")
  }

  @Test("a key with a slash is named with \\/ everywhere a row is named")
  func slash() throws {
    #expect(try office.yice("add", "a.db", "教师", "教师编号=A/01", "姓名=某", "任教学科=美术").status == 0)
    let unquoted = try office.yice("show", "a.db", "教师", "A/01")
    #expect(unquoted.status == 0 && unquoted.out.contains("美术"), "the rows tell which one is meant")
    let shown = try office.yice("show", "a.db", "教师", #"A\/01"#)
    #expect(shown.status == 0 && shown.out.contains("美术"), "\(shown.err)")
    #expect(shown.out.contains(#"2133000001/2022/A\/01"#), "it is shown as it is typed")
    #expect(try office.yice("set", "a.db", "教师", #"A\/01"#, "任教学科=音乐").status == 0)
    let log = try office.yice("log", "a.db", "教师", #"A\/01"#)
    #expect(log.status == 0 && log.out.contains("美术 → 音乐"), "\(log.out)\(log.err)")
    let edited = try edit("sed -i 's/任教学科 = 音乐/任教学科 = 体育/' \"$1\"", "教师", #"A\/01"#)
    #expect(edited.status == 0 && edited.err.contains("更改 1 行"), "\(edited.err)")
    try office.workdir.write("证书.txt", "a")
    #expect(try office.yice("evidence", "add", "a.db", "教师", #"A\/01"#, "证书.txt").status == 0)
    #expect(try office.yice("remove", "a.db", "教师", #"A\/01"#, "--yes").status == 0)
    #expect(try office.yice("show", "a.db", "教师", #"A\/01"#).status != 0)
  }

  @Test("a key that does not fit says how a slash within a value is written")
  func advice() throws {
    let said = try office.yice("show", "a.db", "教师", "2133000001/2022/A/01").err
    #expect(said.contains(#"值里有 / 的，写作 \/ 并加单引号，如 'A\/01'"#), "\(said)")
  }
}
