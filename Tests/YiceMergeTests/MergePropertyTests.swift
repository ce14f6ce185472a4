import Testing
import YiceMerge
import YiceStore
import YiceTestSupport

@Suite("Merging real files keeps to the survivors rule")
struct MergePropertyTests {
  typealias Player = HistoryPlayer

  /// A kind of histories, and how many of them each batch plays.
  struct Batch: Sendable, CustomTestStringConvertible {
    let name: String
    let setting: Player.Setting
    let seed: UInt64
    let count: Int
    var testDescription: String { "\(name) \(seed)" }
  }

  static let batches: [Batch] =
    (0..<10).map {
      Batch(name: "copies of a school", setting: .init(files: 0), seed: 10_000 * $0, count: 160)
    }
    + (10..<14).map {
      Batch(name: "other programs", setting: .init(files: 0, hasTriggers: true), seed: 10_000 * $0, count: 50)
    }
    + (14..<18).map {
      Batch(name: "a county", setting: .init(files: 0, hasCounty: true), seed: 10_000 * $0, count: 50)
    }

  /// Plays a history; nil when every file agrees with the model after every step.
  private func failure(
    _ steps: [Player.Step], _ setting: Player.Setting, _ templates: Player.Templates, laws: Bool,
    in work: Workdir
  ) -> String? {
    do {
      let player = try Player(work: work, templates: templates, setting: setting)
      for step in steps { try player.play(step) }
      // The laws cost as much as a history, and the model obeys them: every tenth is enough.
      if laws { try player.checkLaws() }
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// Drops steps as long as the history still fails.
  private func shortest(
    _ steps: [Player.Step], _ setting: Player.Setting, _ templates: Player.Templates, laws: Bool,
    in work: Workdir
  ) -> [Player.Step] {
    var steps = steps
    var index = 0
    while index < steps.count {
      var fewer = steps
      fewer.remove(at: index)
      if failure(fewer, setting, templates, laws: laws, in: work) != nil {
        steps = fewer
      } else {
        index += 1
      }
    }
    return steps
  }

  @Test("random histories of edits, copies, restored copies, extracts and merges", arguments: batches)
  func histories(_ batch: Batch) throws {
    let work = Workdir(inMemory: true)
    let templates = Player.Templates(in: work)
    for number in 0..<batch.count {
      let seed = batch.seed + UInt64(number)
      var random = SplitMix64(seed: seed)
      var setting = batch.setting
      setting.files = Int.random(in: 2...6, using: &random)
      let steps = (0..<Int.random(in: 6...18, using: &random)).map { _ in
        Player.Step.random(setting, using: &random)
      }
      if let reason = failure(steps, setting, templates, laws: number % 10 == 0, in: work) {
        let short = shortest(steps, setting, templates, laws: number % 10 == 0, in: work)
        let shown = failure(short, setting, templates, laws: number % 10 == 0, in: work) ?? reason
        Issue.record("seed \(seed): \(reason)\nshortest history: \(short)\n\(shown)")
        return
      }
    }
  }
}
