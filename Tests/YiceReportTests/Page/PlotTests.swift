import Testing
import YiceTestSupport

@testable import YiceReport

@Suite("plots")
struct PlotTests {
  @Test(
    "a scale ends at a round number not below what it must hold",
    arguments: [
      (0.0, 1.0), (0.9, 1), (1, 1), (1.1, 1.2), (7.3, 8), (9, 10), (2001, 2500), (0.031, 0.04), (.nan, 1),
      (-3, 1),
    ])
  func roundUp(_ value: Double, _ end: Double) {
    #expect(abs(Scale.roundUp(value) - end) < 1e-12)
  }

  @Test("a scale holds what lies outside at its ends, and has ticks within")
  func scale() {
    let scale = Scale(zeroTo: 9, range: 10...110)
    #expect(
      [scale(-5), scale(0), scale(5), scale(10), scale(99), scale(.nan)] == [10, 10, 60, 110, 110, 10])
    #expect(scale.ticks(5) == [0, 2, 4, 6, 8, 10])
    #expect(Scale(domain: 3...3, range: 0...1).ticks(4) == [3])
    #expect(Scale(domain: 3...3, range: 0...1)(3) == 0)
  }

  @Test(
    "ticks are written as short as they can be",
    arguments: [(2000.0, "2000"), (0.25, "0.25"), (1.5, "1.5"), (0, "0")])
  func tickLabels(_ value: Double, _ words: String) {
    #expect(Scale.label(value) == words)
  }

  @Test("a drawing is one labelled image, its words escaped")
  func drawing() {
    var drawing = Drawing(width: 10, height: 5, label: "甲\"<乙")
    drawing.text("<b>", 1, 2.55, anchor: .end)
    drawing.mark(.below, 5, 5, radius: 1, title: "丙&丁")
    #expect(
      drawing.svg.text
        == "<svg viewBox=\"0 0 10 5\" role=\"img\" aria-label=\"甲&quot;&lt;乙\"><text class=\"t\" x=\"1\" y=\"2.6\" text-anchor=\"end\">&lt;b&gt;</text><path class=\"d-below\" d=\"M4 4L6 6M4 6L6 4\"><title>丙&amp;丁</title></path></svg>"
    )
  }

  @Test(
    "each school has one mark, by how it stands, and stays within the drawing", arguments: [0, 1, 9, 400])
  func distribution(_ count: Int) {
    var random = SplitMix64(seed: UInt64(count))
    let schools = (0..<count).map { index in
      let value = Double(Int.random(in: 0...1000, using: &random)) / 100 * (index == 3 ? 1000 : 1)
      return DistributionPlot.School(
        name: "校\(index)", value: value, text: "\(value)", mark: value >= 4.5 ? .met : .below)
    }
    let svg = DistributionPlot(
      title: "R4", schools: schools, threshold: (4.5, "4.5"), mean: (5, "5.00")
    ).svg.text
    #expect(svg.components(of: "<title>") == count)
    #expect(svg.components(of: "class=\"d-met\"") == schools.count { $0.mark == .met })
    for place in svg.numbers(of: "cy") { #expect((0...132).contains(place)) }
    for place in svg.numbers(of: "cx") { #expect((0...360).contains(place)) }
    #expect(svg.contains("\(count) 所学校"))
  }

  @Test(
    "a bullet without value or threshold is still a drawing", arguments: [nil, 0.0, 3.0, 1e9] as [Double?])
  func bullet(_ value: Double?) {
    for threshold in [nil, 4.5] as [Double?] {
      let svg = BulletPlot(
        title: "R4", value: value, threshold: threshold, near: 0.85, mean: value, mark: .near
      ).svg.text
      #expect(svg.hasPrefix("<svg"))
      for width in svg.numbers(of: "width") { #expect((0...240).contains(width)) }
    }
  }

  @Test("lines step where values hold until the next, and names do not lie on one another")
  func lines() {
    let svg = LinePlot(
      label: "还剩",
      lines: [
        LinePlot.Line(name: "计划", style: .plan, points: [(2021, 4), (2022, 2)]),
        LinePlot.Line(name: "实际", style: .actual, points: [(2021, 4), (2022, 2)]),
      ], times: [(2021, "2021"), (2022, "2022")], isStepped: true, isCount: true
    ).svg.text
    #expect(svg.contains("d=\"M34 20L300 20L300 80\""))
    #expect(Set(svg.numbers(of: "y", within: "<text class=\"t-")).count > 2)
    #expect(LinePlot(label: "空", lines: [], times: []).svg.text.hasPrefix("<svg"))
  }

  @Test("shares fill the bar")
  func shares() {
    let bar = ShareBar(
      title: "整改",
      parts: [
        ShareBar.Part(name: "待整改", count: 1, style: "p-todo"),
        ShareBar.Part(name: "无", count: 0, style: "p-late"),
        ShareBar.Part(name: "已销号", count: 3, style: "p-done"),
      ]
    ).svg.text
    #expect(bar.contains("aria-label=\"整改：待整改 1，已销号 3\""))
    #expect(bar.components(of: "<title>") == 2)
    #expect(ShareBar(title: "空", parts: []).svg.text.hasPrefix("<svg"))
  }
}
