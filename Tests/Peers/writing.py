"""openpyxl and LibreOffice read every workbook that yice writes."""

import csv
import datetime
import io
import json
import pathlib

import openpyxl

from office import Wrong, csv_rows

SAMPLES = pathlib.Path(__file__).resolve().parents[2] / "samples"
SCHOOLS = 3


def shown(value, format="General"):
    """A cell as a person sees it."""
    if value is None:
        return ""
    if isinstance(value, (datetime.datetime, datetime.date)):
        return value.strftime("%Y-%m-%d")
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        if format.startswith("0."):
            return f"{value:.{len(format) - 2}f}"
        return f"{value:.10g}" if isinstance(value, float) else str(value)
    return str(value)


def sheets(path):
    """Cells of each visible sheet as shown, by its name."""
    book = openpyxl.load_workbook(path)
    return {sheet.title: [[shown(cell.value, cell.number_format) for cell in row] for row in sheet.iter_rows()]
            for sheet in book if sheet.sheet_state == "visible"}


def tidy(text):
    """Numbers as numbers, so that 3.50 and 3.5 are the same."""
    try:
        return f"{float(text):.6g}"
    except ValueError:
        return text.strip().replace("\r\n", "\n")


def county(bench):
    """Three schools of the sample county, merged; with what the forms need besides."""
    folders = sorted((SAMPLES / "county/schools").iterdir())[:SCHOOLS]
    files = []
    for folder in folders:
        code, name = folder.name.split("-", 1)
        file = f"{code}.db"
        bench.run("new", file, "--org", code, "--name", name, "--county", "990101", "--year", "2022")
        for sheet in sorted(folder.glob("*.csv")):
            bench.run("import", file, sheet.stem, sheet)
        files.append(file)
    bench.run("new", "县.db", "--role", "county", "--org", "990101", "--name", "示例县教育局", "--year", "2022")
    bench.run("merge", "县.db", *files)
    bench.path("政策.csv").write_text(
        "序号,名称,类型,文号,发布日期\n1,=示例县实施方案,方案,〔2021〕15号,2021-03-18\n", encoding="utf-8")
    bench.run("import", "县.db", "政策", "政策.csv")
    bench.run("add", "县.db", "平安校园", f"学校标识码={files[0][:-3]}", "学年=2022", "检查项=护学岗",
              "检查日期=2022-10-12", "是否达到=否", "备注=@无人值守")
    bench.run("add", "县.db", "填报值", "学校标识码=990101", "学年=2022", "数据项=人口总数", "数值=52.36")
    bench.run("oversize", "scan", "县.db", "--on", "2022-09-01")
    bench.run("ledger", "build", "县.db")
    return files[0]


def forms(bench):
    """Each form's texts stand in the workbook, as its CSV has them."""
    names = [row["name"] for row in json.loads(bench.run("form", "县.db", "--list", "--json").stdout)]
    made = []
    for name in names:
        book, text = f"表-{name}.xlsx", f"表-{name}.csv"
        bench.run("form", "县.db", name, "-o", book)
        bench.run("form", "县.db", name, "-o", text)
        # A text that looks like a formula has an apostrophe in CSV and none in a workbook.
        wanted = {tidy(cell.lstrip("'")) for row in csv_rows(bench.path(text)) for cell in row if cell}
        got = {tidy(cell.lstrip("'")) for rows in sheets(bench.path(book)).values() for row in rows for cell in row}
        bench.same(f"{book}: texts that openpyxl does not find", sorted(wanted - got), [])
        made.append((book, wanted))
    return made


def exports(bench, school):
    """Every row and cell of an exported table, against the program's own JSON."""
    made = []
    for table in ["教师", "班级", "用房", "场地", "仪器设备", "学校"]:
        book = f"导出-{table}.xlsx"
        bench.run("export", school, table, "-o", book)
        out = bench.run("list", school, table, "--csv", "--all").stdout.lstrip("\ufeff")
        wanted = [[tidy(cell) for cell in row] for row in csv.reader(io.StringIO(out))]
        rows = next(iter(sheets(bench.path(book)).values()))
        width = len(wanted[0])
        bench.same(book, [[tidy(cell) for cell in row[:width]] for row in rows], wanted)
        bench.same(f"{book} has a hidden last column",
                   openpyxl.load_workbook(bench.path(book)).worksheets[0].column_dimensions[
                       openpyxl.utils.get_column_letter(width + 1)].hidden, True)
        made.append((book, {cell for row in wanted for cell in row if cell}))
    return made


def templates(bench, school):
    """Headings, drop-down lists and the example row."""
    made = []
    for table in ["教师", "班级", "用房", "填报值", "平安校园"]:
        book = f"模板-{table}.xlsx"
        bench.run("template", school, table, "-o", book)
        sheet = openpyxl.load_workbook(bench.path(book)).worksheets[0]
        bench.same(f"{book} is frozen below its heading", sheet.freeze_panes, "A2")
        bench.same(f"{book} has checks", len(sheet.data_validations.dataValidation) > 0, True)
        bench.same(f"{book} has an example", str(sheet["A2"].value).startswith("例："), True)
        made.append((book, {tidy(str(cell.value)) for cell in sheet[1]}))
    return made


def marked(bench, school):
    """The clerk's sheet with bad cells, ordinary and of statistics; corrected by openpyxl, it is imported."""
    bench.path("名册.csv").write_text("教师编号,姓名,任教学段\nX1,甲,大学\nX2,=乙,小学\n", encoding="utf-8")
    bench.run("import", school, "教师", "名册.csv", "--strict", "--errors", "改正.xlsx", status=1)
    book = openpyxl.load_workbook(bench.path("改正.xlsx"))
    sheet = book.worksheets[0]
    bench.same("the bad cell has a comment", "大学" not in sheet["C2"].comment.text and sheet["C2"].comment is not None,
               True)
    bench.same("text stays text", (sheet["B3"].value, sheet["B3"].data_type), ("=乙", "s"))
    sheet["C2"] = "小学"
    sheet["B3"].data_type = "s"
    book.save(bench.path("改好.xlsx"))
    bench.run("import", school, "教师", "改好.xlsx")
    return [("改正.xlsx", {"教师编号", "大学"})]


def by_libreoffice(bench, books):
    """Every workbook opens, prints, and shows the same texts."""
    names = [name for name, _ in books]
    printed = {path.stem for path in bench.convert(names, "pdf", "印出")}
    bench.same("workbooks that LibreOffice does not print",
               sorted({pathlib.Path(name).stem for name in names} - printed), [])
    kind = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1"
    made = bench.convert(names, kind, "文字")
    for name, wanted in books:
        stem = pathlib.Path(name).stem
        got = set()
        for path in made:
            if path.name.startswith(stem + "-"):
                got |= {tidy(cell.lstrip("'")) for row in csv_rows(path) for cell in row}
        bench.same(f"{name}: texts that LibreOffice does not show", sorted(wanted - got), [])


def check(bench):
    school = county(bench)
    books = forms(bench) + exports(bench, school) + templates(bench, school) + marked(bench, school)
    if not books:
        raise Wrong("no workbook was written")
    if bench.soffice:
        by_libreoffice(bench, books)
