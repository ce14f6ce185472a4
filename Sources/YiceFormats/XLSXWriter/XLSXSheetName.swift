/// Names of sheets: at most 31 characters, some of them not allowed, none twice.
enum XLSXSheetName {
  private static let longest = 31
  private static let forbidden: Set<Character> = ["[", "]", ":", "*", "?", "/", "\\"]

  static func valid(_ wanted: String, taken: [String]) -> String {
    var name = String(wanted.map { forbidden.contains($0) || $0.isNewline ? "_" : $0 })
    while name.hasPrefix("'") { name.removeFirst() }
    while name.hasSuffix("'") { name.removeLast() }
    if name.isEmpty { name = "Sheet" }
    let used = Set(taken.map { $0.lowercased() })
    var candidate = cut(name, to: longest)
    var number = 2
    while used.contains(candidate.lowercased()) {
      let suffix = " (\(number))"
      candidate = cut(name, to: longest - suffix.count) + suffix
      number += 1
    }
    return candidate
  }

  /// The file counts UTF-16 units.
  private static func cut(_ name: String, to length: Int) -> String {
    var result = name
    while result.utf16.count > length { result.removeLast() }
    return result
  }
}
