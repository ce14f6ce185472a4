/// An SVG drawing in the making. Coordinates are in units of about a pixel; colours come from the page by class, so
/// that light, dark and print each have their own.
struct Drawing {
  let width: Double
  let height: Double
  /// What the drawing shows, in a sentence: for those who do not see it. The figures stand in a table beside it.
  let label: String
  private var body = Markup()

  init(width: Double, height: Double, label: String) {
    self.width = width
    self.height = height
    self.label = label
  }

  /// The finished element.
  var svg: Markup {
    "<svg viewBox=\"0 0 \(width) \(height)\" role=\"img\" aria-label=\"\(label)\">\(body)</svg>"
  }
}

// MARK: - Shapes

extension Drawing {
  enum Anchor: String {
    case start, middle, end
  }

  /// How a school stands, told by shape as well as colour.
  enum Mark {
    case met, near, below
  }

  mutating func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ style: StaticString) {
    body += "<line class=\"\(name(style))\" x1=\"\(x1)\" y1=\"\(y1)\" x2=\"\(x2)\" y2=\"\(y2)\"/>"
  }

  mutating func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, _ style: StaticString, title: String? = nil
  ) {
    body +=
      "<rect class=\"\(name(style))\" x=\"\(x)\" y=\"\(y)\" width=\"\(max(0, width))\" height=\"\(max(0, height))\">"
    body += tip(title) + "</rect>"
  }

  mutating func text(
    _ words: String, _ x: Double, _ y: Double, _ style: StaticString = "t", anchor: Anchor = .start
  ) {
    let place: Markup = anchor == .start ? "" : " text-anchor=\"\(anchor.rawValue)\""
    body += "<text class=\"\(name(style))\" x=\"\(x)\" y=\"\(y)\"\(place)>\(words)</text>"
  }

  /// A polyline through the points.
  mutating func path(_ points: [(x: Double, y: Double)], _ style: StaticString) {
    guard let first = points.first else { return }
    var steps: Markup = "M\(first.x) \(first.y)"
    for point in points.dropFirst() { steps += "L\(point.x) \(point.y)" }
    body += "<path class=\"\(name(style))\" d=\"\(steps)\"/>"
  }

  /// ● met, △ near, × below.
  mutating func mark(_ mark: Mark, _ x: Double, _ y: Double, radius r: Double, title: String? = nil) {
    switch mark {
    case .met: body += "<circle class=\"d-met\" cx=\"\(x)\" cy=\"\(y)\" r=\"\(r)\">"
    case .near:
      body += "<path class=\"d-near\" d=\"M\(x) \(y - r)L\(x + r) \(y + r)L\(x - r) \(y + r)Z\">"
    case .below:
      body +=
        "<path class=\"d-below\" d=\"M\(x - r) \(y - r)L\(x + r) \(y + r)M\(x - r) \(y + r)L\(x + r) \(y - r)\">"
    }
    body += tip(title) + (mark == .met ? "</circle>" : "</path>")
  }

  /// A diamond, for a mean.
  mutating func diamond(
    _ x: Double, _ y: Double, radius r: Double, _ style: StaticString, title: String? = nil
  ) {
    body += "<path class=\"\(name(style))\" d=\"M\(x) \(y - r)L\(x + r) \(y)L\(x) \(y + r)L\(x - r) \(y)Z\">"
    body += tip(title) + "</path>"
  }

  private func tip(_ title: String?) -> Markup { title.map { "<title>\($0)</title>" } ?? "" }

  private func name(_ style: StaticString) -> Markup { Markup(trusted: style.description) }
}
