internal import YiceModel

/// A label of a statistics table without what does not tell it apart: numbering, 其中, units, English.
struct LabelText: Hashable {
  let text: String
  /// What it says its figures are in.
  let unit: String?
  /// 学段 that it names behind the rest: 县级及以上骨干教师(小学).
  let stage: Stage?

  /// What it says, one thing each.
  var words: [String] { text.isEmpty ? [] : [text] + (stage.map { [$0.rawValue] } ?? []) }

  /// - Parameter raw: tidied as headings are.
  init(_ raw: String) {
    var rest = Substring(raw.replacing("_x000D_", with: ""))
    var unit: String?
    var stage: Stage?
    // 固定资产总值(万元), 校舍建筑面积(单位:平方米), 骨干教师(小学)
    while rest.hasSuffix(")"), let open = rest.lastIndex(of: "("), open != rest.startIndex {
      var inside = rest[rest.index(after: open)...].dropLast()
      for word in ["计量单位:", "单位:"] where inside.hasPrefix(word) { inside = inside.dropFirst(word.count) }
      if unit == nil, Unit.isKnown(String(inside)) {
        unit = String(inside)
      } else if stage == nil, let told = StageWords.stage(of: String(inside)) {
        stage = told
      } else {
        break
      }
      rest = rest[..<open]
    }
    // Chinese labels of bilingual tables come first.
    if rest.contains(where: { !$0.isASCII }) {
      while let last = rest.last, last.isASCII, last.isLetter || last == "." || last == "'" {
        rest.removeLast()
      }
    }
    var isTrimming = true
    while isTrimming {
      isTrimming = false
      for word in ["其中:", "其中", "#", "(其中)"] where rest.hasPrefix(word) && rest.count > word.count {
        rest = rest.dropFirst(word.count)
        isTrimming = true
      }
      if let mark = rest.firstIndex(where: { $0 == "、" || $0 == "." || $0 == ")" }), mark != rest.startIndex {
        let number = rest[..<mark].drop { $0 == "(" }
        if !number.isEmpty, number.allSatisfy({ "一二三四五六七八九十0123456789".contains($0) }),
          rest.index(after: mark) < rest.endIndex
        {
          rest = rest[rest.index(after: mark)...]
          isTrimming = true
        }
      }
    }
    text = String(rest)
    self.unit = unit
    self.stage = stage
  }
}
