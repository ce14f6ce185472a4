/// What a room is for: its 用途, else its name without a number behind it (音乐教室2, 音乐教室（一） are 音乐教室).
///
/// The one rule for G3, the ledgers, explanations and checks; view `room_use` (SQL/21) is made from it.
package enum RoomUse {
  /// The column of view `room_use`.
  static let column = "used_as"

  /// As SQL over a row of `room`.
  package static func sql(_ prefix: String = "") -> String {
    "coalesce(nullif(\(prefix)purpose, ''), rtrim(\(prefix)name, ' 0123456789一二三四五六七八九十号#()（）'))"
  }

  static let view = """
    -- Made from RoomUse (Sources/YiceIndicators/Reading), do not edit by hand.
    -- Lines of rooms with what they are for (用途, else the name without a number behind it) and how many rooms they are.

    DROP VIEW IF EXISTS temp.room_use;
    CREATE VIEW temp.room_use AS
    SELECT r.*, \(sql("r.")) AS \(column), coalesce(r.room_count, 1) AS rooms FROM room AS r;

    """
}
