// Decision 0002.
#include "CYice.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* A journal that outgrows this goes into a file, in one piece of this size. SQLite's unix writer takes 17 bits of a
   size: a larger piece is written in part, and the statement ends with SQLITE_FULL on an empty disk. */
int yice_statement_spill(void) { return 124 << 10; }

static int configured;

/* Run when the program is loaded: the settings must come before anything opens a file, in the tests as well. */
__attribute__((constructor)) static void yice_configure(void) {
#ifdef __GLIBC__
  mallopt(M_TRIM_THRESHOLD, 64 << 20);
  mallopt(M_TOP_PAD, 1 << 20);
  mallopt(M_MMAP_THRESHOLD, 8 << 20);
#endif
  configured = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0) == SQLITE_OK &&
               sqlite3_config(SQLITE_CONFIG_STMTJRNL_SPILL, yice_statement_spill()) == SQLITE_OK &&
               sqlite3_config(SQLITE_CONFIG_URI, 0) == SQLITE_OK;
}

int yice_is_configured(void) { return configured; }

int yice_set_triggers(sqlite3 *db, int enabled) {
  return sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, enabled, (int *)0);
}

int yice_disable_views(sqlite3 *db) {
  return sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
}

int yice_harden(sqlite3 *db) {
  int result = sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)0);
  result |= sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, (int *)0);
  result |= sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_VIEW, 0, (int *)0);
  result |= sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, (int *)0);
  result |= sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, (int *)0);
  return result;
}

/* Whether the bytes are well-formed UTF-8 without NUL. */
static int yice_is_sound(const unsigned char *text, int count) {
  int at = 0;
  while (at < count) {
    unsigned char lead = text[at];
    if (lead < 0x80) {
      if (lead == 0) return 0;
      at++;
      continue;
    }
    int more = lead >= 0xC2 && lead <= 0xDF ? 1 : (lead & 0xF0) == 0xE0 ? 2 : lead >= 0xF0 && lead <= 0xF4 ? 3 : 0;
    if (more == 0 || more >= count - at) return 0;
    unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    if (text[at + 1] < low || text[at + 1] > high) return 0;
    for (int index = 2; index <= more; index++) {
      if ((text[at + index] & 0xC0) != 0x80) return 0;
    }
    at += more + 1;
  }
  return 1;
}

/* yice_sound answers 0 or 1; yice_require_sound, which has user data, answers 1 or ends the statement. */
static void yice_sound(sqlite3_context *context, int count, sqlite3_value **values) {
  int sound = 1;
  for (int index = 0; index < count && sound; index++) {
    if (sqlite3_value_type(values[index]) != SQLITE_TEXT) continue;
    const unsigned char *text = sqlite3_value_text(values[index]);
    sound = text != 0 && yice_is_sound(text, sqlite3_value_bytes(values[index]));
  }
  if (!sound && sqlite3_user_data(context)) {
    sqlite3_result_error(context, "unsound text", -1);
  } else {
    sqlite3_result_int(context, sound);
  }
}

int yice_add_functions(sqlite3 *db) {
  static int raises;
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  int result = sqlite3_create_function_v2(db, "yice_sound", -1, flags, 0, yice_sound, 0, 0, 0);
  result |= sqlite3_create_function_v2(db, "yice_require_sound", -1, flags, &raises, yice_sound, 0, 0, 0);
  return result;
}
