/// A name for a file, from words that may hold anything: letters that every disk takes, on one line, no path.
/// - Parameters:
///   - words: joined by 「-」; empty ones are left out.
///   - ending: with its dot; kept whole.
///   - most: bytes that the name may have.
package func safeName(_ words: [String], ending: String = "", most: Int = 200) -> String {
  func plain(_ text: String) -> String {
    let letters = text.filter { character in
      character.unicodeScalars.allSatisfy { scalar in
        // Neither what a disk of Windows refuses, nor what no screen shows.
        scalar.value >= 0x20 && scalar.properties.generalCategory != .control
          && scalar.properties.generalCategory != .format && !"/\\:*?\"<>|".unicodeScalars.contains(scalar)
      }
    }
    return String(letters.drop { $0 == "." || $0 == " " })
  }
  var name = words.map(plain).filter { !$0.isEmpty }.joined(separator: "-")
  let ending = plain(ending).isEmpty ? "" : "." + plain(ending)
  while name.utf8.count + ending.utf8.count > most, !name.isEmpty { name.removeLast() }
  // A disk of Windows drops dots and spaces at the end.
  while name.hasSuffix(".") || name.hasSuffix(" ") { name.removeLast() }
  return (name.isEmpty ? "文件" : name) + ending
}

/// A file's name without its ending, and the ending with its dot where there is one.
package func nameAndEnding(_ name: String) -> (name: String, ending: String) {
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex,
    name.distance(from: dot, to: name.endIndex) <= 8
  else { return (name, "") }
  return (String(name[..<dot]), String(name[dot...]))
}
