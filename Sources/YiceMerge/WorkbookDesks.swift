internal import Dispatch
internal import Synchronization

/// Desks for received workbooks, one a core. Decision 0170.
final class WorkbookDesks: Sendable {
  private let county: BureauFile
  private let vetting: Vetting
  private let idle = Mutex<[WorkbookDesk]>([])

  init(_ county: BureauFile, _ vetting: Vetting) {
    self.county = county
    self.vetting = vetting
  }

  /// Makes files of workbooks side by side, each of what the bureau's file holds now; nobody may write it meanwhile.
  ///
  /// - Returns: in the order of the paths, the file or why there is none.
  func take(_ paths: [String]) -> [Result<ReceivedWorkbook, any Error>] {
    let taken = Mutex<[Int: Result<ReceivedWorkbook, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: paths.count) { index in
      let result = Result { try take(paths[index]) }
      taken.withLock { $0[index] = result }
    }
    return taken.withLock { taken in paths.indices.compactMap { taken[$0] } }
  }

  private func take(_ path: String) throws -> ReceivedWorkbook {
    let desk = try idle.withLock { $0.popLast() } ?? WorkbookDesk(county, vetting)
    defer { idle.withLock { $0.append(desk) } }
    return try desk.take(path)
  }
}
