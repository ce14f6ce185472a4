internal import YiceModel
internal import YiceStore

/// What the sheets of one workbook that go into one table have brought so far: a later sheet must not take the place of an
/// earlier one's rows. Decision 0179.
final class BookRows {
  private struct Row {
    let sheet: String
    let number: Int
    /// By column, what the sheet gave.
    var values: [String: String]
  }

  private var rows: [String: Row] = [:]
  /// How often rows without a number were met, by what they are known by.
  var numbered: [[String]: Int] = [:]
  /// What the file had before the first of the sheets.
  var names: NamesBefore?

  /// A row that a sheet repeats word for word, where rows are known by people's names.
  func repeated(_ key: String, _ values: [String: String], sheet: String) -> String? {
    guard let known = rows[key], known.sheet != sheet else { return nil }
    let filled = values.filter { !$0.value.isEmpty }
    guard filled.count > 2, filled.allSatisfy({ known.values[$0.key] == $0.value }) else { return nil }
    return "与工作表“\(known.sheet)”第 \(known.number) 行姓名相同，其他各列也相同，按同一个人只记一次；是两个人的，请加一列“教师编号”"
  }

  /// Notes a row.
  ///
  /// - Parameters:
  ///   - key: the row's.
  ///   - values: by column, what this sheet gives.
  /// - Returns: why the row stays out: another sheet says otherwise of it.
  func refusal(_ key: String, _ values: [String: String], sheet: String, row: Int, _ table: CatalogTable)
    -> String?
  {
    guard var known = rows[key] else {
      rows[key] = Row(sheet: sheet, number: row, values: values)
      return nil
    }
    guard known.sheet != sheet else { return nil }
    let other = table.columns.filter { column in
      guard let before = known.values[column.name], let now = values[column.name] else { return false }
      return !before.isEmpty && !now.isEmpty && before != now
    }
    guard other.isEmpty else {
      return
        "与工作表“\(known.sheet)”第 \(known.number) 行是同一条，而\(other.map(\.label).joined(separator: "、"))不同，没有导入这一行。"
        + "是两回事的请给不同的编号（班级请写明学段或校区）；是新旧两张表的，请只留一张"
    }
    known.values.merge(values) { before, now in now.isEmpty ? before : now }
    rows[key] = known
    return nil
  }
}
