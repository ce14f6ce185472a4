internal import CYice

/// One table that programmes ask for, worked out by one query: a file of Demands/SQL, whose head is the form's. Decision 0192.
///
/// The head says `form`, `title`, `words`, `by: school` where each school has a page, `section` of the status, `from`: the
/// tables it is read from, `column name: 标题 width [personal] [merges] [centred]` in order, and `note` lines. {year-1} and
/// the name of a parameter stand for their values. What follows a line `-- status` sums the rows, as `demand`, up into lines
/// of name, total, done, overdue, remark.
package struct Demand: Sendable {
  /// Name of its file.
  package let id: String
  package let form: String
  package let title: String
  package let words: [String]
  package let isBySchool: Bool
  /// Heading of its lines in `status`; empty where it has none.
  package let section: String
  /// Names of catalog tables.
  package let tables: [String]
  package let columns: [Column]
  /// As its head has them; `DemandQuestion.notes` fills them in.
  package let notes: [String]
  /// Parameters that its query names.
  let parameters: Set<String>
  package let query: String
  package let status: String?

  package struct Column: Sendable {
    package let name: String
    package let label: String
    /// In characters, a Chinese character two.
    package let width: Double
    package let isPersonal: Bool
    package let merges: Bool
    package let isCentred: Bool
  }

  /// In the order in which people meet them.
  package static let all = texts.compactMap { Demand(id: $0.name, text: $0.text) }

  /// The query of the numbers that a target may name; it is no form.
  static let figures = text("figures").replacing(
    "{experiments}", with: all.first { $0.id == "experiments" }?.query ?? "")

  private static func text(_ name: String) -> String { texts.first { $0.name == name }?.text ?? "" }

  private static let texts: [(name: String, text: String)] = {
    var found: [(String, String)] = []
    guard var entry = yice_demand_sql() else { return found }
    while let name = entry.pointee.name, let text = entry.pointee.text {
      found.append((String(cString: name), String(cString: text)))
      entry += 1
    }
    return found
  }()
}

extension Demand {
  /// nil where the head lacks what every form has.
  init?(id: String, text: String) {
    let parts = text.split(separator: "\n-- status\n", maxSplits: 1).map(String.init)
    var heads: [(key: String, value: String)] = []
    for line in parts[0].split(separator: "\n") where line.hasPrefix("-- ") {
      guard let colon = line.firstRange(of: ": ") else { continue }
      heads.append(
        (
          String(line[line.index(line.startIndex, offsetBy: 3)..<colon.lowerBound]),
          String(line[colon.upperBound...])
        ))
    }
    func head(_ key: String) -> String? { heads.first { $0.key == key }?.value }
    func list(_ key: String) -> [String] { head(key)?.split(separator: "、").map(String.init) ?? [] }
    guard let form = head("form"), let title = head("title") else { return nil }
    self.id = id
    self.form = form
    self.title = title
    words = list("words")
    isBySchool = head("by") == "school"
    section = head("section") ?? ""
    tables = list("from")
    columns = heads.filter { $0.key.hasPrefix("column ") }.compactMap {
      Column(String($0.key.dropFirst(7)), $0.value)
    }
    notes = heads.filter { $0.key == "note" }.map(\.value)
    query = parts[0]
    parameters = Set(
      parts[0].split { !($0.isASCII && ($0.isLetter || "_:".contains($0))) }.filter { $0.hasPrefix(":") }
        .map { String($0.dropFirst()) })
    status = parts.count > 1 ? parts[1] : nil
  }
}

extension Demand.Column {
  /// 「姓名 10 personal centred」
  init?(_ name: String, _ text: String) {
    let words = text.split(separator: " ").map(String.init)
    guard words.count > 1, let width = Double(words[1]) else { return nil }
    self.name = name
    label = words[0]
    self.width = width
    isPersonal = words.contains("personal")
    merges = words.contains("merges")
    isCentred = words.contains("centred")
  }
}
