import type { Found } from './found.ts'
import type { Ground } from './ground.ts'
import { speakerOf } from './speaker.ts'

/** So many words has a speaker's name between brackets at most. */
const MOST_WORDS = 4

/** `[RODRIGUEZ] "WE KNOW …"`: how wires name the speaker of a recorded quotation. */
export function transcript(ground: Ground): Found | undefined {
  const { tokens } = ground
  if (tokens[0]?.text !== '[') return undefined
  const closing = tokens.findIndex(({ text }) => text === ']')
  const next = tokens[closing + 1]?.text
  if (closing < 2 || closing > MOST_WORDS + 1 || (next !== '"' && next !== '“')) return undefined
  const range = { first: 1, last: closing - 1 }
  return {
    ...range,
    speaker: { ...speakerOf(ground, range), kind: 'name' },
    via: null,
    speech: 'say',
    scope: { first: Math.min(closing + 2, tokens.length - 1), last: tokens.length - 1 },
    isBehind: false,
    rule: 'transcript',
  }
}
