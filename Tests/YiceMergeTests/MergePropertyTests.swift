import Testing
import YiceMerge
import YiceStore
import YiceTestSupport

@Suite("Merging real files keeps to the survivors rule")
struct MergePropertyTests {
  /// Plays a history; nil when every file agrees with the model after every step.
  private func failure(_ steps: [HistoryPlayer.Step], files: Int, template: String, in work: Workdir)
    -> String?
  {
    do {
      let player = try HistoryPlayer(work: work, template: template, files: files)
      for step in steps { try player.play(step) }
      return nil
    } catch {
      return "\(error)"
    }
  }

  /// Drops steps as long as the history still fails.
  private func shortest(_ steps: [HistoryPlayer.Step], files: Int, template: String, in work: Workdir)
    -> [HistoryPlayer.Step]
  {
    var steps = steps
    var index = 0
    while index < steps.count {
      var fewer = steps
      fewer.remove(at: index)
      if failure(fewer, files: files, template: template, in: work) != nil {
        steps = fewer
      } else {
        index += 1
      }
    }
    return steps
  }

  @Test("random histories of edits, copies and merges", arguments: 0..<8)
  func histories(batch: UInt64) throws {
    let work = Workdir(inMemory: true)
    let template = try HistoryPlayer.template(in: work)
    for number in 0..<25 {
      let seed = batch * 1_000 + UInt64(number)
      var random = SplitMix64(seed: seed)
      let files = Int.random(in: 2...5, using: &random)
      let steps = (0..<Int.random(in: 6...18, using: &random)).map { _ in
        HistoryPlayer.Step.random(files: files, using: &random)
      }
      if let reason = failure(steps, files: files, template: template, in: work) {
        let short = shortest(steps, files: files, template: template, in: work)
        Issue.record("seed \(seed): \(reason)\nshortest history: \(short)")
        return
      }
    }
  }

  @Test("whatever the order of three files, the county ends with the same rows", arguments: 0..<6)
  func anyOrder(seed: UInt64) throws {
    let work = Workdir(inMemory: true)
    let template = try HistoryPlayer.template(in: work)
    var random = SplitMix64(seed: 77_000 + seed)
    let player = try HistoryPlayer(work: work, template: template, files: 6)
    for _ in 0..<12 {
      let step = HistoryPlayer.Step.random(files: 3, using: &random)
      try player.play(step)
    }
    // 3, 4 and 5 start alike and merge 0, 1, 2 in different orders and groupings.
    for (into, order) in [(3, [0, 1, 2]), (4, [2, 1, 0]), (5, [1, 0, 2, 1, 0])] {
      for from in order { try player.play(.merge(from: from, into: into)) }
    }
    let first = try player.content(3)
    #expect(try player.content(4) == first, "seed \(seed)")
    #expect(try player.content(5) == first, "seed \(seed)")
    try player.play(.merge(from: 4, into: 3))
    #expect(try player.content(3) == first, "seed \(seed)")
  }
}
