import YiceStore

// Prints schema.sql as the catalog has it, or with the word triggers triggers.sql: scripts/schema.
print(
  CommandLine.arguments.dropFirst().first == "triggers" ? SchemaText.triggers() : SchemaText.definition(),
  terminator: "")
