internal import YiceModel

/// Understands what rooms are called. The end of a name says what the room is, what stands before it for what and where:
/// 音乐教师办公室 is an office, 图书馆二楼音乐教室 a room for music. Decision 0177.
package enum RoomWords {
  /// The 用房类别 of which every room has a use of its own.
  package static let special = "专用教室"

  /// Uses that a figure (G3) counts rooms by.
  static let arts = ["音乐教室", "美术教室"]
  /// What follows a text of which nobody knows the use, to the one who wrote it.
  package static let advice = "没有认出是哪一种用途，除非本县标准另列了它，不算音乐、美术等专用教室；请在“用途”里写明主要作哪一种用（音乐教室、美术教室、科学教室……）"

  enum Word: Sendable {
    /// Of a room for these, one or more; a head is the whole room: what stands before it is where.
    case use([String], isHead: Bool)
    /// Only how the room is equipped.
    case weak(String)
    /// Says nothing: 教室, 专用, 室.
    case empty(isClassroom: Bool)
    /// Joins two uses.
    case joint
    /// Numbers and marks.
    case mark
  }

  package static func category(_ use: String) -> String? { categories[use] }

  /// The text in plain characters; its spaces stay.
  static func tidy(_ text: String) -> String {
    let plain = Characters.withoutMarks(Characters.halfWidth(text))
    return Characters.trimmed(String(plain.map { letters[$0] ?? $0 }))
  }

  /// 音乐教室2, 音乐教室(一) without the number.
  static func withoutNumber(_ text: String) -> String {
    var text = Substring(text)
    while let last = text.last, " 0123456789一二三四五六七八九十号#()".contains(last) { text.removeLast() }
    return String(text)
  }

  package static func meaning(_ text: String) -> RoomMeaning {
    let tidy = tidy(text)
    let whole = inBrackets(tidy.filter { !$0.isWhitespace })
    guard whole.isUnknown, whole.uses.isEmpty else { return whole }
    // 笃行楼-音乐教室, 音乐教室 东楼: a place beside the room.
    let parts = tidy.split { $0.isWhitespace || "-—_·:>".contains($0) }
    let told = parts.map { inBrackets(String($0)) }.filter { !$0.uses.isEmpty }
    guard parts.count > 1, var meaning = told.first else { return whole }
    for part in told { meaning.add(part.uses) }
    return meaning
  }

  /// What stands in brackets says more of the room, or where it is.
  private static func inBrackets(_ text: String) -> RoomMeaning {
    var outside = ""
    var insides: [String] = []
    var depth = 0
    for character in text {
      if "([{【〔《<".contains(character) {
        depth += 1
        if depth == 1 { insides.append("") }
      } else if ")]}】〕》>".contains(character) {
        depth = max(0, depth - 1)
      } else if depth == 0 {
        outside.append(character)
      } else {
        insides[insides.count - 1].append(character)
      }
    }
    var (meaning, isHead) = plain(outside)
    guard !isHead else { return meaning }
    for inside in insides where !former.contains(where: inside.hasPrefix) {
      if doubts.contains(where: inside.contains) {
        meaning.isUnknown = true
        if !meaning.uses.isEmpty { meaning.add([RoomMeaning.other]) }
        continue
      }
      let more = plain(inside).meaning
      guard !more.uses.isEmpty, !more.isWeak else { continue }
      if meaning.isWeak || meaning.uses.isEmpty { meaning = RoomMeaning() }
      meaning.add(more.uses)
    }
    return meaning
  }

  /// - Returns: what it says, and whether its end is a whole room.
  private static func plain(_ text: String) -> (meaning: RoomMeaning, isHead: Bool) {
    let bytes = Array(text.utf8)
    var end = bytes.count
    var meaning = RoomMeaning()
    var weak: String?
    var isHead = false
    var isJoined = false
    reading: while end > 0 {
      guard let (count, word) = endings.longest(bytes, before: end) else { break }
      switch word {
      case .use(let uses, let head):
        // 图书馆 before 音乐教室 is where it is.
        if !meaning.uses.isEmpty, !isJoined, head || isHead { break reading }
        meaning.add(uses)
        isHead = head && meaning.uses == uses
        isJoined = false
      case .weak(let use): weak = use
      case .empty(let isClassroom):
        if !meaning.uses.isEmpty, isHead, !isJoined { break reading }
        if isClassroom { meaning.isClassroom = true }
      case .joint: isJoined = !meaning.uses.isEmpty
      case .mark: break
      }
      end -= count
    }
    let rest = String(decoding: bytes[..<end], as: UTF8.self)
    let isPlace = rest.last.map(places.contains) ?? true
    if meaning.uses.isEmpty {
      if !isPlace || (!rest.isEmpty && end == bytes.count) { meaning.isUnknown = true }
      if let weak, isPlace {
        meaning.uses = [weak]
        meaning.isWeak = true
      }
    } else if isJoined, !isPlace {
      meaning.add([RoomMeaning.other])
    } else if !isHead, !isPlace {
      let near = rest.lastIndex(where: places.contains).map { String(rest[rest.index(after: $0)...]) } ?? rest
      if (doubts + former).contains(where: near.contains) || subjects.contains(where: near.contains) {
        meaning.add([RoomMeaning.other])
      }
    }
    return (meaning, isHead)
  }
}
