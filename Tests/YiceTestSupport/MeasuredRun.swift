internal import FoundationEssentials
internal import Glibc

/// What a program that ran said, how it ended, and what it took.
package struct MeasuredRun: Sendable {
  /// As the shell gives it: a program that a signal ended has 128 and its number.
  package let status: Int32
  package let out: String
  package let err: String
  package let seconds: Double
  /// Most memory that it held at a time.
  package let megabytes: Int

  /// Runs a program in a folder, and ends it when it takes too long.
  /// - Parameters:
  ///   - signal: sent after so many seconds.
  ///   - environment: all that it has.
  package init(
    _ program: String, _ arguments: [String], in folder: String, atMost limit: Double = 10,
    signal: (number: Int32, after: Double)? = nil, environment: [String: String] = [:]
  ) throws {
    let side = Workdir()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, side.file("out"), O_WRONLY | O_CREAT, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, side.file("err"), O_WRONLY | O_CREAT, 0o600)
    let variables = ["PATH": "/usr/bin:/bin", "YICE_AUTHOR": "测试员", "TZ": "UTC"].merging(environment) { $1 }
    // It becomes the program: same process, same account of what it took.
    let env = "/usr/bin/env"
    var words: [UnsafeMutablePointer<CChar>?] =
      ([env, "-C", folder, program] + arguments).map { strdup($0) } + [nil]
    var names: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in words + names { free(pointer) } }
    var process: pid_t = 0
    let clock = ContinuousClock()
    let start = clock.now
    guard posix_spawn(&process, env, &actions, nil, &words, &names) == 0 else { throw NotStarted() }
    var result: Int32 = 0
    var most = 0
    var isSignalled = false
    func taken() -> Double {
      let time = (clock.now - start).components
      return Double(time.seconds) + Double(time.attoseconds) / 1e18
    }
    var looks = 0
    while waitpid(process, &result, WNOHANG) == 0 {
      // A look costs as much as the program itself does meanwhile: one in a few is enough for what grows.
      if looks % 8 == 7 { most = max(most, MeasuredRun.kilobytes(of: process)) }
      looks += 1
      if let signal, !isSignalled, taken() >= signal.after {
        kill(process, signal.number)
        isSignalled = true
      }
      if taken() > limit { kill(process, SIGKILL) }
      usleep(2000)
    }
    seconds = taken()
    status = result & 0x7F == 0 ? result >> 8 & 0xFF : 128 + result & 0x7F
    megabytes = most / 1024
    out = String(decoding: try side.bytes("out"), as: UTF8.self)
    err = String(decoding: try side.bytes("err"), as: UTF8.self)
  }

  /// What it held at most so far. The account that is given at its end would count what the test held when it began;
  /// and so does this one for a moment, while the process is still under our name.
  private static func kilobytes(of process: pid_t) -> Int {
    let lines = lines(of: "\(process)")
    guard let name = lines.first, name != ownName else { return 0 }
    return lines.first { $0.hasPrefix("VmHWM:") }.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  private static let ownName = lines(of: "self").first

  private static func lines(of process: String) -> [Substring] {
    guard let status = try? Data(contentsOf: URL(filePath: "/proc/\(process)/status")) else { return [] }
    return String(decoding: status, as: UTF8.self).split(separator: "\n")
  }

  package struct NotStarted: Error {}
}
