import { compact } from './compact.ts'

/** Corrections and updates, wherever they stand. */
export const NOTE_STYLE = compact(`
.fix{border-inline-start:4px solid var(--accent);background:var(--wash);padding:.7rem 1rem;margin-block-end:1.4rem;font:.95rem/1.5 var(--sans);max-width:40.5rem}
.fix b{display:block}
.fix p{white-space:pre-line}
.fix.update{border-inline-start-color:var(--ink)}
`)
