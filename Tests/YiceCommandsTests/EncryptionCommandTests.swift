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
    try desk.does("add", "校.db", "教师", "教师编号=T1", "姓名=欧阳娜娜", "任教学段=小学")
    let ending = algorithm == "SM2" ? ".sm" : ".age"
    let packed = try desk.does("pack", "校.db", "--to", "县.pub", "-o", "寄/", says: "已加密").out
      .trimmingCharacters(in: .newlines)
    #expect(packed.hasSuffix(".db" + ending))
    let bytes = try desk.workdir.bytes(packed)
    #expect(bytes.firstRange(of: Array("欧阳".utf8)) == nil)
    let before = try desk.workdir.bytes("县.db")
    try desk.does("merge", "县.db", packed, status: 6, says: "不是加密给手头这把密钥的")
    try desk.does("merge", "县.db", packed, "--key", "别.key", status: 6, says: "不是加密给手头这把密钥的")
    var changed = bytes
    changed[bytes.count - 20] ^= 1
    try desk.workdir.write("坏" + ending, changed)
    try desk.does("merge", "县.db", "坏" + ending, "--key", "县.key", status: 4, says: "已损坏或被改动过")
    #expect(try desk.workdir.bytes("县.db") == before)
    try desk.does("verify", packed, "--key", "县.key", says: "第一小学")
    // A folder for temporary files of its own: other tests leave theirs in the usual one.
    let merged = try run(
      yicePath, ["merge", "县.db", packed, "--key", "县.key"], in: desk.workdir, environment: ["TMPDIR": place])
    #expect(merged.status == 0 && merged.out.contains("已合并"), "\(merged.err)")
    #expect(try FileManager.default.contentsOfDirectory(atPath: place) == [])
    try desk.does("list", "县.db", "教师", says: "欧阳娜娜")
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
}
