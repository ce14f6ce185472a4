package import GRDB
package import YiceSign
internal import YiceStore

/// Whose signatures count, and what is refused without one.
package struct Trust: Sendable {
  package var register = KeyRegister()
  package var rule = SignatureRule.nothing

  /// From this day on what reviewers write must be signed; nil: it need not be.
  package var reviewFrom: String?

  package init() {}

  package init(_ db: Database) throws {
    register = try KeyRegister(db)
    rule = try SignatureRule(db)
    reviewFrom = try SignatureRule.reviewFrom(db)
  }

  /// Keys by which reviewers' writes must be signed today; nil: they need not be.
  var reviewers: KeyRegister? { reviewFrom.map { $0 <= Moment.today() } == true ? register : nil }

  /// Where nobody has a key nothing needs to be said of a file without a signature.
  private var isSilent: Bool { register.isEmpty && rule == .nothing }

  /// What is to be said of a file whose seal fits; nil where there is nothing.
  /// - Throws: `MergeRefusal`.
  func look(_ db: Database, _ info: FileInfo, _ name: String) throws -> SenderProof? {
    let found = try SealSignature.all(db, info).map { judge($0, info) }
    guard let proof = found.max(by: { Trust.rank($0.verdict) < Trust.rank($1.verdict) }) else {
      return try lookAtUnsigned(info, name)
    }
    let fingerprint = proof.publicKey?.fingerprint ?? ""
    switch proof.verdict {
    case .valid, .unsigned: break
    case .broken: throw MergeRefusal.wrongSignature(name)
    case .struckKey:
      throw MergeRefusal.struckKey(name, fingerprint: fingerprint, on: proof.registered?.struckOn ?? "")
    case .foreignKey:
      throw MergeRefusal.foreignKey(
        name, fingerprint: fingerprint,
        holder: proof.registered?.holderCode ?? proof.publicKey?.holderCode ?? "",
        org: info.orgCode)
    case .unknownKey:
      guard !refuses(info) else {
        throw MergeRefusal.unknownKey(name, fingerprint: fingerprint, org: info.orgCode)
      }
    }
    return proof
  }

  /// - Throws: `MergeRefusal.unsigned` where the rule wants a signature.
  func lookAtUnsigned(_ info: FileInfo, _ name: String) throws -> SenderProof? {
    guard !refuses(info) else { throw MergeRefusal.unsigned(name, org: info.orgCode, orgName: info.orgName) }
    return isSilent ? nil : .unsigned
  }

  private func refuses(_ info: FileInfo) -> Bool {
    switch rule {
    case .nothing: false
    // A struck key still says that the unit signs: who took it away must not get by without one.
    case .ofHolders: register.keys.values.contains { $0.maySign(info) }
    case .everything: true
    }
  }

  private func judge(_ signature: SealSignature, _ info: FileInfo) -> SenderProof {
    let registered = register.keys[signature.keyID]
    let verdict: SenderProof.Verdict =
      if !signature.fits { .broken } else if let registered {
        registered.struckOn != nil ? .struckKey : registered.maySign(info) ? .valid : .foreignKey
      } else {
        // A key that says itself that it is another's.
        signature.publicKey?.maySign(info) == false ? .foreignKey : .unknownKey
      }
    return SenderProof(
      verdict: verdict, publicKey: signature.publicKey, registered: registered, signedAt: signature.signedAt)
  }

  /// Of several signatures the one that says most; one that does not fit outweighs all.
  private static func rank(_ verdict: SenderProof.Verdict) -> Int {
    let order: [SenderProof.Verdict] = [.unsigned, .unknownKey, .foreignKey, .struckKey, .valid, .broken]
    return order.firstIndex(of: verdict) ?? 0
  }
}
