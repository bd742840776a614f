import { compact } from './compact.ts'

/** The search: its form, the names over the list, the marks in it. */
export const SEARCH_STYLE = compact(`
.ask{font:1rem/1.5 var(--sans);max-width:44rem}
.ask label{display:block;font-weight:600;font-size:.88rem}
.words{display:grid;grid-template-columns:minmax(0,1fr) auto}
.words label{grid-column:1/-1}
.ask :is(input,select){font:1rem/1.4 var(--sans);color:var(--ink);background:var(--paper);border:1px solid var(--soft);border-radius:0;inline-size:100%;min-block-size:2.75rem;padding:.4rem .55rem}
.ask input[type=search]{-webkit-appearance:none;appearance:none;font-size:1.1rem;border:2px solid var(--ink)}
.ask button{font:600 1rem/1.4 var(--sans);color:var(--paper);background:var(--ink);border:1px solid var(--ink);border-radius:0;min-block-size:2.75rem;padding:.4rem 1.1rem;cursor:pointer}
.ask button:hover{background:var(--accent);border-color:var(--accent)}
.ask [aria-invalid]{border:2px solid var(--accent)}
.ask .why{display:block;color:var(--accent);font-size:.88rem}
.ask summary{cursor:pointer;padding-block:.6rem;font-size:.92rem}
.narrow{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(10rem,100%),1fr));gap:.6rem 1rem;padding-block-end:.6rem}
.aside{font:.92rem/1.55 var(--sans);color:var(--soft);max-width:44rem;margin-block-start:.6rem}
.aside p+p{margin-block-start:.4rem}
.answer{border-block-start:3px solid var(--ink);margin-block-start:1.2rem;padding-block-start:.6rem;max-width:44rem}
.answer>h2{font:600 .95rem/1.5 var(--sans);overflow-wrap:anywhere}
.told,.asked{font:.92rem/1.6 var(--sans);color:var(--soft)}
.asked :is(p,ul){display:inline}
.asked li{display:inline-block;margin-inline:.5em}
.asked span{color:var(--ink);font-weight:600}
.entries{background:var(--wash);padding:.6rem 1rem .7rem;margin-block:.8rem}
.entries h3{font:600 .84rem/1.6 var(--sans);color:var(--soft)}
.entries ul,.results{list-style:none}
.entries li{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 .8rem;padding-block:.25rem}
.entries a{font:700 1.12rem/1.4 var(--serif);text-decoration-color:var(--accent)}
.entries span{font:.88rem/1.5 var(--sans);color:var(--soft)}
.results .story:first-child{border-block-start:0}
.results h3{font-size:1.22rem}
.results .stand{color:var(--ink);max-width:none}
mark{background:none;color:inherit;font-weight:700;text-decoration:underline;text-decoration-color:var(--accent);text-decoration-thickness:.14em;text-underline-offset:.12em}
.results a mark{text-decoration-thickness:.09em}
.onward{font:600 .95rem/1.6 var(--sans);border-block-start:1px solid var(--ink);padding-block-start:.7rem}
.notice ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.2rem;font-weight:600;margin-block-end:.3rem}
@media(max-width:20rem){.words{grid-template-columns:1fr}}
@media print{.ask,.onward,.asked a{display:none}}
`)
