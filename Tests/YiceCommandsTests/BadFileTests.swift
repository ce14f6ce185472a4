import Foundation
import Testing
import YiceTestSupport

@Suite("files that cannot be read or written")
struct BadFileTests {
  @Test("what is no SQLite database", arguments: ["", "hello", String(repeating: "0", count: 9000)])
  func notSQLite(_ content: String) throws {
    let office = try Office()
    try office.workdir.write("x.db", content)
    for command in [
      ["list", "x.db", "教师"], ["info", "x.db"], ["import", "x.db", "教师", "t.csv"], ["undo", "x.db"],
    ] {
      try office.expectRefused(
        { try run(yicePath, command, in: office.workdir) }, status: 4,
        err: "错误：“x.db”不是一册文件（内容不是 SQLite 数据库）。请确认选对了文件；表格请用 yice import 导入。\n", file: "x.db")
    }
  }

  @Test("another program's database, a newer version, a file cut short", .enabled(if: Tools.has("sqlite3")))
  func foreign() throws {
    let office = try Office()
    _ = try run(
      "/usr/bin/env", ["sqlite3", "x.db", "CREATE TABLE t (a); PRAGMA user_version = 1"], in: office.workdir)
    try office.expectRefused(
      { try office.yice("add", "x.db", "教师", "教师编号=T9", "姓名=甲") }, status: 4,
      err: "错误：“x.db”是别的程序的 SQLite 数据库，不是一册文件。请向发送人索取由 yice 生成的 .db 文件。\n", file: "x.db")
    try office.workdir.write("n.db", Array(try office.bytes()))
    _ = try run("/usr/bin/env", ["sqlite3", "n.db", "PRAGMA user_version = 9"], in: office.workdir)
    try office.expectRefused(
      { try office.yice("info", "n.db") }, status: 5,
      err: "错误：“n.db”由更新版本的一册写成（格式 9，本程序支持到格式 2）。请升级 yice 后再打开。\n", file: "n.db")
    try office.workdir.write("c.db", Array(try office.bytes().dropLast(4096)))
    let cut = try office.yice("info", "c.db")
    #expect(cut.status == 4)
    #expect(cut.err.hasPrefix("错误：“c.db”已损坏，没有改动它（"))
  }

  @Test(
    "what the sqlite3 shell writes is in the log as 外部程序, and can be taken back",
    .enabled(if: Tools.has("sqlite3")))
  func shell() throws {
    let office = try Office()
    let wrote = try run(
      "/usr/bin/env", ["sqlite3", "a.db", "UPDATE teacher SET subject = '音乐'"], in: office.workdir)
    #expect(wrote.status == 0, "\(wrote.err)")
    #expect(try office.yice("log", "a.db").out.contains("外部程序"))
    #expect(try office.yice("undo", "a.db").err.hasSuffix("教师：更改 2。\n"))
    #expect(try office.yice("list", "a.db", "教师").out.contains("语文"))
  }

  @Test("a file that another program holds", .enabled(if: Tools.has("python3")))
  func locked() throws {
    let office = try Office()
    let script = """
      import os, sqlite3, subprocess, sys
      held = sqlite3.connect('a.db', isolation_level=None)
      held.execute('BEGIN EXCLUSIVE')
      for words in (['list', 'a.db', '教师'], ['add', 'a.db', '教师', '教师编号=T9', '姓名=甲']):
          done = subprocess.run([os.environ['YICE']] + words, capture_output=True)
          print(done.returncode, (done.stdout + done.stderr).decode(), end='')
      """
    let before = try office.bytes()
    let result = try run(
      "/usr/bin/env", ["python3", "-c", script], in: office.workdir,
      environment: ["PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"])
    let said = "7 错误：“a.db”正被其他程序使用。请关闭打开它的程序（如 DB Browser 或另一个 yice），再试一次。\n"
    #expect(result.out == said + said)
    #expect(try office.bytes() == before)
  }

  @Test("a read-only folder can be read and not written", .enabled(if: Tools.canBeNobody))
  func readOnly() throws {
    let office = try Office()
    let nobody = geteuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : "env"
    let chmod = try run("/bin/chmod", ["0555", office.workdir.path], in: office.workdir)
    #expect(chmod.status == 0)
    defer { _ = try? run("/bin/chmod", ["0755", office.workdir.path], in: Workdir()) }
    let before = try office.bytes()
    func asNobody(_ arguments: String...) throws -> ProgramResult {
      try run(
        "/bin/bash", ["-c", "exec \(nobody) \"$YICE\" \"$@\"", "yice"] + arguments, in: office.workdir)
    }
    // Nobody may not come as far as the program where the checkout lies in a private folder.
    guard try asNobody("--version").status == 0 else { return }
    #expect(try asNobody("list", "a.db", "教师").status == 0)
    for arguments in [["add", "a.db", "教师", "教师编号=T9", "姓名=甲"], ["import", "a.db", "教师", "t.csv"]] {
      let result = try run(
        "/bin/bash", ["-c", "exec \(nobody) \"$YICE\" \"$@\"", "yice"] + arguments, in: office.workdir)
      #expect(result.status == 1)
      #expect(result.err == "错误：无法写入“a.db”：文件或所在文件夹是只读的。请复制到可以写的文件夹（如“文档”）再操作。\n")
    }
    // A dry run needs no more than to read.
    let dry = try asNobody("import", "a.db", "教师", "t.csv", "--dry-run")
    #expect(dry.status == 0, "\(dry.err)")
    #expect(dry.out == "t.csv（UTF-8）→ 教师：共 2 行，新增 0，更改 0，相同 2（试运行，没有写入）。\n")
    let new = try asNobody("new", "b.db", "--org", "2133000001", "--name", "第一小学")
    #expect(new.err == "错误：无法写入“b.db”：文件或所在文件夹是只读的。请复制到可以写的文件夹（如“文档”）再操作。\n")
    #expect(try office.bytes() == before)
    #expect((try? office.bytes("b.db")) == nil)
  }

  @Test(
    "a full disk in the middle of an import leaves the file byte for byte as it was",
    arguments: [480, 700, 1100, 2000])
  func fullDisk(_ kilobytes: Int) throws {
    let office = try Office()
    let rows = (0..<20000).map { "X\($0),王芳,\(String(repeating: "备注", count: 20))\n" }.joined()
    try office.workdir.write("大.csv", "教师编号,姓名,备注\n" + rows)
    try office.expectRefused(
      { try office.yice(after: "trap '' XFSZ; ulimit -f \(kilobytes)", "import", "a.db", "教师", "大.csv") },
      status: 1,
      err: "错误：写入“a.db”时磁盘空间不足，文件保持原样。请清理磁盘后再试。\n")
  }

  @Test("a disk that is really full leaves the file as it was", .enabled(if: geteuid() == 0))
  func smallDisk() throws {
    let office = try Office()
    let disk = office.workdir.file("小盘")
    _ = try run("/bin/mkdir", [disk], in: office.workdir)
    let mounted = try run(
      "/usr/bin/env", ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk], in: office.workdir)
    // Not every machine lets tests mount.
    guard mounted.status == 0 else { return }
    defer { _ = try? run("/usr/bin/env", ["umount", disk], in: office.workdir) }
    try office.workdir.write("小盘/a.db", try office.bytes())
    let rows = (0..<20000).map { "X\($0),王芳,\(String(repeating: "备注", count: 20))\n" }.joined()
    try office.workdir.write("大.csv", "教师编号,姓名,备注\n" + rows)
    try office.expectRefused(
      { try office.yice("import", "小盘/a.db", "教师", "大.csv") }, status: 1,
      err: "错误：写入“小盘/a.db”时磁盘空间不足，文件保持原样。请清理磁盘后再试。\n", file: "小盘/a.db")
  }

  @Test("a full disk leaves no half of a new file, wherever it stops")
  func fullDiskNew() throws {
    let office = try Office()
    let size = try office.bytes().count / 1024
    for kilobytes in [1, 8, 100] + Array(stride(from: size - 24, through: size + 8, by: 2)) {
      let result = try office.yice(
        after: "trap '' XFSZ; ulimit -f \(kilobytes)", "new", "b.db", "--org", "2133000001", "--name", "第一小学",
        "--kind", "小学")
      if result.status == 0 {
        #expect(try office.yice("list", "b.db", "学校机构").out.contains("第一小学"))
        _ = try run("/bin/rm", ["b.db"], in: office.workdir)
      } else {
        #expect(result.err == "错误：写入“b.db”时磁盘空间不足，文件保持原样。请清理磁盘后再试。\n", "\(kilobytes)")
        #expect((try? office.bytes("b.db")) == nil, "\(kilobytes) KB")
        #expect((try? office.bytes("b.db-journal")) == nil, "\(kilobytes) KB")
      }
    }
  }

  @Test("a new file never takes the place of another")
  func exists() throws {
    let office = try Office()
    try office.expectRefused(
      { try office.yice("new", "a.db", "--org", "2133000001", "--name", "第一小学") }, status: 1,
      err: "错误：文件“a.db”已经存在，没有改动它。请换一个文件名，或先把旧文件移走。\n")
  }
}
