#include "CYice.h"

static const char equipment_accounts[] = {
#embed "../YiceIndicators/SQL/honesty/equipment-accounts.sql"
    , 0};

static const char equipment_product[] = {
#embed "../YiceIndicators/SQL/honesty/equipment-product.sql"
    , 0};

static const char equipment_scrapped[] = {
#embed "../YiceIndicators/SQL/honesty/equipment-scrapped.sql"
    , 0};

static const char ground_relaxed[] = {
#embed "../YiceIndicators/SQL/honesty/ground-relaxed.sql"
    , 0};

static const char ground_unmarked[] = {
#embed "../YiceIndicators/SQL/honesty/ground-unmarked.sql"
    , 0};

static const char room_campuses[] = {
#embed "../YiceIndicators/SQL/honesty/room-campuses.sql"
    , 0};

static const char room_leased[] = {
#embed "../YiceIndicators/SQL/honesty/room-leased.sql"
    , 0};

static const char teacher_outside[] = {
#embed "../YiceIndicators/SQL/honesty/teacher-outside.sql"
    , 0};

static const char teacher_schools[] = {
#embed "../YiceIndicators/SQL/honesty/teacher-schools.sql"
    , 0};

static const YiceText honesty[] = {
    {"equipment-accounts", equipment_accounts},
    {"equipment-product", equipment_product},
    {"equipment-scrapped", equipment_scrapped},
    {"ground-relaxed", ground_relaxed},
    {"ground-unmarked", ground_unmarked},
    {"room-campuses", room_campuses},
    {"room-leased", room_leased},
    {"teacher-outside", teacher_outside},
    {"teacher-schools", teacher_schools},
    {0, 0},
};

const YiceText *yice_honesty_sql(void) { return honesty; }
