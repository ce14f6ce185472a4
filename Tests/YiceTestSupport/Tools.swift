internal import Foundation

/// Programs of the machine that a test needs.
package enum Tools {
  package static func has(_ name: String) -> Bool {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return path.split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(name)")
    }
  }

  package static var canBeNobody: Bool { geteuid() != 0 || has("setpriv") }
}
