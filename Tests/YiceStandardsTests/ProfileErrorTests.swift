import Testing
import YiceStandards

@Suite("errors in a profile's text name line and column")
struct ProfileErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String, yaml: String, message: String
    var testDescription: String { name }
  }

  @Test(
    "the exact words",
    arguments: [
      Case(
        name: "no YAML", yaml: "id: [1",
        message: "评估标准“县标准.yaml”第 2 行第 1 列：YAML 写法有误（did not find expected ',' or ']'）。"),
      Case(name: "no mapping", yaml: "- 1", message: "评估标准“县标准.yaml”第 1 行第 1 列：应是“名称: 值”的列表。"),
      Case(
        name: "not a number",
        yaml: "extends: national-2017\nindicators:\n  R1:\n    thresholds: {primary: 四点二}",
        message: "评估标准“县标准.yaml”第 4 行第 27 列：应是不小于 0 的数，最多 4 位小数。"),
      Case(
        name: "unknown base", yaml: "id: a\nextends: b",
        message: "评估标准“县标准.yaml”第 2 行第 10 列：extends 的“b”不是随程序提供的评估标准。"),
      Case(
        name: "unknown 学段", yaml: "extends: national-2017\ncv_limit: {college: 0.5}",
        message: "评估标准“县标准.yaml”第 2 行第 21 列：“college”不是学段（kindergarten、primary、junior、senior）。"),
      Case(
        name: "unknown element",
        yaml: "extends: national-2017\nindicators:\n  R1:\n    elements: [校车数]",
        message: "评估标准“县标准.yaml”第 4 行第 16 列：没有叫“校车数”的数据项。"),
      Case(
        name: "split that cannot be", yaml: "extends: national-2017\nindicators:\n  R1:\n    split: true",
        message: "评估标准“县标准.yaml”第 4 行第 12 列：split 与数据项不符：按学段统计的数据项不拆分，全校的要拆分。"),
      Case(
        name: "compare", yaml: "extends: national-2017\ncompare: about",
        message: "评估标准“县标准.yaml”第 2 行第 10 列：compare 应是 exact 或 rounded。"),
      Case(
        name: "weight of 0", yaml: "extends: national-2017\nweights:\n  general: {junior: 0}",
        message: "评估标准“县标准.yaml”第 3 行第 21 列：权重应大于 0。"),
      Case(
        name: "something missing", yaml: "id: a\nversion: 1",
        message: "评估标准“县标准.yaml”第 1 行第 1 列：缺少“compare”。"),
      Case(
        name: "written twice", yaml: "id: a\nid: b",
        message: "评估标准“县标准.yaml”第 1 行第 1 列：同一个名称写了两次（id）。"),
    ])
  func words(_ example: Case) {
    let error = #expect(throws: ProfileError.self) {
      try ProfileCatalog.read(example.yaml, name: "县标准.yaml")
    }
    #expect(error?.description == example.message)
  }
}
