#include "CYice.h"

static const char file_10_inputs[] = {
#embed "../YiceIndicators/SQL/10-inputs.sql"
    , 0};

static const char file_30_pupils[] = {
#embed "../YiceIndicators/SQL/30-pupils.sql"
    , 0};

static const char file_35_relaxations[] = {
#embed "../YiceIndicators/SQL/35-relaxations.sql"
    , 0};

static const char file_36_campuses[] = {
#embed "../YiceIndicators/SQL/36-campuses.sql"
    , 0};

static const char file_50_amounts_from_statements[] = {
#embed "../YiceIndicators/SQL/50-amounts-from-statements.sql"
    , 0};


static const char file_56_too_large[] = {
#embed "../YiceIndicators/SQL/56-too-large.sql"
    , 0};

static const char file_60_missing[] = {
#embed "../YiceIndicators/SQL/60-missing.sql"
    , 0};

static const char file_70_numerators[] = {
#embed "../YiceIndicators/SQL/70-numerators.sql"
    , 0};

static const char file_80_split[] = {
#embed "../YiceIndicators/SQL/80-split.sql"
    , 0};

static const char file_90_values[] = {
#embed "../YiceIndicators/SQL/90-values.sql"
    , 0};

static const char file_95_county[] = {
#embed "../YiceIndicators/SQL/95-county.sql"
    , 0};

static const char file_99_doubtful_rows[] = {
#embed "../YiceIndicators/SQL/99-doubtful-rows.sql"
    , 0};

static const YiceText files[] = {
    {"10-inputs", file_10_inputs},
    {"30-pupils", file_30_pupils},
    {"35-relaxations", file_35_relaxations},
    {"36-campuses", file_36_campuses},
    {"50-amounts-from-statements", file_50_amounts_from_statements},
    {"56-too-large", file_56_too_large},
    {"60-missing", file_60_missing},
    {"70-numerators", file_70_numerators},
    {"80-split", file_80_split},
    {"90-values", file_90_values},
    {"95-county", file_95_county},
    {"99-doubtful-rows", file_99_doubtful_rows},
    {0, 0},
};

const YiceText *yice_indicator_sql(void) { return files; }
