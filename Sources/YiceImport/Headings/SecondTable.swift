internal import YiceFormats
internal import YiceStore

/// The heading of another table further down in a sheet: 用房, and below it 序号 | 场地名称 | 面积.
enum SecondTable {
  private static let headings = Set(
    Importer.registers.flatMap { table in
      table.columns.flatMap { [$0.label] + $0.synonyms }
    }
  ).union(["序号", "编号", "姓名", "备注"])
  private static let beginnings = FirstCharacters(headings)
  private static let fewest = 3

  /// - Parameter place: a cell that in such a row is a heading, too: the name's.
  static func begins(at row: SheetRow, _ place: Int) -> Bool {
    guard place < row.count, row.withBytes(place, { $0.count <= 36 && beginnings.mayBegin($0) }),
      headings.contains(HeaderMatcher.tidy(row[place]))
    else { return false }
    let filled = row.cells.map(HeaderMatcher.tidy).filter { !$0.isEmpty }
    let known = filled.count { headings.contains(HeaderMatcher.withoutUnit($0).name) }
    return known >= fewest && known * 3 >= filled.count * 2
  }
}
