import { compact } from './compact.ts'

/** Fronts: the home page's nameplate, the lead, the columns beside and under it, the strips of the sections. */
export const FRONT_STYLE = compact(`
.home .mast{border:0}
.home .mast .wrap{padding-block-start:1.4rem}
.plate{flex:1 1 100%;margin-block-end:.5rem}
.plate h1{font-size:clamp(2rem,1rem + 5vw,3.9rem);letter-spacing:-.035em;line-height:1;max-width:none;margin:0}
.plate p{font:italic 1.05rem/1.4 var(--serif);color:var(--soft);margin-block-start:.45rem}
.home .main-nav{border-block:1px solid var(--line);border-block-start:3px solid var(--ink);padding-block:.35rem;flex-basis:100%}
.home .lang{order:-1;flex-basis:100%}
.home .lang ul{justify-content:flex-end}
main{padding-block-start:1.2rem}
.story h2{font-size:1.22rem}
.lead h2{font-size:clamp(1.7rem,1rem + 3.2vw,3rem);line-height:1.06;letter-spacing:-.022em;max-width:26ch}
.lead .stand{font-size:1.18rem;line-height:1.42;margin-block:.6rem 0;max-width:36em}
.lead figure{margin-block:1.1rem 0}
.column,.row{list-style:none}
.column li,.row li{padding-block:1rem;border-block-start:1px solid var(--line)}
.top{display:grid;gap:1.4rem 0}
.strip{margin-block-start:2.2rem;border-block-start:3px solid var(--ink)}
.strip>h2{font-size:1.3rem;line-height:1.25;letter-spacing:-.01em;padding-block:.5rem .55rem}
.strip>h2 a{text-decoration:none}
.strip .row li:first-child{border-block-start:0;padding-block-start:.2rem}
.heading{border-block-end:3px solid var(--ink);margin-block-end:1.4rem;padding-block-end:.9rem}
.heading h1{margin-block-end:0}
.heading .stand{margin-block:.6rem 0}
.within{font:.9rem/1.9 var(--sans);margin-block-start:.5rem}
.within ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.1rem}
.foot{font:.9rem/1.9 var(--sans);margin-block-start:1.2rem}
.months{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(11rem,100%),1fr));gap:0 1.5rem;font:.9rem/1.9 var(--sans)}
.months li{display:flex;justify-content:space-between;gap:.5rem;border-block-end:1px dotted var(--line)}
.months span{color:var(--soft);font-variant-numeric:lining-nums tabular-nums}
.months a{text-decoration:none}
.empty{max-width:36em;padding-block:1rem 0}
.empty h2{margin-block-end:.4rem}
.empty p{margin-block-end:.8em}
.newsroom{background:var(--wash);border-inline-start:4px solid var(--ink);padding:.9rem 1.1rem;font:.95rem/1.5 var(--sans);max-width:44rem}
.newsroom h3{font-size:1rem;margin-block-end:.3rem}
.newsroom code{display:block;font:.88rem/1.7 ui-monospace,"SF Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere}
@media(min-width:40rem){
.row{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));column-gap:2.5rem}
.strip .row li:nth-child(2){border-block-start:0;padding-block-start:.2rem}
}
@media(min-width:60rem){
.single .lead{display:grid;grid-template:repeat(3,auto) 1fr/repeat(2,minmax(0,1fr));column-gap:2.6rem}
.single .lead>*{grid-column:1}
.single .lead>figure{grid-column:2;grid-row:1/6;margin:0}
.wordy .lead{display:grid;grid-template:auto auto 1fr/minmax(0,2.1fr) minmax(0,1fr);column-gap:2.6rem}
.wordy .lead>.kicker{grid-column:1/-1}
.wordy .lead>h2{grid-row:2/4}
.wordy .lead>:is(.stand,.meta){grid-column:2;margin-block:.2rem 0}
.beside{grid-template-columns:minmax(0,2.1fr) minmax(0,1fr);column-gap:2.6rem}
.beside .column{border-inline-start:1px solid var(--line);padding-inline-start:1.3rem;margin-inline-start:-1.3rem}
.beside .column li:first-child{border-block-start:0;padding-block-start:0}
.row{grid-template-columns:repeat(4,minmax(0,1fr));column-gap:2.6rem}
.of-1{display:block}
.of-1 .story{display:grid;grid-template:auto auto 1fr/minmax(0,1fr) minmax(0,1fr);column-gap:2.6rem}
.of-1 .kicker{grid-column:1/-1}
.of-1 h3,.of-1 h2{grid-row:2/4;font-size:1.35rem}
.of-1 :is(.stand,.meta){grid-column:2;margin-block:0 .35rem}
.of-2{grid-template-columns:repeat(2,minmax(0,1fr))}
.of-3{grid-template-columns:repeat(3,minmax(0,1fr))}
.row li,.strip .row li{position:relative;border-block-start:0;padding-block:.2rem .9rem}
.row li+li::before{content:"";position:absolute;inset-block:.3rem 0;inset-inline-start:-1.3rem;border-inline-start:1px solid var(--line)}
.row li:nth-child(4n+1)::before{border:0}
.row li:nth-child(n+5){border-block-start:1px solid var(--line);padding-block-start:1rem}
.under{border-block-start:1px solid var(--line);padding-block-start:1rem}
}
@media print{
.home .lang,.foot,.within,.newsroom{display:none}
.row{display:block}
.story{break-inside:avoid}
}
`)
