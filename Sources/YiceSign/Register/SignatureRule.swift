package import GRDB
package import YiceStore

/// Which received files a bureau refuses for their signature. What does not fit its own signature, and what is signed with a
/// struck key or another's, is refused whatever the rule.
package enum SignatureRule: String, Sendable, CaseIterable {
  case nothing = "none"
  case ofHolders = "holders"
  case everything = "all"

  private static let key = "signature_rule"

  package var label: String {
    switch self {
    case .nothing: "不拒收"
    case .ofHolders: "有密钥的必须签名"
    case .everything: "全部必须签名"
    }
  }

  package init?(word: String) {
    guard let rule = SignatureRule.allCases.first(where: { $0.rawValue == word || $0.label == word }) else {
      return nil
    }
    self = rule
  }

  package init(_ db: Database) throws {
    let value = try String.fetchOne(
      db, sql: "SELECT value FROM file_info WHERE key = ?", arguments: [SignatureRule.key])
    self = value.flatMap(SignatureRule.init(rawValue:)) ?? .nothing
  }

  private static let reviewKey = "review_signed_from"

  /// The day from which what reviewers write must carry their signature; nil: never.
  package static func reviewFrom(_ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM file_info WHERE key = ?", arguments: [reviewKey])
  }

  /// - Parameter day: nil: never.
  package static func saveReview(from day: String?, _ writer: RevisionWriter) throws {
    try writer.db.execute(sql: "DELETE FROM file_info WHERE key = ?", arguments: [reviewKey])
    if let day {
      try writer.db.execute(
        sql: "INSERT INTO file_info (key, value) VALUES (?, ?)", arguments: [reviewKey, day])
    }
    try writer.save(writer.file)
  }

  package func save(_ writer: RevisionWriter) throws {
    try writer.db.execute(
      sql: "INSERT OR REPLACE INTO file_info (key, value) VALUES (?, ?)",
      arguments: [SignatureRule.key, rawValue])
    try writer.save(writer.file)
  }
}
