import { compact } from './compact.ts'

/** Plain pages: a month, the archive, the feeds, a notice. */
export const LIST_STYLE = compact(`
main{padding-block-start:1.6rem}
main>.stand{margin-block-end:1.6rem}
.day{border-block-start:1px solid var(--ink);padding-block:.7rem 1.1rem}
.day>h2{font:600 .95rem/1.5 var(--sans)}
.group>h2{font-size:1.2rem;line-height:1.3;letter-spacing:-.01em}
.day ul,.group ul,.turn ul{list-style:none}
.story{padding-block:.8rem;border-block-start:1px solid var(--line);max-width:44rem}
.day .story:first-child{border-block-start:0;padding-block-start:.2rem}
.turn{font:.95rem/1.6 var(--sans);border-block-start:1px solid var(--line);margin-block-start:2.2rem;padding-block-start:.9rem}
.turn ul{display:flex;flex-wrap:wrap;justify-content:space-between;gap:.5rem 2rem}
.turn small{display:block;color:var(--soft);font-size:.84rem}
.turn a{text-decoration:none;font-weight:600}
.later{margin-inline-start:auto;text-align:end}
.group{border-block-start:3px solid var(--ink);margin-block-start:1.8rem;padding-block:.5rem;max-width:44rem}
.group li{display:grid;grid-template-columns:minmax(0,1fr) auto;gap:0 1rem;align-items:center;padding-block:.4rem;border-block-start:1px solid var(--line);font:.95rem/1.6 var(--sans)}
.group h2+ul{margin-block-start:.5rem}
.group li a{text-decoration:none}
.group li>span:last-child{color:var(--soft);font-variant-numeric:lining-nums tabular-nums}
.group li>span a{text-decoration:underline;text-decoration-color:var(--accent);margin-inline-start:1rem;display:inline-block}
.bar{width:100%;height:.8rem}
.bar rect{height:100%;fill:var(--ink);fill-opacity:.82}
[dir=rtl] .bar{transform:scaleX(-1)}
.years li{grid-template-columns:minmax(6.5rem,9rem) minmax(0,1fr) 2.5rem}
.years li>span:last-child{text-align:end}
.notice{border-inline-start:4px solid var(--accent);background:var(--wash);padding:.9rem 1.1rem;margin-block:1rem 1.4rem;max-width:40rem;font:1rem/1.55 var(--sans)}
.notice b{display:block}
.notice p{white-space:pre-line}
.plain{max-width:36em;text-wrap:pretty;margin-block-end:1em}
.ways{font:.95rem/1.9 var(--sans);list-style:none}
.code{font:600 .86rem/1.5 var(--sans);color:var(--accent);margin-block-end:.6rem}
.twin h2{margin-block-end:.5rem}
.twin+.twin{border-block-start:1px solid var(--line);margin-block-start:2rem;padding-block-start:1.6rem}
@media(min-width:60rem){
.day,.group{display:grid;grid-template-columns:15rem minmax(0,1fr);column-gap:2rem;max-width:none}
.group .story:first-child,.group h2+ul>li:first-child{border-block-start:0}
.group h2+ul{margin-block-start:-.25rem}
}
@media print{.turn,.bar,.ways{display:none}.notice{background:none}.story{break-inside:avoid}}
`)
