import { clauseAround } from './clause.ts'
import type { Found } from './found.ts'
import { type Ground, keyAt, type Range, textOf } from './ground.ts'

/** Words that soften what is said without saying whose words it is: "reportedly", «aurait été». */
export interface Hedge extends Range {
  readonly words: string
}

/** The hedges of a sentence. */
export function hedgesIn(ground: Ground): Hedge[] {
  const { speech, tokens } = ground
  const found: Hedge[] = []
  tokens.forEach(({ key }, at) => {
    if (speech.hedges.has(key)) found.push({ first: at, last: at, words: textOf(ground, { first: at, last: at }) })
    if (!speech.hearsay.has(key) || !isHearsay(ground, at)) return
    const last = speech.be.has(keyAt(ground, at + 1)) ? at + 1 : at
    found.push({ first: at, last, words: textOf(ground, { first: at, last }) })
  })
  return found
}

/** «Aurait été tué» is hearsay; «s'il avait su, il aurait été …» and «il pourrait» are not. */
const isHearsay = (ground: Ground, at: number): boolean =>
  !ground.tokens
    .slice(Math.max(0, at - 30), at)
    .some(
      ({ key }, index, before) => (key === 'si' || key === "s'") && before[index + 1]?.key.startsWith('il') === true,
    )

/** A hedge that stands alone: somebody says so, but who? */
export const hidden = (ground: Ground, hedge: Hedge): Found => ({
  first: hedge.first,
  last: hedge.last,
  speaker: null,
  via: null,
  speech: 'report',
  scope: clauseAround(ground, hedge.first),
  isBehind: false,
  rule: 'hedge',
})
