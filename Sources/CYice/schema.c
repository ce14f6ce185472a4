#include "CYice.h"

static const char schema[] = {
#embed "../../schema.sql"
    , 0};

const char *yice_schema(void) { return schema; }
