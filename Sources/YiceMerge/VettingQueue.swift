internal import Dispatch
internal import FoundationEssentials
internal import Synchronization
internal import YiceStore

/// Files looked at ahead of their merging, on all cores: while one batch is merged, the next is vetted.
/// Decision 0055.
final class VettingQueue: Sendable {
  /// How many looked-at files may wait to be merged; what is new in them is held in memory.
  private static let lookahead = 128

  private let vetting: Vetting
  private let threads: Int
  private let paths: [String]
  /// Says for each file that it was looked at.
  private let done: [DispatchSemaphore]
  /// Places for files that wait.
  private let room = DispatchSemaphore(value: 0)
  private let state = Mutex(State())

  private struct State {
    /// The first file that nobody has taken yet.
    var taken = 0
    var given = 0
    var files: [Int: VettedFile] = [:]
  }

  init(_ vetting: Vetting, _ paths: [String]) {
    self.vetting = vetting
    threads = min(paths.count, ProcessInfo.processInfo.activeProcessorCount)
    self.paths = paths
    done = paths.map { _ in DispatchSemaphore(value: 0) }
    for _ in 0..<VettingQueue.lookahead { room.signal() }
    for _ in 0..<threads {
      DispatchQueue.global().async { [self] in
        let series = UntrustedFile.Series()
        while work(series) {}
      }
    }
  }

  /// The next file in the order of the paths, as soon as it was looked at; nil after the last.
  func next() -> VettedFile? {
    let index = state.withLock { $0.given }
    guard index < paths.count else { return nil }
    done[index].wait()
    room.signal()
    return state.withLock {
      $0.given += 1
      return $0.files.removeValue(forKey: index)
    }
  }

  /// Looks at no further file; for a merge that ends early.
  func stop() {
    state.withLock { $0.taken = paths.count }
    for _ in 0..<threads { room.signal() }
  }

  /// Looks at one file.
  /// - Returns: whether there may be more.
  private func work(_ series: UntrustedFile.Series) -> Bool {
    room.wait()
    let index = state.withLock { state in
      defer { state.taken += 1 }
      return state.taken
    }
    guard index < paths.count else {
      // Whoever waits for a place next shall see the end too.
      room.signal()
      return false
    }
    let file = vetting.check(paths[index], series)
    state.withLock { $0.files[index] = file }
    done[index].signal()
    return true
  }
}
