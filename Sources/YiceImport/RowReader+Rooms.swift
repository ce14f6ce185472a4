internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// Lines of rooms and things whose cells leave open how many there are, or what they cost.
extension RowReader {
  /// A larger area is rarely that of one of several like rooms.
  private static let largestOfSeveral = 200.0
  /// Words of the statistics under 用房类别 that hold several of the register's kinds.
  static let coarseKinds: Set = ["教学及辅助用房", "教学辅助用房", "教学用房", "教学及教学辅助用房"]
  /// 101、102: numbers of rooms side by side.
  private static let joints: Set<Character> = ["、", ",", "，", ";", "；", "~", "至"]

  /// 12 rooms and 720 ㎡ below 建筑面积: of one room or of all, nobody knows, and 720 ㎡ are no classroom.
  func refuseHall(_ cells: SheetCells, _ fail: Fail) {
    guard isRoom, let times = roomCountSlot.flatMap({ integer($0) }), times > 1 else { return }
    for cell in self.cells where areaSlots.contains(cell.slot) && !totalSlots.contains(cell.slot) {
      guard case .real(let area) = values[cell.slot], area >= RowReader.largestOfSeveral,
        !cell.heading.contains("间")
      else { continue }
      doubtfulAreas.insert(cell.slot)
      fail(
        "area-of-rooms", cell.heading, shownText(cells[cell.index]),
        "\(times) 间一共这么大，还是每间这么大，分不清：请把列名写成“总\(columns[cell.slot].label)”或“单间\(columns[cell.slot].label)”")
    }
  }

  /// Notes the areas of a line of several rooms, to be held against a sum below.
  func noteAreas(_ cells: SheetCells) {
    let times = roomCountSlot.flatMap { integer($0) }.map(Double.init) ?? 1
    for slot in areaSlots where !totalSlots.contains(slot) {
      guard case .real(let area) = values[slot] else { continue }
      let old = areaSums[slot] ?? (0, 0)
      areaSums[slot] = (old.lines + area, old.rooms + area * times)
    }
  }

  /// Where one line's area cannot be that of a room, nobody knows of the other lines of several rooms either.
  func doubtfulSheet(_ place: SourceLocation) -> Finding? {
    for cell in cells where doubtfulAreas.contains(cell.slot) {
      guard let sums = areaSums[cell.slot], sums.rooms > sums.lines + 1 else { continue }
      var place = place
      place.column = cell.heading
      return Finding(
        .error, "area-of-rooms-sheet", at: place,
        "有的行写的看来是各间的总面积，别的几间一行的也就分不清，整张没有导入：请把列名写成“总\(columns[cell.slot].label)”或“单间\(columns[cell.slot].label)”，再导入"
      )
    }
    return nil
  }

  /// A sum below the rooms that is that of their lines: the areas are those of all rooms of a line.
  func totalsFault(_ row: SheetRow) -> Finding? {
    for cell in self.cells {
      guard let sums = areaSums[cell.slot], sums.rooms > sums.lines + 1,
        let written = Double(HeaderMatcher.tidy(row[cell.index])), written > 0
      else { continue }
      if abs(written - sums.lines) < 0.5 {
        return Finding(
          .error, "area-of-rooms-sum", at: place(row, cell.heading), value: row[cell.index],
          "合计是各行之和，所以“\(cell.heading)”是各间的总面积，不是一间的。没有导入：请把列名写成“总\(columns[cell.slot].label)”，再导入")
      }
    }
    return nil
  }

  /// 音乐教室2间 or 房号 101、102 without 间数 is one room: told.
  func tellSeveralRooms(_ row: SheetRow, _ cells: SheetCells, _ report: (Finding) -> Void) {
    guard isRoom, roomCountSlot.map(isEmpty) ?? true else { return }
    for cell in self.cells where cell.slot == roomNameSlot || columns[cell.slot].name == "room_no" {
      let written = Characters.plain(cells[cell.index])
      let parts = written.split(whereSeparator: RowReader.joints.contains)
      let isList = parts.count > 1 && parts.allSatisfy { $0.contains(where: \.isNumber) }
      let counted = written.firstRange(of: "间").map { place in
        written[..<place.lowerBound].last.map {
          $0 == "两" || WrittenNumbers.isPart($0) && $0 != "一" && $0 != "1"
        } ?? false
      }
      guard isList || counted ?? false else { continue }
      report(
        Finding(
          .warning, "several-rooms", at: place(row, cell.heading), value: written,
          "看来不止一间，而没有“间数”，按 1 间计入；请加一列“间数”，或每间写一行"))
      return
    }
  }

  /// 金额 of a line that has 数量 and 单价.
  func multiplyPrice() {
    guard let slot = moneySlot, isEmpty(slot), let price = number("unit_price"),
      let quantity = number("quantity")
    else { return }
    let amount = (price * quantity * 10_000).rounded() / 10_000
    values[slot] = .real(amount)
  }

  private func number(_ name: String) -> Double? {
    guard let slot = columns.firstIndex(where: { $0.name == name }) else { return nil }
    return switch values[slot] {
    case .real(let number): number
    case .integer(let number): Double(number)
    default: nil
    }
  }

  /// Notes in which building a number was met.
  func noteBuilding() {
    guard isRoom, let slot = numberSlot, let place = columns.firstIndex(where: { $0.name == "building" })
    else { return }
    roomPlaces["\(text(values[slot]))/\(text(values[place]))", default: 0] += 1
  }

  /// Room 101 of another building is another room: its number gets the building's name.
  func tellBuildingsApart() -> Bool {
    guard isRoom, let slot = numberSlot, let place = columns.firstIndex(where: { $0.name == "building" }),
      !isEmpty(place)
    else { return false }
    let building = text(values[place])
    let number = text(values[slot])
    guard roomPlaces["\(number)/\(building)"] == 1, !number.hasPrefix(building) else { return false }
    values[slot] = .text("\(building)-\(number)")
    hasToldApart = true
    return true
  }
}
