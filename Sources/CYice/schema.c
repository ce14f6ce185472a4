// Decision 0007.
#include "CYice.h"

static const char schema[] = {
#embed "../../schema.sql"
    ,
#embed "../../triggers.sql"
    , 0};

const char *yice_schema(void) { return schema; }

static const char format_1[] = {
#embed "formats/format-1.sql"
    , 0};

const char *yice_past_schema(int version) { return version == 1 ? format_1 : NULL; }
