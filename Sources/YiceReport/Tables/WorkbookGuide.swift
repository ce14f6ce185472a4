internal import YiceFormats
internal import YiceImport
internal import YiceModel
internal import YiceStore

/// The first sheet of a school's workbook: for whom it is, what to fill in, how, and by when.
struct WorkbookGuide {
  private let label: WorkbookLabel
  private let due: String?

  init(_ label: WorkbookLabel, due: String?) {
    self.label = label
    self.due = due
  }

  private var lines: [(word: String, text: String)] {
    [
      ("学校名称", label.orgName), ("学校标识码", label.orgCode), ("县代码", label.countyCode ?? ""),
      ("学年", label.year.map(String.init) ?? ""), ("生成时间", Moment.local(label.madeAt)),
      ("交回日期", due ?? "按通知要求"),
      ("怎样填", "每张工作表是一本登记册或台账，已填好现有的行：改错的、补缺的，在下面接着加新行；不要的行整行删除。"),
      ("红字列名", "带 * 的红字列名必须填写；鼠标停在列名上，会显示填什么。"),
      ("怎样粘贴", "从别的表粘贴时用“选择性粘贴 → 数值”，以免盖掉下拉选项和格式；列可以移动，列名请不要改。"),
      ("不要删除", "最右边隐藏的“行标识”列和隐藏的工作表，是收回时认行用的，请保留。"),
      ("填好以后", "看一看“检查”工作表里的合计对不对，存盘，把这个文件发回教育局。"),
    ]
  }

  func write(_ sheet: XLSXSheetWriter, _ book: XLSXWorkbook) throws {
    let words = book.format(XLSXStyle().with { $0.typeface = .hei })
    let texts = book.format(
      XLSXStyle().with {
        $0.wraps = true
        $0.numberFormat = "@"
      })
    for (index, line) in lines.enumerated() {
      sheet.write(line.word, row: index, column: 0, words)
      sheet.write(line.text, row: index, column: 1, texts)
    }
    sheet.setColumn(0, width: 14)
    sheet.setColumn(1, width: 90)
    var page = XLSXPage()
    page.header = "\(label.orgName)填报工作簿"
    page.onOnePage = true
    sheet.setPage(page)
  }
}
