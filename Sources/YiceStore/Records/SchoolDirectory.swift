package import GRDB
package import YiceModel

/// The schools of a file, by what people call them: the one place that tells which school a word means.
/// Decision 0107.
package struct SchoolDirectory: Sendable {
  /// By code.
  package let schools: [School]

  package struct School: Sendable, Equatable {
    package let code: String
    package let name: String
    package let short: String?
    package let kind: String
  }

  package init(_ db: Database) throws {
    schools = try Row.fetchAll(
      db,
      sql: "SELECT org_code, name, short_name, kind FROM org WHERE kind IS NOT '教育行政部门' ORDER BY org_code"
    ).map { School(code: $0[0], name: $0[1], short: $0[2], kind: $0[3] ?? "") }
  }

  /// The school of that code, name, short name, or part of its name that no other has.
  /// - Throws: `Problem`.
  package func school(_ word: String) throws(Problem) -> School {
    let word = Characters.trimmed(word)
    if let one = schools.first(where: { $0.code == word }) { return one }
    var found = schools.filter { $0.name == word || $0.short == word }
    if found.isEmpty { found = schools.filter { $0.name.contains(word) } }
    guard let one = found.first, !word.isEmpty else { throw .notFound(word) }
    guard found.count == 1 else {
      throw .several(word, found.prefix(5).map { "\($0.name)（\($0.code)）" }, of: found.count)
    }
    return one
  }

  /// Its code.
  /// - Throws: `Problem`.
  package func code(of word: String) throws(Problem) -> String { try school(word).code }

  /// Names of all that a file's rows may belong to, the bureau's too: the short one where there is one.
  package static func names(_ db: Database) throws -> [String: String] {
    var names: [String: String] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT org_code, coalesce(nullif(short_name, ''), name) FROM org") {
      names[row[0]] = row[1]
    }
    return names
  }

  /// Schools whose name stands in a text, such as a sheet's title; a name within a longer one found there is not another.
  package func named(in text: String) -> [(code: String, name: String)] {
    let found = schools.flatMap { school in
      [school.name, school.short].compactMap { $0 }.filter { !$0.isEmpty && text.contains($0) }
        .map { (code: school.code, name: $0) }
    }
    let longest = found.filter { one in
      !found.contains { $0.name.count > one.name.count && $0.name.contains(one.name) }
    }
    var seen: Set<String> = []
    return longest.filter { seen.insert($0.code).inserted }
  }

  /// A school that cannot be told.
  package enum Problem: YiceError, Equatable {
    case notFound(String)
    /// The first of them by name and code, and how many there are.
    case several(String, [String], of: Int)

    package var exitStatus: ExitStatus { .usage }

    package var description: String {
      switch self {
      case .notFound: "\(reason)。请写学校标识码、全名、简称，或名称里独有的一段（yice list 文件 学校机构 查看）。"
      case .several: "\(reason)。请写学校标识码，或学校全名（yice list 文件 学校机构 查看）。"
      }
    }

    /// As part of a sentence.
    package var reason: String {
      switch self {
      case .notFound(let word): "文件里没有学校“\(word)”"
      case .several(let word, let names, let count):
        "“\(word)”不止一所学校：\(names.joined(separator: "、"))" + (count > names.count ? " 等 \(count) 所" : "")
      }
    }
  }
}
