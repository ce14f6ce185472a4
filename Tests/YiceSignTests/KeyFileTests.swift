import Testing
import YiceModel
import YiceTestSupport

@testable import YiceSign

@Suite("keys and their files")
struct KeyFileTests {
  private let workdir = Workdir()

  @Test("a key comes back from its file, by its passphrase and by no other", arguments: KeyAlgorithm.allCases)
  func passphrase(algorithm: KeyAlgorithm) throws {
    let key = try makeKey(algorithm)
    let path = workdir.file("一小.key")
    try KeyFile.write(key, to: path, passphrase: "一二三四五六七八")
    let file = try KeyFile(path)
    #expect(file.needsPassphrase && file.publicKey == key.publicKey)
    let opened = try file.open(for: .signing) { "一二三四五六七八" }
    #expect(key.publicKey.verifies("封条", try opened.sign("封条")))
    for number in 0..<(algorithm == .sm2 ? 1 : 10) {
      #expect(throws: SignError.wrongPassphrase(path)) { try file.open(for: .signing) { "口令\(number)" } }
    }
  }

  @Test(
    "openssl reads the private and the public file", .enabled(if: Tools.has("openssl")),
    arguments: KeyAlgorithm.allCases)
  func openssl(algorithm: KeyAlgorithm) throws {
    let key = try makeKey(algorithm)
    try KeyFile.write(key, to: workdir.file("k"), passphrase: "12345678")
    try KeyFile.write(key.publicKey.fileText, to: workdir.file("k.pub"), isPrivate: false)
    try workdir.write("text", "内容 abc\n")
    try workdir.write("signature", try key.sign("内容 abc\n"))
    let way = algorithm == .sm2 ? ["-digest", "sm3", "-pkeyopt", "distid:1234567812345678"] : []
    let verified = try run(
      "/usr/bin/openssl",
      ["pkeyutl", "-verify", "-pubin", "-inkey", "k.pub", "-rawin", "-in", "text", "-sigfile", "signature"]
        + way,
      in: workdir)
    #expect(verified.status == 0 && verified.out.contains("Verified Successfully"), "\(verified.err)")
    let read = try run(
      "/usr/bin/openssl", ["pkey", "-in", "k", "-passin", "pass:12345678", "-pubout"], in: workdir)
    #expect(read.status == 0 && key.publicKey.fileText.contains(read.out), "\(read.err)")
  }

  @Test(
    "the public line says all, and any other letter in it is no key or another",
    arguments: KeyAlgorithm.allCases)
  func line(algorithm: KeyAlgorithm) throws {
    let key = try makeKey(algorithm).publicKey
    #expect(PublicKey(line: key.line) == key)
    #expect(PublicKey(text: "您好：\n\(key.line)\n此致") == key)
    #expect(key.fingerprint.count == 47 && key.fingerprint.split(separator: " ").count == 8)
    let bytes = Array(key.line.utf8)
    for index in bytes.indices {
      var changed = bytes
      changed[index] ^= 1
      let other = PublicKey(line: String(decoding: changed, as: UTF8.self))
      #expect(other == nil || other != key, "byte \(index)")
    }
  }

  @Test("a passphrase that could not be tried for want of memory is not said to be wrong")
  func noMemory() throws {
    let path = workdir.file("大.key")
    try KeyFile.write(try makeKey(), to: path, passphrase: "一二三四五六七八")
    // scrypt with r 64 instead of 8 asks for 128 MB, which libcrypto does not give unasked.
    let text = String(decoding: try workdir.bytes("大.key"), as: UTF8.self)
    let lines = text.split(separator: "\n").map(String.init).map { line in
      guard line.count == Base64.columns, var bytes = Base64.bytes(line),
        let place = bytes.firstRange(of: [2, 1, 8, 2, 1, 5])
      else { return line }
      bytes[place.lowerBound + 2] = 64
      return Base64.text(bytes)
    }
    #expect(lines.joined(separator: "\n") + "\n" != text)
    try workdir.write("大.key", lines.joined(separator: "\n") + "\n")
    #expect(throws: SignError.noMemory(path)) {
      try KeyFile(path).open(for: .signing) { "一二三四五六七八" }
    }
  }

  @Test("what is no key file is said to be none, and a private file is for its owner alone")
  func files() throws {
    try workdir.write("a", "hello")
    #expect(throws: SignError.notAKeyFile(workdir.file("a"))) { try KeyFile(workdir.file("a")) }
    #expect(throws: SignError.notFound(workdir.file("b"))) { try KeyFile(workdir.file("b")) }
    let key = try makeKey()
    try KeyFile.write(key, to: workdir.file("c"), passphrase: nil)
    #expect(try !KeyFile(workdir.file("c")).needsPassphrase)
    #expect(try run("/usr/bin/stat", ["-c", "%a", "c"], in: workdir).out == "600\n")
    #expect(throws: SignError.cannotWrite(workdir.file("c"), reason: "已经有这个文件")) {
      try KeyFile.write(key, to: workdir.file("c"), passphrase: nil)
    }
  }
}
