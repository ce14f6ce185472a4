internal import YiceFormats
package import YiceModel

/// A 填报值 read from a statistics table, with the cells it came from.
package struct StatedFigure: Sendable, Equatable {
  package let orgCode: String
  package let element: String
  package let stage: Stage?
  /// In the element's own unit.
  package let value: Double
  package let unit: String
  /// 表号.
  package let table: String
  package let sheet: String?
  /// Row of the first cell.
  package let row: Int
  /// As people name cells: `C7`.
  package let cells: [String]
}

/// Reads one sheet by the labels of its rows and columns.
struct StatisticsReader {
  let table: StatisticsTable
  let sheet: StatisticsSheet
  let fileName: String
  /// Whose figures they are where the sheet does not say.
  let orgCode: String?
  private(set) var figures: [StatedFigure] = []
  private(set) var findings: [Finding] = []

  private let columnLabels: [[LabelText]]
  private let codeColumn: Int?

  init(_ table: StatisticsTable, _ sheet: StatisticsSheet, fileName: String, orgCode: String?) {
    self.table = table
    self.sheet = sheet
    self.fileName = fileName
    self.orgCode = orgCode
    columnLabels = sheet.columns.map { $0.map(LabelText.init) }
    codeColumn = columnLabels.firstIndex { labels in
      labels.contains { StatisticsTable.codeLabels.contains($0.text) }
    }
  }

  /// Whether the sheet has one row a school.
  var isList: Bool { codeColumn != nil }

  mutating func read() {
    if let codeColumn {
      for row in sheet.rows where row.own.indices.contains(codeColumn) {
        guard OrgCode.isValid(row.own[codeColumn]) else { continue }
        read([row], org: row.own[codeColumn])
      }
      if figures.isEmpty { complain("no-figures", "没有认出任何一所学校的数。请检查标识码列和表头") }
    } else if let org = sheet.titles.lazy.compactMap({ StatisticsReader.code(in: $0) }).first ?? orgCode {
      read(sheet.rows, org: org)
    } else {
      complain("no-org", "表里没有学校标识码，不知道是哪所学校的数。请在表头上方写明 10 位标识码，或导入到学校自己的文件")
    }
  }

  // MARK: One school

  private struct Place {
    let row: Int
    let column: Int
    let text: String
    let unit: String?
  }

  private mutating func read(_ rows: [StatisticsSheet.Row], org: String) {
    for rule in table.rules {
      guard let element = Element.named(rule.element) else { continue }
      let ways = rule.ways.map { way in way.map { places($0, rule, rows) } }
      guard let places = ways.first(where: { way in way.allSatisfy { !$0.isEmpty } }) else {
        // A list of schools lacks a column for all of them: it is told once.
        if !isList || org == firstOrg {
          complain(
            "missing-label", "没有找到“\(element.name)”\(rule.stage.map { "（\($0.rawValue)）" } ?? "")，没有导入这一项",
            .warning)
        }
        continue
      }
      add(rule, element, places, org)
    }
  }

  private var firstOrg: String? {
    codeColumn.flatMap { column in
      sheet.rows.lazy.compactMap { $0.own.indices.contains(column) ? $0.own[column] : nil }
        .first { OrgCode.isValid($0) }
    }
  }

  private mutating func add(
    _ rule: StatisticsTable.Rule, _ element: Element, _ parts: [[Place]], _ org: String
  ) {
    var sum = 0.0
    var cells: [String] = []
    for part in parts {
      guard let first = part.first else { return }
      let values = Set(part.map(\.text).filter { !StatisticsTable.emptyMarks.contains($0) && !$0.isEmpty })
      guard values.count <= 1 else {
        let names = part.map(name).joined(separator: "、")
        return complain(
          "two-figures", "“\(element.name)”有几个不同的数（\(names)），不知道用哪一个", row: first.row,
          column: first.column)
      }
      guard let text = values.first, let place = part.first(where: { $0.text == text }) else { continue }
      guard let figure = StatisticsSheet.figure(text) else {
        return complain("bad-number", "\(name(place)) 应是数", row: place.row, column: place.column, value: text)
      }
      guard let exponent = exponent(place, element) else { return }
      sum += figure * exponent
      cells.append(name(place))
    }
    guard !cells.isEmpty, let row = parts.first?.first?.row else {
      return complain(
        "no-figure", "“\(element.name)”没有数（\(parts.flatMap { $0 }.map(name).joined(separator: "、"))），没有导入这一项",
        .note)
    }
    figures.append(
      StatedFigure(
        orgCode: org, element: element.name, stage: rule.stage, value: (sum * 10_000).rounded() / 10_000,
        unit: element.unit, table: table.code, sheet: sheet.name, row: row, cells: cells))
  }

  /// What a figure is multiplied by to be in the element's unit; `nil` when that is unknown, which is told.
  private mutating func exponent(_ place: Place, _ element: Element) -> Double? {
    let unit = place.unit ?? titleUnit(element)
    guard let unit else {
      // People, rooms and ㎡ come as they are; money comes in 元 or 万元.
      guard element.unit == "元" else { return 1 }
      complain("no-unit", "“\(element.name)”没有写明单位（元还是万元），没有导入这一项", row: place.row, column: place.column)
      return nil
    }
    guard let exponent = Unit.exponent(from: unit, to: element.unit) else {
      complain(
        "bad-unit", "“\(element.name)”的单位“\(unit)”换算不成“\(element.unit)”", row: place.row, column: place.column
      )
      return nil
    }
    return (0..<exponent).reduce(1.0) { factor, _ in factor * 10 }
  }

  /// 计量单位:平方米、册、万元 above the table: the one that goes with the element.
  private func titleUnit(_ element: Element) -> String? {
    let words = sheet.titles.filter { $0.contains("单位:") }
      .flatMap { title in (title.split(separator: ":").last ?? "").split { "、,，;".contains($0) } }.map(
        String.init)
    let fitting = words.filter { Unit.exponent(from: $0, to: element.unit) != nil }
    return fitting.count == 1 ? fitting[0] : nil
  }

  // MARK: Labels

  private func places(
    _ cell: StatisticsTable.Cell, _ rule: StatisticsTable.Rule, _ rows: [StatisticsSheet.Row]
  ) -> [Place] {
    var found: [Place] = []
    for row in rows {
      let rowLabels =
        isList
        ? []
        : sheet.labelColumns.map { row.cells.indices.contains($0) ? LabelText(row.cells[$0]) : LabelText("") }
      for column in columnLabels.indices
      where isList ? column != codeColumn : !sheet.labelColumns.contains(column) {
        let labels = (columnLabels[column] + rowLabels).filter { !$0.text.isEmpty }
        guard !labels.isEmpty, StatisticsReader.matches(labels.map(\.text), cell, rule) else { continue }
        let text = row.own.indices.contains(column) ? row.own[column] : ""
        // Texts beside the figures belong to other columns' labels.
        guard text.isEmpty || StatisticsSheet.isFigure(text) || text.contains(where: \.isNumber) else {
          continue
        }
        let unit =
          columnLabels[column].reversed().compactMap(\.unit).first ?? rowLabels.compactMap(\.unit).last
        found.append(Place(row: row.number, column: column + 1, text: text, unit: unit))
      }
    }
    return found
  }

  /// Each list has one of the labels, and the labels are all of the lists', neutral, or what the cell is part of.
  static func matches(_ labels: [String], _ cell: StatisticsTable.Cell, _ rule: StatisticsTable.Rule) -> Bool
  {
    guard cell.labels.allSatisfy({ list in labels.contains { list.contains($0) } }) else { return false }
    return labels.allSatisfy { label in
      cell.labels.contains { $0.contains(label) } || StatisticsTable.neutral.contains(label)
        || rule.within.contains(label)
    }
  }

  private func name(_ place: Place) -> String { columnLetters(place.column) + String(place.row) }

  /// The 10-digit code in a title line.
  private static func code(in title: String) -> String? {
    title.split { !$0.isASCII || !$0.isNumber }.map(String.init).first {
      $0.count == 10 && OrgCode.isValid($0)
    }
  }

  private mutating func complain(
    _ code: String, _ message: String, _ severity: Finding.Severity = .error, row: Int? = nil,
    column: Int? = nil, value: String? = nil
  ) {
    findings.append(
      Finding(
        severity, code,
        at: SourceLocation(
          file: fileName, sheet: sheet.name, row: row, column: column.map(columnLetters)), value: value,
        "\(table.code) \(message)"))
  }
}
