internal import ArgumentParser
internal import YiceFiles
internal import YiceModel
internal import YiceStore

#if canImport(Glibc)
  internal import Glibc
#endif

/// The program: reads the command line, runs one command, ends with a status by meaning.
public enum YiceProgram {
  /// Does what the command line says and ends the process.
  public static func run() {
    ProcessSetup.prepare()
    let status = status(of: Array(CommandLine.arguments.dropFirst()))
    for path in Interruption.takeRecovered() {
      Output.say("注意：“\(path)”上次写入时中断了（如断电），已恢复到那次写入之前。请看看最后做的那一步是否要重做（yice log \(path.typed)）。")
    }
    exit(StandardOutput.finish(status))
  }

  static func status(of arguments: [String]) -> ExitStatus {
    if arguments.isEmpty || ["--help", "-h", "help", "帮助"].contains(arguments[0]), arguments.count <= 1 {
      Output.print(Overview.text)
      return .done
    }
    // Installers and scripts ask it of every program; reading it through the commands would take longer than the start.
    if arguments == ["--version"] {
      Output.print(Tool.about.joined(separator: "\n") + "\n")
      return .done
    }
    if let complaint = UnknownCommand.complaint(arguments[0]) {
      Output.complain(complaint)
      return .usage
    }
    do {
      var command = try RootCommand.parseAsRoot(arguments)
      try command.run()
      return .done
    } catch let error as CommandStatus {
      return error.status
    } catch is StandardOutput.Lost {
      return .failed
    } catch let error as any YiceError {
      Output.complain(error.description)
      return error.exitStatus
    } catch {
      return ParserMessages.report(error)
    }
  }
}

/// Ends a command with a status after it has said everything.
struct CommandStatus: Error {
  let status: ExitStatus

  init(_ status: ExitStatus) { self.status = status }
}
