#include "CYice.h"

static const char campus_unknown[] = {
#embed "../YiceIndicators/SQL/check/campus-unknown.sql"
    , 0};

static const char class_empty[] = {
#embed "../YiceIndicators/SQL/check/class-empty.sql"
    , 0};

static const char class_grade[] = {
#embed "../YiceIndicators/SQL/check/class-grade.sql"
    , 0};

static const char class_oversized[] = {
#embed "../YiceIndicators/SQL/check/class-oversized.sql"
    , 0};

static const char class_parts[] = {
#embed "../YiceIndicators/SQL/check/class-parts.sql"
    , 0};

static const char class_stage[] = {
#embed "../YiceIndicators/SQL/check/class-stage.sql"
    , 0};

static const char class_struck[] = {
#embed "../YiceIndicators/SQL/check/class-struck.sql"
    , 0};

static const char class_unlikely[] = {
#embed "../YiceIndicators/SQL/check/class-unlikely.sql"
    , 0};

static const char classes_differ[] = {
#embed "../YiceIndicators/SQL/check/classes-differ.sql"
    , 0};

static const char conclusion_unsigned[] = {
#embed "../YiceIndicators/SQL/check/conclusion-unsigned.sql"
    , 0};

static const char core_items_few[] = {
#embed "../YiceIndicators/SQL/check/core-items-few.sql"
    , 0};

static const char finance_parts[] = {
#embed "../YiceIndicators/SQL/check/finance-parts.sql"
    , 0};

static const char org_code[] = {
#embed "../YiceIndicators/SQL/check/org-code.sql"
    , 0};

static const char org_unknown[] = {
#embed "../YiceIndicators/SQL/check/org-unknown.sql"
    , 0};

static const char orphan_goal[] = {
#embed "../YiceIndicators/SQL/check/orphan-goal.sql"
    , 0};

static const char orphan_progress[] = {
#embed "../YiceIndicators/SQL/check/orphan-progress.sql"
    , 0};

static const char orphan_recount[] = {
#embed "../YiceIndicators/SQL/check/orphan-recount.sql"
    , 0};

static const char orphan_reply[] = {
#embed "../YiceIndicators/SQL/check/orphan-reply.sql"
    , 0};

static const char pending_rows[] = {
#embed "../YiceIndicators/SQL/check/pending-rows.sql"
    , 0};

static const char period_turned[] = {
#embed "../YiceIndicators/SQL/check/period-turned.sql"
    , 0};

static const char points_parts[] = {
#embed "../YiceIndicators/SQL/check/points-parts.sql"
    , 0};

static const char pupils_differ[] = {
#embed "../YiceIndicators/SQL/check/pupils-differ.sql"
    , 0};

static const char ratio_parts[] = {
#embed "../YiceIndicators/SQL/check/ratio-parts.sql"
    , 0};

static const char room_area[] = {
#embed "../YiceIndicators/SQL/check/room-area.sql"
    , 0};

static const char room_double[] = {
#embed "../YiceIndicators/SQL/check/room-double.sql"
    , 0};

static const char room_purpose[] = {
#embed "../YiceIndicators/SQL/check/room-purpose.sql"
    , 0};

static const char rooms_total[] = {
#embed "../YiceIndicators/SQL/check/rooms-total.sql"
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

static const char statement_unread[] = {
#embed "../YiceIndicators/SQL/check/statement-unread.sql"
    , 0};

static const char survey_parts[] = {
#embed "../YiceIndicators/SQL/check/survey-parts.sql"
    , 0};

static const char teacher_education[] = {
#embed "../YiceIndicators/SQL/check/teacher-education.sql"
    , 0};

static const char teacher_full_time[] = {
#embed "../YiceIndicators/SQL/check/teacher-full-time.sql"
    , 0};

static const char teacher_rotation[] = {
#embed "../YiceIndicators/SQL/check/teacher-rotation.sql"
    , 0};

static const char teacher_stage[] = {
#embed "../YiceIndicators/SQL/check/teacher-stage.sql"
    , 0};

static const char teacher_twice[] = {
#embed "../YiceIndicators/SQL/check/teacher-twice.sql"
    , 0};

static const char year_jump[] = {
#embed "../YiceIndicators/SQL/check/year-jump.sql"
    , 0};

static const char item_unknown[] = {
#embed "../YiceIndicators/SQL/check/item-unknown.sql"
    , 0};

static const char list_skips[] = {
#embed "../YiceIndicators/SQL/check/list-skips.sql"
    , 0};

static const char task_period[] = {
#embed "../YiceIndicators/SQL/check/task-period.sql"
    , 0};

static const char task_predecessor[] = {
#embed "../YiceIndicators/SQL/check/task-predecessor.sql"
    , 0};

static const char task_stages[] = {
#embed "../YiceIndicators/SQL/check/task-stages.sql"
    , 0};

static const char task_turned[] = {
#embed "../YiceIndicators/SQL/check/task-turned.sql"
    , 0};

static const char school_oversized[] = {
#embed "../YiceIndicators/SQL/check/school-oversized.sql"
    , 0};

static const char school_struck[] = {
#embed "../YiceIndicators/SQL/check/school-struck.sql"
    , 0};

static const YiceText files[] = {
    {"campus-unknown", campus_unknown},
    {"class-empty", class_empty},
    {"class-grade", class_grade},
    {"class-oversized", class_oversized},
    {"class-parts", class_parts},
    {"class-stage", class_stage},
    {"class-struck", class_struck},
    {"class-unlikely", class_unlikely},
    {"classes-differ", classes_differ},
    {"conclusion-unsigned", conclusion_unsigned},
    {"core-items-few", core_items_few},
    {"finance-parts", finance_parts},
    {"item-unknown", item_unknown},
    {"list-skips", list_skips},
    {"org-code", org_code},
    {"org-unknown", org_unknown},
    {"orphan-goal", orphan_goal},
    {"orphan-progress", orphan_progress},
    {"orphan-recount", orphan_recount},
    {"orphan-reply", orphan_reply},
    {"pending-rows", pending_rows},
    {"period-turned", period_turned},
    {"points-parts", points_parts},
    {"pupils-differ", pupils_differ},
    {"ratio-parts", ratio_parts},
    {"room-area", room_area},
    {"room-double", room_double},
    {"room-purpose", room_purpose},
    {"rooms-total", rooms_total},
    {"school-oversized", school_oversized},
    {"school-struck", school_struck},
    {"statement-differs", statement_differs},
    {"statement-negative", statement_negative},
    {"statement-parts", statement_parts},
    {"statement-unread", statement_unread},
    {"survey-parts", survey_parts},
    {"task-period", task_period},
    {"task-predecessor", task_predecessor},
    {"task-stages", task_stages},
    {"task-turned", task_turned},
    {"teacher-education", teacher_education},
    {"teacher-full-time", teacher_full_time},
    {"teacher-rotation", teacher_rotation},
    {"teacher-stage", teacher_stage},
    {"teacher-twice", teacher_twice},
    {"year-jump", year_jump},
    {0, 0},
};

const YiceText *yice_check_sql(void) { return files; }
