/// What a room is for: its 用途, or where that is empty or says nothing (教学, 上课) its name.
///
/// The one rule for G3, the ledgers, explanations and checks; view `room_use` (SQL/21) is made from it. Which of these texts
/// mean a room of a list is `RoomList`'s (YiceStore); those that a file has are put into table `word` (`RoomTexts`). Decision 0177.
enum RoomUse {
  /// The column of view `room_use`.
  static let column = "used_as"

  /// Lists of the standard by what rooms are for.
  static let lists = ["music_rooms", "art_rooms"]

  /// Lists in table `word` beside those of the standard, of texts that the file has.
  enum Told {
    /// 用途 that say nothing of the use.
    static let vague = "vague_room_purposes"
    /// Texts of which only some of what they name is of the list.
    static func doubtful(_ list: String) -> String { "doubtful_" + list }
    /// Texts by which nobody knows the use; of a 专用教室 it may be any.
    static let unknown = "unknown_room_uses"
    /// Texts that are told wherever they stand: several uses share the room.
    static let shared = "shared_room_uses"
    /// Texts that are told of a 专用教室.
    static let vagueSpecial = "vague_special_rooms"
  }

  static let view = """
    -- Made from RoomUse (Sources/YiceIndicators/Reading), do not edit by hand.
    -- Lines of rooms with the text that says what they are for (用途, else the name) and how many rooms they are.
    -- A 用途 that says nothing (教学) stands in list '\(Told.vague)' of table word.

    DROP VIEW IF EXISTS temp.room_use;
    CREATE VIEW temp.room_use AS
    SELECT r.*,
      coalesce(CASE WHEN e.word IS NULL THEN nullif(r.purpose, '') END, nullif(r.name, ''), nullif(r.purpose, '')) AS \(column),
      coalesce(r.room_count, 1) AS rooms
    FROM room AS r
    LEFT JOIN word AS e ON e.list = '\(Told.vague)' AND e.stage = '' AND e.word = r.purpose;

    """
}
