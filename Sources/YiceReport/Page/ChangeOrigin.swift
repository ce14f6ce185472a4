internal import GRDB
internal import YiceModel
internal import YiceStore

/// From when a school's page tells what changed: the revisions that its reader knew already. Decision 0081.
package struct ChangeOrigin: Sendable {
  /// How the page names it, as 「2022-11-01 起」.
  let words: String
  let known: Set<Int64>
  /// No earlier report is known: everything since the file was made.
  var isBeginning: Bool = false

  /// What a person names, or the page that the new one takes the place of.
  package enum Request: Sendable, Equatable {
    /// YYYY-MM-DD where the clerk sits: revisions of that day and later count.
    case day(String)
    /// Revisions later than this one count.
    case revision(Int64)
    /// The text of an earlier page. One that is not named by a person counts only if it is of this school.
    case page(String, name: String, isNamed: Bool)
    /// The revisions of an older copy of the file.
    case copy(Set<Int64>, name: String)
  }

  /// - Throws: `ReportRefusal`.
  static func resolve(_ db: Database, _ request: Request?, school: String) throws -> ChangeOrigin {
    let beginning = ChangeOrigin(words: "建立文件", known: [], isBeginning: true)
    switch request {
    case nil: return beginning
    case .day(let day):
      let known = try revisions(db).filter { Moment.local($0.at).prefix(10) < day }.map(\.id)
      return ChangeOrigin(words: "\(day) 起（按各次修订自己的时间）", known: Set(known))
    case .revision(let id):
      let all = try revisions(db)
      guard let one = all.first(where: { $0.id == id }) else { throw ReportRefusal.unknownRevision(id) }
      let known = all.filter { ($0.at, $0.id) <= (one.at, one.id) }.map(\.id)
      return ChangeOrigin(
        words: "修订 \(id)（\(Moment.local(one.at).prefix(16))）之后", known: Set(known))
    case .copy(let ids, let name):
      guard try revisions(db).contains(where: { ids.contains($0.id) }) else {
        throw ReportRefusal.notOlder(name)
      }
      return ChangeOrigin(words: "旧文件 \(name)", known: ids)
    case .page(let text, let name, let isNamed):
      guard let record = PageRecord(html: text), record.school == school else {
        guard isNamed else { return beginning }
        throw ReportRefusal.notItsPage(name)
      }
      let now = try PageRecord.touching(db, school: school)
      // A page made again without anything new goes on telling what its predecessor told.
      let goesOn = now.isSubset(of: record.known)
      if goesOn, record.fresh == record.known { return beginning }
      let known = goesOn ? record.known.subtracting(record.fresh) : record.known
      let upTo = goesOn ? record.origin : record.upTo
      return ChangeOrigin(words: "上次报告（含到 \(upTo) 为止的修改）", known: known)
    }
  }

  private static func revisions(_ db: Database) throws -> [(id: Int64, at: String)] {
    try Row.fetchAll(db, sql: "SELECT id, at FROM revision").map { ($0["id"], $0["at"]) }
  }
}
