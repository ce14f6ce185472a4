#include "CYice.h"

#include <string.h>

static const YiceText scripts[] = {
    {"ask.js", (const char[]){
#embed "../YicePage/Texts/script/ask.js"
                    , 0}},
    {"blocks.js", (const char[]){
#embed "../YicePage/Texts/script/blocks.js"
                    , 0}},
    {"caret.js", (const char[]){
#embed "../YicePage/Texts/script/caret.js"
                    , 0}},
    {"choices.js", (const char[]){
#embed "../YicePage/Texts/script/choices.js"
                    , 0}},
    {"clashes.js", (const char[]){
#embed "../YicePage/Texts/script/clashes.js"
                    , 0}},
    {"drawing.js", (const char[]){
#embed "../YicePage/Texts/script/drawing.js"
                    , 0}},
    {"editing.js", (const char[]){
#embed "../YicePage/Texts/script/editing.js"
                    , 0}},
    {"evidence.js", (const char[]){
#embed "../YicePage/Texts/script/evidence.js"
                    , 0}},
    {"files.js", (const char[]){
#embed "../YicePage/Texts/script/files.js"
                    , 0}},
    {"grid.js", (const char[]){
#embed "../YicePage/Texts/script/grid.js"
                    , 0}},
    {"heading.js", (const char[]){
#embed "../YicePage/Texts/script/heading.js"
                    , 0}},
    {"initials.js", (const char[]){
#embed "../YicePage/Texts/script/initials.js"
                    , 0}},
    {"keys.js", (const char[]){
#embed "../YicePage/Texts/script/keys.js"
                    , 0}},
    {"make.js", (const char[]){
#embed "../YicePage/Texts/script/make.js"
                    , 0}},
    {"mouse.js", (const char[]){
#embed "../YicePage/Texts/script/mouse.js"
                    , 0}},
    {"moving.js", (const char[]){
#embed "../YicePage/Texts/script/moving.js"
                    , 0}},
    {"page.js", (const char[]){
#embed "../YicePage/Texts/script/page.js"
                    , 0}},
    {"pasting.js", (const char[]){
#embed "../YicePage/Texts/script/pasting.js"
                    , 0}},
    {"reading.js", (const char[]){
#embed "../YicePage/Texts/script/reading.js"
                    , 0}},
    {"state.js", (const char[]){
#embed "../YicePage/Texts/script/state.js"
                    , 0}},
    {"steps.js", (const char[]){
#embed "../YicePage/Texts/script/steps.js"
                    , 0}},
    {"told.js", (const char[]){
#embed "../YicePage/Texts/script/told.js"
                    , 0}},
    {"writing.js", (const char[]){
#embed "../YicePage/Texts/script/writing.js"
                    , 0}},
    {0, 0},
};

static const char style[] = {
#embed "../YicePage/Texts/page.css"
    , 0};

const char *yice_page_script(const char *name) {
  for (const YiceText *script = scripts; script->name; script++)
    if (strcmp(script->name, name) == 0) return script->text;
  return 0;
}

const char *yice_page_style(void) { return style; }
