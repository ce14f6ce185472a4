internal import YiceModel
internal import YiceStore

/// Areas of a line of several rooms: whether a heading gives one room's or the line's total. Decision 0124.
enum LineTotals {
  private static let totals: Set = ["总面积", "总建筑面积", "建筑总面积", "合计面积", "面积", "总使用面积", "使用总面积"]

  /// The columns whose headings give the line's total, by the column with how many; nil where the sheet has none of these.
  static func find(_ plan: ImportPlan) -> (count: String, columns: Set<String>)? {
    guard plan.table.name == CatalogTable.room.name,
      plan.entries.contains(where: { $0.column.name == "room_count" })
    else { return nil }
    let columns = areas(plan).filter { totals.contains(HeaderMatcher.withoutUnit($0.heading).name) }
    return columns.isEmpty ? nil : ("room_count", Set(columns.map(\.column.name)))
  }

  /// How the areas of a sheet with 间数 were read.
  static func notes(_ plan: ImportPlan, _ place: SourceLocation) -> [Finding] {
    guard plan.table.name == CatalogTable.room.name,
      plan.entries.contains(where: { $0.column.name == "room_count" })
    else { return [] }
    let divided = find(plan)?.columns ?? []
    return areas(plan).map { entry in
      var place = place
      place.column = entry.heading
      return Finding(
        .note, "area-of-rooms", at: place,
        divided.contains(entry.column.name)
          ? "表里有“间数”，这一列按各间的合计读，存为合计 ÷ 间数；如果是一间的面积，请把表头写成“单间面积”"
          : "表里有“间数”，这一列按一间的面积读；如果是各间的合计，请把表头写成“总面积”")
    }
  }

  private static func areas(_ plan: ImportPlan) -> [ImportPlan.Entry] {
    plan.entries.filter { ["floor_area", "usable_area"].contains($0.column.name) }
  }
}
