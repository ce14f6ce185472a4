import Foundation
import Testing
import YiceTestSupport

@Suite("keys and signatures, from one desk to the other")
struct KeyCommandTests {
  /// A county with its key, and a school that has started, with its own.
  struct Signers: Desk {
    let bureau: Bureau
    var workdir: Workdir { bureau.workdir }

    init() throws {
      bureau = try Bureau()
      try does(
        "key", "new", "县.db", "-o", "县.key", "--no-passphrase", says: "核对数字", "密钥文件请另存一份",
        "下一步登记到教育局的文件里，下发时带给各校：yice key trust 县.db 县.pub")
      try does("key", "trust", "县.db", "县.pub", "--yes", says: "已登记 330100（示例县）的密钥")
      try does(
        "issue", "县.db", "--to", "发", "--org", "2133000001", "--key", "县.key", says: "已用 330100（县级）的密钥签名")
      try does("start", "发/2133000001-第一小学-下发.db", "-o", "校.db", says: "请打电话向教育局核对", "以后的文件由一册核对")
      try does("key", "new", "校.db", "-o", "校.key", "--no-passphrase")
    }

    /// The school's file, packed and signed.
    func packed(_ key: String = "校.key", _ name: String = "寄.db") throws -> String {
      try does("pack", "校.db", "--key", key, "-o", name, "--force", says: "已用 2133000001（学校）的密钥签名")
      return name
    }

    func signature(_ file: String, with county: String? = nil) throws -> String? {
      let result = try yice(["verify", file, "--json"] + (county.map { ["--with", $0] } ?? []))
      let rows = try json(result.out) as? [[String: Any]]
      return rows?.first?["signature"] as? String
    }
  }

  @Test("a key that the bureau signs with and never registered is told when the school starts")
  func unregistered() throws {
    let bureau = try Bureau()
    try bureau.does("key", "new", "县.db", "-o", "县.key", "--no-passphrase")
    try bureau.does("issue", "县.db", "--to", "发", "--org", "2133000001", "--key", "县.key")
    let started = try bureau.does(
      "start", "发/2133000001-第一小学-下发.db", "-o", "校.db", says: "教育局没有登记这把密钥")
    #expect(!started.err.contains("以后的文件由一册核对"))
  }

  @Test("a school's key is registered, its files are valid; struck, they are refused; replaced, valid again")
  func life() throws {
    let desk = try Signers()
    let mail = try desk.packed()
    #expect(try desk.signature(mail) == "unknown_key")
    try desk.does("merge", "县.db", mail, "--dry-run", says: "密钥没有登记", "密钥未登记")
    try desk.does("key", "trust", "县.db", mail, "--yes", says: "已登记 2133000001（第一小学）")
    #expect(try desk.signature(mail, with: "县.db") == "valid")
    try desk.does("merge", "县.db", mail, says: "签名有效")
    try desk.does("received", "县.db", says: "签名有效")
    try desk.does("key", "list", "县.db", says: "学校", "没有签名的文件：不拒收")
    try desk.does("key", "trust", "县.db", mail, "--yes", status: 1, says: "已经登记过了")
    try desk.does("key", "strike", "县.db", "2133000001", "--reason", "U盘丢失", says: "已停用 2133000001")
    try desk.does("set", "校.db", "学校机构", "2133000001", "简称=一小")
    try desk.does("merge", "县.db", try desk.packed(), status: 6, says: "停用的密钥")
    try desk.does("key", "new", "校.db", "-o", "校.key", "--no-passphrase", status: 1, says: "已经有密钥")
    try desk.does("key", "new", "校.db", "-o", "校.key", "--no-passphrase", "--replace")
    try desk.does("key", "trust", "县.db", "校.pub", "--yes", "--replace")
    try desk.does("merge", "县.db", try desk.packed(), says: "签名有效")
    try desk.does("log", "县.db", says: "停用密钥")
  }

  @Test("what the bureau sends on is checked with the key that came with the first file")
  func issued() throws {
    let desk = try Signers()
    try desk.does("set", "县.db", "学校机构", "2133000001", "简称=一小")
    try desk.does("issue", "县.db", "--to", "发", "--org", "2133000001", "--key", "县.key")
    try desk.does("merge", "校.db", "发/2133000001-第一小学-下发.db", says: "签名有效")
    try desk.does("key", "list", "校.db", says: "县级")
  }

  @Test("the bureau's rule keeps out what has no signature; another's key does not sign")
  func rule() throws {
    let desk = try Signers()
    try desk.does("key", "require", "县.db", "全部必须签名", says: "全部必须签名")
    try desk.does("pack", "校.db", "--no-sign", "-o", "寄.db")
    try desk.does("merge", "县.db", "寄.db", status: 6, says: "没有签名，按本局的规定")
    try desk.does("key", "require", "县.db", "随便", status: 64, says: "没有规定“随便”")
    try desk.does("pack", "校.db", "--key", "县.key", "-o", "别.db", status: 6, says: "不能为这个文件签名")
    #expect((try? desk.workdir.bytes("别.db")) == nil)
    try desk.does("key", "trust", "校.db", "校.pub", "--yes", status: 6)
  }

  @Test("a passphrase guards a key; a wrong one, ten times, writes nothing")
  func passphrase() throws {
    let desk = try Signers()
    try desk.workdir.write("口令", "一二三四五六七八\n")
    try desk.does("key", "new", "校.db", "-o", "锁.key", "--key-passphrase-file", "口令")
    try desk.workdir.write("错", "八七六五四三二一\n")
    for _ in 0..<10 {
      try desk.does(
        "pack", "校.db", "--key", "锁.key", "--key-passphrase-file", "错", "-o", "寄.db", status: 6, says: "口令不对")
    }
    #expect((try? desk.workdir.bytes("寄.db")) == nil)
    try desk.does("pack", "校.db", "--key", "锁.key", "--key-passphrase-file", "口令", "-o", "寄.db", says: "密钥签名")
    try desk.workdir.write("短", "123\n")
    try desk.does("key", "new", "校.db", "-o", "短.key", "--key-passphrase-file", "短", status: 64, says: "口令太短")
  }

  @Test("the usual place is found by what the file is")
  func place() throws {
    let desk = try Signers()
    let home = ["XDG_CONFIG_HOME": desk.workdir.file("设置")]
    func yice(_ arguments: String...) throws -> ProgramResult {
      try run(yicePath, arguments, in: desk.workdir, environment: home)
    }
    #expect(try yice("key", "new", "校.db", "--no-passphrase").status == 0)
    #expect(try yice("pack", "校.db", "-o", "寄.db").err.contains("已用 2133000001（学校）的密钥签名"))
    #expect(try yice("key", "show", "校.db").out.contains("核对数字"))
    #expect(try yice("finish", "校.db", "--to", "完.db").err.contains("密钥签名"))
    #expect(try yice("inspect", "校.db", "-o", "督.db").status == 0)
  }

  @Test(
    "openssl checks the signature as the guide says",
    .enabled(if: Tools.has("openssl") && Tools.has("sqlite3")), arguments: ["Ed25519", "SM2"])
  func openssl(algorithm: String) throws {
    let desk = try Signers()
    try desk.does("key", "new", "校.db", "-o", "新.key", "--no-passphrase", "--algorithm", algorithm)
    let mail = try desk.packed("新.key")
    let guide = try Repository.text("docs/security.md")
    let part = try #require(
      guide.components(separatedBy: "```sh\n").dropFirst().first { $0.contains("openssl pkeyutl") })
    let script = part.components(separatedBy: "```")[0].replacing("收到.db", with: mail).replacing(
      "一小.pub", with: "新.pub")
    let lines = script.split(separator: "\n").filter {
      !$0.contains("openssl") || $0.contains("sm3") == (algorithm == "SM2")
    }
    let checked = try run("/bin/bash", ["-e", "-c", lines.joined(separator: "\n")], in: desk.workdir)
    #expect(
      checked.status == 0 && checked.out.contains("Verified Successfully"), "\(checked.err)\(checked.out)")
  }
}
