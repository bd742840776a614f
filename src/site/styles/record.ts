import { compact } from './compact.ts'

/** The record's own pages: its front and lists, actors, places, sources, claims, the codebook, the files. */
export const RECORD_STYLE = compact(`
.opening .stand{margin-block-end:.6rem}
.totals{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.6rem;font:.95rem/1.6 var(--sans);color:var(--soft)}
.totals b{font:700 1.25rem/1.3 var(--serif);color:var(--ink);font-variant-numeric:lining-nums tabular-nums}
.jump{font:.95rem/1.9 var(--sans)}
.two{display:grid;gap:2rem 3.2rem;margin-block-start:1.2rem}
.two>*{min-width:0}
.rule{font-size:1.3rem;line-height:1.25;letter-spacing:-.01em;border-block-start:3px solid var(--ink);padding-block:.5rem .4rem}
section+section>.rule,.stretch,.stretch+section>.rule{margin-block-start:2rem}
.events{list-style:none}
.evt{padding-block:.9rem;border-block-start:1px solid var(--line)}
.rule+.events .evt:first-child,.day .evt:first-child{border-block-start:0;padding-block-start:.2rem}
.evt .kicker{margin-block-end:.15rem;font-size:.8rem}
.evt :is(h2,h3){font-size:1.22rem;line-height:1.22;letter-spacing:-.01em}
.evt :is(h2,h3) a{text-decoration:none}
.spot{font:.92rem/1.5 var(--sans);color:var(--soft);margin-block-start:.15rem}
.spot span+span::before{content:"·";margin-inline:.15em .4em}
.figs{margin:.6rem 0 0;font:.95rem/1.4 var(--sans)}
.figs div{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 1rem;align-items:baseline;padding-block:.35rem;border-block-start:1px dotted var(--line)}
.figs dt{font-weight:400}
.figs dd{margin:0;display:contents}
.figs b{font:700 1.12rem/1.3 var(--serif);font-variant-numeric:lining-nums tabular-nums;text-align:end}
.figs small{grid-column:1/-1;color:var(--soft);font-size:.84rem}
.figs strong{color:var(--accent);font-weight:600}
.aside{font:.88rem/1.5 var(--sans);color:var(--soft);margin-block-start:.4rem;max-width:46em}
.moved{font:.92rem/1.5 var(--sans);margin-block-start:.5rem;max-width:46em}
.roles{list-style:none;font:.95rem/1.5 var(--sans);margin-block-start:.35rem}
.roles b{font-weight:600}
.roles span{color:var(--soft)}
.onward{font:600 .95rem/1.6 var(--sans);border-block-start:1px solid var(--ink);padding-block-start:.7rem;margin-block-start:.4rem}
.find,.block{border-block-start:3px solid var(--ink);padding-block:.5rem 0;font:.95rem/1.5 var(--sans)}
.find h2,.block h2{font:700 1.12rem/1.35 var(--serif);margin-block-end:.5rem}
.told{list-style:none}
.told li+li{margin-block-start:.6rem}
.told a{text-decoration:none;font:700 1.05rem/1.25 var(--serif);display:block;text-wrap:balance}
.told small{display:block;color:var(--soft)}
.find+.block,.block+.block,figure+.block{margin-block-start:1.8rem}
.find p{margin-block-end:.7rem}
.find .days{display:grid;grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr));gap:0 1rem}
.find label{display:block;font-weight:600;font-size:.88rem}
.find :is(input,select){font:1rem/1.4 var(--sans);color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:0;inline-size:100%;min-block-size:2.75rem;padding:.4rem .55rem}
.find [aria-invalid]{border:2px solid var(--accent)}
.find .why{display:block;color:var(--accent);font-size:.88rem;padding-block-start:.2rem}
.find button{font:600 1rem/1.4 var(--sans);color:var(--paper);background:var(--ink);border:1px solid var(--ink);border-radius:0;min-block-size:2.75rem;padding:.4rem 1.1rem;cursor:pointer}
.find button:hover{background:var(--accent);border-color:var(--accent)}
.months{list-style:none;font:.95rem/2 var(--sans)}
.months li{display:flex;justify-content:space-between;gap:1rem;border-block-start:1px dotted var(--line)}
.months span{color:var(--soft);font-variant-numeric:lining-nums tabular-nums}
.months a,.block .ways a{text-decoration:none}
.asked{font:.92rem/1.6 var(--sans);color:var(--soft);padding-block-end:.6rem}
.asked p,.asked ul{display:inline}
.asked li{display:inline-block;margin-inline-end:1em}
.asked li:first-child{margin-inline-start:.5em}
.asked span{color:var(--ink);font-weight:600}
.notice ul{list-style:none;margin-block-start:.4rem}
.notice li span{font-weight:600}
.names{font:.95rem/1.6 var(--sans);margin-block-end:.9rem;display:flex;flex-wrap:wrap;gap:0 .8rem}
.names h2{font:600 .88rem/1.8 var(--sans);color:var(--soft)}
.names ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.3rem}
.names bdi{font-size:1.08em}
.names small{color:var(--soft);font-size:.84rem}
.facts{margin:0;font:.95rem/1.5 var(--sans)}
.facts div{padding-block:.45rem;border-block-start:1px dotted var(--line)}
.facts div:first-child{border-block-start:0;padding-block-start:0}
.facts dt{color:var(--soft);font-size:.86rem}
.facts dd{margin:0}
.facts small,.cite small{display:block;color:var(--soft);font-size:.86rem}
.inline{list-style:none;display:inline-flex;flex-wrap:wrap;gap:0 1rem}
.facts .inline{gap:0 .35rem}
.facts .inline li:not(:last-child)::after{content:","}
.inline a{display:inline-block;min-block-size:1.5rem}
.sheet .inline a{min-inline-size:1.5rem}
.speakers{font:.95rem/1.6 var(--sans);padding-block-end:.6rem}
.speakers p{display:inline;color:var(--soft);margin-inline-end:.5em}
.said{border-block-start:1px solid var(--line);padding-block:.7rem .3rem}
.rule+.said,.stand+.said{border-block-start:0;padding-block-start:.2rem}
.said h3{font-size:1.12rem;line-height:1.25}
.said h3 a{text-decoration:none}
.said .spot{margin-block-end:.4rem}
.said .cl{list-style:none;font:1rem/1.45 var(--sans)}
.said .cl li{display:grid;grid-template-columns:1.3rem minmax(0,1fr);gap:0 .45rem;padding-block:.5rem;border-block-start:1px dotted var(--line)}
.said .mk{margin-block-start:.24rem}
.said .say b,.said .say strong{font-weight:600}
.said .say i{font-style:normal}
.said .say :is(i,.of){color:var(--soft)}
.said strong{font-variant-numeric:lining-nums tabular-nums}
.said .way{grid-column:2;color:var(--soft);font-size:.9rem}
.mk{inline-size:1rem;block-size:1rem;overflow:visible;fill:var(--ink);stroke:var(--ink);stroke-width:1.5px;stroke-linejoin:round}
.mk.part{fill:var(--paper)}
.mk.no{stroke-width:2.6px;stroke-linecap:round}
.sentence{display:block;max-width:28ch}
.sentence :is(b,strong){font-weight:inherit}
.sentence i{font-style:normal;font-weight:400;color:var(--soft)}
.sentence .of{display:block;font-size:max(.52em,1.1rem);line-height:1.35;letter-spacing:-.005em;margin-block-start:.45rem}
.stance .mk{vertical-align:-.14em;margin-inline-end:.3em}
.wording{border-inline-start:4px solid var(--ink);padding-inline-start:1.1rem;margin:1.1rem 0 1.6rem;max-width:40rem}
.wording blockquote{margin:0;font-size:1.3rem;line-height:1.4}
.wording q{display:inline-block;text-align:start}
.wording figcaption{font:.88rem/1.5 var(--sans);color:var(--soft);padding-block-start:.3rem}
.rows{list-style:none;font:1rem/1.5 var(--sans)}
.rows>li{padding-block:.55rem;border-block-start:1px dotted var(--line)}
.rule+.rows>li:first-child{border-block-start:0;padding-block-start:0}
.rows .way{color:var(--soft);font-size:.9rem}
.path{list-style:none;display:flex;flex-wrap:wrap;gap:.5rem 0;font:1rem/1.4 var(--sans);padding-block:.5rem;border-block-start:1px dotted var(--line)}
.rule+.path{border-block-start:0}
.path li{display:grid;grid-template:1.2rem auto/auto auto;align-items:start;max-width:100%}
.path small{color:var(--soft);font-size:.8rem;grid-column:1}
.path li>:not(small){grid-area:2/1;font-style:normal}
.path i{color:var(--soft)}
.path li:not(:last-child)::after{content:"→";grid-area:2/2;color:var(--accent);margin-inline:.6rem}
[dir=rtl] .path li:not(:last-child)::after{content:"←"}
.path cite{font-style:normal}
.scroll{overflow-x:auto;border-block-start:3px solid var(--ink)}
.sheet{border-collapse:collapse;inline-size:100%;font:.92rem/1.45 var(--sans);font-variant-numeric:lining-nums tabular-nums}
.sheet caption{text-align:start;font:700 1.3rem/1.25 var(--serif);letter-spacing:-.01em;padding-block:.5rem .4rem}
.sheet :is(th,td){text-align:start;vertical-align:top;padding:.5rem 0;padding-inline:0 1rem;border-block-start:1px solid var(--line)}
.sheet thead th{color:var(--soft);font-weight:600;vertical-align:bottom;border:0}
.sheet th[scope=row]{font-weight:600}
.sheet .few{white-space:nowrap}
.sheet td.big{font:700 1.05rem/1.35 var(--serif)}
.sheet cite{font-style:normal}
.gone{display:block;color:var(--accent)}
.plainly{list-style:none}
code{font:.88em ui-monospace,"SF Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere}
.verdict{border-inline-start:4px solid var(--ink);background:var(--wash);padding:.7rem 1rem;font:.95rem/1.5 var(--sans);margin-block-end:.8rem}
.verdict b{font:700 1.12rem/1.3 var(--serif)}
.verdict span{color:var(--soft)}
.cite p,.citation{overflow-wrap:anywhere}
.citation{margin:0 0 1em;border-inline-start:1px solid var(--ink);padding-inline-start:1rem;font:.95rem/1.5 var(--sans);max-width:44rem}
.wide div{display:grid;gap:0 1.2rem}
.wide code{font-size:.92rem}
.sheet th code{font-size:.95rem;white-space:nowrap}
.facts+.plain{margin-block-start:.9rem}
html:lang(fr) q{quotes:"«\\a0" "\\a0»" "“" "”"}
.toc{font:.95rem/1.8 var(--sans);margin-block-end:1.6rem}
.toc ul{list-style:none;columns:2 14rem;column-gap:2rem}
.lesson{max-width:46rem}
.lesson>p{text-wrap:pretty;margin-block:.3em .7em}
.lesson .ledger{margin-block:1rem}
.lesson h3{font-size:1.08rem;margin-block:1.2em .3em}
.samples{font:1rem/1.7 var(--sans);padding-inline-start:1.3em}
.samples li::marker{color:var(--accent)}
.example .foot p{display:none}
.never{list-style:none;font:1rem/1.5 var(--sans)}
.never li{display:grid;grid-template-columns:1.3rem minmax(0,1fr);gap:0 .45rem;padding-block:.45rem;border-block-start:1px dotted var(--line)}
.never svg,.key svg{margin-block-start:.24rem}
.key{list-style:none;font:1rem/1.5 var(--sans)}
.key li{display:grid;grid-template-columns:1.3rem minmax(0,1fr);gap:0 .45rem;padding-block:.4rem;border-block-start:1px dotted var(--line)}
.words{font:.95rem/1.5 var(--sans);border-block-start:1px solid var(--line)}
.words summary{cursor:pointer;padding-block:.7rem;font-weight:600}
.words dl{margin:0 0 1rem}
.words dt{font-weight:600}
.words dd{margin:0 0 .5rem;color:var(--soft)}
@media(max-width:39.99rem){
.find>button{inline-size:100%}
.sheet,.sheet :is(tbody,tr,th,td,caption){display:block}
.sheet thead{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%)}
.sheet tr{border-block-start:1px solid var(--line);padding-block:.5rem}
.sheet :is(th,td){border:0;padding:.1rem 0}
.sheet td[data-label]{display:grid;grid-template-columns:7rem minmax(0,1fr);gap:0 .6rem}
.sheet td[data-label]::before{content:attr(data-label);color:var(--soft);font:400 .86rem/1.7 var(--sans)}
}
@media(min-width:60rem){
.jump{display:none}
.two{grid-template-columns:minmax(0,1fr) 20rem}
.day .events{max-width:44rem}
.wide div{grid-template-columns:20rem minmax(0,1fr)}
}
@media print{
.jump,.find,.onward,.toc,.months,.asked a{display:none}
.evt,.said,.rows>li,.sheet tr,.verdict{break-inside:avoid}
.verdict{background:none;border-inline-start:3pt solid}
.words::details-content{content-visibility:visible;display:block}
}
`)
