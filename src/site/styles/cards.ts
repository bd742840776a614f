import { compact } from './compact.ts'

/** A story in a list, wherever the list stands. */
export const CARD_STYLE = compact(`
.story a{text-decoration:none}
.story h2,.story h3{font-size:1.1rem;line-height:1.22;letter-spacing:-.01em}
.story .kicker{margin-block-end:.2rem;font-size:.8rem}
.story .stand{font-size:1rem;line-height:1.45;margin-block:.35rem 0;text-wrap:pretty}
.meta{font:.8rem/1.6 var(--sans);color:var(--soft);margin:.35rem 0 0;margin-inline-start:-1em;padding-inline-end:.75em;display:flex;flex-wrap:wrap;clip-path:inset(-.4em .72em)}
.meta b{font-weight:600;color:var(--accent)}
.meta>*{padding-inline-start:1em;text-indent:-1em}
.meta>*::before{content:"·";display:inline-block;inline-size:1em;text-indent:0;text-align:center}
`)
