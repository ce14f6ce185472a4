/// One figure of a school against its threshold: a bar, a line for the threshold, a darker ground up to 85 % of it,
/// and a diamond where the county's mean is known.
struct BulletPlot {
  let title: String
  let value: Double?
  let threshold: Double?
  /// Share of the threshold that is near enough (0.85).
  let near: Double
  let mean: Double?
  let mark: Drawing.Mark

  var svg: Markup {
    var drawing = Drawing(width: 240, height: 22, label: title)
    let upper = max(threshold.map { $0 * 1.6 } ?? 0, min(value ?? 0, (threshold ?? .infinity) * 3), mean ?? 0)
    let scale = Scale(domain: 0...max(upper, 1e-9), range: 1...239)
    drawing.rectangle(1, 3, 238, 16, "b-ground")
    if let threshold {
      drawing.rectangle(1, 3, scale(threshold) - 1, 16, "b-short")
      drawing.rectangle(1, 3, scale(threshold * near) - 1, 16, "b-far")
    }
    if let value {
      switch mark {
      case .met: drawing.rectangle(1, 7, scale(value) - 1, 8, "b-met")
      case .near: drawing.rectangle(1, 7, scale(value) - 1, 8, "b-near")
      case .below: drawing.rectangle(1, 7, scale(value) - 1, 8, "b-below")
      }
    }
    if let threshold { drawing.line(scale(threshold), 0, scale(threshold), 22, "r-limit") }
    if let mean { drawing.diamond(scale(mean), 11, radius: 5, "d-mean") }
    return drawing.svg
  }
}
