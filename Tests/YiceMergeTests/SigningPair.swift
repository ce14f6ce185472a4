import FoundationEssentials
import GRDB
import Testing
import YiceModel
import YiceSign
import YiceStore
import YiceTestSupport

@testable import YiceMerge

/// A county, a school that signs, and what stands between them.
struct SigningPair {
  let pair: Pair
  let key: PrivateKey
  let path: String

  init(_ algorithm: KeyAlgorithm = .ed25519) throws {
    pair = try Pair()
    key = try PrivateKey(holderCode: Pair.org, role: .school, algorithm: algorithm)
    path = pair.workdir.file("packed.db")
    try pack()
  }

  func pack(_ name: String = "packed.db", by key: PrivateKey? = nil) throws {
    let place = pair.workdir.file(name)
    let signer = Signer(key ?? self.key, fileName: "一小.db")
    try Pack.pack(try YiceFile.open(pair.school), to: place, replacing: true, signer: signer)
  }

  func trust(_ key: PrivateKey? = nil, holder: String = Pair.org, replacing: Bool = false) throws {
    _ = try pair.county.write("key trust", author: .tester) { writer in
      try writer.trust(
        (key ?? self.key).publicKey, for: holder, as: .school, holder: nil, on: "2022-11-01",
        replacing: replacing)
    }
  }

  func rule(_ rule: SignatureRule) throws {
    try pair.county.write("key require", author: .tester) { try rule.save($0) }
  }

  func merge(_ paths: String...) throws -> [MergeResult] {
    try Merger(into: pair.county).merge(paths.isEmpty ? [path] : paths)
  }

  func verdict(_ register: KeyRegister = KeyRegister()) throws -> SenderProof.Verdict? {
    let report = try #require(Verification.check([path], register: register).first)
    return report.problem == nil ? report.proof.verdict : nil
  }

  func register() throws -> KeyRegister { try pair.county.read { try KeyRegister($0) } }

  /// The merge refuses the file in these words, and the county is as it was.
  func expectRefused(
    _ words: String, _ status: YiceModel.ExitStatus, _ path: String? = nil,
    sourceLocation: Testing.SourceLocation = #_sourceLocation
  ) throws {
    let before = try pair.workdir.bytes("county.db")
    let result = try #require(try merge(path ?? self.path).first)
    #expect(
      result.refusal?.reason.contains(words) == true, "\(result.status)", sourceLocation: sourceLocation)
    #expect(result.refusal?.status == status, sourceLocation: sourceLocation)
    #expect(try pair.workdir.bytes("county.db") == before, sourceLocation: sourceLocation)
  }

  /// Changes the packed file past its triggers.
  func raw(_ sql: String..., file: String? = nil) throws {
    try Pair.drop("trigger", in: file ?? path)
    try Pair.raw(sql, file ?? path)
    try Pair.raw([], file ?? path)
  }
}
