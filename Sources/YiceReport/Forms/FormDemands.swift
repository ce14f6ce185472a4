internal import GRDB
internal import YiceFormats
internal import YiceIndicators
internal import YiceLedgers
internal import YiceModel
internal import YiceStandards
package import YiceStore

extension Form {
  /// What programmes ask for: a form of each demand, worked out by its query.
  static let demands = Demand.all.map(form)

  /// Every form of what programmes ask for, with the tables that it is filled in.
  package static let asked: [(form: Form, tables: [CatalogTable])] =
    [
      (targets, [.target]), (places, [.town, .classRoll, .project]),
      (schoolPlans, [.project, .standardizationItem, .oversizedClass, .oversizedSchool, .rectification]),
      (schoolPlanList, [.project, .standardizationItem, .oversizedClass, .oversizedSchool, .rectification]),
      (tasks, [.task]), (policies, [.policy]), (leadingGroup, [.personUnit]), (groups, [.schoolGroup]),
    ] + zip(demands, Demand.all).map { ($0, $1.tables.compactMap(TableCatalog.table)) }

  private static func form(_ demand: Demand) -> Form {
    Form(
      name: demand.form, title: demand.title, words: demand.words,
      pages: { source in
        let question = source.demandQuestion
        let rows = try demand.rows(source.db, question)
        guard demand.isBySchool else {
          return [source.ofBureau(DemandTable(demand, question, rows).page(named: demand.form))]
        }
        let bySchool = Dictionary(grouping: rows) { $0["org_code"] as String? ?? "" }
        return try source.pageBySchool { school in
          var page = DemandTable(demand, question, bySchool[school.code] ?? []).page(named: school.name)
          page.right = source.yearText
          return page
        }
      })
  }
}

extension FormSource {
  /// The year, day and school that are asked for, as demands take them.
  var demandQuestion: DemandQuestion {
    DemandQuestion(
      year: year, today: question.day, bureau: countyCode,
      school: asked?.code ?? (file.role.isOneSchool ? file.orgCode : nil),
      question.profile)
  }
}

/// The rows of a demand as a listing and as a page.
struct DemandTable {
  private let demand: Demand
  private let question: DemandQuestion
  private let rows: [Row]
  /// Personal columns are left out.
  private let isRedacted: Bool

  init(_ demand: Demand, _ question: DemandQuestion, _ rows: [Row], redacted: Bool = false) {
    self.demand = demand
    self.question = question
    self.rows = rows
    isRedacted = redacted
  }

  private var columns: [Demand.Column] { demand.columns.filter { !(isRedacted && $0.isPersonal) } }

  var listing: Listing {
    Listing(
      title: demand.title,
      columns: [Listing.Column("number", "序号")]
        + columns.map { Listing.Column($0.name, question.filled($0.label)) },
      rows: rows.enumerated().map { index, row in
        [.number(index + 1)] + columns.map { DemandTable.cell(row[$0.name]) }
      })
  }

  /// Whole numbers without a point: SQL sums areas and counts alike as decimals.
  private static func cell(_ value: DatabaseValue) -> Listing.Cell {
    guard case .double(let number) = value.storage else { return Listing.Cell(value) }
    return FigureText.full(number)
  }

  func page(named name: String) -> FormPage {
    var page = FormPage(listing, name: name)
    page.looks["number"] = FormPage.Look(width: 5, centered: true)
    for column in columns {
      page.looks[column.name] = FormPage.Look(
        width: column.width, mergesEqual: column.merges, centered: column.isCentred)
    }
    page.landscape = true
    page.notes = question.notes(of: demand)
    page.signatures = FormPage.signers
    return page
  }
}
