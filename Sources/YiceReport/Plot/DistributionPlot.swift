internal import YiceModel

/// Schools along one indicator: a mark each, stacked where they are many, with the threshold and the mean.
struct DistributionPlot {
  struct School {
    let name: String
    let value: Double
    /// As printed.
    let text: String
    let mark: Drawing.Mark
  }

  let title: String
  let schools: [School]
  let threshold: (value: Double, text: String)?
  let mean: (value: Double, text: String)?

  private static let width = 360.0
  private static let height = 132.0
  private static let bottom = 108.0
  private static let top = 34.0

  var svg: Markup {
    var drawing = Drawing(width: Self.width, height: Self.height, label: label)
    let scale = Scale(zeroTo: upper, range: 12...348)
    drawing.line(12, Self.bottom, 348, Self.bottom, "axis")
    for tick in scale.ticks(5) {
      drawing.line(scale(tick), Self.bottom, scale(tick), Self.bottom + 4, "axis")
      drawing.text(Scale.label(tick), scale(tick), Self.bottom + 16, "t-dim", anchor: .middle)
    }
    // The words of the left line stand to its left, so that they do not cross the other line.
    let isMeanLeft = (mean?.value ?? 0) < (threshold?.value ?? 0)
    if let threshold {
      let side = mean != nil && !isMeanLeft
      reference(threshold.value, "标准 \(threshold.text)", 12, side, ("r-limit", "t-limit"), &drawing, scale)
    }
    if let mean {
      let side = threshold != nil && isMeanLeft
      reference(mean.value, "平均 \(mean.text)", 26, side, ("r-mean", "t-mean"), &drawing, scale)
    }
    marks(&drawing, scale)
    return drawing.svg
  }

  private var label: String {
    let met = schools.count { $0.mark == .met }
    return "\(title)：\(schools.count) 所学校，\(met) 所达标" + (mean.map { "，平均 \($0.text)" } ?? "")
      + (threshold.map { "，标准 \($0.text)" } ?? "")
  }

  /// The right end: a few schools far out do not press the others together; they stand at the edge.
  private var upper: Double {
    let values = schools.map(\.value).sorted()
    guard let largest = values.last else { return threshold?.value ?? 1 }
    let usual = values[min(values.count - 1, values.count * 9 / 10)]
    let cap = 2 * max(usual, threshold?.value ?? 0, mean?.value ?? 0)
    return max(min(largest, cap), (threshold?.value ?? 0) * 1.15)
  }

  private func reference(
    _ value: Double, _ words: String, _ y: Double, _ prefersLeft: Bool,
    _ style: (line: StaticString, words: StaticString), _ drawing: inout Drawing, _ scale: Scale
  ) {
    let x = scale(value)
    let isLeft = prefersLeft ? x > Self.width * 0.3 : x > Self.width * 0.7
    drawing.line(x, y - 8, x, Self.bottom, style.line)
    drawing.text(words, isLeft ? x - 4 : x + 4, y, style.words, anchor: isLeft ? .end : .start)
  }

  private func marks(_ drawing: inout Drawing, _ scale: Scale) {
    let columns = Dictionary(grouping: schools.sorted { $0.value < $1.value }) { Int(scale($0.value) / 8) }
    let tallest = Double(columns.values.map(\.count).max() ?? 1)
    let step = min(8, (Self.bottom - Self.top) / tallest)
    let radius = max(1.2, min(3.4, step * 0.6))
    for (_, members) in columns.sorted(by: { $0.key < $1.key }) {
      for (level, school) in members.enumerated() {
        let beyond = school.value > scale.domain.upperBound ? "（在图外）" : ""
        drawing.mark(
          school.mark, scale(school.value), Self.bottom - 5 - Double(level) * step, radius: radius,
          title: "\(school.name) \(school.text)\(beyond)")
      }
    }
  }
}

extension Scale {
  /// A tick as short as it can be.
  static func label(_ value: Double) -> String { DecimalText.trimmed(DecimalText.rounded(value, places: 4)) }
}
