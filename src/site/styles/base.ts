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
.mast .wrap{display:flex;flex-wrap:wrap;align-items:baseline;gap:.25rem 1.5rem;padding-block:.9rem .7rem}
.name{font:700 1.5rem/1.2 var(--serif);letter-spacing:-.02em;text-decoration:none}
.mast nav{font:.9rem/1.9 var(--sans)}
.mast nav a{text-decoration:none}
.mast nav a[aria-current]{font-weight:600;color:var(--accent)}
.mast ul,.kicker ul{list-style:none;display:flex;flex-wrap:wrap}
.mast ul{gap:0 1.1rem}
.main-nav{flex:1 1 20rem}
.lang{color:var(--soft)}
.mast .lang ul{gap:0}
.lang li+li::before{content:"·";margin-inline:.4em}
.kicker{font:600 .86rem/1.5 var(--sans);letter-spacing:.02em;margin-block-end:.6rem;color:var(--soft)}
.kicker a{text-decoration:none}
.kicker li:first-child a,.kicker b{color:var(--accent);font-weight:600}
.kicker li+li::before{content:"|";color:var(--line);padding-inline:.5em;font-weight:400}
h1{font-size:clamp(1.75rem,1.1rem + 3vw,2.9rem);line-height:1.1;letter-spacing:-.018em;margin-block-end:.7rem;max-width:24ch}
.stand{font-size:1.25rem;line-height:1.42;color:var(--soft);margin-block-end:1.1rem;max-width:38em;text-wrap:pretty}
footer{border-block-start:1px solid var(--line);margin-block-start:3rem;font:.88rem/1.7 var(--sans);color:var(--soft)}
footer .wrap{display:flex;flex-wrap:wrap;gap:.2rem 1.5rem;padding-block:.9rem 2rem}
footer p{flex:1 1 18rem}
footer b{color:var(--ink)}
footer ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.1rem}
.address{display:none}
[dir=rtl] :is(time,.by span,.meta>*,.chart b){unicode-bidi:plaintext}
@media print{
html{font-size:9.5pt}
body{display:block;font-size:1.1rem;line-height:1.45}
.wrap{max-width:none;padding:0}
.mast nav,.skip,footer{display:none}
.mast{border-block-end:2pt solid}
.sample{background:none}
h1{font-size:2.5rem}
h1,h2,h3{break-after:avoid}
p,li{orphans:3;widows:3}
.address{display:block;font:8pt var(--sans);border-block-start:.5pt solid var(--line);margin-block-start:14pt;padding-block-start:4pt}
@page{margin:18mm 20mm}
}
`)
