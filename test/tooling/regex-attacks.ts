import { partsOf, type RegexPart } from './regex-parts.ts'

/** Signs out of which attacks are made: whichever a part of the expression takes. */
const SIGNS = [
  ...'a10A ,.-"\'<>/=&;:_#(){}[]|*!?@%\\\n\t'.split(''),
  'é',
  '’',
  'ا',
  '—',
  '\u00a0',
  'e',
  's',
  't',
  'n',
  'd',
]

const taken = new Map<string, readonly string[]>()

/** Signs that one place of the expression takes, at most four. */
function signsFor(source: string, flags: string): readonly string[] {
  const key = `${source} ${flags}`
  const known = taken.get(key)
  if (known) return known
  const one = new RegExp(`^(?:${source})$`, flags.replaceAll(/[gyd]/g, ''))
  const plain = /^\\?[^\\]$/u.test(source) ? [source.at(-1) ?? ''] : []
  const fitting = [...plain, ...SIGNS].filter((sign) => one.test(sign)).slice(0, 4)
  taken.set(key, fitting)
  return fitting
}

/** A text that a part takes, as short as it comes; `turn` chooses between the ways there are. */
function sampleOf(part: RegexPart, flags: string, turn: number): string {
  switch (part.kind) {
    case 'one': {
      const signs = signsFor(part.source, flags)
      return signs[turn % Math.max(1, signs.length)] ?? ''
    }
    case 'row':
      return part.parts.map((one) => sampleOf(one, flags, turn)).join('')
    case 'either':
      return sampleOf(part.ways[turn % part.ways.length] ?? { kind: 'nothing' }, flags, turn)
    case 'again':
      return sampleOf(part.part, flags, turn).repeat(Math.min(part.min, 20))
    case 'look':
    case 'nothing':
      return ''
  }
}

interface Repeat {
  readonly before: string
  readonly part: RegexPart
}

/** Everything that repeats without a small bound, with a text that leads up to it. */
function repeatsIn(part: RegexPart, flags: string, before = ''): Repeat[] {
  switch (part.kind) {
    case 'row': {
      let led = before
      return part.parts.flatMap((one) => {
        const found = repeatsIn(one, flags, led)
        led += sampleOf(one, flags, 0)
        return found
      })
    }
    case 'either':
      return part.ways.flatMap((way) => repeatsIn(way, flags, before))
    case 'look':
      return repeatsIn(part.part, flags, before)
    case 'again':
      return [...(part.max > 20 ? [{ before, part: part.part }] : []), ...repeatsIn(part.part, flags, before)]
    case 'one':
    case 'nothing':
      return []
  }
}

/** What no expression ends with. */
const ENDS = ['\u0001', '']

/**
 * A thing that has two ways to match doubles with each time it repeats: some dozens show it. What only grows by a power takes
 * thousands. (At thousands, the engine gives up on the first with an error before it has taken long.)
 */
const TIMES = 36

/**
 * Texts of up to about this length on which an expression would take longest, if it can: each thing that repeats, very often, with
 * what leads up to it once, or each time, and an end that fits nowhere.
 */
export function attacksOn(pattern: string, flags: string, length: number): string[] {
  const attacks = repeatsIn(partsOf(pattern), flags).flatMap(({ before, part }) =>
    [0, 1, 2].flatMap((turn) => {
      const unit = sampleOf(part, flags, turn) || sampleOf(part, flags, 0)
      // What repeats and may be empty inside is pumped by what it holds.
      const units = new Set([unit, before + unit, unit + sampleOf(part, flags, turn + 1)].filter((one) => one !== ''))
      return [...units].flatMap((one) =>
        ENDS.flatMap((end) => [TIMES, Math.ceil(length / one.length)].map((times) => before + one.repeat(times) + end)),
      )
    }),
  )
  return [...new Set(attacks)]
}
