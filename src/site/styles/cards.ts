import { compact } from './compact.ts'

/** A story in a list, wherever the list stands. */
export const CARD_STYLE = compact(`
.story a{text-decoration:none}
.story h2,.story h3{font-size:1.1rem;line-height:1.22;letter-spacing:-.01em}
.story .kicker{margin-block-end:.2rem;font-size:.8rem}
.story .stand{font-size:1rem;line-height:1.45;margin-block:.35rem 0}
.meta{font:.8rem/1.6 var(--sans);color:var(--soft);margin-block-start:.35rem}
.meta b{font-weight:600;color:var(--accent)}
.meta>:not(:has(a)){display:inline-block}
.meta>*:not(:last-child)::after{content:"·";margin-inline:.4em}
`)
