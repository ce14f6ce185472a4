import Testing
import YiceReport

@testable import YicePage

@Suite("打印")
struct FormsPlaceTests {
  @Test("every form is shown and given as a workbook")
  func forms() throws {
    let served = try ServedFile(isCounty: true)
    for form in Form.all {
      let query = FormFields.query([("form", form.name)])
      #expect(try served.get("/print\(query)").status == 200, "\(form.name)")
    }
    let workbook = try served.get("/print.xlsx\(FormFields.query([("form", "自评表")]))")
    #expect(workbook.body.hasPrefix("PK"))
    #expect(try served.get("/print?form=%3Cscript%3E").status == 404)
  }
}
