internal import ArgumentParser
internal import YiceStore

/// All commands. Names are English verbs with Chinese aliases.
struct RootCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "yice",
    abstract: "一册：义务教育优质均衡台账",
    version: Tool.about.joined(separator: "\n"),
    subcommands: [
      OpenCommand.self, NewCommand.self, InfoCommand.self, UpgradeCommand.self, TablesCommand.self,
      ListCommand.self, ShowCommand.self, AddCommand.self, SetCommand.self, EditCommand.self,
      RemoveCommand.self,
      LogCommand.self, UndoCommand.self,
      SheetsCommand.self, ImportCommand.self, ExportCommand.self, TemplateCommand.self, HandoverCommand.self,
      MergeCommand.self,
      IssueCommand.self, StartCommand.self, PackCommand.self, VerifyCommand.self, ReceivedCommand.self,
      ConflictsCommand.self, ResolveCommand.self, DiffCommand.self,
      InspectCommand.self, OpinionCommand.self, OpinionsCommand.self, ReplyCommand.self, CloseCommand.self,
      StandardsCommand.self, IndicatorsCommand.self, ExplainCommand.self, AssessCommand.self,
      GapsCommand.self, WhatIfCommand.self, CheckCommand.self, FormCommand.self,
      StatusCommand.self, SeriesCommand.self, YearCommand.self, FinishCommand.self,
      LedgerCommand.self, OversizeCommand.self, RectifyCommand.self, EvidenceCommand.self, ReportCommand.self,
      KeyCommand.self, DoctorCommand.self,
    ])
}
