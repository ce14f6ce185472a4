import Foundation
import YiceTestSupport

/// Runs the built program and kills it at random moments.
final class Killer {
  /// How many kills of one command; YICE_KILLS for a long run.
  static func runs(usually: Int) -> Int {
    Effort.runs("YICE_KILLS", usually: usually)
  }

  let bureau: Bureau
  private var random: SplitMix64

  init(seed: UInt64) throws {
    bureau = try Bureau()
    random = SplitMix64(seed: seed)
  }

  /// Starts the command and kills it after a part of the time it usually takes.
  /// - Returns: whether it was killed before its end.
  @discardableResult
  func kill(_ arguments: [String], of program: String = yicePath, within usual: Double) throws -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: bureau.workdir.path)
    process.environment = ["PATH": "/usr/bin:/bin", "YICE_AUTHOR": "测试员", "TZ": "UTC"]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    let wait = Double.random(in: 0...usual * 1.1, using: &random)
    try process.run()
    usleep(UInt32(wait * 1e6))
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return process.terminationReason == .uncaughtSignal
  }

  /// Median of whole runs, each from the same start.
  func usualTime(
    _ arguments: [String], of program: String = yicePath, runs: Int = 3, from start: () throws -> Void
  ) throws -> Double {
    var times: [Double] = []
    for _ in 0..<runs {
      try start()
      let clock = ContinuousClock()
      let time = try clock.measure { _ = try run(program, arguments, in: bureau.workdir) }
      times.append(Double(time.components.attoseconds) / 1e18 + Double(time.components.seconds))
    }
    return times.sorted()[runs / 2]
  }

  /// What the file holds as the sqlite3 shell sees it, a hot journal rolled back; nil when it is not whole. Half of the
  /// time yice reads it first.
  func content(_ file: String) throws -> String? {
    if Bool.random(using: &random), try bureau.yice(["info", file]).status != 0 { return nil }
    let sql = """
      PRAGMA integrity_check; SELECT id FROM revision ORDER BY id; SELECT key, value FROM file_info WHERE key <> 'state';
      SELECT org_code, room_no, floor_area, rev FROM room; SELECT org_code, teacher_no, name, rev FROM teacher;
      SELECT org_code, name, rev FROM org; SELECT count(*) FROM change; SELECT count(*) FROM sibling
      """
    let result = try run("/usr/bin/env", ["sqlite3", file, sql], in: bureau.workdir)
    guard result.status == 0, result.out.hasPrefix("ok\n") else { return nil }
    return result.out
  }
}
