internal import YiceModel

/// Units that title lines name for the whole sheet: 单位:万元, (计量单位:平方米、册). What follows 单位: may as well be the
/// name of a school; only words that are units count. Decision 0071.
enum TitleUnits {
  /// - Parameter titles: texts above the heading, tidied as headings are.
  /// - Returns: units as written, and words such as 万 that look like one but do not say of what.
  static func find(in titles: [String]) -> (units: [String], unclear: [String]) {
    var units: [String] = []
    var unclear: [String] = []
    for title in titles {
      // 固定资产明细表(万元) says it of the whole sheet.
      let inBrackets =
        title.hasSuffix(")") ? title.split(separator: "(").last.map { String($0.dropLast()) } : nil
      for part in title.components(after: "单位:") + [inBrackets].compactMap(\.self) {
        let words = part.split { "、,;/()[]".contains($0) }.prefix(6).map(String.init)
        guard let first = words.first, Unit.isKnown(first) || isUnclear(first) else { continue }
        for word in words {
          if Unit.isKnown(word) { units.append(word) } else if isUnclear(word) { unclear.append(word) }
        }
      }
    }
    return (units, unclear)
  }

  /// 万, 百万元, 亩: a multiple or a unit that nothing converts from.
  private static func isUnclear(_ word: String) -> Bool {
    if Unit.isArea(word) || ["美元", "港元"].contains(word) { return true }
    let rest = word.drop { "十百千万亿".contains($0) }
    return rest.count < word.count && (rest.isEmpty || ["元", "人", "册", "㎡", "平方米", "台", "件"].contains(rest))
  }
}

extension String {
  /// What follows each occurrence of a word.
  fileprivate func components(after word: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(word) {
        rest = rest.dropFirst(word.count)
        parts.append(String(rest))
      } else {
        rest = rest.dropFirst()
      }
    }
    return parts
  }
}
