internal import Dispatch
internal import Synchronization
internal import YiceFormats

/// Reads the rows of a sheet on one core while the caller writes those before them on another: cells are parsed in about
/// the time that SQLite takes to keep them. At most a few hundred rows are read ahead. Decision 0172.
final class RowsAhead: @unchecked Sendable {
  private let rows: HeadedRows
  private let reader: RowReader
  /// The row that was read last; to be asked for when all are taken.
  private(set) var lastRow = SheetRow()

  private let waiting = Mutex<[Step]>([])
  /// Starts empty and is filled in `init`: a semaphore that is let go below the value it was made with stops the program.
  private let room = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)
  private let answered = DispatchSemaphore(value: 0)
  private let ended = DispatchSemaphore(value: 0)
  private let isGivenUp = Atomic(false)
  private var batch = RowBatch()

  /// Batches that wait to be written.
  private static let most = 4

  /// Given away whole: who puts one keeps nothing of it.
  private enum Step: @unchecked Sendable {
    case rows(RowBatch)
    case question(() -> Void)
    case end((any Error)?)
  }

  init(_ rows: HeadedRows, _ reader: RowReader) {
    self.rows = rows
    self.reader = reader
    for _ in 0..<RowsAhead.most { room.signal() }
    reader.schoolKinds = asked(reader.schoolKinds, otherwise: [:])
    reader.registeredNumbers = asked(reader.registeredNumbers, otherwise: [:])
  }

  /// A question about the file as the reading thread may put it.
  private func asked<T>(_ question: (() -> T)?, otherwise: T) -> () -> T {
    { [unowned self] in
      var answer = otherwise
      ask { answer = question?() ?? otherwise }
      return answer
    }
  }

  /// Gives each row to `take`, on the caller's thread and in the sheet's order. Values that are bytes are valid during
  /// the call only.
  /// - Throws: what `take` throws, after which nothing more is read; the errors of the sheet, after the rows before it.
  func each(_ take: (ReadRow) throws -> Void) throws {
    DispatchQueue.global(qos: .userInitiated).async { self.readAll() }
    defer {
      isGivenUp.store(true, ordering: .relaxed)
      for _ in 0..<RowsAhead.most { room.signal() }
      answered.signal()
      ended.wait()
    }
    while true {
      filled.wait()
      switch waiting.withLock({ $0.removeFirst() }) {
      case .rows(let batch):
        for row in batch.rows { try take(row) }
        room.signal()
      case .question(let answer):
        answer()
        answered.signal()
      case .end(let error):
        if let error { throw error }
        return
      }
    }
  }

  // MARK: - On the other thread

  private struct GivenUp: Error {}

  private func readAll() {
    defer { ended.signal() }
    do {
      while try rows.next(into: &lastRow) {
        try reader.readWhole(lastRow) { try add($0) }
      }
      try send()
      put(.end(nil))
    } catch is GivenUp {
      return
    } catch {
      try? send()
      put(.end(error))
    }
  }

  private func add(_ row: ReadRow) throws {
    batch.add(row)
    if batch.isFull { try send() }
  }

  private func send() throws {
    guard !batch.rows.isEmpty else { return }
    room.wait()
    guard !isGivenUp.load(ordering: .relaxed) else { throw GivenUp() }
    put(.rows(batch))
    batch = RowBatch()
  }

  private func put(_ step: Step) {
    waiting.withLock { $0.append(step) }
    filled.signal()
  }

  /// Has the caller answer a question about the file, after it has written all rows before.
  private func ask(_ question: @escaping () -> Void) {
    // Who gives up meanwhile answers once; nothing is asked after that.
    guard (try? send()) != nil, !isGivenUp.load(ordering: .relaxed) else { return }
    put(.question(question))
    answered.wait()
  }
}
