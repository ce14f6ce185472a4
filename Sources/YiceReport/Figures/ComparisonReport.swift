package import YiceFormats
package import YiceIndicators
internal import YiceModel
internal import YiceStandards

/// Before and after a what-if.
package struct ComparisonReport: Report {
  private let comparison: FigureComparison

  package init(_ comparison: FigureComparison) { self.comparison = comparison }

  package var text: String {
    var text = CountyReport(comparison.before).basis + "\n试算，文件没有改动。\n\n"
    text += listing.text(maximumCellWidth: 28) + "\n" + spreads.text() + "\n"
    return text + conclusions.map { $0 + "\n" }.joined()
  }

  /// What becomes of the verdicts, a sentence a 学段 and one for the whole.
  package var conclusions: [String] {
    var sentences: [String] = []
    for stage in comparison.before.stages {
      guard let after = comparison.after.stage(stage.stage),
        !stage.segments.isEmpty || !after.segments.isEmpty
      else { continue }
      sentences.append(
        "\(stage.stage.rawValue)：综合达标 \(stage.passingSegments)/\(stage.segments.count) 所"
          + " → \(after.passingSegments)/\(after.segments.count) 所；"
          + "结论 \(FigureText.verdict(stage.passes)) → \(FigureText.verdict(after.passes))")
    }
    sentences.append(
      "\(comparison.after.place)结论：\(FigureText.verdict(comparison.before.passes)) → \(FigureText.verdict(comparison.after.passes))"
    )
    return sentences
  }

  /// One row a value that moved.
  package var listing: Listing {
    Listing(
      columns: [
        Listing.Column("stage", "学段"), Listing.Column("org_code", "学校标识码"), Listing.Column("name", "学校"),
        Listing.Column("indicator", "指标"), Listing.Column("before", "原值"), Listing.Column("after", "试算值"),
        Listing.Column("met_before", "原结论"), Listing.Column("met_after", "试算结论"),
        Listing.Column("school", "学校综合"),
      ],
      rows: comparison.values.map { change in
        [
          .text(change.stage.rawValue), .text(change.orgCode), .text(change.name), .text(change.indicator),
          FigureText.cell(change.before?.value, text: change.before?.text, missing: "未填"),
          FigureText.cell(change.after?.value, text: change.after?.text, missing: "未填"),
          .text(change.before.map { FigureText.verdict($0) } ?? "—"),
          .text(change.after.map { FigureText.verdict($0) } ?? "—"),
          .text(
            "\(FigureText.verdict(change.passesBefore)) → \(FigureText.verdict(change.passesAfter))"),
        ]
      })
  }

  /// One row a mean and its 差异系数.
  package var spreads: Listing {
    Listing(
      columns: [
        Listing.Column("stage", "学段"), Listing.Column("indicator", "指标"),
        Listing.Column("mean_before", "原平均值"), Listing.Column("mean_after", "试算平均值"),
        Listing.Column("cv_before", "原差异系数"), Listing.Column("cv_after", "试算差异系数"),
        Listing.Column("limit", "上限"),
        Listing.Column("within", "结论"),
      ],
      rows: comparison.spreads.map { change in
        [
          .text(change.stage.rawValue), .text(change.indicator),
          FigureText.cell(change.before.mean, text: change.before.meanText),
          FigureText.cell(change.after.mean, text: change.after.meanText),
          FigureText.cell(change.before.cv, places: 3), FigureText.cell(change.after.cv, places: 3),
          FigureText.cell(change.after.limit, places: 2),
          .text(
            "\(FigureText.verdict(change.before.withinLimit)) → \(FigureText.verdict(change.after.withinLimit))"
          ),
        ]
      })
  }

  package var json: JSONValue {
    .object([
      ("basis", .string(CountyReport(comparison.before).basis)),
      ("passes_before", .bool(comparison.before.passes)), ("passes_after", .bool(comparison.after.passes)),
      ("values", listing.json), ("spreads", spreads.json),
    ])
  }
}
