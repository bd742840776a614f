import { compact } from './compact.ts'

/** An event's dossier: facts, parts, assessments, and what stands beside them. */
export const EVENT_STYLE = compact(`
.dossier{display:grid;grid-template-columns:minmax(0,1fr);padding-block-start:1.6rem}
.facts{display:flex;flex-wrap:wrap;gap:.6rem 2.5rem;margin:0 0 1.2rem;padding-block-start:.7rem;border-block-start:1px solid var(--line);font:1rem/1.45 var(--sans)}
.facts>div{max-width:26rem}
.facts dt{font-size:.84rem;color:var(--soft)}
.facts dd{margin:0;font-weight:600}
.facts small,.beside small,.family small,.ours small{display:block;font:.86rem/1.45 var(--sans);color:var(--soft)}
.dossier .ledger{margin-block-start:.4rem}
.dossier .body>section{margin-block:2.4rem 0}
.dossier .body>section>h2{font-size:1.35rem;margin-block-end:.6rem;letter-spacing:-.01em}
.dossier h3{font:600 .95rem/1.5 var(--sans);margin-block:.7rem .1rem}
.dossier .story h3{font:700 1.05rem/1.25 var(--serif);margin:0}
.dossier :is(.family,.ours,.beside) ul{list-style:none}
.dossier :is(.family,.ours,.beside) li{padding-block:.5rem;border-block-start:1px dotted var(--line);font:1rem/1.45 var(--sans)}
.family li>a{font-weight:600}
.family b{color:var(--ink);font-variant-numeric:lining-nums}
.verdict{display:inline-block;border:1px solid;padding:0 .45em;margin-inline-end:.4em;font-size:.86rem}
.beside section{border-block-start:3px solid var(--ink);padding-block:.6rem 1rem;margin-block-start:1.8rem;font:1rem/1.45 var(--sans)}
.beside h2{font:700 1.02rem/1.4 var(--sans)}
.cite{font:.9rem/1.5 var(--sans);overflow-wrap:anywhere}
:is(.history,.ours,.beside) p:not(.meta,.kicker){font-family:var(--sans);font-size:.95rem}
.notice{border-inline-start:4px solid var(--accent);background:var(--wash);padding:.7rem 1rem;margin-block-end:1rem;font:1rem/1.5 var(--sans)}
:target{background:var(--wash)}
@media(min-width:62rem){
.dossier{grid-template:auto auto 1fr auto/minmax(0,1fr) 20rem;column-gap:3.2rem}
.dossier>header{grid-column:1/-1}
.dossier>.ledger{grid-area:2/1/span 2}
.dossier>.body{grid-area:4/1}
.beside{grid-area:3/2}
.who{grid-area:2/2}
.who section{margin-block-start:.4rem}
}
@media print{.dossier{display:block}.files{display:none}.beside section,figure{break-inside:avoid}}
`)
