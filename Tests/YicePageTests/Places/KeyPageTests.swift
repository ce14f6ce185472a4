import Foundation
import GRDB
import Testing
import YiceMerge
import YiceModel
import YiceSign
import YiceStore
import YiceTestSupport

@testable import YicePage

@Suite("signatures on the page")
struct KeyPageTests {
  @Test(
    "an unknown key is shown with its digits and registered by a button; then the signature is valid and stays told"
  )
  func trust() throws {
    let served = try ServedFile(isCounty: true)
    let school = try makeSchool(in: served.workdir)
    let key = try PrivateKey(holderCode: "2133000001", role: .school, algorithm: .ed25519)
    let mail = served.workdir.file("寄.db")
    try Pack.pack(school, to: mail, replacing: false, signer: Signer(key, fileName: "寄.db"))
    let sent = try served.http.request(
      "PUT", "/receive/upload?name=a.db", [served.cookie, ("Accept", "application/json")],
      body: try served.workdir.bytes("寄.db"))
    let id = String(try #require(sent.body.firstMatch(of: #/"batch":"([0-9a-f]+)"/#)).output.1)
    let tried = try served.get("/receive/\(id)").body
    #expect(tried.contains(key.publicKey.fingerprint) && tried.contains("数字相符，登记"))
    #expect(try served.post("/receive/\(id)/trust", [("key", "yice-key x")], json: false).status == 400)
    let registered = try served.post("/receive/\(id)/trust", [("key", key.publicKey.line)], json: false)
    #expect([302, 303].contains(registered.status))
    #expect(try served.get("/receive/\(id)").body.contains("签名有效"))
    #expect(try served.post("/receive/\(id)", [], json: false).body.contains("签名有效"))
    #expect(try served.get("/send").body.contains("签名有效"))
  }

  private func send(_ served: ServedFile, _ path: String) throws -> String {
    let sent = try served.http.request(
      "PUT", "/receive/upload?name=a.db.age", [served.cookie, ("Accept", "application/json")],
      body: try served.workdir.bytes(path))
    return String(try #require(sent.body.firstMatch(of: #/"batch":"([0-9a-f]+)"/#)).output.1)
  }

  @Test("a file under a passphrase asks for it, opens by it and by no other, and nothing says it again")
  func passphrase() throws {
    let served = try ServedFile(isCounty: true)
    let school = try makeSchool(in: served.workdir)
    try Pack.pack(school, to: served.workdir.file("寄.age"), for: .passphrase("一二三四五六七八"), replacing: false)
    let place = "/receive/" + (try send(served, "寄.age"))
    let asked = try served.get(place).body
    #expect(asked.contains("type=\"password\" name=\"word\"") && asked.contains("填在下面"))
    let wrong = try served.post(place, [("word", "八七六五四三二一")], json: false).body
    #expect(wrong.contains("没有合并") && wrong.contains("口令不对") && !wrong.contains("已合并"))
    #expect(try !served.get("/table/org").body.contains("第一小学"))
    let tried = try served.post(place, [("word", "一二三四五六七八"), ("do", "try")], json: false).body
    #expect(tried.contains("还没有写入") && tried.contains("第一小学") && !tried.contains("一二三四五六七八"))
    // Not kept.
    #expect(try served.get(place).body.contains("填在下面"))
    let merged = try served.post(place, [("word", "一二三四五六七八")], json: false).body
    #expect(merged.contains("已合并") && !merged.contains("一二三四五六七八"))
    #expect(try served.get("/table/org").body.contains("第一小学"))
  }

  @Test("a school packs for its bureau's key, or with a passphrase that was typed twice")
  func packs() throws {
    let workdir = Workdir()
    let county = try makeCounty(in: workdir)
    let key = try PrivateKey(holderCode: "330100", role: .county, algorithm: .ed25519)
    try county.write("key trust", author: .tester) { writer in
      try writer.add(.org, ["org_code": "2133000001", "name": "第一小学", "kind": "小学", "county_code": "330100"])
      try writer.trust(
        key.publicKey, for: "330100", as: .county, holder: nil, on: "2022-11-01", replacing: false)
    }
    try Extract.write(county, school: "2133000001", to: workdir.file("下发.db"))
    _ = try Start.school(from: YiceFile.open(workdir.file("下发.db")), to: workdir.file("校.db"))
    let served = try ServedFile(showing: workdir.file("校.db"))
    #expect(try served.get("/send").body.contains("只有教育局能打开"))
    func packed(_ fields: (String, String)...) throws -> RawHTTP.Answer {
      try served.post("/send", [("do", "pack")] + fields, json: false)
    }
    let sealed = try packed(("encrypt", "bureau"))
    #expect(sealed.header("Content-Disposition")?.hasSuffix(".db.age") == true)
    #expect(sealed.body.hasPrefix("age-encryption.org/v1\n-> X25519 "))
    #expect(try packed(("encrypt", "word"), ("word", "一二三"), ("again", "一二三")).body.contains("口令太短"))
    let different = try packed(("encrypt", "word"), ("word", "一二三四五六七八"), ("again", "一二三四五六七九"))
    #expect(different.body.contains("两次输入的口令不同"))
    let locked = try packed(("encrypt", "word"), ("word", "一二三四五六七八"), ("again", "一二三四五六七八"))
    #expect(locked.body.hasPrefix("age-encryption.org/v1\n-> scrypt "))
    // Whose bureau has no key is offered none.
    let other = try ServedFile()
    #expect(try !other.get("/send").body.contains("只有教育局能打开"))
    let answer = try other.post("/send", [("do", "pack"), ("encrypt", "bureau")], json: false)
    #expect(answer.status != 200 && answer.body.contains("没有登记过密钥"))
  }

  @Test(
    "a key under a passphrase signs and opens by it and by no other; the page asks for it, and keeps it nowhere"
  )
  func lockedKey() throws {
    let workdir = Workdir()
    let (word, wrong) = ("一二三四五六七八", "八七六五四三二一")
    let keys = workdir.file("yice/keys")
    try FileManager.default.createDirectory(atPath: keys, withIntermediateDirectories: true)
    func key(_ code: String, _ role: Role) throws -> PrivateKey {
      let key = try PrivateKey(holderCode: code, role: role, algorithm: .ed25519)
      try KeyFile.write(key, to: keys + "/" + KeyPlace.name(holderCode: code, role: role), passphrase: word)
      return key
    }
    let home = ["XDG_CONFIG_HOME": workdir.path]
    let school = try makeSchool(in: workdir, file: "校.db")
    let schoolKey = try key("2133000001", .school)
    let page = try RunningPage(school.path, environment: home)
    #expect(try page.get("/send").contains("密钥的口令"))
    for typed in ["", wrong] {
      let refused = try page.post("/send", ["do": "pack", "passphrase": typed])
      #expect(refused.status != 200 && refused.body.contains("口令不对"), "\(refused.body)")
    }
    let packed = try page.post("/send", ["do": "pack", "passphrase": word])
    #expect(packed.body.hasPrefix("SQLite format 3") && packed.body.contains(schoolKey.publicKey.id))
    #expect(try !page.get("/send").contains(word))

    let county = try makeCounty(in: workdir, file: "县.db")
    let recipient = try #require(Recipient(try key("330100", .county).publicKey.recipient))
    try Pack.pack(school, to: workdir.file("寄.age"), for: .keys([recipient]), replacing: false)
    let desk = try RunningPage(county.path, environment: home)
    let sent = try desk.http.request(
      "PUT", "/receive/upload?name=a.db.age", [desk.cookie, ("Accept", "application/json")],
      body: try workdir.bytes("寄.age"))
    let place =
      "/receive/" + String(try #require(sent.body.firstMatch(of: #/"batch":"([0-9a-f]+)"/#)).output.1)
    #expect(try desk.get(place).contains("手头的密钥有口令"))
    let closed = try desk.post(place, ["passphrase": wrong]).body
    #expect(closed.contains("口令不对") && !closed.contains("已合并"))
    let merged = try desk.post(place, ["passphrase": word]).body
    #expect(merged.contains("已合并") && !merged.contains(word))
    #expect(try desk.get("/table/org").contains("第一小学"))
  }
}
