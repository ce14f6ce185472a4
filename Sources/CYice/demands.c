#include "CYice.h"

static const char file_training[] = {
#embed "../YiceLedgers/Demands/SQL/training.sql"
    , 0};

static const char file_exchange[] = {
#embed "../YiceLedgers/Demands/SQL/exchange.sql"
    , 0};

static const char file_exchange_years[] = {
#embed "../YiceLedgers/Demands/SQL/exchange-years.sql"
    , 0};

static const char file_duty[] = {
#embed "../YiceLedgers/Demands/SQL/duty.sql"
    , 0};

static const char file_checks[] = {
#embed "../YiceLedgers/Demands/SQL/checks.sql"
    , 0};

static const char file_checks_school[] = {
#embed "../YiceLedgers/Demands/SQL/checks-school.sql"
    , 0};

static const char file_safety[] = {
#embed "../YiceLedgers/Demands/SQL/safety.sql"
    , 0};

static const char file_experiments[] = {
#embed "../YiceLedgers/Demands/SQL/experiments.sql"
    , 0};

static const char file_monitoring[] = {
#embed "../YiceLedgers/Demands/SQL/monitoring.sql"
    , 0};

static const char file_rooms[] = {
#embed "../YiceLedgers/Demands/SQL/rooms.sql"
    , 0};

static const char file_projects[] = {
#embed "../YiceLedgers/Demands/SQL/projects.sql"
    , 0};

static const char file_projects_sum[] = {
#embed "../YiceLedgers/Demands/SQL/projects-sum.sql"
    , 0};

static const char file_growth[] = {
#embed "../YiceLedgers/Demands/SQL/growth.sql"
    , 0};

static const char file_core[] = {
#embed "../YiceLedgers/Demands/SQL/core.sql"
    , 0};

static const char file_core_schools[] = {
#embed "../YiceLedgers/Demands/SQL/core-schools.sql"
    , 0};

static const char file_graduated[] = {
#embed "../YiceLedgers/Demands/SQL/graduated.sql"
    , 0};

static const char file_schools[] = {
#embed "../YiceLedgers/Demands/SQL/schools.sql"
    , 0};

static const char file_figures[] = {
#embed "../YiceLedgers/Demands/SQL/figures.sql"
    , 0};

// In the order in which people meet them.
static const YiceText files[] = {
    {"training", file_training},
    {"exchange", file_exchange},
    {"exchange-years", file_exchange_years},
    {"duty", file_duty},
    {"checks", file_checks},
    {"checks-school", file_checks_school},
    {"safety", file_safety},
    {"experiments", file_experiments},
    {"monitoring", file_monitoring},
    {"rooms", file_rooms},
    {"projects", file_projects},
    {"projects-sum", file_projects_sum},
    {"growth", file_growth},
    {"core", file_core},
    {"core-schools", file_core_schools},
    {"graduated", file_graduated},
    {"schools", file_schools},
    {"figures", file_figures},
    {0, 0},
};

const YiceText *yice_demand_sql(void) { return files; }
