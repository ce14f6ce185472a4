import YiceStore

// Prints schema.sql as the catalog has it: scripts/schema.
print(SchemaText.text(), terminator: "")
