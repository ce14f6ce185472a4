import Testing
import YiceModel
import YiceStore
import YiceTestSupport

@testable import YiceSign

@Suite("encrypted files")
struct EncryptedFileTests {
  struct Vector: CustomTestStringConvertible, Sendable {
    let name: String
    var fields: [String: [String]] = [:]
    let file: [UInt8]
    var testDescription: String { name }

    init?(_ line: Substring) {
      let parts = line.split(separator: "\t")
      guard parts.count == 2, let bytes = Base64.bytes(String(parts[1])) else { return nil }
      name = String(parts[0])
      var start = 0
      while let end = bytes[start...].firstIndex(of: 0x0A), end > start {
        let field = String(decoding: bytes[start..<end], as: UTF8.self).split(separator: ":", maxSplits: 1)
        fields[String(field[0]), default: []].append(String(field[1].dropFirst()))
        start = end + 1
      }
      file = Array(bytes[(start + 1)...])
    }

    static let all: [Vector] = {
      let text = (try? Repository.text("Tests/YiceSignTests/AgeVectors.txt")) ?? ""
      return text.split(separator: "\n").compactMap { Vector($0) }
    }()

    func open() throws -> [UInt8] {
      if let word = fields["passphrase"]?.first {
        return try EncryptedFile.decrypt(file, name: name, passphrase: word)
      }
      let keys = (fields["identity"] ?? []).compactMap { identity -> PrivateKey? in
        guard let raw = Bech32.bytes(identity, "age-secret-key-"),
          let opening = CryptoKey(raw: raw, .x25519, isPrivate: true), let signing = CryptoKey(new: .ed25519)
        else { return nil }
        return PrivateKey(
          holderCode: "2199000001", role: .school, algorithm: .ed25519, signing: signing, opening: opening)
      }
      return try EncryptedFile.decrypt(file, name: name, keys: keys)
    }
  }

  @Test("age's own vectors: what they say is opened is opened, nothing else")
  func vectors() throws {
    #expect(Vector.all.count > 70)
    for vector in Vector.all {
      let expected = vector.fields["expect"]?.first
      if expected == "success" {
        #expect(
          ContentHash.sha256.hex(of: try vector.open()) == vector.fields["payload"]?.first, "\(vector.name)")
        continue
      }
      let error = #expect(throws: SignError.self, "\(vector.name)") { _ = try vector.open() }
      if expected == "no match" {
        #expect(
          [.notForUs(vector.name), .wrongFilePassphrase(vector.name)].contains(error), "\(vector.name)")
      }
    }
  }

  @Test("every length near a piece's end comes back", arguments: KeyAlgorithm.allCases)
  func lengths(algorithm: KeyAlgorithm) throws {
    let key = try makeKey(algorithm)
    let other = try makeKey(algorithm)
    let recipient = try #require(Recipient(key.publicKey.recipient))
    for count in [0, 1, 65536, 65537] {
      let plain = [UInt8](repeating: 7, count: count)
      let sealed = try EncryptedFile.encrypt(plain, for: .keys([recipient]))
      #expect(EncryptedFile.isOne(sealed))
      #expect(try EncryptedFile.decrypt(sealed, name: "a", keys: [other, key]) == plain)
      #expect(throws: SignError.notForUs("a")) { try EncryptedFile.decrypt(sealed, name: "a", keys: [other]) }
      #expect(throws: SignError.damaged("a")) {
        try EncryptedFile.decrypt(sealed.dropLast(), name: "a", keys: [key])
      }
    }
  }

  @Test("no changed byte of a file is opened, nor a file with less or more", arguments: KeyAlgorithm.allCases)
  func everyByte(algorithm: KeyAlgorithm) throws {
    let key = try makeKey(algorithm)
    let recipient = try #require(Recipient(key.publicKey.recipient))
    let sealed = try EncryptedFile.encrypt(Array("王芳".utf8), for: .keys([recipient]))
    let step = algorithm == .sm2 ? 5 : 1
    for index in stride(from: 0, to: sealed.count, by: step) {
      var changed = sealed
      changed[index] ^= 1
      #expect(throws: SignError.self, "byte \(index)") {
        try EncryptedFile.decrypt(changed, name: "a", keys: [key])
      }
    }
    for count in 1..<40 {
      #expect(throws: SignError.self) {
        try EncryptedFile.decrypt(sealed.dropLast(count), name: "a", keys: [key])
      }
    }
    #expect(throws: SignError.damaged("a")) {
      try EncryptedFile.decrypt(sealed + [0], name: "a", keys: [key])
    }
  }

  @Test("one passphrase opens, ten others do not; keys of both kinds are not mixed")
  func passphrases() throws {
    let sealed = try EncryptedFile.encrypt([1, 2, 3], for: .passphrase("第一小学的口令"), cost: 8)
    #expect(EncryptedFile.wantsPassphrase(sealed))
    #expect(try EncryptedFile.decrypt(sealed, name: "a", passphrase: "第一小学的口令") == [1, 2, 3])
    for number in 0..<10 {
      #expect(throws: SignError.wrongFilePassphrase("a")) {
        try EncryptedFile.decrypt(sealed, name: "a", passphrase: "口令\(number)")
      }
    }
    #expect(throws: SignError.needsPassphrase("a")) {
      try EncryptedFile.decrypt(sealed, name: "a", keys: [makeKey()])
    }
    let recipients = try KeyAlgorithm.allCases.map {
      try #require(Recipient(makeKey($0).publicKey.recipient))
    }
    #expect(throws: SignError.mixedRecipients) { try EncryptedFile.encrypt([1], for: .keys(recipients)) }
  }
}
