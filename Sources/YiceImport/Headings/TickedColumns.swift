internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Columns that stand for a word each and are ticked where it holds: 国家级 | 省级 | 市级 | 县级 with √ below. They are read as the one
/// column whose words they are. Decision 0189.
struct TickedColumns: Sendable {
  let column: CatalogColumn
  /// Columns of the sheet with the word each stands for, the one that counts first.
  let choices: [(index: Int, heading: String, word: String)]

  /// Readers of their words, and these from the highest down: where several are ticked the highest counts.
  private static let columns = [
    ("backbone", true), ("education", false), ("title", false), ("post", false),
  ].compactMap { name, isLastHighest -> (parser: ValueParser, order: [String])? in
    guard let column = CatalogTable.teacher.column(name), case .choice(let words) = column.type else {
      return nil
    }
    return (ValueParser(column), isLastHighest ? words.reversed() : words)
  }
  /// 专任教师 | 行政人员 | 教辅人员 | 工勤人员: kinds of staff stand beside the column that asks whether somebody is a teacher.
  private static let staff = CatalogTable.teacher.column("full_time").map { ValueParser($0) }
  /// Says nothing of whom, as a heading.
  private static let vague: Set = ["其他", "是", "否"]
  private static let fewest = 2
  /// Nobody ticks a thousand columns, and each is asked for each line that may be the heading.
  private static let most = 60

  /// - Parameters:
  ///   - headings: as the sheet has them.
  ///   - isKnown: whether a tidied heading names a column by itself.
  static func find(
    _ headings: [String], in table: CatalogTable, given: Set<String>, isKnown: (String) -> Bool
  ) -> [TickedColumns] {
    // Of persons alone: 本科 above 12 is a number of people.
    guard table.name == CatalogTable.teacher.name, given.contains("name") else { return [] }
    let unknown = headings.enumerated().compactMap { index, raw -> (Int, String)? in
      let heading = HeaderMatcher.tidy(raw)
      return heading.isEmpty || isKnown(heading) ? nil : (index, heading)
    }
    guard (1...most).contains(unknown.count) else { return [] }
    return staffColumns(unknown, given) + choiceColumns(unknown, given)
  }

  private static func staffColumns(_ unknown: [(Int, String)], _ given: Set<String>) -> [TickedColumns] {
    guard let staff, given.contains(staff.column.name) else { return [] }
    let choices = unknown.compactMap { index, heading -> (index: Int, heading: String, word: String)? in
      let last = lowest(heading)
      guard !vague.contains(last), case .integer(0)? = try? staff.parse(last).value else { return nil }
      return (index, heading, last)
    }
    return choices.isEmpty ? [] : [TickedColumns(column: staff.column, choices: choices)]
  }

  private static func choiceColumns(_ unknown: [(Int, String)], _ given: Set<String>) -> [TickedColumns] {
    columns.compactMap { parser, order in
      guard !given.contains(parser.column.name) else { return nil }
      var choices: [(index: Int, heading: String, word: String)] = []
      for (index, heading) in unknown {
        guard case .text(let word)? = try? parser.parse(lowest(heading)).value,
          !choices.contains(where: { $0.word == word })
        else { continue }
        choices.append((index, heading, word))
      }
      guard choices.count >= fewest else { return nil }
      return TickedColumns(
        column: parser.column,
        choices: choices.sorted {
          (order.firstIndex(of: $0.word) ?? 0) < (order.firstIndex(of: $1.word) ?? 0)
        })
    }
  }

  /// 国家级 of 骨干教师/国家级.
  private static func lowest(_ heading: String) -> String {
    heading.split(separator: "/").last.map(String.init) ?? heading
  }

  fileprivate static let none = "无"

  /// Whether they stand beside a column that asks 是 or 否, and a tick in one of them means 否.
  var areBesideQuestion: Bool { column.type == .boolean }

  /// Whether one of the column's words says that none of the others holds.
  fileprivate var hasNone: Bool {
    guard case .choice(let words) = column.type else { return false }
    return words.contains(TickedColumns.none)
  }

  /// What a note says of them.
  func note(at place: SourceLocation) -> Finding {
    Finding(
      .note, "ticked-columns", at: place,
      "“\(choices.map(\.heading).joined(separator: "”“"))”各列打勾的，"
        + (areBesideQuestion
          ? "“\(column.label)”一列空着就按“否”导入" : "按“\(column.label)”一列导入；几列都打勾的，取最高的一个")
    )
  }
}

extension RowReader {
  /// Reads the columns that are ticked.
  func completeTicks(_ row: SheetRow, _ cells: SheetCells, _ report: (Finding) -> Void) {
    for (slot, ticks) in self.ticks {
      var told: String?
      var isAnswered = false
      for choice in ticks.choices where choice.index < row.count {
        let written = Characters.plain(cells[choice.index])
        guard !written.isEmpty, !TickWords.strokes.contains(written) else { continue }
        isAnswered = true
        if TickWords.yes.contains(written) || written == choice.word || written == choice.heading {
          told = told ?? choice.word
        } else if !TickWords.no.contains(written) {
          report(
            Finding(
              .warning, "not-a-tick", at: place(row, choice.heading), value: shownText(cells[choice.index]),
              "认不出是不是打勾，没有当作“\(choice.word)”；是的请写 √"))
        }
      }
      if ticks.areBesideQuestion {
        answer(slot, ticks, told, row, report)
      } else if let told {
        values[slot] = .text(told)
      } else if !isAnswered {
        unticked[slot, default: 0] += 1
      }
    }
  }

  /// Who is ticked beside 专任教师 is none; who is ticked there too is one.
  private func answer(
    _ slot: Int, _ ticks: TickedColumns, _ told: String?, _ row: SheetRow, _ report: (Finding) -> Void
  ) {
    switch values[slot] {
    case .null:
      if told != nil { values[slot] = .integer(0) } else { unticked[slot, default: 0] += 1 }
    case .integer(1):
      guard let told else { return }
      report(
        Finding(
          .warning, "two-ticks", at: place(row, told), value: "√",
          "“\(ticks.column.label)”也打了勾，按“\(ticks.column.label)”计；不是的请去掉那一个勾"))
    default: break
    }
  }

  /// What is told of rows without a tick, after the last.
  var tickFindings: [Finding] {
    ticks.compactMap { slot, ticks in
      guard let count = unticked[slot], count > 0 else { return nil }
      let constant = constants.contains { $0.slot == slot }
      guard !constant else { return nil }
      let none =
        ticks.hasNone
        ? "；没有打勾就是“\(TickedColumns.none)”的，请加 --set \(ticks.column.label)=\(TickedColumns.none) 再导入" : ""
      return Finding(
        .warning, "not-ticked", at: location, "有 \(count) 行在“\(ticks.column.label)”各列都没有打勾，按没有填记\(none)")
    }
  }
}
