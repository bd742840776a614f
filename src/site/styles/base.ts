import { compact } from './compact.ts'

/**
 * The hand of the paper, on every page: colours, type scale, masthead, footer, links, print.
 *
 * Logical properties only, so that a paper written from right to left needs no sheet of its own.
 */
export const BASE_STYLE = compact(`
:root{--paper:#fffefb;--ink:#191714;--soft:#5d574e;--line:#d9d3c7;--wash:#f5f1e8;--accent:#9a2a1b;--sea:#e4e7e3;
--serif:Charter,"Bitstream Charter","Iowan Old Style","Palatino Linotype",Georgia,"Noto Serif",serif;
--sans:system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif;color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){
:root{--paper:#14130f;--ink:#ece7dc;--soft:#a8a092;--line:#3a362e;--wash:#1d1b16;--accent:#ef9a80;--sea:#23282a}
}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.55 var(--serif);overflow-wrap:break-word;min-block-size:100vh;display:grid;grid-template:auto 1fr auto/minmax(0,1fr)}
a{color:inherit;text-decoration-color:var(--accent);text-underline-offset:.15em;text-decoration-thickness:.06em}
a:hover{color:var(--accent)}
:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
::selection{background:var(--accent);color:var(--paper)}
h1,h2,h3,h4,p,ul,ol{margin:0;padding:0}
h1,h2,h3,h4{text-wrap:balance;overflow-wrap:anywhere;line-height:1.2}
.wrap{width:100%;max-width:72rem;margin-inline:auto;padding-inline:1rem}
.skip{position:absolute;inset-block-start:-9rem;inset-inline-start:0;z-index:1;background:var(--ink);color:var(--paper);padding:.5rem 1rem;font:600 1rem/1.5 var(--sans)}
.skip:focus{inset-block-start:0}
.sample{background:var(--wash);border-block-end:1px solid var(--line);font:.86rem/1.45 var(--sans);color:var(--soft)}
.sample p{padding-block:.45rem}
.sample b{color:var(--ink)}
.mast{border-block-end:1px solid var(--line)}
.mast .wrap{display:flex;flex-wrap:wrap;align-items:baseline;gap:.15rem 1.5rem;padding-block:.9rem .6rem}
.name{font:700 1.5rem/1.2 var(--serif);letter-spacing:-.02em;text-decoration:none;flex:1 1 auto}
.mast nav,.tools{font:.9rem/1.9 var(--sans)}
.mast nav a,.tools a{text-decoration:none}
.mast a[aria-current]{font-weight:600;color:var(--accent)}
.mast ul,.kicker ul{list-style:none;display:flex;flex-wrap:wrap}
.mast ul{gap:0 1.15rem}
.main-nav,.within{flex:1 0 100%}
.in{float:inline-start;margin-inline-end:1.15rem}
.mast .within{border-block-start:1px solid var(--line);margin-block-start:.25rem;padding-block-start:.25rem;color:var(--soft)}
.tools{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 1.15rem}
.lang{color:var(--soft)}
.mast .lang ul{gap:0}
.lang li+li::before{content:"·";margin-inline:.4em}
.kicker{font:600 .86rem/1.5 var(--sans);letter-spacing:.02em;margin-block-end:.6rem;color:var(--soft)}
.kicker a{text-decoration:none}
.kicker li:first-child a,.kicker b{color:var(--accent);font-weight:600}
.kicker li+li::before{content:"|";color:var(--line);padding-inline:.5em;font-weight:400}
h1{font-size:clamp(1.75rem,1.1rem + 3vw,2.9rem);line-height:1.1;letter-spacing:-.018em;margin-block-end:.7rem;max-width:16em}
.stand{font-size:1.25rem;line-height:1.42;color:var(--soft);margin-block-end:1.1rem;max-width:38em;text-wrap:balance}
footer{border-block-start:3px solid var(--ink);margin-block-start:3.5rem;font:.88rem/1.7 var(--sans);color:var(--soft)}
footer .wrap{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(9rem,100%),1fr));gap:1.4rem;padding-block:1.3rem 2.2rem}
footer h2{font:600 .88rem/1.7 var(--sans);color:var(--ink)}
footer ul{list-style:none}
footer a{text-decoration:none;display:inline-block}
footer .tree{grid-row:1/span 3}
footer .many{grid-area:auto/1/auto/-1}
.many>ul{columns:9rem;column-gap:1.4rem}
.tree>ul>li{break-inside:avoid-column}
.tree ul ul{padding-inline-start:.9rem}
footer p{grid-column:1/-1;border-block-start:1px solid var(--line);padding-block-start:.8rem}
footer small{display:block;font-size:1em}
footer b{color:var(--ink)}
.address{display:none}
[dir=rtl] :is(time,.chart b){unicode-bidi:plaintext}
@media(max-width:40rem){.mast ul,.tools{line-height:2.5}.main-nav ul{column-gap:1.3rem}footer :is(li a,.tree>a){padding-block:.65rem}footer :is(li,.tree) a{display:block}}
@media(min-width:60rem){footer .wrap{grid-template-columns:repeat(4,minmax(0,1fr));column-gap:2.6rem}footer .tree:not(.many){grid-row:auto}}
@media print{
html{font-size:9.5pt}
body{display:block;font-size:1.1rem;line-height:1.45}
.wrap{max-width:none;padding:0}
.mast nav,.tools,.skip,footer{display:none}
.mast{border-block-end:2pt solid}
.sample{background:none}
h1{font-size:2.5rem}
h1,h2,h3{break-after:avoid}
p,li{orphans:3;widows:3}
.address{display:block;font:8pt var(--sans);border-block-start:.5pt solid var(--line);margin-block-start:14pt;padding-block-start:4pt}
@page{margin:18mm 20mm}
}
`)
