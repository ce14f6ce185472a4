internal import YiceFormats

/// The columns of a sheet that belong to one table, and where a list has the schools.
struct StatisticsPart {
  let sheet: StatisticsSheet
  /// Columns with the table's figures.
  let columns: [Int]
  /// By column; those of the table without its 表号.
  let labels: [[LabelText]]
  /// Where the sheet has one row a school.
  let schools: SchoolColumns?

  /// Columns of a list that say which school a row is.
  struct SchoolColumns {
    /// nil: the name alone says it.
    let code: Int?
    let name: Int?
    let counted: Int?
    let main: Int?
    let kind: Int?

    var all: [Int] { [code, name, counted, main, kind].compactMap(\.self) }
  }

  /// Columns that belong together by their highest label.
  struct Group {
    let label: String
    var columns: [Int]

    /// As people name them: I–K.
    var place: String {
      let first = columnLetters((columns.first ?? 0) + 1)
      let last = columnLetters((columns.last ?? 0) + 1)
      return first == last ? first : "\(first)–\(last)"
    }
  }

  /// - Parameter group: `nil` for all columns.
  init(_ sheet: StatisticsSheet, _ group: Group? = nil) {
    self.sheet = sheet
    let schools = StatisticsPart.schools(sheet)
    self.schools = schools
    let all = sheet.columns.indices.filter { column in
      !sheet.isIndex(column)
        && (schools.map { !$0.all.contains(column) } ?? !sheet.labelColumns.contains(column))
    }
    columns = group.map(\.columns) ?? all
    labels = sheet.columns.map { levels in
      (group != nil && levels.first == group?.label ? Array(levels.dropFirst()) : levels).map(LabelText.init)
    }
  }

  /// The tables that stand side by side, where the highest labels name them.
  static func groups(_ sheet: StatisticsSheet, by isTable: (String) -> Bool) -> [Group] {
    var groups: [Group] = []
    var places: [String: Int] = [:]
    for (column, levels) in sheet.columns.enumerated() {
      guard levels.count > 1, let label = levels.first, isTable(label) else { continue }
      if let place = places[label] {
        groups[place].columns.append(column)
      } else {
        places[label] = groups.count
        groups.append(Group(label: label, columns: [column]))
      }
    }
    return groups
  }

  /// 教基3112 over its columns.
  static func isNumber(_ label: String) -> Bool {
    guard let number = StatisticsTable.numbers(in: label).first else { return false }
    return label.hasPrefix(number)
  }

  /// 小学学生数 over its columns.
  static func isTitle(_ label: String) -> Bool { StatisticsTable.all.contains { $0.titleWords.fits(label) } }

  private static func schools(_ sheet: StatisticsSheet) -> SchoolColumns? {
    func column(_ words: Set<String>) -> Int? {
      sheet.columns.firstIndex { levels in levels.contains { words.contains(LabelText($0).text) } }
    }
    let code = column(StatisticsTable.codeLabels)
    let name = column(StatisticsTable.nameLabels)
    guard code != nil || name != nil else { return nil }
    return SchoolColumns(
      code: code, name: name, counted: column(StatisticsTable.countedLabels),
      main: column(StatisticsTable.mainLabels), kind: column(StatisticsTable.kindLabels))
  }
}
