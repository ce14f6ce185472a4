import Testing
import YiceModel
import YiceTestSupport

@testable import YiceIndicators

/// The planner against brute force: every set of additions of small problems is tried.
@Suite("the cheapest plan")
struct PlannerTests {
  /// Two or three segments, two indicators of which one may stay at 85 %, coarse units, so that all sets can be tried.
  private static func problem(_ random: inout SplitMix64, limits: Bool, combined: Bool) -> PlanProblem {
    func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    let count = combined || number(0...5) > 0 ? 2 : 3
    let indicators = [
      PlanProblem.Indicator(id: "A", per: 1, step: 20, cost: Double(number(1...9)), byStage: true),
      PlanProblem.Indicator(id: "B", per: 1, step: 20, cost: Double(number(1...9)), byStage: false),
    ]
    let segments = (0..<count).map { index in
      let pupils = Double(number(2...12))
      let full = [pupils * 6, pupils * 8]
      let stage: Stage = combined && index > 0 ? .junior : .primary
      let shared = combined && index < 2
      return PlanProblem.Segment(
        school: shared ? 0 : index, stage: stage, pupils: pupils,
        amounts: [Double(number(0...100)), Double(number(0...120))],
        full: full, near: full.map { $0 * 0.85 }, shares: [1, shared ? (index == 0 ? 0.4 : 0.6) : 1])
    }
    let limit = Double(number(10...50)) / 100
    return PlanProblem(
      indicators: indicators, segments: segments, spare: 1,
      limits: limits ? [.primary: limit, .junior: limit] : [:])
  }

  /// The least cost by trying everything up to `most` units each; nil when nothing fits.
  private static func bruteForce(_ problem: PlanProblem, most: Int) -> Double? {
    let planner = Planner(problem)
    // One variable a segment for A, one a school for B.
    let schools = Array(Set(problem.segments.map(\.school))).sorted()
    let variables = problem.segments.count + schools.count
    var best: Double?
    var choice = Array(repeating: 0, count: variables)
    func units() -> [[Int]] {
      let own = Array(choice[..<problem.segments.count])
      let shared = problem.segments.map { segment in
        choice[problem.segments.count + (schools.firstIndex(of: segment.school) ?? 0)]
      }
      return [own, shared]
    }
    while true {
      let tried = units()
      let cost = planner.cost(tried)
      if cost < best ?? .infinity, planner.isComplete(tried) { best = cost }
      var position = 0
      while position < variables, choice[position] == most {
        choice[position] = 0
        position += 1
      }
      guard position < variables else { return best }
      choice[position] += 1
    }
  }

  /// Two segments of two schools, two indicators of teachers in which one person may count at once.
  private static func teachers(_ random: inout SplitMix64, limits: Bool) -> PlanProblem {
    var problem = problem(&random, limits: limits, combined: false)
    problem.segments = Array(problem.segments.prefix(2))
    problem.indicators[1].byStage = true
    problem.onePerson = [[0, 1]]
    problem.spare = Int.random(in: 0...1, using: &random)
    return problem
  }

  /// The least cost of small problems of teachers, by trying everything.
  private static func bruteForceTeachers(_ problem: PlanProblem, most: Int) -> Double? {
    let planner = Planner(problem)
    var best: Double?
    for code in 0..<((most + 1) * (most + 1) * (most + 1) * (most + 1)) {
      var rest = code
      let choice = (0..<4).map { _ in
        defer { rest /= most + 1 }
        return rest % (most + 1)
      }
      let units = [[choice[0], choice[1]], [choice[2], choice[3]]]
      // Priced person by person, apart from the planner's own formula.
      let cost = (0..<2).reduce(0.0) { sum, segment in
        let (a, b) = (units[0][segment], units[1][segment])
        let (first, second) = (problem.indicators[0].cost, problem.indicators[1].cost)
        return sum + Double(min(a, b)) * max(first, second) + Double(max(0, a - b)) * first
          + Double(max(0, b - a)) * second
      }
      #expect(abs(cost - planner.cost(units)) < 1e-9)
      if cost < best ?? .infinity, planner.isComplete(units) { best = cost }
    }
    return best
  }

  @Test(
    "a person who counts in two indicators is paid once: the minimum without limits, within the bound with them"
  )
  func onePerson() throws {
    var (exact, total, minimal, shared) = (0, 0, 0, 0)
    var worst = 1.0
    for seed in 200..<200 + Effort.runs(usually: 30) {
      for limits in [false, true] {
        var random = SplitMix64(seed: UInt64(seed))
        let problem = PlannerTests.teachers(&random, limits: limits)
        let plan = Planner(problem).plan()
        guard PlannerTests.fits(plan, 7) else { continue }
        let least = try #require(PlannerTests.bruteForceTeachers(problem, most: 7))
        #expect(plan.isComplete, "seed \(seed)")
        #expect(plan.bound <= least + 1e-6, "seed \(seed) \(limits): bound \(plan.bound), least \(least)")
        #expect(plan.cost >= least - 1e-9, "seed \(seed) \(limits)")
        var apart = problem
        apart.onePerson = []
        if plan.cost < Planner(apart).plan().cost - 1e-9 { shared += 1 }
        if limits {
          total += 1
          if plan.cost <= least + 1e-9 { minimal += 1 }
          if least > 0 { worst = max(worst, plan.cost / least) }
        } else {
          exact += 1
          #expect(abs(plan.cost - least) < 1e-9, "seed \(seed): plan \(plan.cost), least \(least)")
          #expect(plan.isProven, "seed \(seed)")
        }
      }
    }
    #expect(exact > 10 && total > 10 && shared > 10, "\(exact) \(total) \(shared)")
    #expect(minimal * 10 >= total * 8, "minimal in \(minimal) of \(total), worst \(worst)")
    #expect(worst <= 1.5, "worst \(worst)")
  }

  @Test("the price of persons who count in up to three indicators is the least of all ways to share them out")
  func sharedCost() {
    var random = SplitMix64(seed: 7)
    for _ in 0..<40 {
      let demands = (0..<3).map { _ in
        (units: Int.random(in: 0...2, using: &random), cost: Double(Int.random(in: 1...9, using: &random)))
      }
      // Persons of each of the seven sets of indicators, up to two of each.
      var least = Double.infinity
      for code in 0..<2187 {
        var rest = code
        var covered = [0, 0, 0]
        var cost = 0.0
        for set in 1...7 {
          let count = rest % 3
          rest /= 3
          let members = (0..<3).filter { set & (1 << $0) != 0 }
          for member in members { covered[member] += count }
          cost += Double(count) * (members.map { demands[$0].cost }.max() ?? 0)
        }
        if zip(covered, demands).allSatisfy({ $0 >= $1.units }) { least = min(least, cost) }
      }
      let worked = SharedCost.of(demands.map { (Double($0.units), $0.cost) })
      #expect(abs(worked - least) < 1e-9, "\(demands)")
      let persons = SharedCost.persons(demands.enumerated().map { ($0.offset, $0.element.units) })
      for (index, demand) in demands.enumerated() {
        #expect(persons.reduce(0) { $0 + ($1.indicators.contains(index) ? $1.count : 0) } == demand.units)
      }
      let paid = persons.reduce(0.0) { sum, person in
        sum + Double(person.count) * (person.indicators.map { demands[$0].cost }.max() ?? 0)
      }
      #expect(abs(paid - least) < 1e-9)
    }
  }

  /// Units that are tried of each variable; problems that need more are passed over.
  private static func most(_ problem: PlanProblem, combined: Bool) -> Int {
    combined ? 13 : problem.segments.count == 2 ? 8 : 4
  }

  private static func fits(_ plan: Plan, _ most: Int) -> Bool {
    plan.units.allSatisfy { $0.allSatisfy { $0 <= most } }
  }

  @Test(
    "without a limit on the coefficients the plan is the minimum, combined schools included",
    arguments: [false, true])
  func exact(_ combined: Bool) throws {
    var compared = 0
    for seed in 0..<Effort.runs(usually: 15) {
      var random = SplitMix64(seed: UInt64(seed))
      let problem = PlannerTests.problem(&random, limits: false, combined: combined)
      let plan = Planner(problem).plan()
      let most = PlannerTests.most(problem, combined: combined)
      guard PlannerTests.fits(plan, most) else { continue }
      let least = try #require(PlannerTests.bruteForce(problem, most: most))
      #expect(plan.isComplete, "seed \(seed)")
      #expect(abs(plan.cost - least) < 1e-9, "seed \(seed): plan \(plan.cost), least \(least)")
      #expect(plan.isProven, "seed \(seed)")
      compared += 1
    }
    #expect(compared > 10)
  }

  @Test(
    "with limits the plan fulfils them, the bound is below the minimum, and the plan is near it",
    arguments: [false, true])
  func bounded(_ combined: Bool) throws {
    var minimal = 0
    var total = 0
    var worst = 1.0
    for seed in 100..<100 + Effort.runs(usually: 25) {
      var random = SplitMix64(seed: UInt64(seed))
      let problem = PlannerTests.problem(&random, limits: true, combined: combined)
      let plan = Planner(problem).plan()
      #expect(plan.isComplete, "seed \(seed)")
      let most = PlannerTests.most(problem, combined: combined)
      guard PlannerTests.fits(plan, most) else { continue }
      let least = try #require(PlannerTests.bruteForce(problem, most: most))
      total += 1
      #expect(plan.bound <= least + 1e-6, "seed \(seed): bound \(plan.bound), least \(least)")
      #expect(plan.cost >= least - 1e-9, "seed \(seed)")
      if plan.cost <= least + 1e-9 { minimal += 1 }
      if least > 0 { worst = max(worst, plan.cost / least) }
    }
    #expect(total > 10, "\(total)")
    #expect(minimal * 10 >= total * 8, "minimal in \(minimal) of \(total), worst \(worst)")
    #expect(worst <= 1.5, "worst \(worst)")
  }
}
