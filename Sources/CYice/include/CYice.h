#pragma once

#include <sqlite3.h>

/// A text that the program carries inside itself.
typedef struct {
  const char *name;
  const char *text;
} YiceText;

/// schema.sql of the top level, byte for byte.
const char *yice_schema(void);

/// The profiles under Sources/YiceStandards/Profiles; ends with a NULL name.
const YiceText *yice_profiles(void);

/// The SQL files under Sources/YiceIndicators/SQL; ends with a NULL name.
const YiceText *yice_indicator_sql(void);

/// The SQL files under Sources/YiceIndicators/SQL/items; ends with a NULL name.
const YiceText *yice_item_sql(void);

/// The check rules under Sources/YiceIndicators/SQL/check, each with its severity and text; ends with a NULL name.
const YiceText *yice_check_sql(void);

/// Switches the triggers of this connection on or off (sqlite3_db_config is variadic, so Swift cannot call it).
int yice_set_triggers(sqlite3 *db, int enabled);
