internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Which row is which: ids of sheets without any, and the same key twice. Decision 0063.
extension RowReader {
  /// An id from what the row is known by (`CatalogTable.identity`). Rows of one sheet that are known by the same and
  /// are not the same row are numbered in their order.
  func deriveID(_ idSlot: Int, _ row: SheetRow, _ report: (Finding) -> Void) {
    let content = identitySlots.map { $0.map { text(values[$0]) } ?? "" }
    let whole = columns.indices.filter { $0 != idSlot }.map { text(values[$0]) }.hashValue
    var known = namesakes[content.hashValue] ?? []
    let place = known.firstIndex { $0.whole == whole } ?? known.count
    if place == known.count {
      known.append((row.number, whole))
      namesakes[content.hashValue] = known
      if place > 0 {
        let words = plan.table.identityColumns.filter { $0.name != "org_code" }.map(\.label)
        report(
          Finding(
            .note, "namesake", at: self.place(row, nil),
            "与第 \(known[0].number) 行的\(words.joined(separator: "、"))相同，其他列不同：两行都保存。再次导入时按先后对应，"
              + "请不要调换它们的次序，或加一列“编号”"))
      }
    }
    let number = place > 0 ? [String(place + 1)] : []
    values[idSlot] = .text(RandomID.text(from: content + number))
  }

  /// - Parameter apart: makes the key of a row that is another one's all the same; false where it is not.
  func firstRowWithSameKey(_ number: Int, apart: () -> Bool = { false }) -> Int? {
    guard let first = known(number) else { return nil }
    return apart() ? known(number) : first
  }

  /// The row before with this one's key, which is noted.
  private func known(_ number: Int) -> Int? {
    var hasher = Hasher()
    for slot in keySlots {
      switch values[slot] {
      case .null: hasher.combine(0)
      case .integer(let number): hasher.combine(number)
      case .real(let number): hasher.combine(number)
      case .bytes(let bytes): combine(bytes, into: &hasher)
      case .text(var text): text.withUTF8 { combine($0, into: &hasher) }
      }
    }
    let hash = hasher.finalize()
    if let first = seen[hash] { return first }
    seen[hash] = number
    return nil
  }

  /// The length goes in too, or 小学 + nothing would look like nothing + 小学.
  private func combine(_ bytes: UnsafeBufferPointer<UInt8>, into hasher: inout Hasher) {
    hasher.combine(bytes.count)
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
  }

  /// What to do about two rows of one key, where both may be true.
  static func sameKeyAdvice(_ table: CatalogTable) -> String {
    advice[table.name] ?? "请删去其中一行；其实是两条的，请改正其中一行"
  }

  private static let advice = [
    CatalogTable.training.name: "一名教师一个年度只有一行：几次培训的请把学时加起来，写成一行",
    CatalogTable.statement.name: "一个数据项只有一个数：请只留下要用的那一行",
    CatalogTable.room.name: "请删去其中一行；是两间的，请改正房间编号，或加一列“楼栋”",
  ]

  /// The key of a row that was read, as one text.
  func key(_ values: [BulkUpsert.Bound]) -> String {
    keySlots.map { text(values[$0]) }.joined(separator: "\u{1F}")
  }

  /// What the sheet gives of the row, by column: nothing that was worked out.
  func given(_ values: [BulkUpsert.Bound]) -> [String: String] {
    Dictionary(
      cells.map { (columns[$0.slot].name, text(values[$0.slot])) }, uniquingKeysWith: { first, _ in first })
  }

  /// The key in brackets; nothing where the rest of it is the school and the year.
  func keyText() -> String {
    let parts = keySlots.filter { columns[$0].name != "org_code" && columns[$0].name != "school_year" }
      .filter { !isEmpty($0) }.map { "\(columns[$0].label) \(text(values[$0]))" }
    return parts.isEmpty ? "" : "（\(parts.joined(separator: "，"))）"
  }
}
