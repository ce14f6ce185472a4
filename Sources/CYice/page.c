#include "CYice.h"

static const char script[] = {
#embed "../YicePage/Texts/page.js"
    , 0};

static const char style[] = {
#embed "../YicePage/Texts/page.css"
    , 0};

const char *yice_page_script(void) { return script; }
const char *yice_page_style(void) { return style; }
