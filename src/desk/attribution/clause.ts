import { type Ground, isCommaAt, keyAt, type Range } from './ground.ts'

/**
 * The clause in which a token stands: as far as the next semicolon, and the next "while", "but" or «tandis que» behind a
 * comma, on both sides. A quotation is not cut.
 */
export function clauseAround(ground: Ground, at: number): Range {
  let first = at
  while (first > 0 && !endsClause(ground, first - 1)) first -= 1
  let last = at
  while (last < ground.tokens.length - 1 && !beginsClause(ground, last + 1)) last += 1
  return { first, last: withoutEnd(ground, { first, last }).last }
}

/** From a token to the end of its clause. */
export const clauseFrom = (ground: Ground, first: number): Range => {
  let last = first
  while (last < ground.tokens.length - 1 && !beginsClause(ground, last + 1)) last += 1
  return withoutEnd(ground, { first, last })
}

const withoutEnd = (ground: Ground, { first, last }: Range): Range =>
  last > first && /^[.!?…]$/.test(ground.tokens[last]?.text ?? '') ? { first, last: last - 1 } : { first, last }

/** Does the clause before end at this token, to the left? */
const endsClause = (ground: Ground, at: number): boolean =>
  ground.tokens[at]?.isQuoted !== true &&
  (ground.tokens[at]?.text === ';' || (ground.speech.cuts.has(keyAt(ground, at)) && isCut(ground, at)))

const beginsClause = (ground: Ground, at: number): boolean =>
  ground.tokens[at]?.isQuoted !== true &&
  (ground.tokens[at]?.text === ';' || (ground.speech.cuts.has(keyAt(ground, at)) && isCut(ground, at)))

/** "While" alone may tell of a time: with a comma before it, it sets one thing against another. «Alors que» likewise. */
const isCut = (ground: Ground, at: number): boolean =>
  at === 0 || isCommaAt(ground, at - 1) || ALWAYS.has(keyAt(ground, at)) || ground.tokens[at - 1]?.text === ';'

const ALWAYS = new Set(['whereas', 'tandis'])
