internal import GRDB

/// Relaxations (放宽认定) in force on a day, with their basis and expiry. Decision 0014.
struct RelaxationTable {
  struct Entry: Equatable {
    let basis: String
    let expiresOn: String
  }

  private var entries: [String: [String: Entry]] = [:]

  /// - Parameter day: nil: none is asked for.
  init(_ db: Database, on day: String?) throws {
    guard let day else { return }
    for row in try Row.fetchAll(
      db, sql: "SELECT org_code, item, basis, expires_on FROM relaxation WHERE expires_on >= ?",
      arguments: [day])
    {
      entries[row["org_code"], default: [:]][row["item"]] =
        Entry(basis: row["basis"], expiresOn: row["expires_on"])
    }
  }

  /// Whether any is in force.
  var isUsed: Bool { !entries.isEmpty }

  /// The first of these schools that has one.
  func first(_ codes: [String], _ item: String) -> Entry? {
    guard !entries.isEmpty else { return nil }
    return codes.lazy.compactMap { entries[$0]?[item] }.first
  }
}
