/// Lines over time, stepped or straight, each with its name at its end.
struct LinePlot {
  enum Style {
    case actual, plan, second

    var line: StaticString {
      switch self {
      case .actual: "l-actual"
      case .plan: "l-plan"
      case .second: "l-second"
      }
    }

    var words: StaticString {
      switch self {
      case .actual: "t-actual"
      case .plan: "t-plan"
      case .second: "t-second"
      }
    }
  }

  struct Line {
    let name: String
    let style: Style
    /// In order of time.
    let points: [(x: Double, y: Double)]
  }

  let label: String
  let lines: [Line]
  /// Places on the time axis that carry words.
  let times: [(x: Double, words: String)]
  /// A horizontal limit with its words.
  var limit: (value: Double, words: String)?
  /// Whether a value holds until the next one.
  var isStepped = false
  /// Round numbers of things only.
  var isCount = false
  var upper: Double?

  var svg: Markup {
    var drawing = Drawing(width: 360, height: 170, label: label)
    let all = lines.flatMap(\.points)
    let xs = all.map(\.x) + times.map(\.x)
    let first = xs.min() ?? 0
    let x = Scale(domain: first...max(xs.max() ?? 1, first + 1e-9), range: 34...(isStepped ? 300 : 330))
    let top = upper ?? max(all.map(\.y).max() ?? 0, limit?.value ?? 0)
    let y = Scale(zeroTo: max(top, isCount ? 4 : 1e-9), range: 20...140)
    func height(_ value: Double) -> Double { 160 - y(value) }
    for tick in y.ticks(4) where !isCount || tick == tick.rounded() {
      drawing.line(34, height(tick), 346, height(tick), "grid")
      drawing.text(Scale.label(tick), 28, height(tick) + 4, "t-dim", anchor: .end)
    }
    for time in times { drawing.text(time.words, x(time.x), 158, "t-dim", anchor: .middle) }
    if let limit {
      drawing.line(34, height(limit.value), 346, height(limit.value), "r-limit")
      drawing.text(limit.words, 346, height(limit.value) - 4, "t-limit", anchor: .end)
    }
    var taken: [Double] = []
    for line in lines where !line.points.isEmpty {
      drawing.path(places(line, x, height), line.style.line)
      if !isStepped, line.points.count < 20 {
        for point in line.points { drawing.diamond(x(point.x), height(point.y), radius: 3, line.style.line) }
      }
      guard let last = line.points.last else { continue }
      var at = height(last.y) - 5
      while taken.contains(where: { abs($0 - at) < 13 }) { at -= 13 }
      taken.append(at)
      drawing.text(
        line.name, min(x(last.x) + 4, 346), at, line.style.words, anchor: x(last.x) > 280 ? .end : .start)
    }
    return drawing.svg
  }

  private func places(
    _ line: Line, _ x: Scale, _ height: (Double) -> Double
  ) -> [(x: Double, y: Double)] {
    var points: [(x: Double, y: Double)] = []
    for point in line.points {
      if isStepped, let before = points.last { points.append((x(point.x), before.y)) }
      points.append((x(point.x), height(point.y)))
    }
    return points
  }
}
