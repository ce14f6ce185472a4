package import YiceModel

/// Finds a school by what a person types: its code, its name, or a part of its name that no other school has.
package struct SchoolFinder: Sendable {
  private let schools: [(code: String, name: String)]

  package init(_ schools: [(code: String, name: String)]) { self.schools = schools }

  package init(_ figures: CountyFigures) {
    var seen: Set<String> = []
    let segments = figures.stages.flatMap(\.segments).map { ($0.orgCode, $0.name) }
    let leftOut = figures.leftOut.map { ($0.orgCode, $0.name) }
    schools = (segments + leftOut).filter { seen.insert($0.0).inserted }.map { (code: $0.0, name: $0.1) }
  }

  /// - Throws: `SchoolError`.
  package func code(of word: String) throws -> String {
    if let exact = schools.first(where: { $0.code == word || $0.name == word }) { return exact.code }
    let found = schools.filter { $0.name.contains(word) }
    guard let one = found.first else { throw SchoolError.notFound(word) }
    guard found.count == 1 else {
      throw SchoolError.several(word, found.prefix(5).map { "\($0.name)（\($0.code)）" })
    }
    return one.code
  }
}

/// A school that a person named and that cannot be told.
package enum SchoolError: YiceError, Equatable {
  case notFound(String)
  case several(String, [String])

  package var exitStatus: ExitStatus { .usage }

  package var description: String {
    switch self {
    case .notFound(let word): "文件里没有学校“\(word)”。请写学校标识码、名称，或名称里独有的一段。"
    case .several(let word, let names): "“\(word)”不止一所学校：\(names.joined(separator: "、"))。请写全名或标识码。"
    }
  }
}
