/// What `handover` wrote, a county a line.
package struct HandoverReport: Report {
  package struct County: Sendable {
    let code: String
    let name: String
    let schools: Int
    let rows: Int
    let bytes: Int
    let stood: Bool
  }

  private let counties: [County]

  init(_ counties: [County]) { self.counties = counties }

  /// 「2 个县、138 所学校、25,000 行，1.2 MB」
  package var total: String {
    let stood = counties.count { $0.stood }
    return
      "\(counties.count) 个县、\(counties.reduce(0) { $0 + $1.schools }) 所学校、\(counties.reduce(0) { $0 + $1.rows }) 行"
      + (stood > 0 ? "；其中 \(stood) 个县早先写好的没有重写" : "")
  }

  package var text: String { listing.text() }

  package var listing: Listing {
    Listing(
      title: "移交的县",
      columns: [
        Listing.Column("county_code", "代码"), Listing.Column("county", "县"), Listing.Column("schools", "学校"),
        Listing.Column("rows", "行"), Listing.Column("bytes", "字节"), Listing.Column("stood", "早先写好"),
      ],
      rows: counties.map {
        [
          .text($0.code), .text($0.name), .number($0.schools), .number($0.rows), .number($0.bytes),
          .yesNo($0.stood),
        ]
      })
  }
}
