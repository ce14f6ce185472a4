#if canImport(Glibc)
  internal import Glibc
#endif

/// Who writes, as they name themselves. Not a proof of anything.
package struct Author: Sendable, Equatable {
  package let name: String

  package init(_ name: String) { self.name = name }

  /// The name given, else `YICE_AUTHOR`, else the login name.
  package static func current(_ given: String?) -> Author {
    for candidate in [given, variable("YICE_AUTHOR"), variable("USER"), variable("LOGNAME")] {
      if let candidate, !candidate.isEmpty { return Author(candidate) }
    }
    return Author("未署名")
  }

  private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
