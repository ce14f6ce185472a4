import Foundation
import Testing
import YiceTestSupport

@Suite("encrypted mail, from one desk to the other")
struct EncryptionCommandTests {
  @Test(
    "what is encrypted for the bureau only the bureau opens, and nothing of it is left behind",
    arguments: ["Ed25519", "SM2"])
  func keys(algorithm: String) throws {
    let desk = try Bureau().started()
    let place = desk.workdir.file("tmp")
    try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
    for name in ["县", "别"] {
      try desk.does("key", "new", "县.db", "-o", name + ".key", "--no-passphrase", "--algorithm", algorithm)
    }
    // Nobody else's: other tests leave their copies in the same places.
    let secret = "欧阳" + String(UInt64.random(in: 1 << 40...UInt64.max), radix: 36)
    try desk.does("add", "校.db", "教师", "教师编号=T1", "姓名=\(secret)", "任教学段=小学")
    let ending = algorithm == "SM2" ? ".sm" : ".age"
    let packed = try desk.does("pack", "校.db", "--to", "县.pub", "-o", "寄/", says: "已加密").out
      .trimmingCharacters(in: .newlines)
    #expect(packed.hasSuffix(".db" + ending))
    let bytes = try desk.workdir.bytes(packed)
    #expect(bytes.firstRange(of: Array(secret.utf8)) == nil)
    let before = try desk.workdir.bytes("县.db")
    try desk.does("merge", "县.db", packed, status: 6, says: "不是加密给手头这把密钥的")
    try desk.does("merge", "县.db", packed, "--key", "别.key", status: 6, says: "不是加密给手头这把密钥的")
    var changed = bytes
    changed[bytes.count - 20] ^= 1
    try desk.workdir.write("坏" + ending, changed)
    try desk.does("merge", "县.db", "坏" + ending, "--key", "县.key", status: 4, says: "已损坏或被改动过")
    #expect(try desk.workdir.bytes("县.db") == before)
    try desk.does("verify", packed, "--key", "县.key", says: "第一小学")
    // A folder for temporary files of its own.
    let merged = try run(
      yicePath, ["merge", "县.db", packed, "--key", "县.key"], in: desk.workdir, environment: ["TMPDIR": place])
    #expect(merged.status == 0 && merged.out.contains("已合并"), "\(merged.err)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: place) == [])
    try desk.does("list", "县.db", "教师", says: secret)
    #expect(EncryptionCommandTests.copies(with: secret) == [])
  }

  @Test("a key is registered from a file that only the bureau opens")
  func trustedWithin() throws {
    let desk = try Bureau().started()
    for name in ["县", "校"] {
      try desk.does("key", "new", name + ".db", "-o", name + ".key", "--no-passphrase")
    }
    let packed = try desk.does("pack", "校.db", "--key", "校.key", "--to", "县.pub", "-o", "寄/").out
      .trimmingCharacters(in: .newlines)
    let before = try desk.workdir.bytes("县.db")
    try desk.does("key", "trust", "县.db", packed, "--yes", status: 6, says: "不是加密给手头这把密钥的")
    #expect(try desk.workdir.bytes("县.db") == before)
    try desk.does("key", "trust", "县.db", packed, "--key", "县.key", "--yes", says: "已登记 2133000001")
    try desk.does("merge", "县.db", packed, "--key", "县.key", says: "签名有效")
  }

  /// Working copies where memory is the disk, or among the temporary files, that hold a text.
  static func copies(with text: String) -> [String] {
    ["/dev/shm", FileManager.default.temporaryDirectory.path].flatMap { place in
      let folders = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
      return folders.filter { $0.hasPrefix("yice-") && $0.count == 11 }.flatMap { folder in
        let files = (try? FileManager.default.contentsOfDirectory(atPath: "\(place)/\(folder)")) ?? []
        return files.map { "\(place)/\(folder)/\($0)" }.filter { path in
          FileManager.default.contents(atPath: path)?.firstRange(of: Data(text.utf8)) != nil
        }
      }
    }
  }

  @Test("a passphrase that could not be tried for want of memory is not said to be wrong")
  func noMemory() throws {
    let desk = try Bureau()
    let letters = { String(repeating: "A", count: $0) }
    // What asks for 1 GB (scrypt, N 2^20).
    try desk.workdir.write(
      "大.age", "age-encryption.org/v1\n-> scrypt \(letters(22)) 20\n\(letters(43))\n--- \(letters(43))\nx")
    try desk.workdir.write("口令", "一二三四五六七八\n")
    let result = try run(
      "/bin/bash", ["-c", "ulimit -v 800000; exec \"$YICE\" verify 大.age --passphrase-file 口令"],
      in: desk.workdir)
    #expect(result.status == 1 && result.err.contains("内存"), "\(result.status) \(result.err)")
    #expect(!result.err.contains("口令不对"))
  }

  @Test(
    "a passphrase is typed unseen, and who stops there finds the terminal as it was",
    .enabled(if: Tools.has("python3")))
  func interrupted() throws {
    let desk = try Bureau()
    let script = """
      import fcntl, os, pty, signal, sys, termios, time
      master, own = pty.openpty()
      shows = lambda: bool(termios.tcgetattr(own)[3] & termios.ECHO)
      child = os.fork()
      if child == 0:
          os.setsid()
          fcntl.ioctl(own, termios.TIOCSCTTY, 0)
          for number in range(3): os.dup2(own, number)
          # As a shell starts programs, whatever the tests were started by.
          signal.signal(signal.SIGINT, signal.SIG_DFL)
          signal.pthread_sigmask(signal.SIG_SETMASK, [])
          signal.alarm(60)
          os.execv(os.environ["YICE"], ["yice", "key", "new", "县.db", "-o", "新.key"])
      until = time.time() + 20
      while shows() and time.time() < until: time.sleep(0.01)
      before = shows()
      os.write(master, b"\\x03")
      _, status = os.waitpid(child, 0)
      print(before, shows(), os.WTERMSIG(status) == signal.SIGINT)
      """
    let result = try run("/usr/bin/env", ["python3", "-c", script], in: desk.workdir)
    #expect(result.out == "False True True\n", "\(result.out) \(result.err)")
  }

  @Test("a passphrase opens without keys; a wrong one does not, and a file for the school starts its own")
  func passphrase() throws {
    let desk = try Bureau().started()
    try desk.workdir.write("口令", "一二三四五六七八\n")
    try desk.workdir.write("错", "一二三四五六七九\n")
    try desk.does("add", "校.db", "教师", "教师编号=T1", "姓名=王芳", "任教学段=小学")
    try desk.does("pack", "校.db", "--passphrase-file", "口令", "-o", "寄.age", says: "已加密")
    try desk.does("merge", "县.db", "寄.age", "--passphrase-file", "错", status: 6, says: "口令不对")
    try desk.does("merge", "县.db", "寄.age", "--passphrase-file", "口令", says: "已合并")
    try desk.does("pack", "校.db", "--passphrase-file", "口令", "--to", "县.pub", status: 64, says: "只能用一种")
    try desk.does("pack", "校.db", "--to", "没有.pub", status: 1, says: "没有找到")
    try desk.does("pack", "校.db", "--to", "口令", status: 4, says: "里没有公钥")
  }

  @Test(
    "Debian's age opens what we write, and we open what it writes",
    .enabled(if: Tools.has("age"), "没有 age，跳过（apt-get install age）"))
  func age() throws {
    let desk = try Bureau().started()
    try desk.does("key", "new", "县.db", "-o", "县.key", "--no-passphrase")
    try desk.does("add", "校.db", "教师", "教师编号=T1", "姓名=王芳", "任教学段=小学")
    try desk.does("pack", "校.db", "-o", "原.db")
    try desk.does("pack", "校.db", "--to", "县.pub", "-o", "寄.age")
    let identity = try desk.does("key", "show", "县.key", "--age-identity").out
    try desk.workdir.write("县.age-key", identity)
    let opened = try run(
      "/usr/bin/env", ["age", "-d", "-i", "县.age-key", "-o", "开.db", "寄.age"], in: desk.workdir)
    #expect(opened.status == 0, "\(opened.err)")
    try desk.does("verify", "开.db", says: "第一小学")
    let card = try json(try desk.does("key", "show", "县.pub", "--json").out) as? [[String: Any]]
    let recipient = try #require(card?.first?["recipient"] as? String)
    let closed = try run("/usr/bin/env", ["age", "-r", recipient, "-o", "他.age", "原.db"], in: desk.workdir)
    #expect(closed.status == 0, "\(closed.err)")
    try desk.does("merge", "县.db", "他.age", "--key", "县.key", says: "已合并")
  }

  @Test(
    "each school gets what it alone can open; who has no key is named, and gets a plain file only where that is asked"
  )
  func issued() throws {
    let desk = try Bureau().started()
    try desk.does("key", "new", "校.db", "-o", "校.key", "--no-passphrase")
    try desk.does("key", "trust", "县.db", "校.pub", "--yes")
    let own = "发密/2133000001-第一小学-下发.db.age"
    let other = "发密/2133000002-第二小学-下发.db"
    let dry = try desk.does(
      "issue", "县.db", "--to", "发密", "--encrypt", "--dry-run", says: "没有写：第二小学（2133000002）")
    #expect(dry.out == own + "\n")
    let written = try desk.does("issue", "县.db", "--to", "发密", "--encrypt", says: "没有写：第二小学（2133000002）")
    #expect(written.out == own + "\n" && (try? desk.workdir.bytes(other)) == nil)
    #expect(try desk.workdir.bytes(own).firstRange(of: Array("第一小学".utf8)) == nil)
    let plain = try desk.does(
      "issue", "县.db", "--to", "发密", "--encrypt", "--plain-without-key", says: "没有加密：第二小学（2133000002）")
    #expect(plain.out == own + "\n" + other + "\n")
    try desk.does("verify", other, says: "第二小学")
    try desk.does("merge", "校.db", own, status: 6, says: "不是加密给手头这把密钥的")
    try desk.does("merge", "校.db", own, "--key", "校.key", says: "已合并")
    try desk.does("issue", "县.db", "--to", "发密", "--encrypt", "--workbook", status: 64, says: "工作簿不能加密")
  }

  @Test("what is encrypted is looked at and inspected like any other, and nothing of it is left behind")
  func inspected() throws {
    let desk = try Bureau().started()
    let secret = "欧阳" + String(UInt64.random(in: 1 << 40...UInt64.max), radix: 36)
    try desk.does("add", "校.db", "教师", "教师编号=T1", "姓名=\(secret)", "任教学段=小学")
    try desk.does("key", "new", "县.db", "--role", "督查", "-o", "督学.key", "--no-passphrase")
    try desk.workdir.write("口令", "一二三四五六七八\n")
    let mail = try desk.does("pack", "校.db", "--to", "督学.pub", "-o", "寄/").out.trimmingCharacters(
      in: .newlines)
    try desk.does("pack", "校.db", "--passphrase-file", "口令", "-o", "口令寄.age")
    try desk.does("info", mail, status: 6, says: "不是加密给手头这把密钥的")
    try desk.does("info", mail, "--key", "督学.key", says: "第一小学")
    try desk.does("info", "口令寄.age", "--passphrase-file", "口令", says: "第一小学")
    try desk.does("open", mail, "--no-browser", status: 6, says: "不能在里面改", "yice start")
    try desk.does("inspect", mail, "-o", "督查.db", status: 6, says: "不是加密给手头这把密钥的")
    try desk.does(
      "inspect", mail, "-o", "督查.db", "--key", "督学.key", says: "已做好 第一小学 的督查副本", "（督查）的密钥签名")
    try desk.does("inspect", "口令寄.age", "-o", "督查2.db", "--passphrase-file", "口令", says: "已做好")
    try desk.does("list", "督查.db", "教师", says: secret)
    #expect(EncryptionCommandTests.copies(with: secret) == [])
  }
}
