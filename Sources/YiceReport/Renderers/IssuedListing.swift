/// The files that `issue` wrote, one a school.
package struct IssuedListing: Report {
  private let files: [(code: String, name: String, path: String)]

  package init(_ files: [(code: String, name: String, path: String)]) { self.files = files }

  /// A path a line, as the programs that send them on read it.
  package var text: String { files.map { $0.path + "\n" }.joined() }

  package var listing: Listing {
    Listing(
      columns: [
        Listing.Column("org_code", "代码"), Listing.Column("name", "学校"), Listing.Column("file", "文件"),
      ],
      rows: files.map { [.text($0.code), .text($0.name), .text($0.path)] })
  }
}
