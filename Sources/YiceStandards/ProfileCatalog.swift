internal import CYice
internal import Synchronization

/// The profiles that the program carries (Sources/YiceStandards/Profiles).
package enum ProfileCatalog {
  /// What a county uses until it installs another.
  package static let defaultID = "national-2017"

  /// Their ids, in the order they are listed.
  package static var ids: [String] { texts.map(\.id) }

  /// A shipped profile. Its text never changes while the program runs: it is read once.
  /// - Throws: `ProfileError.notShipped`.
  package static func named(_ id: String) throws -> Profile {
    if let known = known.withLock({ $0[id] }) { return known }
    let profile = try ProfileReader.read(text(of: id), name: id, base: base)
    known.withLock { $0[id] = profile }
    return profile
  }

  private static let known = Mutex<[String: Profile]>([:])

  /// Its YAML, as shipped.
  /// - Throws: `ProfileError.notShipped`.
  package static func text(of id: String) throws -> String {
    guard let shipped = texts.first(where: { $0.id == id }) else {
      throw ProfileError.notShipped(id, known: ids)
    }
    return shipped.text
  }

  /// A profile from YAML, which may extend a shipped one.
  /// - Parameter name: what messages call the text.
  /// - Throws: `ProfileError.text`.
  package static func read(_ yaml: String, name: String) throws -> Profile {
    // A county's file holds the shipped text, most often.
    if let shipped = texts.first(where: { $0.id == name }), shipped.text == yaml { return try named(name) }
    return try ProfileReader.read(yaml, name: name, base: base)
  }

  /// A shipped text with what it extends; a chain ends, for a shipped text names only one before it.
  private static func base(_ id: String) throws -> ProfileText? {
    guard let index = texts.firstIndex(where: { $0.id == id }) else { return nil }
    return try ProfileReader.resolved(texts[index].text, name: id) { word in
      guard let earlier = texts.firstIndex(where: { $0.id == word }), earlier < index else { return nil }
      return try base(word)
    }
  }

  private static let texts: [(id: String, text: String)] = {
    var found: [(String, String)] = []
    guard var entry = yice_profiles() else { return found }
    while let name = entry.pointee.name, let text = entry.pointee.text {
      found.append((String(cString: name), String(cString: text)))
      entry += 1
    }
    return found
  }()
}
