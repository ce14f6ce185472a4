internal import Glibc

/// Namespaces that are declared around the place where the parser stands.
struct XMLNamespaces {
  private struct Declaration {
    let prefix: String
    let uri: String
    let depth: Int
  }

  private var declarations: [Declaration] = []
  /// The namespace of the part's root element; elements in it are the ones to be read.
  var root: String?
  /// Whether all namespaces count as the root's.
  var isOpen = false

  /// - Parameter attribute: `xmlns` or `xmlns:prefix`.
  mutating func declare(_ attribute: UnsafePointer<CChar>, _ uri: UnsafePointer<CChar>, at depth: Int) {
    guard attribute[5] == 0 || attribute[5] == 0x3A, declarations.count < 10_000 else { return }
    let prefix = attribute[5] == 0 ? "" : String(cString: attribute + 6)
    declarations.append(Declaration(prefix: prefix, uri: String(cString: uri), depth: depth))
  }

  /// Leaves the element at a depth, and with it what it declared.
  ///
  /// - Returns: depth of the innermost declaration left; 0 without any.
  mutating func forget(at depth: Int) -> Int {
    while let last = declarations.last, last.depth >= depth { declarations.removeLast() }
    return declarations.last?.depth ?? 0
  }

  /// The namespace of a name with or without a prefix; `nil` where its prefix is not declared.
  func uri(of name: UnsafePointer<CChar>) -> String? {
    let length = strchr(name, 0x3A).map { UnsafePointer($0) - name } ?? 0
    let found = declarations.last { declared in
      declared.prefix.utf8.count == length
        && zip(declared.prefix.utf8, 0..<length).allSatisfy { UInt8(bitPattern: name[$1]) == $0 }
    }
    return found?.uri ?? (length == 0 ? "" : nil)
  }

  /// Whether a name is in the root's namespace. A prefix that nobody declared is taken for the root's: so it is in the
  /// end of a sheet that is read by itself.
  func isKnown(_ name: UnsafePointer<CChar>) -> Bool {
    guard let found = uri(of: name) else { return true }
    return root == nil || isOpen || found == root
  }

  /// Whether elements without a prefix are in the root's namespace.
  var isPlainKnown: Bool {
    let plain = declarations.last { $0.prefix.isEmpty }?.uri ?? ""
    return root == nil || isOpen || plain == root
  }
}
