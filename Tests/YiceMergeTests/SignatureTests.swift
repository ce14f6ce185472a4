import FoundationEssentials
import GRDB
import Testing
import YiceModel
import YiceSign
import YiceStore
import YiceTestSupport

@testable import YiceMerge

@Suite("signatures over the seal (Decision 0181)")
struct SignatureTests {
  @Test(
    "what is signed is valid where the key is registered, and nobody's where it is not",
    arguments: KeyAlgorithm.allCases)
  func valid(algorithm: KeyAlgorithm) throws {
    let pair = try SigningPair(algorithm)
    #expect(try pair.verdict() == .unknownKey)
    try pair.trust()
    #expect(try pair.verdict(pair.register()) == .valid)
    let result = try #require(try pair.merge().first)
    #expect(result.status == .merged && result.proof?.verdict == .valid)
    let receipt = try #require(try pair.pair.county.read { try Receipt.all($0) }.first { $0.files > 0 })
    #expect(receipt.signature == .valid)
    let digest = try YiceFile.open(pair.path).read {
      try String.fetchOne($0, sql: "SELECT digest FROM seal WHERE table_name = '*'")
    }
    #expect(digest?.hasPrefix("sm3:") == (algorithm == .sm2))
  }

  @Test(
    "a file that was merged is judged by the keys of today; one that was struck since counts for what came before"
  )
  func judgedToday() throws {
    let pair = try SigningPair()
    func listed() throws -> SenderProof.Verdict? {
      try pair.pair.county.read { try Receipt.all($0) }.first { $0.files > 0 }?.signature
    }
    _ = try pair.merge()
    #expect(try listed() == .unknownKey)
    try pair.trust()
    #expect(try listed() == .valid)
    func strike(_ pair: SigningPair) throws {
      _ = try pair.pair.county.write("key strike", author: .tester) { writer in
        let key = try #require(try KeyRegister(writer.db).keys[pair.key.publicKey.id])
        try writer.strike(key, on: "2022-12-01", reason: nil)
      }
    }
    try strike(pair)
    // Nobody knew the key when the file came.
    #expect(try listed() == .struckKey)
    let other = try SigningPair()
    try other.trust()
    _ = try other.merge()
    try strike(other)
    #expect(try other.pair.county.read { try Receipt.all($0) }.first { $0.files > 0 }?.signature == .valid)
  }

  @Test("a file without a signature is as it was before there were any, and merges as before")
  func unsigned() throws {
    let pair = try SigningPair()
    try Pack.pack(try YiceFile.open(pair.pair.school), to: pair.path, replacing: true)
    #expect(try pair.verdict() == .unsigned)
    let result = try #require(try pair.merge().first)
    #expect(result.status == .merged && result.proof == nil)
    let stored = try pair.pair.county.read {
      try String.fetchOne($0, sql: "SELECT sender_proof FROM received")
    }
    #expect(stored == nil)
  }

  @Test("the bureau says what it refuses; a workbook has no signature either")
  func rules() throws {
    let pair = try SigningPair()
    try pair.rule(.everything)
    try pair.expectRefused("密钥没有登记，按本局的规定", .notAllowed)
    try Pack.pack(try YiceFile.open(pair.pair.school), to: pair.path, replacing: true)
    try pair.expectRefused("没有签名，按本局的规定", .notAllowed)
    try pair.rule(.ofHolders)
    #expect(try pair.merge().first?.status == .merged)
    let other = try SigningPair()
    try other.trust()
    try other.rule(.ofHolders)
    try Pack.pack(try YiceFile.open(other.pair.school), to: other.path, replacing: true)
    try other.expectRefused("没有签名，按本局的规定", .notAllowed)
    // Who stole the key does not get by without it.
    _ = try other.pair.county.write("key strike", author: .tester) { writer in
      try writer.strike(
        try #require(try KeyRegister(writer.db).keys[other.key.publicKey.id]), on: "2022-12-01", reason: nil)
    }
    try other.expectRefused("没有签名，按本局的规定", .notAllowed)
  }

  @Test("a county's list of keys says nothing in the city's file")
  func otherBureau() throws {
    let work = Workdir()
    let city = try YiceFile.create(
      work.file("市.db"), info: FileInfo(role: .city, orgCode: "330000", orgName: "市", schoolYear: 2022),
      author: .tester)
    let key = try PrivateKey(holderCode: "330000", role: .city, algorithm: .ed25519)
    _ = try city.write("key trust", author: .tester) { writer in
      try writer.trust(
        key.publicKey, for: "330000", as: .city, holder: nil, on: "2022-11-01", replacing: false)
    }
    #expect(try city.read { try KeyRegister($0) }.keys.count == 1)
    let queue = try DatabaseQueue(path: city.path)
    try queue.writeWithoutTransaction {
      try $0.execute(
        sql: "DROP TRIGGER IF EXISTS signing_key_update; UPDATE signing_key SET org_code = '330100'")
    }
    #expect(try city.read { try KeyRegister($0) }.isEmpty)
  }

  @Test("a struck key, a replaced one and another school's are refused, each in its words")
  func keys() throws {
    let pair = try SigningPair()
    try pair.trust()
    let next = try PrivateKey(holderCode: Pair.org, role: .school, algorithm: .ed25519)
    try pair.trust(next, replacing: true)
    try pair.expectRefused("2022-11-01 起停用的密钥", .notAllowed)
    #expect(try pair.register().live(Pair.org, .school).map(\.id) == [next.publicKey.id])
    try pair.pack(by: next)
    #expect(try pair.merge().first?.proof?.verdict == .valid)

    let foreign = try SigningPair()
    try foreign.trust(holder: "2133000002")
    try foreign.expectRefused("登记给了 2133000002", .notAllowed)
  }

  @Test("a signature moved to another file, or put back after the content was sealed anew, does not fit")
  func moved() throws {
    let pair = try SigningPair()
    try pair.trust()
    // A later state of the same school's file, sealed by nobody, with the signature of the earlier one.
    _ = try YiceFile.open(pair.pair.school, for: .write).write("set", author: .tester) { writer in
      try writer.set(.room, try RowKey("R1", in: .room, file: writer.file), ["note": "又改过"])
    }
    let later = pair.pair.workdir.file("later.db")
    try Pack.pack(try YiceFile.open(pair.pair.school), to: later, replacing: true)
    let move = "ATTACH '\(pair.path)' AS p; INSERT INTO seal_signature SELECT * FROM p.seal_signature"
    try Pair.raw([move], later)
    try pair.expectRefused("签名不符", .notOurFile, later)
    // The right signature, of another key's owner who says it is theirs.
    try pair.pack()
    try Pair.raw(
      ["UPDATE seal_signature SET key_id = '\(String(repeating: "0", count: 64))'"], pair.path)
    try pair.expectRefused("签名不符", .notOurFile)
  }

  @Test("an old file that comes again changes nothing, and says that it is old")
  func replayed() throws {
    let pair = try SigningPair()
    try pair.trust()
    _ = try YiceFile.open(pair.pair.school, for: .write).write("set", author: .tester) { writer in
      try writer.set(.room, try RowKey("R1", in: .room, file: writer.file), ["note": "又改过"])
    }
    let later = pair.pair.workdir.file("later.db")
    try pair.pack("later.db")
    let results = try pair.merge(later, pair.path, later)
    #expect(results.map(\.status) == [.merged, .oldCopy, .nothingNew])
  }

  @Test("who works in a signed file takes seal and signature off")
  func edited() throws {
    let pair = try SigningPair()
    _ = try YiceFile.open(pair.path, for: .write).write("set", author: .tester) { writer in
      try writer.set(.room, try RowKey("R1", in: .room, file: writer.file), ["note": "又改过"])
    }
    #expect(try pair.verdict() == .unsigned)
    #expect(
      try YiceFile.open(pair.path).read { try Int.fetchOne($0, sql: "SELECT count(*) FROM seal_signature") }
        == 0)
  }

  @Test("no byte of a signature's line can be another", arguments: KeyAlgorithm.allCases)
  func everyByte(algorithm: KeyAlgorithm) throws {
    let pair = try SigningPair(algorithm)
    let queue = try DatabaseQueue(path: pair.path)
    try queue.write { db in
      let row = try #require(try Row.fetchOne(db, sql: "SELECT * FROM seal_signature"))
      let info = try #require(try FileInfo(db))
      for column in ["key_id", "algorithm", "signed_at", "public_key", "statement", "signature"] {
        let isText = column != "signature"
        let bytes: [UInt8] = isText ? Array((row[column] as String).utf8) : [UInt8](row[column] as Data)
        let step = algorithm == .sm2 ? 7 : 1
        for index in bytes.indices where (bytes[index] < 0x80 || !isText) && index % step == 0 {
          var changed = bytes
          changed[index] ^= 1
          let value: any DatabaseValueConvertible =
            isText ? String(decoding: changed, as: UTF8.self) : Data(changed)
          try db.execute(sql: "UPDATE seal_signature SET \(column) = ?", arguments: [value])
          #expect(throws: MergeRefusal.wrongSignature("寄.db"), "\(column) \(index)") {
            try Trust().look(db, info, "寄.db")
          }
          try db.execute(
            sql: "UPDATE seal_signature SET \(column) = ?", arguments: [row[column] as DatabaseValue])
        }
      }
      #expect(try Trust().look(db, info, "寄.db")?.verdict == .unknownKey)
    }
  }

  /// Every so many bytes one bit is altered: a prime, so that the places within pages differ. `YICE_BYTE_STEP=1` alters
  /// every byte that holds something, and each 16th of free room.
  private static let step = Effort.number("YICE_BYTE_STEP") ?? 12_289
  private static let parts = 4

  @Test("nothing altered in a whole signed file is ever told as validly signed", arguments: 0..<parts)
  func wholeFile(part: Int) throws {
    let pair = try SigningPair()
    try pair.trust()
    let register = try pair.register()
    let bytes = try pair.pair.workdir.bytes("packed.db")
    /// All that any table says.
    func content() throws -> [String] {
      try DatabaseQueue(path: pair.path).read { db in
        let tables = try String.fetchAll(
          db, sql: "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY 1")
        return try tables.flatMap { table in
          try Row.fetchAll(db, sql: "SELECT * FROM \(table)").map { "\(table) \($0.map(\.1))" }
        }
      }
    }
    let original = try content()
    var refused = 0
    var told: [Int] = []
    let places = stride(from: 0, to: bytes.count, by: SignatureTests.step)
      .filter { SignatureTests.step > 1 || bytes[$0] != 0 || $0.isMultiple(of: 16) }
    for (number, index) in places.enumerated() where number % SignatureTests.parts == part {
      var changed = bytes
      changed[index] ^= 1 << UInt8(index % 8)
      try pair.pair.workdir.write("packed.db", changed)
      guard try pair.verdict(register) == .valid else {
        refused += 1
        continue
      }
      // Bytes that hold nothing, as in free room of a page, may be any: what the file says is what was signed.
      told.append(index)
      let now = try content()
      let other = Set(now).symmetricDifference(original).sorted().prefix(4).joined(separator: "\n")
      #expect(now.elementsEqual(original), "byte \(index) of page \(index / 4096 + 1):\n\(other)")
    }
    #expect(refused > 2)
    if SignatureTests.step == 1 {
      print("part \(part): \(refused) refused, \(told.count) with the same content of \(bytes.count) bytes")
    }
  }
}
