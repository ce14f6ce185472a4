internal import FoundationEssentials

/// Files of the checkout that tests read, and re-record.
package enum Repository {
  /// Top of the checkout.
  package static let root: String = {
    var parts = #filePath.split(separator: "/", omittingEmptySubsequences: false)
    parts.removeLast(3)
    return parts.joined(separator: "/")
  }()

  package static func text(_ path: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: root + "/" + path)), as: UTF8.self)
  }

  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: root + "/" + path)))
  }

  package static func has(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: root + "/" + path)
  }

  package static func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: root + "/" + path))
  }

  /// Set by `YICE_RECORD=1`: golden files are written anew, and the run fails so that nobody forgets it is on.
  package static var isRecording: Bool {
    ProcessInfo.processInfo.environment["YICE_RECORD"] == "1"
  }
}
