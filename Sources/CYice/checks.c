#include "CYice.h"

static const char campus_unknown[] = {
#embed "../YiceIndicators/SQL/check/campus-unknown.sql"
    , 0};

static const char class_grade[] = {
#embed "../YiceIndicators/SQL/check/class-grade.sql"
    , 0};

static const char class_parts[] = {
#embed "../YiceIndicators/SQL/check/class-parts.sql"
    , 0};

static const char org_unknown[] = {
#embed "../YiceIndicators/SQL/check/org-unknown.sql"
    , 0};

static const char orphan_progress[] = {
#embed "../YiceIndicators/SQL/check/orphan-progress.sql"
    , 0};

static const char pupils_differ[] = {
#embed "../YiceIndicators/SQL/check/pupils-differ.sql"
    , 0};

static const char room_area[] = {
#embed "../YiceIndicators/SQL/check/room-area.sql"
    , 0};

static const char statement_differs[] = {
#embed "../YiceIndicators/SQL/check/statement-differs.sql"
    , 0};

static const char statement_negative[] = {
#embed "../YiceIndicators/SQL/check/statement-negative.sql"
    , 0};

static const char statement_parts[] = {
#embed "../YiceIndicators/SQL/check/statement-parts.sql"
    , 0};

static const YiceText files[] = {
    {"campus-unknown", campus_unknown},
    {"class-grade", class_grade},
    {"class-parts", class_parts},
    {"org-unknown", org_unknown},
    {"orphan-progress", orphan_progress},
    {"pupils-differ", pupils_differ},
    {"room-area", room_area},
    {"statement-differs", statement_differs},
    {"statement-negative", statement_negative},
    {"statement-parts", statement_parts},
    {0, 0},
};

const YiceText *yice_check_sql(void) { return files; }
