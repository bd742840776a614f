import { compact } from './compact.ts'

/** What only a story's page needs: byline, corrections, and everything that may stand in a body. */
export const STORY_STYLE = compact(`
article{display:grid;grid-template-columns:minmax(0,1fr);padding-block-start:1.6rem}
.by{font:.9rem/1.6 var(--sans);margin-block-end:1.4rem;padding-block-start:.7rem;border-block-start:1px solid var(--line);display:flex;flex-wrap:wrap;gap:0 1.25rem}
.by b{font-weight:600}
.by span{color:var(--soft)}
.by .name-of{text-decoration-thickness:.06em}
.also{flex-basis:100%;display:flex;flex-wrap:wrap;gap:0 .9rem}
.also span{display:none}
.body .fix p{margin:0}
.place{font:600 .86em var(--sans);letter-spacing:.04em;text-transform:uppercase}
.place+span{color:var(--soft)}
.body>:is(p,h2,h3,h4,ul,ol,hr,.quote,.pull,.box,.notes){max-width:40.5rem}
.body p,.body ul,.body ol{margin-block-end:1.05em;text-wrap:pretty}
.body ul,.body ol{padding-inline-start:1.3em}
.body li+li{margin-block-start:.35em}
.body li>ul,.body li>ol{margin-block:.35em 0}
.body li::marker{color:var(--accent)}
.body h2{font-size:1.35rem;line-height:1.25;margin-block:1.9em .5em;letter-spacing:-.01em}
.body h3{font-size:1.12rem;line-height:1.3;margin-block:1.6em .4em}
.body h4{font:600 .95rem/1.4 var(--sans);margin-block:1.4em .3em}
.body hr{border:0;margin-block:2em;text-align:center;color:var(--soft)}
.body hr::before{content:"* * *";letter-spacing:.4em}
.body sup{font:600 .68em/0 var(--sans)}
.body sup a{text-decoration:none;color:var(--accent);padding:.5em .12em}
.claim{text-decoration:underline dotted var(--accent) .09em;text-underline-offset:.2em}
.quote{margin:1.5em 0 1.6em;padding-inline-start:1.2rem;border-inline-start:1px solid var(--ink)}
.quote blockquote,.pull blockquote{margin:0}
.body .quote p:last-child{margin-block-end:.3em}
.quote figcaption::before,.pull figcaption::before{content:"— "}
.pull{margin:2.2em 0;padding-block:1.1rem;border-block:1px solid var(--ink)}
.pull blockquote{font-size:1.5rem;line-height:1.28;letter-spacing:-.012em;text-wrap:balance}
.body .pull p{margin:0}
.table{overflow-x:auto;margin-block:1.6em;border-block:1px solid var(--ink);border-block-start-width:3px}
.table table{border-collapse:collapse;font:.92rem/1.45 var(--sans);min-width:100%;font-variant-numeric:lining-nums tabular-nums}
.table caption{text-align:start;font:700 1.05rem/1.35 var(--serif);padding-block:.6rem}
.table th,.table td{text-align:start;vertical-align:top;padding:.45rem 1rem .45rem 0;padding-inline:0 1rem;border-block-start:1px solid var(--line);min-width:5rem}
.table th{font-weight:600}
.table thead th{color:var(--soft);vertical-align:bottom}
.embed{border:1px solid var(--line);padding:.8rem 1rem;font:600 1rem/1.4 var(--sans)}
.embed small{display:block;font:.84rem/1.5 var(--sans);color:var(--soft)}
.embed a::after{content:"\\2009↗";color:var(--accent)}
.box{background:var(--wash);border-block-start:3px solid var(--ink);padding:1rem 1.2rem;margin-block:1.8em;font:.98rem/1.5 var(--sans)}
.box h2{font:700 1.12rem/1.3 var(--serif);margin:0 0 .4em}
.box>:last-child{margin-block-end:0}
.notes{margin-block-start:2.5rem;padding-block-start:.6rem;border-block-start:1px solid var(--line);font:.88rem/1.55 var(--sans);color:var(--soft)}
.notes h2{font:700 1.02rem var(--sans);margin:0 0 .5em;color:var(--ink)}
.colophon{margin-block-start:2.5rem;padding-block-start:.8rem;border-block-start:3px solid var(--ink);font:.88rem/1.6 var(--sans);color:var(--soft);max-width:40.5rem}
.body .colophon ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.3rem 1.4rem;margin-block-end:.8rem}
.body .colophon :is(li,p){margin:0}
.colophon nav a{color:var(--ink)}
.colophon b{display:block;color:var(--ink);font-weight:600}
.colophon cite{font-style:normal}
.back{color:var(--accent);padding:.2em .35em}
:target{background:var(--wash)}
.more{border-block-start:3px solid var(--ink);padding-block-start:.6rem;margin-block-start:1.6rem}
.more h2{font:700 1.02rem var(--sans);margin-block-end:.3rem}
.more ul{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(15rem,100%),1fr));gap:0 2rem}
.more li{padding-block:.6rem;border-block-start:1px dotted var(--line);line-height:1.3;text-wrap:balance}
.more .same{border:0;padding-block-start:0}
.more small{display:block;font:.84rem/1.5 var(--sans);color:var(--soft)}
.more a{text-decoration:none;font-weight:600}
.more small a{font-weight:400;text-decoration:underline}
@media(min-width:48rem){
.alone{grid-template-columns:minmax(0,48.5rem);justify-content:center}
.alone>header,.alone>.body>*{width:100%;max-width:40.5rem;margin-inline:auto}
.alone>.body>:is(figure:has(.map),.table){max-width:none}
.alone .map+figcaption{margin-inline:auto;max-width:40.5rem}
}
@media(min-width:60rem){
article:not(.alone){grid-template-columns:minmax(0,1fr) 20rem;column-gap:3.2rem}
article:not(.alone)>header{grid-column:1/-1}
.more:first-child{margin-block-start:.3rem}
}
@media print{
.more,.also,.back,.colophon nav{display:none}
article{display:block;padding-block-start:10pt}
.alone>header,.alone>.body>*{max-width:none}
.fix,.box{background:none;border:.5pt solid var(--line);border-inline-start:3pt solid}
figure,.table,.box,.fix,tr{break-inside:avoid}
.table{overflow:visible}
.body a[rel]::after{content:" (" attr(href) ")";font-size:.8em;overflow-wrap:anywhere}
}
`)
