import { compact } from './compact.ts'

/** Fronts: the home page's nameplate, the lead, the columns beside and under it, the strips of the sections. */
export const FRONT_STYLE = compact(`
.home .mast{border:0}
.home .mast .wrap{padding-block-start:.5rem}
.date,.home .tools{font:.84rem/1.9 var(--sans);color:var(--soft)}
.date{flex:1 0 100%;text-align:center}
.date::first-letter{text-transform:uppercase}
.home .tools{order:-1;flex:1 0 100%;justify-content:space-between}
.plate{flex:1 0 100%;text-align:center;padding-block:.7rem 1rem}
.plate h1{font-size:clamp(2.3rem,.9rem + 6.4vw,4.9rem);letter-spacing:-.04em;line-height:1;max-width:none;margin:0}
.plate p{font:italic 1.05rem/1.4 var(--serif);color:var(--soft);margin-block-start:.55rem;text-wrap:balance}
.home .main-nav{border-block:1px solid var(--ink);border-block-start-width:3px;padding-block:.35rem}
.home .main-nav ul{justify-content:center}
main{padding-block-start:1.6rem}
.story h2{font-size:1.22rem}
.lead h2{font-size:clamp(1.8rem,1rem + 3.6vw,3.25rem);line-height:1.05;letter-spacing:-.024em;max-width:16em}
.lead .stand{font-size:1.18rem;line-height:1.42;margin-block:.6rem 0;max-width:36em}
.lead figure{margin-block:1.1rem 0}
.column,.row,.set{list-style:none}
.column li,.row li,.set li{padding-block:.9rem;border-block-start:1px solid var(--line)}
.top{display:grid;gap:1.2rem 0}
.under{margin-block-start:1.2rem}
.strip{margin-block-start:2.2rem;border-block-start:3px solid var(--ink)}
.strip>h2{font-size:1.3rem;line-height:1.25;letter-spacing:-.01em;padding-block:.55rem}
.strip>h2 a{text-decoration:none}
.strip :is(.row,.set) li:first-child{border-block-start:0;padding-block-start:.2rem}
.set li:first-child h3{font-size:1.5rem;line-height:1.15;letter-spacing:-.015em}
.set .stand{max-width:34em}
.heading{border-block-end:3px solid var(--ink);margin-block-end:1.3rem;padding-block-end:.9rem}
.heading h1{margin-block-end:0}
.heading .stand{margin-block:.6rem 0}
.heading .portrait{float:inline-start;margin-inline-end:1.2rem}
.heading::after{content:"";display:block;clear:both}
.heading .kicker:has(+.kicker){margin:0}
.way,.foot{font:.95rem/1.6 var(--sans);margin-block-start:.5rem}
.foot{margin-block-start:1.1rem}
.parts{list-style:none;counter-reset:part;columns:22rem;column-gap:2.6rem}
.parts li{counter-increment:part;display:grid;grid-template-columns:2.2rem minmax(0,1fr);padding-block:.55rem;border-block-end:1px solid var(--line);break-inside:avoid;font-weight:700;line-height:1.3;text-wrap:balance}
.parts li::before{content:counter(part);grid-row:1/3;font:1.5rem/1.1 var(--serif);color:var(--accent);font-variant-numeric:lining-nums}
.parts a{text-decoration:none}
.parts time{grid-column:2;font:.8rem/1.6 var(--sans);color:var(--soft)}
.months{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(11rem,100%),1fr));gap:0 1.5rem;font:.9rem/1.9 var(--sans)}
.months li{display:flex;justify-content:space-between;gap:.5rem;border-block-end:1px dotted var(--line)}
.months span{color:var(--soft);font-variant-numeric:lining-nums tabular-nums}
.months a{text-decoration:none;flex:1}
@media(max-width:40rem){.months{line-height:2.75}}
.empty{max-width:36em;padding-block:1rem 0}
.empty h2{margin-block-end:.4rem}
.empty p{margin-block-end:.8em}
.newsroom{background:var(--wash);border-inline-start:4px solid var(--ink);padding:.9rem 1.1rem;font:.95rem/1.5 var(--sans);max-width:44rem}
.newsroom h3{font-size:1rem;margin-block-end:.3rem}
.newsroom code{display:block;font:.88rem/1.7 ui-monospace,"SF Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere}
@media(min-width:30rem){
.date{flex:1 1 auto;text-align:start}
.home .tools{order:0;flex:0 1 auto;margin-inline-start:auto}
.plate{order:1}
.home .main-nav{order:2}
}
@media(min-width:40rem){
.row{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));column-gap:2.5rem}
.strip .row li:nth-child(2){border-block-start:0;padding-block-start:.2rem}
}
@media(min-width:40rem) and (max-width:59.99rem){.top .column{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));column-gap:2.5rem}}
@media(min-width:60rem){
.single .lead{display:grid;grid-template:repeat(3,auto) 1fr/repeat(2,minmax(0,1fr));column-gap:2.6rem}
.single .lead>*{grid-column:1}
.single .lead>figure{grid-column:2;grid-row:1/6;margin:0}
.wordy .lead{display:grid;grid-template:auto auto 1fr/minmax(0,1fr) 22rem;column-gap:2.6rem}
.wordy .lead>.kicker{grid-column:1/-1}
.wordy .lead>h2{grid-row:2/4}
.wordy .lead>:is(.stand,.meta){grid-column:2;margin-block:.2rem 0}
.wordy .lead:not(:has(>.kicker)){grid-template-rows:auto 1fr}
.wordy .lead:not(:has(>.kicker))>h2{grid-row:1/3}
:is(.beside,.worded){grid-template-columns:minmax(0,1fr) 22rem;column-gap:2.6rem}
.top .column{border-inline-start:1px solid var(--line);padding-inline-start:1.3rem;margin-inline-start:-1.3rem}
.top .column li:first-child{border-block-start:0;padding-block-start:0}
.worded .first{display:grid;align-content:space-between;row-gap:1.4rem}
.row{grid-template-columns:repeat(4,minmax(0,1fr));column-gap:2.6rem}
.of-1{display:block}
.row.of-2{grid-template-columns:repeat(2,minmax(0,1fr))}
.row.of-3{grid-template-columns:repeat(3,minmax(0,1fr))}
.row li,.strip .row li{position:relative;border-block-start:0;padding-block:.2rem .9rem}
.row li+li::before{content:"";position:absolute;inset-block:.3rem 0;inset-inline-start:-1.3rem;border-inline-start:1px solid var(--line)}
.row li:nth-child(4n+1)::before{border:0}
.row li:nth-child(n+5){border-block-start:1px solid var(--line);padding-block-start:1rem}
.under{border-block-start:1px solid var(--line);padding-block-start:1rem}
.named{display:grid;grid-template-columns:10.5rem minmax(0,1fr);column-gap:2.6rem}
.set{display:grid;grid-template-columns:minmax(0,1fr) 22rem;column-gap:2.6rem;padding-block:.6rem .4rem}
.set li:first-child{grid-row:1/9}
.set li:last-child{padding-block-end:.2rem}
.set.of-1 li{grid-column:1/-1}
.set li+li{border-inline-start:1px solid var(--line);border-block-start:0;padding-block:.2rem .3rem;padding-inline-start:1.3rem;margin-inline-start:-1.3rem}
.set li:nth-child(n+3){padding-block-start:.6rem}
.set li:nth-child(n+3) .kicker{border-block-start:1px solid var(--line);padding-block-start:.7rem}
}
@media print{
.home .tools,.foot,.within,.newsroom{display:none}
.row{display:block}
.story{break-inside:avoid}
}
`)
