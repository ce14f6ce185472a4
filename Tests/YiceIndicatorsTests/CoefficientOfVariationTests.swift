import Testing
import YiceIndicators
import YiceModel
import YiceStandards

@Suite("校际差异系数")
struct CoefficientOfVariationTests {
  private let pupils = [45, 37, 89, 76, 55]
  private let books = [279.0, 137, 935, 160, 402]

  @Test("the published worked example: weighted by pupils, 0.5152566")
  func workedExample() throws {
    let values = zip(books, pupils).map { $0 / Double($1) }
    let cv = try #require(CoefficientOfVariation.weighted(values, pupils: pupils))
    #expect(abs(cv - 0.5152566) < 1e-7)
  }

  @Test("the unweighted form is another number, and has its own name")
  func unweighted() throws {
    let cv = try #require(CoefficientOfVariation.unweighted(zip(books, pupils).map { $0 / Double($1) }))
    #expect(abs(cv - 0.489) < 0.0005)
  }

  @Test("the worked example comes out of a file too")
  func workedExampleFromFile() throws {
    var county = TestCounty()
    for index in pupils.indices {
      let code = "210000000\(index)"
      county.schools.append(.init(code: code))
      county.rolls.append(.init(org: code, stage: .primary, pupils: pupils[index]))
      county.statements.append(.init(org: code, element: "图书册数", value: books[index]))
    }
    let figures = try county.figures(ProfileCatalog.named("basic-2012"))
    let indicator = try #require(figures.stage(.primary)?.indicator("B5"))
    #expect(abs((indicator.cv ?? 0) - 0.5152566) < 1e-7)
    #expect(abs((indicator.mean ?? 0) - 1913.0 / 302) < 1e-12)
    #expect(abs((indicator.unweightedCV ?? 0) - 0.489) < 0.0005)
  }

  @Test("a mean of 0 has no coefficient, and the 学段 does not pass")
  func meanZero() throws {
    #expect(CoefficientOfVariation.weighted([0, 0], pupils: [3, 4]) == nil)
    #expect(CoefficientOfVariation.weighted([], pupils: []) == nil)
    let figures = try TestCounty.stated(["骨干教师数": 0]).figures()
    let indicator = try #require(figures.stage(.primary)?.indicator("R2"))
    #expect(indicator.mean == 0)
    #expect(indicator.cv == nil)
    #expect(indicator.withinLimit == nil)
    #expect(figures.stage(.primary)?.passes == false)
  }

  struct Limit: Sendable, CustomTestStringConvertible {
    let low: Double, high: Double, within: Bool
    var testDescription: String { "\(low) and \(high)" }
  }

  @Test(
    "a coefficient of exactly 0.50 is within the limit, a hair above is not",
    arguments: [
      Limit(low: 1000, high: 3000, within: true), Limit(low: 0.1, high: 0.3, within: true),
      Limit(low: 1000, high: 3000.0001, within: false), Limit(low: 1000.0001, high: 3000, within: true),
      Limit(low: 333.3333, high: 999.9999, within: true),
      Limit(low: 10_000_000.1, high: 30_000_000.3001, within: false),
    ])
  func limit(_ limit: Limit) throws {
    let county =
      TestCounty.stated(["教学仪器设备值": limit.low])
      + TestCounty.stated(["教学仪器设备值": limit.high], code: "2100000002")
    let indicator = try #require(county.figures().stage(.primary)?.indicator("R6"))
    #expect(abs((indicator.cv ?? 0) - 0.5) < 1e-7)
    #expect(indicator.withinLimit == limit.within)
  }

  @Test("an undefined coefficient leaves the 2012 composite undefined")
  func compositeUndefined() {
    #expect(CoefficientOfVariation.composite([0.1, nil]) == nil)
    #expect(CoefficientOfVariation.composite([]) == nil)
  }
}
