internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// A period as sheets write it (年内, 8月底, 7月至2月): its words are kept, its last day is worked out. One that cannot be
/// read is kept and told, never refused. Decision 0190.
extension RowReader {
  /// Slots of a table's period: its last day, its words, and what a month without its year is told by.
  struct Period {
    /// Of the last day.
    let slot: Int
    /// nil: the table has no column for them, and 备注 keeps them. Decision 0175.
    let words: Int?
    fileprivate let label: String
    /// 年度 or 学年 of the row.
    fileprivate let year: Int?
    /// 检查日期, 建档日期, 开始日期: a month is the first one after it.
    fileprivate let earliest: Int?
    /// 开始日期 that the sheet has no column for: the words may say it.
    fileprivate let begin: Int?
    /// The ledger takes no last day before `earliest`.
    fileprivate let mustFollow: Bool
    /// Where no cell of the row names a year.
    fileprivate let usualYear: Int?

    /// - Parameters:
    ///   - given: columns of the sheet.
    ///   - year: 学年 of the import.
    init?(_ table: CatalogTable, _ columns: [CatalogColumn], _ given: Set<String>, year: Int?) {
      func place(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }
      guard let slot = columns.firstIndex(where: \.mayBePeriod) else { return nil }
      self.slot = slot
      words = place("period_text")
      guard words != nil || table.periodColumn == nil && table.column("note") != nil else { return nil }
      label = columns[slot].label
      self.year = given.contains("year") ? place("year") : nil
      begin = ["from_on", "starts_on"].first { place($0) != nil && !given.contains($0) }.flatMap(place)
      let earlier = ["found_on", "filed_on", "from_on", "starts_on"].first { place($0) != nil }
      earliest = earlier.flatMap(place)
      mustFollow = earlier == "found_on" || earlier == "filed_on"
      usualYear = year
    }
  }

  /// Keeps what is no date for `completePeriod`.
  /// - Returns: false where the cell is a date, or holds nothing.
  func takePeriod(_ cell: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = Characters.trimmed(cell)
    guard !range.isEmpty, !IdentityCard.isContained(in: cell) else { return false }
    let written = String(decoding: cell[range], as: UTF8.self)
    let plain = Characters.halfWidth(written)
    guard DateText.normalized(plain) == nil else { return false }
    // A month says nothing that its last day does not: 备注 is spared it.
    guard period?.words != nil || DateText.endOfMonth(plain) == nil else { return false }
    periodWords = written
    return true
  }

  /// Fills in the words of a period, and its last day where the sheet has no date for it.
  func completePeriod(_ row: SheetRow, _ report: (Finding) -> Void) {
    guard let period else { return }
    if let slot = period.words, let written = periodWords, isEmpty(slot) {
      values[slot] = .text(written)
      madeSlots.removeAll { $0 == slot }
    }
    guard isEmpty(period.slot) || period.begin != nil,
      let written = periodWords ?? period.words.flatMap({ isEmpty($0) ? nil : text(values[$0]) })
    else { return }
    if period.words == nil { keptWords = (period.label, written) }
    let kept = period.words == nil ? "原文记在备注里" : "原文照录"
    let earliest = period.earliest.map { text(values[$0]) }.flatMap { $0.isEmpty ? nil : $0 }
    let own = period.year.flatMap { integer($0) }.map { Int($0) }
    // A month after a day that is known needs no year; without one the year of the import tells it.
    let year = own ?? (earliest == nil ? period.usualYear : nil)
    guard let found = PeriodText(written, year: year, from: earliest) else {
      guard isEmpty(period.slot) else { return }
      report(
        Finding(
          .warning, "period-unread", at: place(row, period.label), value: written,
          "看不出到哪一天为止：\(kept)，\(period.label)留空，不算逾期；请补上日期"))
      return
    }
    if let slot = period.begin, isEmpty(slot), let first = found.firstDay {
      values[slot] = .text(first)
      madeSlots.removeAll { $0 == slot }
    }
    guard isEmpty(period.slot), let day = found.lastDay else { return }
    if period.mustFollow, let earliest, day < earliest {
      report(
        Finding(
          .warning, "period-turned", at: place(row, period.label), value: written,
          "到 \(day) 为止，早于这一行开始的 \(earliest)：\(kept)，\(period.label)留空，不算逾期；请核对"))
      return
    }
    values[period.slot] = .text(day)
    madeSlots.removeAll { $0 == period.slot }
    let turned = found.isTurned ? "；原文的结束早于开始，请核对" : ""
    report(
      Finding(
        found.isTurned ? .warning : .note, found.isTurned ? "period-turned" : "period",
        at: place(row, period.label),
        value: written, "\(kept)，按最后一天 \(day) 计逾期\(turned)"))
  }
}
