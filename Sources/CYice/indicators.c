#include "CYice.h"

static const char inputs[] = {
#embed "../YiceIndicators/SQL/10-inputs.sql"
    , 0};

static const char kept[] = {
#embed "../YiceIndicators/SQL/20-registers-kept.sql"
    , 0};

static const char pupils[] = {
#embed "../YiceIndicators/SQL/30-pupils.sql"
    , 0};

static const char registers[] = {
#embed "../YiceIndicators/SQL/40-amounts-from-registers.sql"
    , 0};

static const char statements[] = {
#embed "../YiceIndicators/SQL/50-amounts-from-statements.sql"
    , 0};

static const char missing[] = {
#embed "../YiceIndicators/SQL/60-missing.sql"
    , 0};

static const char numerators[] = {
#embed "../YiceIndicators/SQL/70-numerators.sql"
    , 0};

static const char split[] = {
#embed "../YiceIndicators/SQL/80-split.sql"
    , 0};

static const char values[] = {
#embed "../YiceIndicators/SQL/90-values.sql"
    , 0};

static const char county[] = {
#embed "../YiceIndicators/SQL/95-county.sql"
    , 0};

static const char doubtful[] = {
#embed "../YiceIndicators/SQL/99-doubtful-rows.sql"
    , 0};

static const YiceText files[] = {
    {"10-inputs", inputs},
    {"20-registers-kept", kept},
    {"30-pupils", pupils},
    {"40-amounts-from-registers", registers},
    {"50-amounts-from-statements", statements},
    {"60-missing", missing},
    {"70-numerators", numerators},
    {"80-split", split},
    {"90-values", values},
    {"95-county", county},
    {"99-doubtful-rows", doubtful},
    {0, 0},
};

const YiceText *yice_indicator_sql(void) { return files; }
