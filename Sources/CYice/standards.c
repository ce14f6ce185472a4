#include "CYice.h"

static const char national_2017[] = {
#embed "../YiceStandards/Profiles/national-2017.yaml"
    , 0};

static const char guangdong_2017[] = {
#embed "../YiceStandards/Profiles/guangdong-2017.yaml"
    , 0};

static const char basic_2012[] = {
#embed "../YiceStandards/Profiles/basic-2012.yaml"
    , 0};

static const char catalogue[] = {
#embed "../YiceStandards/Profiles/catalogue.yaml"
    , 0};

static const char derived[] = {
#embed "../YiceStandards/Profiles/derived.yaml"
    , 0};

static const char materials[] = {
#embed "../YiceStandards/Profiles/materials.yaml"
    , 0};

static const YiceText profiles[] = {
    {"national-2017", national_2017},
    {"guangdong-2017", guangdong_2017},
    {"basic-2012", basic_2012},
    {0, 0},
};

const YiceText *yice_profiles(void) { return profiles; }

const char *yice_derived(void) { return derived; }

const char *yice_catalogue(void) { return catalogue; }

const char *yice_materials(void) { return materials; }
