internal import YiceFormats
package import YiceLedgers
package import YiceModel

/// 大班额台账 as it is listed.
package enum OversizeListing {
  package static func entries(_ entries: [OversizeEntry], year: Int, _ stages: StageSystem) -> Listing {
    Listing(
      title: "大班额、大校额台账（班名按 \(year) 学年）",
      columns: [
        Listing.Column("school", "学校"), Listing.Column("class", "班级"), Listing.Column("key", "标识"),
        Listing.Column("filed_on", "建档"), Listing.Column("filed_count", "建档人数"),
        Listing.Column("limit", "上限"),
        Listing.Column("level", "类别"), Listing.Column("measure", "化解措施"),
        Listing.Column("new_places", "新增学位"),
        Listing.Column("unit", "责任单位"), Listing.Column("leader", "责任领导"), Listing.Column("due_on", "计划销号"),
        Listing.Column("counted_on", "最近核查"), Listing.Column("count", "核查人数"), Listing.Column("state", "状态"),
        Listing.Column("struck_on", "销号日期"),
      ],
      rows: entries.map { entry in
        [
          .text(entry.school ?? entry.orgCode), .text(entry.name(in: year, stages)), .text(entry.key),
          .text(entry.filedOn),
          .number(entry.filedCount), number(entry.limit), .text(entry.level), .text(entry.measure),
          number(entry.newPlaces), .text(entry.unit), .text(entry.leader), .text(entry.dueOn),
          .text(entry.countedOn),
          number(entry.count), .text(entry.state), .text(entry.struckOn),
        ]
      })
  }

  package static func scanned(
    _ outcome: OversizeScan.Outcome, year: Int, _ stages: StageSystem, names: [String: String]
  ) -> Listing {
    Listing(
      columns: [
        Listing.Column("school", "学校"), Listing.Column("class", "班级"), Listing.Column("heads", "人数"),
        Listing.Column("level", "类别"),
      ],
      rows: outcome.classes.map {
        [
          .text(names[$0.label.orgCode] ?? $0.label.orgCode), .text($0.label.name(in: year, stages)),
          .number($0.heads),
          .text($0.level),
        ]
      }
        + outcome.schools.map {
          [
            .text(names[$0.orgCode] ?? $0.orgCode), .text("全校"), .number($0.pupils),
            .text("超过规模上限 \($0.limit)"),
          ]
        })
  }

  package static func counted(_ counted: [(key: String, heads: Int, effect: OversizeMoves.Effect)]) -> Listing
  {
    Listing(
      columns: [
        Listing.Column("key", "班级或学校"), Listing.Column("heads", "核查人数"), Listing.Column("effect", "结果"),
      ],
      rows: counted.map { [.text($0.key), .number($0.heads), .text($0.effect.rawValue)] })
  }

  package static func growth(_ growth: ZeroGrowth, _ stages: StageSystem) -> Listing {
    let names = growth.schools.first?.levels.map(\.name) ?? []
    return Listing(
      title: "零增量：\(growth.baseline) 学年建档，\(growth.year) 学年现状",
      columns: [Listing.Column("school", "学校")]
        + names.flatMap {
          [
            Listing.Column("\($0)_baseline", "\($0) 建档"), Listing.Column("\($0)_today", "现有"),
            Listing.Column("\($0)_new", "新增"),
          ]
        } + [Listing.Column("holds", "结论"), Listing.Column("new", "新增的班")],
      rows: growth.schools.filter {
        $0.isUnknown || !$0.levels.allSatisfy { $0.baseline == 0 && $0.today == 0 }
      }.map {
        school in
        [.text(school.name + (school.isLeftOut ? "（不纳入）" : ""))]
          + school.levels.flatMap { [.number($0.baseline), .number($0.today), .number($0.new)] } + [
            .text(school.holds.map { $0 ? "零增量" : "有新增" } ?? "未知（没有班级册）"),
            .text(
              school.new.map { "\($0.label.name(in: growth.year, stages)) \($0.heads) 人（\($0.level)）" }
                .joined(
                  separator: "、")),
          ]
      })
  }

  package static func conclusion(_ growth: ZeroGrowth, _ stages: StageSystem) -> String {
    let counted = growth.schools.filter { !$0.isLeftOut }
    let total = counted.reduce(0) { $0 + $1.new.count }
    let unknown = counted.count(where: \.isUnknown)
    let tail = unknown > 0 ? "；\(unknown) 所学校没有班级册，未知" : ""
    // The table cuts long cells; here every class has its name.
    let names = growth.schools.filter { !$0.new.isEmpty }.map { school in
      let classes = school.new.map { "\($0.label.name(in: growth.year, stages)) \($0.heads) 人（\($0.level)）" }
      return "  \(school.name)\(school.isLeftOut ? "（不纳入，不计）" : "")：\(classes.joined(separator: "、"))\n"
    }
    return switch growth.holds {
    case true?: "全部学校零增量。\n" + names.joined()
    case false?: "有新增：\(total) 个班建档时不在台账\(tail)。\n" + names.joined()
    case nil: "已知的学校零增量\(tail)。\n" + names.joined()
    }
  }

  package static func progress(classes: [OversizeYear], schools: [OversizeYear]) -> Listing {
    Listing(
      columns: [
        Listing.Column("ledger", "台账"),
        Listing.Column("year", "年度"), Listing.Column("filed", "新建档"), Listing.Column("planned", "计划销号"),
        Listing.Column("struck", "实际销号"), Listing.Column("graduated", "毕业离校"),
        Listing.Column("planned_so_far", "累计计划"),
        Listing.Column("struck_so_far", "累计销号"), Listing.Column("left", "年末在册"),
        Listing.Column("behind", "进度"),
      ],
      rows: (classes.map { ("大班额", $0) } + schools.map { ("大校额", $0) }).map { ledger, year in
        [
          .text(ledger), .number(year.year), .number(year.filed), .number(year.planned), .number(year.struck),
          .number(year.graduated), .number(year.plannedSoFar),
          .number(year.struckSoFar), .number(year.left), .text(year.isBehind ? "落后" : ""),
        ]
      })
  }

  package static func places(_ forecast: [PlacesForecast]) -> Listing {
    Listing(
      columns: [
        Listing.Column("year", "学年"), Listing.Column("stage", "学段"), Listing.Column("pupils", "预计在校生"),
        Listing.Column("places", "学位"), Listing.Column("gap", "缺口"),
        Listing.Column("needed_by_residents", "千人学位数所需"),
      ],
      rows: forecast.map {
        [
          .number($0.year), .text($0.stage.rawValue), .number($0.pupils), .number($0.places), .number($0.gap),
          number($0.neededByResidents),
        ]
      })
  }

  private static func number(_ number: Int?) -> Listing.Cell { number.map { .number($0) } ?? .empty }
}
