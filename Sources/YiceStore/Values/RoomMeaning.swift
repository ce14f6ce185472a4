/// What the 用途 or the name of a room says that the room is for. Decision 0177.
package struct RoomMeaning: Sendable, Equatable {
  /// The uses that are named, in their order; several share the room. `RoomMeaning.other` is one that nobody knows.
  package internal(set) var uses: [String] = []
  /// What it says is how the room is equipped; the other column may say what it is for.
  package internal(set) var isWeak = false
  /// It ends as the name of a room for lessons does.
  var isClassroom = false
  /// Something stands in it that is not understood.
  package internal(set) var isUnknown = false

  package static let other = ""

  /// Of no text.
  package init() {}

  /// Nothing is said of the use: 教学, 301教室.
  package var saysNothing: Bool { uses.isEmpty && !isUnknown }
  /// A 用途 that leaves it to the name.
  package var isVague: Bool { saysNothing || isWeak }
  /// One use, and everything understood.
  package var isUnderstood: Bool { uses.count == 1 && uses[0] != RoomMeaning.other && !isUnknown }

  /// No use is known.
  package var isVoid: Bool { uses.allSatisfy { $0 == RoomMeaning.other } }
  /// Several share the room, and one of them is what 音乐、美术专用教室 are counted for.
  package var sharesArts: Bool { uses.count > 1 && uses.contains(where: RoomWords.arts.contains) }

  /// 用房类别 of a room by the first of its texts that names a use, the 用途 before the name; nil: nobody knows.
  package static func category(_ texts: [String]) -> String? {
    let meanings = texts.map(RoomWords.meaning)
    if let told = meanings.first(where: { !$0.isVague && !$0.uses.isEmpty }) {
      let kinds = Set(told.uses.filter { $0 != other }.compactMap(RoomWords.category))
      return kinds.count == 1 ? kinds.first : nil
    }
    return meanings.contains(where: \.isClassroom) ? "教室" : nil
  }

  mutating func add(_ names: [String]) {
    for name in names where !uses.contains(name) { uses.append(name) }
  }
}

/// A list of a standard that counts rooms by what they are for, and which texts mean it.
package struct RoomList: Sendable {
  package enum Answer: Sendable { case counts, doubtful, other }

  private let words: Set<String>
  private let uses: Set<String>
  /// Whether rooms of the list are 专用教室: one of those of which nobody knows the use may be meant.
  package let isSpecial: Bool

  package init(_ words: [String]) {
    self.words = Set(words.map(RoomWords.tidy))
    uses = Set(words.map(RoomWords.meaning).filter(\.isUnderstood).flatMap(\.uses))
    isSpecial = uses.contains { RoomWords.category($0) == RoomWords.special }
  }

  /// A standard's own word counts as it stands, with a number behind it or without; another text where all that it names
  /// is of the list. Where only some of it is, nobody knows.
  package func answer(_ text: String, _ meaning: RoomMeaning) -> Answer {
    let tidy = RoomWords.tidy(text)
    if words.contains(tidy) || words.contains(RoomWords.withoutNumber(tidy)) { return .counts }
    guard !meaning.uses.isEmpty, uses.contains(where: meaning.uses.contains) else { return .other }
    return meaning.uses.allSatisfy(uses.contains) ? .counts : .doubtful
  }
}
