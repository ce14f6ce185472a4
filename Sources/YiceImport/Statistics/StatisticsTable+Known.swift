internal import YiceModel

extension StatisticsTable {
  /// Which table a sheet or a part of it is, and what is doubtful about it.
  struct Known {
    let table: StatisticsTable
    /// 表号 as written; the table's own where there is none.
    let number: String
    /// 学段 of figures whose labels say none, as title, number or name of the sheet tell it.
    let stage: Stage?
    /// The same, as the number mostly has it: what else is known of the school comes first.
    let usualStage: Stage?
    /// Why the table was not known by its number alone.
    let doubt: String?
  }

  /// Numbers move from year to year and from 基础基 to 教基; the title says what a table is about, so it comes first.
  /// Decision 0131.
  ///
  /// - Parameters:
  ///   - name: of the sheet.
  ///   - titles: lines above the headings.
  static func known(_ name: String, _ titles: [String]) -> Known? {
    let name = HeaderMatcher.tidy(name)
    let written = (titles + [name]).flatMap(numbers)
    let bare = bareNumbers(name)
    let byNumber = (written + bare).lazy.compactMap { text in
      all.first { $0.number(text) != nil }.map { (table: $0, text: text) }
    }.first
    // 填报单位:第一小学 says nothing about the table.
    let lines = titles.filter { !$0.contains(":") }
    // The sheet's name is a title where nothing else is.
    let title = (lines + (written.isEmpty && bare.isEmpty ? [name] : [])).first { line in
      all.contains { $0.titleWords.fits(line) }
    }
    let byTitle = all.filter { table in title.map(table.titleWords.fits) ?? false }
    let table: StatisticsTable
    let number: String
    var doubt: String?
    if let byNumber, byTitle.isEmpty || byTitle.contains(where: { $0.code == byNumber.table.code }) {
      (table, number) = byNumber
    } else if byTitle.count == 1, let title {
      table = byTitle[0]
      number = written.first ?? byNumber?.text ?? table.code
      doubt =
        (written.first ?? byNumber?.text).map { "表号“\($0)”不是已知的“\(table.title)”的表号" } ?? "没有写表号"
      doubt = doubt.map { "\($0)，按标题“\(title)”当作\(table.title)表读取，请核对" }
    } else {
      return nil
    }
    let told = title.flatMap(StageWords.only)
    let own = table.number(number)
    let fixed = own.flatMap { $0.isFixed ? $0.stage : nil }
    if let told, let fixed, told != fixed {
      doubt = "表号“\(number)”原是\(fixed.rawValue)的，标题写的是“\(title ?? "")”，按标题当作\(told.rawValue)读取，请核对"
    }
    return Known(
      table: table, number: number, stage: told ?? fixed ?? StageWords.only(in: name), usualStage: own?.stage,
      doubt: doubt)
  }

  func number(_ text: String) -> Number? { numbers.first { $0.text == text } }

  /// Whether a sheet calls itself one of the tables by its number.
  ///
  /// - Parameters:
  ///   - name: of the sheet.
  ///   - texts: cells of its first rows.
  static func isNumbered(_ name: String, _ texts: [String]) -> Bool {
    let name = HeaderMatcher.tidy(name)
    let written =
      texts.flatMap { numbers(in: HeaderMatcher.tidy($0)) } + numbers(in: name) + bareNumbers(name)
    return written.contains { text in all.contains { $0.number(text) != nil } }
  }

  private static let systems = ["教基", "基础基"]

  /// 教基3112, 基础基112, 教基1102续 in a text.
  static func numbers(in text: String) -> [String] {
    systems.flatMap { system -> [String] in
      text.ranges(of: system).compactMap { range in
        let rest = text[range.upperBound...]
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard (3...5).contains(digits.count) else { return nil }
        return system + digits + (rest.dropFirst(digits.count).hasPrefix("续") ? "续" : "")
      }
    }
  }

  /// 1102续 as the name of a sheet: only numbers that are known.
  private static func bareNumbers(_ name: String) -> [String] {
    name.split { !($0.isASCII && $0.isNumber) && $0 != "续" }.flatMap { part in systems.map { $0 + part } }
      .filter { text in all.contains { $0.number(text) != nil } }
  }
}

extension StatisticsTable {
  /// A part of a sheet by the label over it: 教基3112, 教基3112小学学生数, 小学学生数.
  static func known(side label: String, sheet: String) -> Known? {
    let number = numbers(in: label).first
    guard let known = known("", [label]) else { return nil }
    return Known(
      table: known.table, number: number ?? known.number,
      stage: known.stage ?? StageWords.only(in: HeaderMatcher.tidy(sheet)), usualStage: known.usualStage,
      doubt: known.doubt)
  }
}
