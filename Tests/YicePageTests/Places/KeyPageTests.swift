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
}
