package import YiceFormats
package import YiceModel
internal import YiceStore

/// Sheets of one workbook that tell more of the same people, as 全国教师管理信息系统 exports them (基本信息, 学习经历, 教育教学,
/// 教师资格, 专业技术职务聘任): joined by 教职工号, or by the identity number, which is not kept.
///
/// Decision 0134.
package struct SheetJoin {
  /// The chosen sheet's rows with the columns of the others.
  package let source: any RowSource
  package let notes: [Finding]
  /// The other sheets.
  let joined: [SheetInfo]

  /// Columns of a teacher that another sheet may tell.
  private static let columns: Set = [
    "stage", "subject", "full_time", "education", "title", "backbone", "backbone_document", "backbone_on",
    "certified",
    "post",
  ]
  /// What a tab's name says of columns that mean something else there: the subject of a certificate is not what is taught.
  private static let foreign: [(tab: String, columns: Set<String>)] = [("资格", ["subject", "stage"])]
  private static let starts = ["聘任开始年月", "聘任起始年月", "聘任时间", "聘任日期", "聘任年月", "开始年月", "起始年月"]

  /// - Returns: `nil` where there is nothing to join.
  /// - Throws: the readers' errors.
  package init?(_ file: SheetFile, _ choice: SheetChoice, _ matcher: HeaderMatcher) throws {
    guard matcher.table.name == CatalogTable.teacher.name, !choice.others.isEmpty else { return nil }
    guard let base = try SheetJoin.open(file, choice.sheet, matcher), let keys = Keys(base, matcher),
      !base.heading.labels.contains(where: { SheetMemory(heading: $0) != nil })
    else { return nil }
    var parts: [Part] = []
    var joined: [SheetInfo] = []
    for info in choice.others where info.visibility == .visible && !SheetJoin.isOtherTable(info.name) {
      guard let rows = try? SheetJoin.open(file, info, matcher), let own = Keys(rows, matcher) else {
        continue
      }
      var part = Part(info, rows, own, matcher)
      guard !part.columns.isEmpty else { continue }
      try part.read()
      parts.append(part)
      joined.append(info)
    }
    guard !parts.isEmpty else { return nil }
    let given = base.heading.labels.map { matcher.columnName(HeaderMatcher.tidy($0)) }
    var added: [(name: String, heading: String)] = []
    for part in parts {
      for column in part.columns
      where !given.contains(column.name) && !added.contains(where: { $0.name == column.name }) {
        added.append((column.name, column.heading))
      }
    }
    var rows: [(number: Int, cells: [String])] = []
    var row = SheetRow()
    while try base.next(into: &row) {
      var cells = (0..<max(row.count, given.count)).map { row[$0] }
      let found = parts.indices.compactMap { index in parts[index].find(keys.texts(row)).map { (index, $0) } }
      func told(_ name: String) -> String? { found.lazy.compactMap { parts[$0.0].value(name, $0.1) }.first }
      for (index, name) in given.enumerated() where Characters.trimmed(cells[index]).isEmpty {
        if let name, SheetJoin.columns.contains(name), let text = told(name) { cells[index] = text }
      }
      rows.append((row.number, cells + added.map { told($0.name) ?? "" }))
    }
    source = DerivedRows(
      base.source, titles: base.titles, headings: base.heading.labels + added.map(\.heading),
      headingRow: base.heading.rows.upperBound, rows: rows, keepsColumns: true)
    self.joined = joined
    notes = choice.notes(joined: joined) + parts.flatMap { $0.notes(file.name, base: choice.sheet.name) }
  }

  private static func open(_ file: SheetFile, _ info: SheetInfo, _ matcher: HeaderMatcher) throws
    -> HeadedRows?
  {
    try HeadedRows(file.rows(of: info), merges: file.merges(of: info), matcher: matcher, headerRows: nil)
  }

  /// Whether a tab has the name of a part of the system's export that lists people again.
  static func isPart(_ tab: String) -> Bool { parts.contains(where: tab.contains) }

  private static let parts = ["学习经历", "教育教学", "教师资格", "职务聘任", "职称聘任", "岗位聘任", "骨干"]

  /// A tab that is called after another table has that table's rows.
  private static func isOtherTable(_ tab: String) -> Bool {
    let name = HeaderMatcher.tidy(tab)
    return TableCatalog.tables.contains { table in
      table.name != CatalogTable.teacher.name && ([table.label] + table.synonyms).contains(name)
    }
  }

  /// Where a sheet says whose row it is.
  private struct Keys {
    let number: Int?
    let identity: Int?

    init?(_ rows: HeadedRows, _ matcher: HeaderMatcher) {
      let labels = rows.heading.labels.map(HeaderMatcher.tidy)
      number = labels.firstIndex { matcher.columnName($0) == "teacher_no" }
      identity = labels.firstIndex { IdentityCard.headings.contains($0) }
      if number == nil, identity == nil { return nil }
    }

    func texts(_ row: SheetRow) -> [String] {
      [number, identity].enumerated().compactMap { kind, index in
        index.map { HeaderMatcher.tidy(row[$0]).uppercased() }.flatMap { $0.isEmpty ? nil : "\(kind) \($0)" }
      }
    }
  }

  /// One further sheet: what it tells of each person.
  private struct Part {
    let info: SheetInfo
    let columns: [(index: Int, name: String, heading: String)]
    private let rows: HeadedRows
    private let keys: Keys
    private let start: Int?
    private let table: CatalogTable
    private var people: [[String: String]] = []
    private var latest: [String] = []
    private var byKey: [String: Int] = [:]
    private var several: [String: Int] = [:]

    init(_ info: SheetInfo, _ rows: HeadedRows, _ keys: Keys, _ matcher: HeaderMatcher) {
      self.info = info
      self.rows = rows
      self.keys = keys
      table = matcher.table
      let labels = rows.heading.labels.map(HeaderMatcher.tidy)
      let foreign = SheetJoin.foreign.filter { info.name.contains($0.tab) }.flatMap(\.columns)
      start = labels.firstIndex { SheetJoin.starts.contains($0) }
      var seen: Set<String> = []
      columns = labels.enumerated().compactMap { index, label in
        guard let name = matcher.columnName(label), SheetJoin.columns.contains(name), !foreign.contains(name),
          seen.insert(name).inserted
        else { return nil }
        return (index, name, rows.heading.labels[index])
      }
    }

    mutating func read() throws {
      var row = SheetRow()
      while try rows.next(into: &row) {
        let texts = keys.texts(row)
        guard !texts.isEmpty else { continue }
        let since = start.map { HeaderMatcher.tidy(row[$0]).filter(\.isNumber) } ?? ""
        guard let place = find(texts) else {
          for text in texts { byKey[text] = people.count }
          people.append(values(row))
          latest.append(since)
          continue
        }
        merge(values(row), since, into: place)
      }
    }

    private func values(_ row: SheetRow) -> [String: String] {
      Dictionary(
        uniqueKeysWithValues: columns.map { ($0.name, Characters.trimmed(row[$0.index])) }.filter {
          !$0.1.isEmpty
        })
    }

    /// A person's next row: the later appointment, the higher degree, any certificate; else the first counts.
    private mutating func merge(_ next: [String: String], _ since: String, into place: Int) {
      let isLater = !since.isEmpty && since > latest[place]
      for (name, text) in next {
        guard let known = people[place][name] else {
          people[place][name] = text
          continue
        }
        guard known != text else { continue }
        if isLater || start == nil && rank(text, name) < rank(known, name) {
          people[place][name] = text
        } else if rank(text, name) == Int.max {
          several[name, default: 0] += 1
        }
      }
      if isLater { latest[place] = since }
    }

    /// 0 is the highest; `Int.max` where words of the column have no order.
    private func rank(_ text: String, _ name: String) -> Int {
      guard ["education", "title"].contains(name), let column = table.column(name),
        case .choice(let words) = column.type
      else { return Int.max }
      guard case .text(let stored)? = try? ValueParser(column).parse(text).value else { return Int.max }
      return words.firstIndex(of: stored) ?? Int.max
    }

    func find(_ texts: [String]) -> Int? { texts.first { byKey[$0] != nil }.flatMap { byKey[$0] } }

    func value(_ name: String, _ person: Int) -> String? { people[person][name] }

    func notes(_ file: String, base: String) -> [Finding] {
      let place = SourceLocation(file: file, sheet: info.name)
      let labels = columns.compactMap { table.column($0.name)?.label }.joined(separator: "、")
      var found = [Finding(.note, "sheet-joined", at: place, "按教职工号并入“\(base)”：\(labels)（\(people.count) 人）")]
      for (name, count) in several.sorted(by: { $0.key < $1.key }) {
        let label = table.column(name)?.label ?? name
        found.append(
          Finding(.warning, "several-values", at: place, "有 \(count) 处同一人的“\(label)”不止一种，取了第一种"))
      }
      return found
    }
  }
}
