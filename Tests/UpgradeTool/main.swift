import GRDB
import YiceStore
import YiceTestSupport

// Makes a file one of the made-up format, and upgrades it, for the tests that kill a program in the middle of it: no
// format before today's was ever written, so `yice upgrade` has nothing to do yet.
//
//   upgrade-tool age|upgrade FILE
let words = CommandLine.arguments.dropFirst()
let path = words.last ?? ""
switch words.first {
case "age":
  let queue = try DatabaseQueue(path: path)
  try queue.writeWithoutTransaction { db in
    try MadeUpFormat.age(db)
    try db.execute(sql: "INSERT INTO retired VALUES ('x')")
  }
case "upgrade":
  _ = try Upgrade.run(path, by: MadeUpFormat.migration())
default:
  fatalError("age or upgrade")
}
