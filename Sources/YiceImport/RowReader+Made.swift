internal import YiceFormats
internal import YiceModel
internal import YiceStore

/// What rows of a list leave out and their other columns tell: number, kind, boys, where a problem comes from.
///
/// Decision 0134.
extension RowReader {
  /// Fills in what the row leaves out.
  func completeMade(_ row: SheetRow, _ cells: SheetCells, _ fail: Fail, _ report: (Finding) -> Void) {
    madeSlots = unsaidSlots
    if let girls = plan.girls, let slot = headCountSlot, isEmpty(slot) {
      addGirls(girls, to: slot, cells, fail)
    } else if let girls = plan.girls, let slot = boysSlot, let whole = headCountSlot.flatMap({ integer($0) }),
      let number = Int64(Characters.plain(cells[girls.index]).prefix { $0.isASCII && $0.isNumber })
    {
      if number > whole {
        fail("out-of-range", girls.heading, String(number), "女生比全班人数（\(whole)）还多")
      } else if let boys = integer(slot) {
        if boys + number != whole {
          report(
            Finding(
              .warning, "boys-and-girls", at: place(row, girls.heading), value: String(number),
              "男生 \(boys) + 女生 \(number) 不等于班级人数 \(whole)，已照写的存入，请核实"))
        }
      } else {
        make(slot, .integer(whole - number))
      }
    }
    refuseHall(cells, fail)
    for place in placesAbove.filled { make(place.slot, .text(place.word)) }
    if let times = timesSlot.flatMap({ integer($0) }), times > 1 {
      for slot in totalSlots {
        if case .real(let total) = values[slot] { values[slot] = .real(total / Double(times)) }
        if case .integer(let total) = values[slot] { values[slot] = .real(Double(total) / Double(times)) }
      }
    }
    if let slot = categorySlot, let named = namedCategory, isEmpty(slot), !isCategoryBad {
      nameCategory(slot, named, row, cells)
    }
    if isRoom { tellUse(row, report) }
    multiplyPrice()
    tellSeveralRooms(row, cells, report)
    if let slot = taughtSlot, let only = onlyStage ?? ownSheetStage { make(slot, .text(only.rawValue)) }
    if let slot = sourceSlot, isEmpty(slot) {
      make(slot, .text(sourceOfSheet ?? defaultSource))
      if !hasToldSource {
        hasToldSource = true
        report(
          Finding(
            .note, "source", at: place(row, columns[slot].label), value: sourceOfSheet ?? defaultSource,
            sourceOfSheet == nil
              ? "没有写问题来源，按“\(defaultSource)”记；不是的，请加 --set \(columns[slot].label)=… 再导入"
              : "没有写问题来源，按标题记；不对的，请加 --set \(columns[slot].label)=… 再导入"))
      }
    }
    if let slot = filedSlot { completeOversized(slot, row, fail, report) }
    if let slot = stateSlot, isEmpty(slot), filedSlot == nil {
      let hasBegun = situationSlot.map { !isEmpty($0) } ?? false
      make(slot, .text(hasBegun ? "整改中" : "待整改"))
    }
    if let slot = numberSlot, isEmpty(slot), OwnNumber.of(plan.table)?.form == .teacher {
      lookTeacherUp(slot, fail)
    } else if let slot = numberSlot, isEmpty(slot) {
      values[slot] = .text(ownNumber(row, cells, report))
    } else {
      noteBuilding()
    }
  }

  /// Boys and girls are the whole class, where both are told.
  private func addGirls(
    _ girls: (index: Int, heading: String), to slot: Int, _ cells: SheetCells, _ fail: Fail
  ) {
    let written = Characters.plain(cells[girls.index])
    guard let boys = boysSlot.flatMap({ integer($0) }),
      let number = Int64(written.hasSuffix("人") ? String(written.dropLast()) : written), number >= 0
    else {
      fail("missing-value", girls.heading, written, "没有写班级人数，男生、女生都填了数才知道全班有多少人；没有的请填 0")
      return
    }
    values[slot] = .integer(boys + number)
  }

  /// The day that an entry of 大班额台账 was opened, where nothing says it: today, or of another school year its first day.
  private var usualFiledOn: String {
    let today = Moment.today()
    guard let year = file.schoolYear else { return today }
    let first = "\(year)-09-01"
    return today >= first && today < "\(year + 1)-09-01" ? today : first
  }

  /// An entry of 大班额台账 as it is opened: that day, 在册, at the level of its head count.
  private func completeOversized(_ filed: Int, _ row: SheetRow, _ fail: Fail, _ report: (Finding) -> Void) {
    if isEmpty(filed) {
      make(filed, .text(usualFiledOn))
      if !hasToldFiledOn {
        report(
          Finding(
            .note, "filed-on", at: place(row, columns[filed].label), value: usualFiledOn,
            "没有写建档日期，各行都按 \(usualFiledOn) 记；不是这一天的，请加 --set 建档日期=年-月-日 再导入"))
        hasToldFiledOn = true
      }
    }
    if let slot = stateSlot, isEmpty(slot) { make(slot, .text("在册")) }
    guard let slot = levelSlot, isEmpty(slot), let heads = filedCountSlot.flatMap({ integer($0) }),
      let stage = anyStageSlot.flatMap({ Stage(word: text(values[$0])) })
    else { return }
    if let level = levelOfClass?(Int(heads), stage) {
      make(slot, .text(level))
    } else {
      fail("missing-value", columns[slot].label, "\(heads)", "没有写类别，\(heads) 人也没有超过班额上限：不用入账的请删去这一行，要入账的请写类别")
    }
  }

  /// The one 学段 of the row's school.
  private var onlyStage: Stage? { ownStages?.count == 1 ? ownStages?.first : nil }

  private func make(_ slot: Int, _ value: BulkUpsert.Bound) {
    values[slot] = value
    madeSlots.append(slot)
  }

  private func nameCategory(_ slot: Int, _ named: NamedCategory, _ row: SheetRow, _ cells: SheetCells) {
    let texts = named.columns.compactMap { name in columns.firstIndex { $0.name == name } }.map {
      text(values[$0])
    }
    let assets =
      (assetClass.map { [$0] } ?? [])
      + plan.assetClasses.map { Characters.plain(cells[$0]) }.filter { !$0.isEmpty }
    let place = place(row, columns[slot].label)
    switch named.kind(texts, assets: assets) {
    case .known(let kind)?: make(slot, .text(kind))
    case .beside(let thing)?:
      make(slot, .text(named.otherwise))
      namedRows.add(.beside(thing), texts, money, at: place)
    case nil:
      make(slot, .text(named.otherwise))
      namedRows.add(.unknown, texts, money, at: place)
    }
  }

  /// What is told of the kinds, after the last row.
  var kindFindings: [Finding] {
    guard let categorySlot, let namedCategory else { return [] }
    return namedRows.findings(columns[categorySlot].label, otherwise: namedCategory.otherwise)
  }

  /// What the row is worth.
  private var money: Double? {
    guard let slot = moneySlot else { return nil }
    return switch values[slot] {
    case .real(let amount): amount
    case .integer(let amount): Double(amount)
    default: nil
    }
  }

  /// Tells a room of which nobody knows what it is for.
  func tellUse(_ row: SheetRow, _ report: (Finding) -> Void) {
    func cell(_ slot: Int?) -> String? { slot.map { text(values[$0]) } }
    let room = RoomTold(purpose: cell(purposeSlot), name: cell(roomNameSlot), category: cell(categorySlot))
    guard let text = room.text, room.isDoubtful,
      let slot = room.isPurpose ? purposeSlot : roomNameSlot
    else { return }
    let heading = self.cells.first { $0.slot == slot }?.heading ?? columns[slot].label
    report(Finding(.warning, "not-understood", at: place(row, heading), value: text, RoomWords.advice))
  }

  /// Whose row it is, by the name that the file's list of teachers has.
  private func lookTeacherUp(_ slot: Int, _ fail: Fail) {
    if registered == nil { registered = registeredNumbers?() ?? [:] }
    let name = columns.firstIndex { $0.name == "name" }.map { text(values[$0]) } ?? ""
    let found = registered?[[anyOrgSlot.map { text(values[$0]) } ?? "", "", name]] ?? []
    if found.count == 1 {
      values[slot] = .text(found[0])
    } else {
      let label = columns[slot].label
      fail(
        "unknown-teacher", columns.first { $0.name == "name" }?.label, nil,
        found.isEmpty
          ? "教师花名册里没有这个姓名，不知道是谁：请先导入教师，或加一列“\(label)”"
          : "教师花名册里有 \(found.count) 个人叫这个姓名，分不清是哪一个：请加一列“\(label)”")
    }
  }

  private func ownNumber(_ row: SheetRow, _ cells: SheetCells, _ report: (Finding) -> Void) -> String {
    guard let numbered = OwnNumber.of(plan.table) else { return "" }
    let words = numbered.words.compactMap { name in columns.firstIndex { $0.name == name } }
      .map { text(values[$0]) }.filter { !$0.isEmpty }
    let org = anyOrgSlot.map { text(values[$0]) } ?? ""
    let name = words.last ?? ""
    let count = (numberedRows[[org] + words] ?? 0) + 1
    numberedRows[[org] + words] = count
    if numbered.isKnownByName, registered == nil { registered = registeredNumbers?() ?? [:] }
    // What the file knows by that name and a number is nothing new.
    let stage = plan.table.key.contains("stage") ? anyStageSlot.map { text(values[$0]) } ?? "" : ""
    if count == 1, let only = registered?[[org, stage, name]], only.count == 1 { return only[0] }
    if numbered.form == .random { return RandomID.text(from: [org] + words + ["\(count)"]) }
    if numbered.form == .words {
      let number = words.joined(separator: "-")
      return count == 1 ? number : "\(number)-\(count)"
    }
    let birth = plan.birth.map { OwnNumber.month(Characters.plain(cells[$0])) } ?? ""
    let same = numberedRows[[org, name, birth]] ?? 0
    numberedRows[[org, name, birth]] = same + 1
    if same > 0 {
      report(
        Finding(
          .warning, "same-person", at: place(row, nil),
          "与前面一行同名（出生年月也相同，或没有写），按另一个人存入；是同一个人的请删去一行，不是的请加一列“教师编号”"))
    }
    let content = [name, birth] + (same > 0 ? [String(same + 1)] : [])
    return OwnNumber.mark + RandomID.text(from: content).prefix(8)
  }

  func isEmpty(_ slot: Int) -> Bool {
    switch values[slot] {
    case .null: true
    case .text(let text): text.isEmpty
    default: false
    }
  }
}
