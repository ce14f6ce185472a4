#include "CYice.h"

static const char file_10_own_schools[] = {
#embed "../YiceIndicators/SQL/items/10-own-schools.sql"
    , 0};

static const char file_20_arts_rooms[] = {
#embed "../YiceIndicators/SQL/items/20-arts-rooms.sql"
    , 0};

static const char file_30_sizes[] = {
#embed "../YiceIndicators/SQL/items/30-sizes.sql"
    , 0};

static const char file_40_funds[] = {
#embed "../YiceIndicators/SQL/items/40-funds.sql"
    , 0};

static const char file_50_basic_standard[] = {
#embed "../YiceIndicators/SQL/items/50-basic-standard.sql"
    , 0};

static const char file_60_item_amounts[] = {
#embed "../YiceIndicators/SQL/items/60-item-amounts.sql"
    , 0};

static const YiceText files[] = {
    {"10-own-schools", file_10_own_schools},
    {"20-arts-rooms", file_20_arts_rooms},
    {"30-sizes", file_30_sizes},
    {"40-funds", file_40_funds},
    {"50-basic-standard", file_50_basic_standard},
    {"60-item-amounts", file_60_item_amounts},
    {0, 0},
};

const YiceText *yice_item_sql(void) { return files; }
