package import GRDB
package import YiceModel

/// The schools of a file, by what people call them.
package struct SchoolDirectory: Sendable {
  private let schools: [(code: String, name: String, short: String?)]

  package init(_ db: Database) throws {
    schools = try Row.fetchAll(
      db, sql: "SELECT org_code, name, short_name FROM org WHERE kind IS NOT '教育行政部门' ORDER BY org_code"
    ).map { ($0[0], $0[1], $0[2]) }
  }

  /// The code of the school of that code, name, short name, or part of its name that no other has.
  /// - Throws: `Problem`.
  package func code(of word: String) throws(Problem) -> String {
    if schools.contains(where: { $0.code == word }) { return word }
    var found = schools.filter { $0.name == word || $0.short == word }
    if found.isEmpty { found = schools.filter { $0.name.contains(word) } }
    guard let one = found.first, !word.isEmpty else { throw .notFound(word) }
    guard found.count == 1 else {
      throw .several(word, found.prefix(5).map { "\($0.name)（\($0.code)）" })
    }
    return one.code
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
    case several(String, [String])

    package var exitStatus: ExitStatus { .usage }

    package var description: String { "\(reason)。请写学校标识码，或学校全名（yice list 文件 学校机构 查看）。" }

    /// As part of a sentence.
    package var reason: String {
      switch self {
      case .notFound(let word): "文件里没有学校“\(word)”"
      case .several(let word, let names): "“\(word)”不止一所学校：\(names.joined(separator: "、"))"
      }
    }
  }
}
