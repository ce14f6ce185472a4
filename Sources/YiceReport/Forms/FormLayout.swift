internal import YiceFormats

/// Widths, heights and merged cells of one page, for the workbook and the browser. Decision 0198.
struct FormLayout {
  private let page: FormPage
  /// Of each column, in characters of the default font.
  let widths: [Double]
  /// Neighbouring columns under one heading.
  let groups: [(label: String, columns: ClosedRange<Int>)]
  /// By column: the runs of rows whose cells are merged.
  private let spans: [Int: [ClosedRange<Int>]]

  init(_ page: FormPage) {
    self.page = page
    widths = FormLayout.widths(page)
    groups = FormLayout.groups(page)
    spans = FormLayout.spans(page)
  }

  private static func look(_ page: FormPage, _ column: Int) -> FormPage.Look {
    page.looks[page.listing.columns[column].name] ?? FormPage.Look()
  }

  // MARK: - Widths

  private static func widths(_ page: FormPage) -> [Double] {
    page.listing.columns.indices.map { column in
      let texts = page.listing.rows.prefix(200).map { $0[column].shown.description }
      if let width = look(page, column).width { return roomy(width, texts) }
      // A heading may go on in a second and third line.
      let heading = Double(displayWidth(page.listing.columns[column].label))
      let content = texts.map(displayWidth).max() ?? 0
      return roomy(min(max(Double(content) + 2, heading / 3 + 2, min(heading + 2, 10), 5), 36), texts)
    }
  }

  /// Lines of a cell that are still read at a glance.
  private static let mostLines = 12
  /// However much there is to say: a page has so many other columns.
  private static let widest = 60.0

  /// A column that would be a thread of many lines is made wider, the more the longer its longest text.
  private static func roomy(_ width: Double, _ texts: [String]) -> Double {
    let most = texts.map { lines($0, in: width) }.max() ?? 1
    guard most > mostLines else { return width }
    return max(width, min(widest, width * Double(most) / Double(mostLines)))
  }

  /// The last column of the left half, for the line above the table.
  var middle: Int {
    let half = widths.reduce(0, +) / 2
    var sum = 0.0
    for (index, width) in widths.enumerated() {
      sum += width
      if sum >= half { return index == widths.count - 1 ? max(0, index - 1) : index }
    }
    return 0
  }

  /// Where each signature's word stands: the columns shared out by width.
  func signatures(_ words: [String]) -> [(ClosedRange<Int>, String)] {
    let share = widths.reduce(0, +) / Double(words.count)
    // Uneven columns leave no room to sign: one line over all of them, shared out by spaces.
    let room = 14.0
    let spaced = words.map { $0 + String(repeating: "　", count: max(3, (Int(share) - displayWidth($0)) / 2)) }
    let oneLine = [(0...(widths.count - 1), spaced.joined())]
    guard widths.count >= words.count else { return oneLine }
    var result: [(ClosedRange<Int>, String)] = []
    var first = 0
    var sum = 0.0
    for (index, width) in widths.enumerated() where result.count < words.count {
      sum += width
      let isLastWord = result.count == words.count - 1
      let columnsLeft = widths.count - index - 1
      let wordsLeft = words.count - result.count - 1
      if isLastWord
        ? index == widths.count - 1 : sum >= share * Double(result.count + 1) || columnsLeft == wordsLeft
      {
        result.append((first...index, words[result.count]))
        first = index + 1
      }
    }
    return result.contains { widths[$0.0].reduce(0, +) < room } ? oneLine : result
  }

  // MARK: - Merged cells

  private static func groups(_ page: FormPage) -> [(label: String, columns: ClosedRange<Int>)] {
    var result: [(label: String, columns: ClosedRange<Int>)] = []
    for column in page.listing.columns.indices {
      guard let group = look(page, column).group else { continue }
      if let last = result.last, last.label == group, last.columns.upperBound == column - 1 {
        result[result.count - 1].columns = last.columns.lowerBound...column
      } else {
        result.append((group, column...column))
      }
    }
    return result
  }

  private static func spans(_ page: FormPage) -> [Int: [ClosedRange<Int>]] {
    var result: [Int: [ClosedRange<Int>]] = [:]
    for column in page.listing.columns.indices where look(page, column).mergesEqual {
      var runs: [ClosedRange<Int>] = []
      for (row, cells) in page.listing.rows.enumerated() {
        if let last = runs.last, page.listing.rows[last.lowerBound][column] == cells[column] {
          runs[runs.count - 1] = last.lowerBound...row
        } else {
          runs.append(row...row)
        }
      }
      result[column] = runs
    }
    return result
  }

  func span(column: Int, row: Int) -> ClosedRange<Int>? {
    spans[column]?.first { $0.contains(row) }
  }

  // MARK: - Heights and styles

  /// A table of more rows surely takes several pages.
  private static let rowsOfPage = 25

  /// Points of a line of 10.5-point text.
  private static let line = 15.0

  private static func lines(_ text: String, in width: Double) -> Int {
    text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { sum, part in
      sum + FormLayout.wrapped(part, room: max(2, Int(width - 1)))
    }
  }

  /// Lines that a text takes: words and numbers go whole to the next line where they fit in one.
  private static func wrapped(_ text: Substring, room: Int) -> Int {
    var (lines, used, word) = (1, 0, 0)
    func place(_ piece: Int) {
      let whole = used + piece
      if whole <= room {
        used = whole
      } else if piece <= room {
        lines += 1
        used = piece
      } else {
        lines += (whole - 1) / room
        used = (whole - 1) % room + 1
      }
    }
    for character in text {
      let width = displayWidth(of: character)
      guard character.isASCII, !character.isWhitespace else {
        place(word)
        word = 0
        place(width)
        continue
      }
      word += width
    }
    place(word)
    return lines
  }

  var headingHeight: Double {
    let most = zip(page.listing.columns, widths).map { FormLayout.lines($0.label, in: $1) }.max() ?? 1
    return max(22, Double(most) * FormLayout.line + 6)
  }

  /// Points that a row of a sheet may be tall (409 in Excel, 409.5 in WPS).
  private static let tallest = 400.0

  /// Heights of the sheet's rows that a row of the table takes: a cell of more text than one can show goes on in the next,
  /// so that nothing is cut.
  func rowHeights(_ row: Int) -> [Double] {
    let most =
      page.listing.rows[row].enumerated().map { column, cell in
        let rows = span(column: column, row: row)?.count ?? 1
        return (FormLayout.lines(cell.shown.description, in: widths[column]) + rows - 1) / rows
      }.max() ?? 1
    let height = max(22, Double(most) * FormLayout.line + 6)
    let parts = Int((height / FormLayout.tallest).rounded(.up))
    return Array(repeating: height / Double(parts), count: parts)
  }

  func noteHeight(_ note: String) -> Double {
    Double(FormLayout.lines(note, in: widths.reduce(0, +) * 1.15)) * 13 + 4
  }

  func style(of cell: Listing.Cell, column: Int) -> XLSXStyle {
    FormStyle.cell.with {
      let look = FormLayout.look(page, column)
      // In the middle of cells that go on on the next page the text would stand at its edge, cut.
      $0.atTop = look.mergesEqual && page.listing.rows.count > FormLayout.rowsOfPage
      $0.alignment = look.centered || look.mergesEqual ? .center : cell.standsRight ? .right : .left
    }
  }
}

extension Listing.Cell {
  /// Numbers stand at the right, what is missing in the middle of its column of numbers too.
  fileprivate var standsRight: Bool {
    switch self {
    case .value(let value): value.isNumber
    case .figure, .missing: true
    case .yesNo, .word: false
    }
  }
}
