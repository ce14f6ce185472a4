internal import GRDBSQLite

#if canImport(Glibc)
  internal import Glibc
#endif

/// A point in time after which SQLite stops what it is doing.
final class Deadline: Sendable {
  private let end: timespec

  init(seconds: Double) {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let whole = Int(seconds)
    let nanoseconds = now.tv_nsec + Int((seconds - Double(whole)) * 1e9)
    now.tv_sec += whole + nanoseconds / 1_000_000_000
    now.tv_nsec = nanoseconds % 1_000_000_000
    end = now
  }

  var isOver: Bool {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return (now.tv_sec, now.tv_nsec) > (end.tv_sec, end.tv_nsec)
  }

  /// Stops every statement of a connection that runs past it; the connection must not outlive this, or be given another.
  func stop(_ connection: OpaquePointer?) {
    sqlite3_progress_handler(
      connection, 1000, { Deadline.isOver($0) }, Unmanaged.passUnretained(self).toOpaque())
  }

  /// For the C callback: not 0 stops the statement.
  private static func isOver(_ pointer: UnsafeMutableRawPointer?) -> Int32 {
    guard let pointer else { return 0 }
    return Unmanaged<Deadline>.fromOpaque(pointer).takeUnretainedValue().isOver ? 1 : 0
  }
}
