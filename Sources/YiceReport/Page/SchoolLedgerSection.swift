internal import YiceLedgers
internal import YiceStore

/// 标准化建设台账 of one school, line by line, with gaps and yearly goals.
enum SchoolLedgerSection {
  /// - Throws: `DatabaseError`.
  static func section(_ context: PageContext, _ state: LedgerState) throws -> Markup {
    let volume = try context.school.map { try Volume(context.db, school: $0) }
    guard let volume, !volume.lines.isEmpty else {
      return PageParts.section("ledger", "标准化建设台账", PageParts.empty("标准化建设台账没有记录。"))
    }
    let table = VolumeTable(volume, text: { context.text(.standardizationItem, $0, $1) })
    return PageParts.section(
      "ledger", "标准化建设台账",
      LedgerSection.progress(state.count) + table.markup() + LedgerSection.years(state))
  }
}
