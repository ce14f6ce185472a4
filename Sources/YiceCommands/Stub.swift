internal import ArgumentParser
internal import YiceStore

struct StandardsCommand: ParsableCommand {}
struct IndicatorsCommand: ParsableCommand {}
struct CheckCommand: ParsableCommand {}
struct FormCommand: ParsableCommand {}
