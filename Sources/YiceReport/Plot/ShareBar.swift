/// One bar cut into shares, e.g. the entries of a ledger by state.
struct ShareBar {
  struct Part {
    let name: String
    let count: Int
    let style: StaticString
  }

  let title: String
  let parts: [Part]

  var svg: Markup {
    let total = parts.reduce(0) { $0 + $1.count }
    let words = parts.filter { $0.count > 0 }.map { "\($0.name) \($0.count)" }.joined(separator: "，")
    var drawing = Drawing(width: 360, height: 26, label: "\(title)：\(words)")
    drawing.rectangle(0, 3, 360, 20, "b-ground")
    let scale = Scale(domain: 0...Double(max(total, 1)), range: 0...360)
    var start = 0
    for part in parts where part.count > 0 {
      let left = scale(Double(start))
      let right = scale(Double(start + part.count))
      drawing.rectangle(left, 3, right - left - 1, 20, part.style, title: "\(part.name) \(part.count)")
      if right - left > 18 {
        drawing.text(String(part.count), (left + right) / 2, 18, "t-on", anchor: .middle)
      }
      start += part.count
    }
    return drawing.svg
  }
}
