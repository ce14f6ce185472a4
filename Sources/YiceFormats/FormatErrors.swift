package import YiceModel

// What readers and writers find wrong ends the program with one status; each error says itself what happened and where.

extension WorkbookError: YiceError {
  package var exitStatus: ExitStatus { .failed }
}

extension CSVError: YiceError {
  package var exitStatus: ExitStatus { .failed }
}

extension SinkError: YiceError {
  package var exitStatus: ExitStatus { .failed }
}

extension XLSXError: YiceError {
  package var exitStatus: ExitStatus { .failed }
}
