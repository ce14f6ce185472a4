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
  /// When the bureau said so, or took it back: an older extract that comes late says nothing.
  private static let saidKey = "review_signed_said"

  /// The day from which what reviewers write must carry their signature; nil: never.
  package static func reviewFrom(_ db: Database) throws -> String? {
    try String.fetchOne(db, sql: "SELECT value FROM file_info WHERE key = ?", arguments: [reviewKey])
  }

  /// - Parameter day: nil: never.
  package static func saveReview(from day: String?, _ writer: RevisionWriter) throws {
    try put(day, Moment.now(), writer.db)
    try writer.save(writer.file)
  }

  /// What the bureau says in a file of its own that is attached, where it is newer than what is known.
  /// - Returns: whether it was.
  package static func takeReview(_ db: Database, from inbox: String) throws -> Bool {
    func value(_ key: String, in schema: String) throws -> String? {
      let found = try DatabaseValue.fetchOne(
        db, sql: "SELECT value FROM \(schema).file_info WHERE key = ? AND yice_sound(value)", arguments: [key]
      )
      return found.flatMap(String.fromDatabaseValue)
    }
    guard let said = try value(saidKey, in: inbox), try said > value(saidKey, in: "main") ?? "" else {
      return false
    }
    try put(value(reviewKey, in: inbox), said, db)
    return true
  }

  private static func put(_ day: String?, _ moment: String, _ db: Database) throws {
    try db.execute(sql: "DELETE FROM file_info WHERE key = ?", arguments: [reviewKey])
    for (key, value) in [(reviewKey, day), (saidKey, moment)] {
      guard let value else { continue }
      try db.execute(
        sql: "INSERT OR REPLACE INTO file_info (key, value) VALUES (?, ?)", arguments: [key, value])
    }
  }

  package func save(_ writer: RevisionWriter) throws {
    try writer.db.execute(
      sql: "INSERT OR REPLACE INTO file_info (key, value) VALUES (?, ?)",
      arguments: [SignatureRule.key, rawValue])
    try writer.save(writer.file)
  }
}
