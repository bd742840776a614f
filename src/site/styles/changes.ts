import { compact } from './compact.ts'

/** The page of changes and the page of corrections. */
export const CHANGES_STYLE = compact(`
main{padding-block-start:1.6rem}
main>.stand{max-width:36em}
.version{border-block-start:3px solid var(--ink);margin-block-start:2rem;padding-block-start:.6rem;max-width:40.5rem}
.version>h2{font:700 1.15rem/1.4 var(--serif);margin-block-end:.2rem}
.version>h2 small{font:400 .88rem/1.4 var(--sans);color:var(--soft);margin-inline-start:.6em;display:inline-block}
.version>h3,.over dt{font:600 .86rem/1.5 var(--sans);color:var(--soft);margin-block:1.2rem .3rem}
.said-of{font-size:1.12rem;margin-block:.4rem .8rem}
.version .fix{margin-block:.8rem}
.over{margin:0}
.over dd{margin:0;font-weight:700;font-size:1.12rem;line-height:1.35}
.words p{margin-block-end:.8em;text-wrap:pretty}
.words .heading{font-weight:700}
.words .item{padding-inline-start:1.1em;text-indent:-1.1em}
.words .item::before{content:"– "}
.words .quote{padding-inline-start:1rem;border-inline-start:1px solid var(--ink)}
.words :is(.caption,.row,.note){font:.92rem/1.5 var(--sans)}
.plain,.fold{font:.92rem/1.5 var(--sans);color:var(--soft)}
.fold{text-align:center;border-block:1px dotted var(--line);padding-block:.35rem}
ins{text-decoration:underline;text-decoration-thickness:.12em;text-underline-offset:.18em;text-decoration-color:var(--accent);background:var(--wash);font-weight:600}
del{text-decoration:line-through;text-decoration-thickness:.09em;color:var(--soft)}
.said{position:absolute;inline-size:1px;block-size:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.issued{list-style:none}
.issued li{padding-block:1rem;border-block-start:1px solid var(--line);max-width:44rem}
.issued time{display:block;font:600 .86rem/1.5 var(--sans);color:var(--accent)}
.issued h2{font-size:1.2rem;line-height:1.3;margin-block:.1rem .3rem}
.issued h2 a{text-decoration:none}
.issued p{white-space:pre-line;text-wrap:pretty}
.issued small{font:.88rem/1.6 var(--sans)}
.months{margin-block-start:2.2rem;border-block-start:3px solid var(--ink);padding-block-start:.6rem;font:.95rem/1.9 var(--sans)}
.months{max-width:44rem}
.months h2{font:600 .86rem/1.5 var(--sans);color:var(--soft);margin-block-start:.6rem}
.months ul{list-style:none;display:flex;flex-wrap:wrap;gap:0 1.4rem}
@media print{.said{display:none}.version{break-inside:avoid}ins{background:none}}
`)
