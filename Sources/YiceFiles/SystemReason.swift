internal import Glibc

/// What a system error number means to a person, in Chinese.
package func systemReason(_ number: Int32) -> String {
  switch number {
  case ENOENT: "没有这个文件或文件夹"
  case EACCES, EPERM: "没有权限"
  case EEXIST: "已经有这个文件"
  case EISDIR: "这是一个文件夹"
  case ENOTDIR: "路径中有一段不是文件夹"
  case ENAMETOOLONG: "文件名太长"
  case ENOSPC, EDQUOT: "磁盘已满"
  case EFBIG: "磁盘已满，或文件超过了允许的大小"
  case EROFS: "磁盘只读"
  case EIO: "磁盘读写出错"
  case EBADF: "没有打开"
  case EPIPE: "接收输出的程序已经退出"
  case EMFILE, ENFILE: "打开的文件太多"
  default: "系统错误 \(number)"
  }
}
