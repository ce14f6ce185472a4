import YiceModel
import YiceStore
import YiceTestSupport

/// A small school file that tests fill.
enum SampleFile {
  static let author = Author("测试")

  static func school(_ folder: Workdir, _ name: String = "school.db") throws -> YiceFile {
    let info = FileInfo(
      role: .school, orgCode: "2199000001", orgName: "示例小学", countyCode: "990101", schoolYear: 2022)
    let file = try YiceFile.create(folder.file(name), info: info, author: author)
    try file.write("test", author: author) { writer in
      try writer.save(info)
      try writer.add(.org, ["org_code": "2199000001", "name": "示例小学", "kind": "小学"])
      for (number, name) in [("001", "王芳"), ("002", "李明"), ("003", "=1+1")] {
        try writer.add(
          .teacher,
          [
            "teacher_no": number, "name": name, "stage": "小学", "subject": "体育", "full_time": true,
            "education": "本科", "training_hours": 360,
          ])
      }
      for (number, pupils) in [(1, 45), (2, 46)] {
        try writer.add(
          .classRoll,
          [
            "stage": "小学", "entry_year": 2020, "class_no": number, "grade": 3, "head_count": pupils,
            "counted_on": "2022-09-01",
          ])
      }
    }
    return file
  }
}
