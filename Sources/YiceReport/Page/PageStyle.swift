/// The page's style sheet. Colours are variables, so that light, dark and print are three lists of them.
/// Met, near and below are blue, amber and vermilion, told apart also without red and green, and always with a mark.
package enum PageStyle {
  package static let sheet = """
    :root{color-scheme:light dark;--paper:#fff;--soft:#f4f5f7;--line:#d5d9e0;--ink:#16191f;--dim:#5a6372;
    --link:#0b5cad;--met:#1f6fb2;--metbg:#e6f0f9;--near:#8a5a00;--nearbg:#ffe7b8;--below:#a8321a;--belowbg:#f8c9bb;
    --none:#5a6372;--nonebg:#e7e9ee;--limit:#111;--mean:#6a3d9a;--ground:#eceef2;--short:#dcdfe6;--far:#c6cbd6}
    @media (prefers-color-scheme:dark){:root{--paper:#14171c;--soft:#1d2128;--line:#3a414d;--ink:#e8eaee;--dim:#a2abb9;
    --link:#7db8f0;--met:#6db3ee;--metbg:#16304a;--near:#f2bd5a;--nearbg:#4d3709;--below:#ff9a7f;--belowbg:#5e2314;
    --none:#a2abb9;--nonebg:#2a2f38;--limit:#f3f4f6;--mean:#c9a4f0;--ground:#242932;--short:#303743;--far:#414957}}
    *{box-sizing:border-box}
    html{-webkit-text-size-adjust:100%}
    body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.6 "Noto Sans CJK SC","Source Han Sans SC",
    "Microsoft YaHei","微软雅黑","PingFang SC","HarmonyOS Sans SC","WenQuanYi Micro Hei","SimHei",sans-serif;
    font-variant-numeric:tabular-nums;overflow-wrap:anywhere}
    main{max-width:1200px;margin:0 auto;padding:20px}
    h1{font-size:1.7rem;line-height:1.3;margin:0 0 4px}
    h2{font-size:1.25rem;margin:44px 0 8px;padding-top:12px;border-top:2px solid var(--ink)}
    h3{font-size:1.05rem;margin:24px 0 8px}
    p{margin:0 0 10px}a{color:var(--link)}
    .sub,.lead,.note,.empty{color:var(--dim)}.note,.sub{font-size:.875rem}.dim{color:var(--dim)}
    nav{display:flex;flex-wrap:wrap;gap:4px 16px;margin:18px 0 0;font-size:.9rem}
    .state{display:flex;flex-wrap:wrap;gap:8px 20px;align-items:center;border:2px solid;border-left-width:14px;
    border-radius:6px;padding:12px 16px;margin:16px 0}
    .state strong{font-size:2rem;line-height:1.2;white-space:nowrap}.state p{margin:0;font-size:1.1rem;flex:1 1 320px}
    .s-met{border-color:var(--met);background:var(--metbg)}.s-met strong{color:var(--met)}
    .s-below{border-color:var(--below);background:var(--paper)}.s-below strong{color:var(--below)}
    .s-none{border-color:var(--none)}
    .tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(128px,1fr));gap:10px;margin:14px 0}
    .tile{border:1px solid var(--line);border-top:5px solid var(--met);border-radius:4px;padding:8px 12px;
    color:inherit;text-decoration:none;display:block}
    .tile b{display:block;font-size:1.75rem;line-height:1.25}.tile b small{font-size:1rem;font-weight:400;color:var(--dim)}
    .tile span{font-size:.875rem;color:var(--dim)}.tile.bad{border-top-color:var(--below)}.tile.bad b{color:var(--below)}
    .tile.none{border-top-color:var(--none)}
    .todo{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,340px),1fr));gap:0 28px}
    .todo ul{margin:0;padding-left:1.2em}.todo li{margin:3px 0}
    .box{overflow-x:auto;margin:0 0 14px;max-width:100%}
    table{border-collapse:collapse;font-size:.9rem}table:not(.lined){width:100%}
    caption{text-align:left;color:var(--dim);font-size:.875rem;padding:2px 0 4px}
    th,td{border-bottom:1px solid var(--line);padding:5px 8px;text-align:left;vertical-align:top}
    thead th{border-bottom:2px solid var(--ink);vertical-align:bottom;background:var(--paper)}
    tbody th{font-weight:400}.n{text-align:right;white-space:nowrap}
    .box td,.box th{min-width:3.6em}.box .n,.box .heat td{min-width:0}.box .w1{min-width:7em}.box .w2{min-width:13em}
    .v{white-space:nowrap}.v-met,.m-met{color:var(--met)}.v-near,.m-near{color:var(--near)}.v-below,.m-below{color:var(--below)}
    .heat td,.heat th{padding:4px 6px}.heat tbody th{min-width:8.5em;position:sticky;left:0;background:var(--paper)}
    .heat thead th{min-width:4.6em}.heat th small{display:block;font-weight:400;color:var(--dim);white-space:normal;line-height:1.35;max-width:7.6em;margin-left:auto;text-wrap:balance}
    .heat th small+small{white-space:nowrap;max-width:none}
    .heat td.c{text-align:right;white-space:nowrap;border:2px solid var(--paper);border-radius:4px}
    .heat td.c a{color:inherit;text-decoration:none}.heat td.c a:hover{text-decoration:underline}
    .c-met{background:var(--metbg);color:var(--ink)}.c-near{background:var(--nearbg);color:var(--ink);font-weight:600}
    .c-below{background:var(--belowbg);color:var(--ink);font-weight:700}.c-none{background:var(--nonebg);color:var(--dim)}
    .heat thead th[data-k]{cursor:pointer}.heat button{font:inherit;font-size:.8rem;color:var(--dim);background:none;border:0;
    padding:0 2px;cursor:pointer}.heat th[aria-sort] button{color:transparent;position:relative}
    .heat th[aria-sort] button::after{position:absolute;left:2px;color:var(--ink)}
    .heat th[aria-sort=ascending] button::after{content:"▲"}.heat th[aria-sort=descending] button::after{content:"▼"}
    .heat tfoot td,.heat tfoot th{border-top:1px solid var(--ink);background:var(--soft)}
    .key{display:flex;flex-wrap:wrap;gap:4px 16px;font-size:.875rem;margin:0 0 8px}.key i{font-style:normal;padding:0 6px;border-radius:3px}
    .grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,340px),1fr));gap:16px}
    figure{margin:0;border:1px solid var(--line);border-radius:4px;padding:10px 12px;min-width:0}
    figcaption{font-weight:600;font-size:.95rem;margin-bottom:4px}figcaption small{font-weight:400;color:var(--dim)}
    svg{display:block;width:100%;height:auto;max-width:560px}
    .bullet svg{max-width:300px;min-width:130px;margin-top:3px}
    .mini svg{max-width:150px;margin:2px 0 0}
    .facts{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,260px),1fr));gap:0 24px;margin:0 0 10px}
    .facts div{display:flex;justify-content:space-between;gap:12px;border-bottom:1px solid var(--line);padding:5px 0}
    .facts dt{color:var(--dim);white-space:nowrap}.facts dd{margin:0;text-align:right}
    details summary{cursor:pointer;font-size:.875rem;color:var(--link);padding:4px 0}
    .src td{border-top:0;padding-top:0}.src ul{margin:0;padding-left:1.2em;font-size:.8125rem;color:var(--dim);overflow-wrap:anywhere}
    .src b{color:var(--ink)}
    .who{columns:16em;padding-left:1.2em;margin:0}
    .ex{content-visibility:auto;contain-intrinsic-size:auto 330px}
    :target{outline:3px solid var(--near);outline-offset:2px}
    footer{margin-top:40px;border-top:1px solid var(--line);padding-top:10px;color:var(--dim);font-size:.875rem}
    text{font-size:12px;fill:var(--ink)}.t-dim{fill:var(--dim);font-size:11px}.t-limit,.t-plan{fill:var(--limit)}
    .t-mean,.t-second{fill:var(--mean)}.t-actual{fill:var(--met);font-weight:600}.t-on{fill:#fff;font-weight:600}
    .axis{stroke:var(--dim)}.grid line.grid,.grid{stroke:none}line.grid{stroke:var(--line)}
    .r-limit{stroke:var(--limit);stroke-width:2}.r-mean{stroke:var(--mean);stroke-width:2;stroke-dasharray:4 3}
    .d-met{fill:var(--met)}.d-near{fill:var(--near)}.d-below{stroke:var(--below);stroke-width:2.2;fill:none}
    .d-mean{fill:var(--mean);stroke:var(--paper)}
    .b-ground{fill:var(--ground)}.b-short{fill:var(--short)}.b-far{fill:var(--far)}
    .b-met{fill:var(--met)}.b-near{fill:var(--near)}.b-below{fill:var(--below)}
    .l-actual{stroke:var(--met);stroke-width:2.5;fill:none}.l-plan{stroke:var(--limit);stroke-width:1.5;stroke-dasharray:5 4;fill:none}
    .l-second{stroke:var(--mean);stroke-width:2.5;fill:none}
    .p-done{fill:#1f6fb2}.p-check{fill:#2f6f6a}.p-doing{fill:#8a6a1d}.p-todo{fill:#6b7280}.p-late{fill:#a8321a}
    .k-done{background:#1f6fb2}.k-check{background:#2f6f6a}.k-doing{background:#8a6a1d}.k-todo{background:#6b7280}.k-late{background:#a8321a}
    .key .chip{color:#fff}
    @media (max-width:600px){main{padding:12px}h1{font-size:1.35rem}.state strong{font-size:1.6rem}th,td{padding:4px 5px}
    .tiles{grid-template-columns:repeat(2,minmax(0,1fr))}.heat tbody th{min-width:6em;max-width:7.5em}}
    @media print{:root{color-scheme:light;--paper:#fff;--soft:#f4f5f7;--line:#bbb;--ink:#000;--dim:#444;--link:#000;
    --met:#1f6fb2;--metbg:#e6f0f9;--near:#8a5a00;--nearbg:#ffe7b8;--below:#a8321a;--belowbg:#f8c9bb;--none:#5a6372;
    --nonebg:#e7e9ee;--limit:#000;--mean:#6a3d9a;--ground:#eceef2;--short:#dcdfe6;--far:#c6cbd6}
    @page{size:A4;margin:14mm 12mm}
    body{font-size:10pt;print-color-adjust:exact;-webkit-print-color-adjust:exact}main{max-width:none;padding:0}
    a{text-decoration:none;color:inherit}nav,.behind,.screen,.heat button{display:none}.box{overflow:visible}
    .box td,.box th{min-width:2em}.box .w1{min-width:4em}.box .w2{min-width:7em}
    table{font-size:8pt}.heat thead th{min-width:0}.heat tbody th{min-width:5em;position:static}th,td{padding:2px 4px}
    h2,h3,caption,figcaption,.key,.lead{break-after:avoid}.key,.lead{break-inside:avoid}.src td{break-before:avoid}.src{break-before:avoid}tr,figure,.tile,.state,li,svg,.short,.facts div{break-inside:avoid}
    thead{display:table-header-group}tfoot{display:table-row-group}h2{margin-top:18px}
    .grid{grid-template-columns:repeat(2,1fr);gap:8px}.tiles{grid-template-columns:repeat(4,1fr)}.ex{content-visibility:visible}}
    """
}
