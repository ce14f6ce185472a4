import Testing
import YiceTestSupport

@Suite(
  "Merging real files does what the model does, whatever came before", .disabled(if: MergeModel.isMissing))
struct MergePropertyTests {
  /// How many histories are played; `YICE_HISTORIES=5000` for a long run.
  private static let total = Effort.runs("YICE_HISTORIES", usually: 500)
  /// Where a long run that was cut off goes on.
  private static let first = Effort.number("YICE_HISTORIES_FROM") ?? 0

  /// Histories that one process of the model makes.
  struct Batch: Sendable, CustomTestStringConvertible {
    let size: MergeModel.Size
    let seed: Int
    let count: Int
    var testDescription: String { "\(count) \(size.rawValue) histories from seed \(seed)" }
  }

  private static let batches: [Batch] = {
    let count = 125
    let number = max(1, (total + count - 1) / count)
    // Short histories find most, and cost least; one batch in forty is of longer ones, and a few histories are long.
    return (0..<number).map {
      Batch(
        size: $0 % 40 == 39 ? .short : .tiny, seed: first + $0 * count, count: min(count, total - $0 * count))
    } + [Batch(size: .long, seed: 1_000_000 + first, count: max(1, total / 1_000))]
  }()

  /// Plays a history; nil when every file is as the model has it after every step.
  private func failure(_ trace: Trace, _ templates: TraceTemplates) -> String? {
    let work = Workdir(inMemory: true)
    do {
      try TracePlayer(work: work, templates: templates).play(trace)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test("random histories of everything that people do with files", arguments: batches)
  func histories(_ batch: Batch) throws {
    let work = Workdir(inMemory: true)
    let templates = TraceTemplates(in: work)
    for trace in try MergeModel.traces(from: batch.seed, count: batch.count, batch.size) {
      guard let reason = failure(trace, templates) else { continue }
      let short = try shortest(trace.seed, batch.size, templates)
      Issue.record(
        """
        seed \(trace.seed) (\(batch.size.rawValue)): \(reason)
        shortest history:
        \(short.trace.steps.map { "  \($0)" }.joined(separator: "\n"))
        \(short.reason)
        the model's own account: python3 Tests/MergeModel/model.py trace \(trace.seed) \(batch.size.rawValue) \(short.kept)
        """)
      return
    }
  }

  /// Drops steps as long as the history still fails.
  private func shortest(_ seed: Int, _ size: MergeModel.Size, _ templates: TraceTemplates) throws -> (
    trace: Trace, reason: String, kept: String
  ) {
    var kept = Array(0..<(size == .tiny ? 14 : size == .short ? 24 : 60))
    var found = try MergeModel.trace(seed, size, keeping: kept)
    var reason = failure(found, templates) ?? "it passes when it is played again"
    for length in [8, 4, 2, 1] {
      var index = 0
      while index < kept.count {
        let fewer = Array(kept[..<index] + kept[min(index + length, kept.count)...])
        let trace = try MergeModel.trace(seed, size, keeping: fewer)
        if let still = failure(trace, templates) {
          (kept, found, reason) = (fewer, trace, still)
        } else {
          index += length
        }
      }
    }
    return (found, reason, "keep=" + kept.map(String.init).joined(separator: ","))
  }
}
