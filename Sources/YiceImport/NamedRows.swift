internal import YiceModel
internal import YiceStore

/// Rows of a sheet whose kind their names told otherwise than a clerk may think: what is told of them at its end, one line
/// for all of a sort.
struct NamedRows {
  enum Sort: Hashable {
    case beside(AssetClass)
    case unknown
  }

  private struct Rows {
    var count = 0
    var names: [String] = []
    var money: Double?
    let place: SourceLocation
    /// So many names are told.
    let most: Int

    mutating func add(_ name: String?, _ money: Double?) {
      count += 1
      if let name, names.count < most, !names.contains(name) { names.append(name) }
      if let money { self.money = (self.money ?? 0) + money }
    }
  }

  private var sorts: [Sort: Rows] = [:]

  mutating func add(_ sort: Sort, _ texts: [String], _ money: Double?, at place: SourceLocation) {
    sorts[sort, default: Rows(place: place, most: sort == .unknown ? 12 : 3)].add(
      texts.first { !$0.isEmpty }, money)
  }

  /// - Parameters:
  ///   - label: of the column for the kind.
  ///   - otherwise: the kind they were given.
  func findings(_ label: String, otherwise: String) -> [Finding] {
    sorts.sorted { ($0.value.place.row ?? 0, $0.key.code) < ($1.value.place.row ?? 0, $1.key.code) }.map {
      sort, rows in
      let names = rows.names.joined(separator: "、") + (rows.count > rows.names.count ? " 等" : "")
      let money = rows.money.map { "，合计 \(DecimalText.trimmed(String($0))) 元" } ?? ""
      let text =
        switch sort {
        case .beside(let thing):
          "有 \(rows.count) 行是\(thing.rawValue)（\(names)）\(money)，记为“\(otherwise)”，不计入指标；其中如有教学仪器设备，请在“\(label)”里写明"
        case .unknown:
          "有 \(rows.count) 行没有写\(label)，按名称认不出是哪一类（\(names)）\(money)，先记为“\(otherwise)”，不计入指标；请在表里加一列“\(label)”"
        }
      return Finding(.warning, sort.code, at: rows.place, value: rows.names.first, text)
    }
  }
}

extension NamedRows.Sort {
  fileprivate var code: String {
    switch self {
    case .beside: "beside-equipment"
    case .unknown: "unknown-kind"
    }
  }
}
