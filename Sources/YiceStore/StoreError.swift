package import YiceModel

/// Why a file could not be opened or written; the description names the file and the way out.
package enum StoreError: YiceError, Equatable {
  case notFound(String)
  case alreadyExists(String)
  case noFolder(String)
  /// A folder, a pipe or a device.
  case notPlain(String)
  case notSQLite(String)
  case notYice(String)
  case newer(String, version: Int)
  case older(String, version: Int)
  /// The current format does not take what an older file holds.
  case migration(String, table: String, detail: String)
  case damaged(String, detail: String)
  /// What lies beside it for SQLite to believe is not what a write of ours leaves there.
  case sideFile(String, suffix: String, SideFiles.Problem)
  /// It holds something that is not of the format, and might be run.
  case schema(String, SchemaCheck.Difference)
  case readOnly(String)
  /// A bureau's extract: nobody writes in it.
  case issued(String)
  /// A write was cut short, and what takes it back cannot be carried out where the file lies.
  case unfinished(String)
  case busy(String)
  case diskFull(String)
  case sql(String, detail: String)

  package var exitStatus: ExitStatus {
    switch self {
    case .notPlain, .notSQLite, .notYice, .damaged, .sideFile, .schema: .notOurFile
    case .newer: .newerFile
    case .busy: .busy
    case .issued: .notAllowed
    default: .failed
    }
  }

  package var description: String {
    switch self {
    case .notFound(let path):
      "找不到文件“\(path)”。请检查文件名和所在文件夹；要新建文件请用 yice new。"
    case .alreadyExists(let path):
      "文件“\(path)”已经存在，没有改动它。请换一个文件名，或先把旧文件移走。"
    case .noFolder(let path):
      "“\(path)”所在的文件夹不存在。请先建好文件夹，或换一个位置。"
    case .notPlain(let path):
      "“\(path)”是文件夹或设备，不是文件。请写明是哪一个 .db 文件。"
    case .notSQLite(let path):
      "“\(path)”不是一册文件（内容不是 SQLite 数据库）。请确认选对了文件；表格请用 yice import 导入。"
    case .notYice(let path):
      "“\(path)”是别的程序的 SQLite 数据库，不是一册文件。请向发送人索取由 yice 生成的 .db 文件。"
    case .newer(let path, let version):
      "“\(path)”由更新版本的一册写成（格式 \(version)，本程序支持到格式 \(Schema.version)）。请升级 yice 后再打开。"
    case .older(let path, let version):
      "“\(path)”由旧版本的一册写成（格式 \(version)，本程序用格式 \(Schema.version)）。请先运行 yice upgrade 文件，旧文件会另存一份。"
    case .migration(let path, let table, let detail):
      "“\(path)”升级到格式 \(Schema.version) 时，表 \(table) 的内容放不进去（\(detail)），文件保持原样。请用原来的程序改好，或把文件发给教育局。"
    case .damaged(let path, let detail):
      "“\(path)”已损坏，没有改动它（\(detail)）。请用备份，或请发送人重新发送。"
    case .sideFile(let path, let suffix, let problem):
      "“\(path)”旁边的“\(path)\(suffix)”\(problem.words)，没有打开，什么也没有改动。\(problem.advice(suffix))"
    case .schema(let path, let difference):
      "“\(path)”\(difference.words)，打开它可能会运行别人写的东西，没有打开。收到的文件请发送人用 yice 重新生成；自己的文件请用\(difference.kind == .foreign ? "建它的程序（如 DB Browser）删掉后再打开" : "备份")。"
    case .readOnly(let path):
      "无法写入“\(path)”：文件或所在文件夹是只读的。请复制到可以写的文件夹（如“文档”）再操作。"
    case .issued(let path):
      "“\(path)”是教育局发给学校的文件，只能查看，不能在里面填写，没有改动它。请先运行 yice start \(path) -o 本校.db，再在“本校.db”里填写；已有本校文件的，用 yice merge 本校.db \(path) 收下。"
    case .unfinished(let path):
      "“\(path)”上次写入时中断了，要用它旁边的“\(path)-journal”恢复，而这里是只读的。请把这两个文件一起复制到可以写的文件夹（如“文档”）再打开；只复制其中一个会损坏数据。"
    case .busy(let path):
      "“\(path)”正被其他程序使用。请关闭打开它的程序（如 DB Browser 或另一个 yice），再试一次。"
    case .diskFull(let path):
      "写入“\(path)”时磁盘空间不足，文件保持原样。请清理磁盘后再试。"
    case .sql(let path, let detail):
      "读写“\(path)”时出错，文件保持原样：\(detail)。"
    }
  }
}
