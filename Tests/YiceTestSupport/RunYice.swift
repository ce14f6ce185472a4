internal import Foundation

/// What a program that ran said and how it ended.
package struct ProgramResult: Sendable {
  package let status: Int32
  package let out: String
  package let err: String
}

/// Path of the program under test: it is built beside the test bundle.
package let yicePath = builtProgram("yice")

/// Path of a program of the package.
package func builtProgram(_ name: String) -> String {
  let runner = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
  return URL(fileURLWithPath: runner).deletingLastPathComponent().appendingPathComponent(name).path
}

/// Runs the built program as a person would, in the folder.
/// - Parameters:
///   - input: what stands on its standard input; none when nil.
///   - environment: variables on top of `PATH` and a fixed author.
package func runYice(
  _ arguments: String..., in workdir: Workdir, input: String? = nil, environment: [String: String] = [:]
) throws -> ProgramResult {
  try run(yicePath, arguments, in: workdir, input: input, environment: environment)
}

/// Runs any program in the folder.
package func run(
  _ program: String, _ arguments: [String], in workdir: Workdir, input: String? = nil,
  environment: [String: String] = [:]
) throws -> ProgramResult {
  let process = Process()
  process.executableURL = URL(fileURLWithPath: program)
  process.arguments = arguments
  process.currentDirectoryURL = URL(fileURLWithPath: workdir.path)
  process.environment = [
    "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "YICE_AUTHOR": "测试员",
    "TZ": "UTC", "YICE": yicePath,
  ].merging(environment) { $1 }
  // Input and complaints go through files of their own, so that one pipe is left to be read to its end.
  let side = Workdir()
  try side.write("in", input ?? "")
  try side.write("err", "")
  let errors = try FileHandle(forWritingTo: URL(fileURLWithPath: side.file("err")))
  let answer = Pipe()
  process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: side.file("in")))
  process.standardOutput = answer
  process.standardError = errors
  try process.run()
  let out = answer.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return ProgramResult(
    status: process.terminationStatus, out: String(decoding: out, as: UTF8.self),
    err: String(decoding: try side.bytes("err"), as: UTF8.self))
}
