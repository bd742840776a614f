import { compact } from './compact.ts'

/** The box "who says what", its plot and the timeline, in a story and in a dossier. */
export const LEDGER_STYLE = compact(`
.ledger{margin-block:2rem;border-block-start:3px solid var(--ink);border-block-end:1px solid var(--ink);font:1rem/1.45 var(--sans)}
.ledger>h2,.ledger>h3{font:700 1.25rem/1.3 var(--serif);margin:.6rem 0 .1rem}
.ledger a{text-decoration-color:var(--soft);text-decoration-thickness:.05em}
.ledger a:hover{text-decoration-color:var(--accent)}
.ledger p,.ledger ul{margin:0;padding:0}
.ledger .when{color:var(--soft);margin-block-end:.7rem;font-size:.92rem}
.cell{padding-block:.9rem .4rem;border-block-start:1px solid var(--line)}
.cell>:is(h3,h4){font:700 1.02rem/1.3 var(--sans);margin:0;letter-spacing:0;display:flex;flex-wrap:wrap;justify-content:space-between;align-items:baseline;gap:0 1rem}
.cell i{font-style:normal}
.cell>:is(h3,h4) i{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
.cell>:is(h3,h4) b{font:700 1.35rem/1.2 var(--serif);font-variant-numeric:lining-nums tabular-nums}
.cell>:is(h3,h4) .word{font-size:1.05rem;font-weight:400;color:var(--soft)}
.cell>h3+ul,.cell>h4+ul{margin-block-start:.4rem}
.ledger .sum{margin-block:.15rem .5rem;color:var(--soft);font-size:.92rem;max-width:44em}
.ledger .sum b{font-weight:600;color:var(--ink)}
.ledger .derived{color:var(--soft);font-size:.92rem;padding-block:.6rem;border-block-start:1px solid var(--line)}
.plot{width:100%;display:block;margin-block:.4rem .3rem;overflow:visible;direction:ltr}
.ledger .derived+.derived{border:0;padding-block-start:0}
.plot text{font:.8rem var(--sans);fill:var(--soft);text-anchor:middle;unicode-bidi:plaintext}
.plot .lb{fill:var(--ink);font-weight:600;font-variant-numeric:lining-nums}
.plot .a{text-anchor:start}.plot .z{text-anchor:end}
.plot .ax{stroke:var(--soft)}.plot .ti{stroke:var(--line);stroke-dasharray:1 4}
.plot .sp{stroke:var(--ink);stroke-width:4px}.plot .op{fill:none;stroke:var(--ink);stroke-width:2px}
.mk{fill:var(--ink);stroke:var(--ink);stroke-width:1.5px;stroke-linejoin:round}
.part{fill:var(--paper)}
.no{stroke-width:2.6px;stroke-linecap:round}
.ledger .cl{list-style:none}
.ledger .cl li{display:grid;grid-template-columns:1.3rem minmax(0,1fr);gap:0 .45rem;padding-block:.5rem;border-block-start:1px dotted var(--line);margin:0}
.cl svg,.legend svg{width:1rem;height:1rem;overflow:visible}
.cl svg{margin-block-start:.24rem}
.say{display:flex;flex-wrap:wrap;gap:0 .4em;align-items:baseline}
.say b,.say strong{font-weight:600}
.say b a{text-decoration:none}
.say i{color:var(--soft)}
.say strong{font-variant-numeric:lining-nums tabular-nums}
.cl .way{grid-column:2;color:var(--soft);font-size:.9rem}
.cell details{border-block-start:1px dotted var(--line);padding-block:.4rem;font-size:.92rem}
.cell summary{color:var(--soft);cursor:pointer;padding-block:.15rem}
.cell details li{color:var(--soft)}
.cell details .say strong{text-decoration:line-through;text-decoration-color:var(--accent)}
.foot{font-size:.88rem;color:var(--soft);padding-block:.6rem .8rem;border-block-start:1px solid var(--line)}
.foot p+p,.foot ul+p{margin-block-start:.3rem}
.ledger .legend{list-style:none;display:flex;flex-wrap:wrap;gap:.1rem 1.1rem}
.ledger .legend li{margin:0}
.legend svg{vertical-align:-.16em;margin-inline-end:.25em}
:is(ol,ul).when-list{list-style:none;font:1rem/1.45 var(--sans);margin:0 0 1.6rem;padding:0;border-block-start:3px solid var(--ink)}
:is(ol,ul).when-list>li{display:grid;gap:0 1.2rem;padding-block:.6rem;border-block-start:1px solid var(--line);margin:0}
.when-list>li:first-child{border-block-start:0}
.when-list b{font-weight:600}
.when-list ul{list-style:none;margin:0;padding:0}
.when-list li li:is(li){margin:0;padding-block:.1rem}
.when-list .at{font-weight:600;color:var(--soft)}
.when-list .fact{color:var(--accent)}
.when-list a,.changes a{text-decoration-color:var(--soft);text-decoration-thickness:.05em}
.when-list small{color:var(--soft);font-size:.86rem}
ul.changes,.changes ul.changes,.changes ul:is(ul){list-style:none;font:.95rem/1.5 var(--sans);margin:0;padding:0}
ul.changes li:is(li){margin:0}
ul.changes>li{padding-block:.5rem;border-block-start:1px dotted var(--line)}
.changes li li{padding-block:.12rem}
.changes time{color:var(--soft);font-size:.86rem}
.changes small{display:block;color:var(--soft);font-size:.86rem}
.changes summary{cursor:pointer;padding-block:.3rem}
.changes details li{font-size:.9rem;color:var(--soft)}
.fix ul.changes>li{padding-block:.35rem}
.fix .changes b{display:inline;font-weight:600}
.fix .changes time{white-space:nowrap}
.fix p+p,.fix ul+p{margin-block-start:.3rem}
.map .way-on{fill:none;stroke-width:6px;stroke-opacity:.55;stroke-dasharray:7 6}
.map .soft{stroke:none;fill-opacity:.22;filter:blur(6px)}
.map .whole{stroke:none;fill-opacity:.2}
@media(min-width:40rem){.say strong{margin-inline-start:auto;text-align:end}:is(ol,ul).when-list>li{grid-template-columns:11rem minmax(0,1fr)}}
@media print{.cell,.cl li,.when-list>li{break-inside:avoid}.mk,.plot line{print-color-adjust:exact}details::details-content{content-visibility:visible;display:block}.ledger a{text-decoration:none}}
`)
