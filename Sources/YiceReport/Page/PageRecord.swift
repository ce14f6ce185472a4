internal import GRDB
internal import YiceStore

/// What a school's page remembers of the file it was made from, for the next one: the revisions of the school's rows.
/// It stands in the page's head, where no reader sees it; the file itself is only read.
struct PageRecord: Equatable {
  let school: String
  /// Every revision that touched the school's rows.
  let known: Set<Int64>
  /// Those of them that the page itself told as new.
  let fresh: Set<Int64>
  /// The latest of `known`, and of what the page was measured from, to the minute; "-" where there is none.
  let upTo: String
  let origin: String

  private static let name = "yice-record"

  /// Revisions that wrote, changed or deleted a row of the school.
  static func touching(_ db: Database, school: String) throws -> Set<Int64> {
    var found = try Int64.fetchSet(
      db,
      sql:
        "SELECT rev FROM change WHERE org_code = ?1 UNION SELECT before_rev FROM change WHERE org_code = ?1",
      arguments: [school])
    for table in TableCatalog.tables where table.columns.contains(where: { $0.name == "org_code" }) {
      found.formUnion(
        try Int64.fetchSet(
          db, sql: "SELECT DISTINCT rev FROM \(table.name) WHERE org_code = ?", arguments: [school]))
    }
    return found.filter { $0 > 0 }
  }

  init(_ db: Database, school: String, since origin: ChangeOrigin) throws {
    let touching = try PageRecord.touching(db, school: school)
    self.school = school
    known = touching
    fresh = touching.subtracting(origin.known)
    upTo = try PageRecord.latest(db, touching)
    self.origin = try PageRecord.latest(db, touching.intersection(origin.known))
  }

  private static func latest(_ db: Database, _ ids: Set<Int64>) throws -> String {
    let moments = try Row.fetchAll(db, sql: "SELECT id, at FROM revision")
      .filter { ids.contains($0["id"]) }.map { $0["at"] as String }
    return moments.max().map { String(Moment.local($0).prefix(16)) } ?? "-"
  }
}

// MARK: - In the page

extension PageRecord {
  /// Digits and letters only: nothing of it needs escaping.
  var meta: Markup {
    let ids = known.sorted().map { (fresh.contains($0) ? "+" : "") + String($0, radix: 36) }
    let words = [school, upTo, origin] + ids
    return "<meta name=\"\(PageRecord.name)\" content=\"\(words.joined(separator: ";"))\">\n"
  }

  /// nil where the text is no page of a school, or of a version that kept no record.
  init?(html: String) {
    guard let start = html.firstRange(of: "<meta name=\"\(PageRecord.name)\" content=\"") else { return nil }
    let parts = html[start.upperBound...].prefix { $0 != "\"" }
      .split(separator: ";", omittingEmptySubsequences: false).map(String.init)
    guard parts.count >= 3, parts[0].count == 10, parts[0].allSatisfy({ $0.isASCII && $0.isNumber }),
      parts[1...2].allSatisfy({ $0.allSatisfy { $0.isASCII && ($0.isNumber || "- :".contains($0)) } })
    else { return nil }
    var known: Set<Int64> = []
    var fresh: Set<Int64> = []
    for part in parts[3...] {
      guard let id = Int64(part.hasPrefix("+") ? String(part.dropFirst()) : part, radix: 36) else {
        return nil
      }
      known.insert(id)
      if part.hasPrefix("+") { fresh.insert(id) }
    }
    school = parts[0]
    upTo = parts[1]
    origin = parts[2]
    self.known = known
    self.fresh = fresh
  }
}
