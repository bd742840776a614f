import { compact } from './compact.ts'

/** The pages on which the paper speaks of itself, and the one on which sources learn how to write to it. */
export const HOUSE_STYLE = compact(`
.body .quote blockquote{margin:0}
.house{padding-block-start:1.6rem}
.changed{font:.86rem/1.5 var(--sans);color:var(--soft);margin-block-start:1.6rem;padding-block-start:.6rem;border-block-start:1px solid var(--line);max-width:40.5rem}
.others{font:.95rem/1.5 var(--sans);margin-block-start:2rem;border-block-start:3px solid var(--ink)}
.others ul{list-style:none}
.others li{border-block-end:1px solid var(--line)}
.others a{display:block;padding-block:.55rem;text-decoration:none}
.others a[aria-current]{color:var(--accent);font-weight:600}
.safe{max-width:40.5rem;border-block-start:3px solid var(--ink);margin-block-start:2rem}
.safe h2{font-size:1.35rem;padding-block:.6rem .5rem}
.safe h3{font-size:1.12rem;margin-block:1.4rem .3rem}
.safe p,.safe li{margin-block-end:.6em}
.safe ol{padding-inline-start:1.4em}
.safe code{display:block;width:fit-content;max-width:100%;margin-block:.4rem;padding:.5rem .8rem;background:var(--wash);border-inline-start:4px solid var(--accent);font:600 .9rem/1.5 ui-monospace,"SF Mono",Menlo,Consolas,monospace;overflow-wrap:anywhere;user-select:all}
.safe .first{font-weight:700}
.safe .here{background:var(--wash);padding:.8rem 1rem;font:.92rem/1.5 var(--sans);margin-block-start:1.6rem}
@media(min-width:60rem){
.house{display:grid;grid-template-columns:minmax(0,1fr) 20rem;column-gap:3.2rem}
.others{margin-block-start:.4rem;align-self:start}
}
@media print{.others{display:none}}
`)
