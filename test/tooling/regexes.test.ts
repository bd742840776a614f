import { createContext, Script } from 'node:vm'
import { isSafePattern } from 'redos-detector'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { attacksOn } from './regex-attacks.ts'
import { inRoot } from './repository.ts'
import { partsOf, type RegexPart } from './regex-parts.ts'
import { visitSource } from './source-files.ts'

interface Found {
  /** The file, and the constant or the beginning of the expression. */
  readonly name: string
  readonly pattern: string
  readonly flags: string
}

/** What never gets a longer text, and where that is held: it grows by a power, or faster, and is over before that matters. */
const BOUNDED: Readonly<Record<string, { readonly longest: number; readonly because: string }>> = {
  'src/intake/written-day.ts CLOCK': {
    longest: 80,
    because: 'readDay looks at no line of more than LONGEST_DAY signs',
  },
}

/** The same of those that are put together, by how they begin. */
const BOUNDED_BUILT = [
  { start: '^\\s*(?:(?<place>', longest: 110, because: 'readDateline looks at the LONGEST first signs of a paragraph' },
  { start: '^[\\s,.]*(?:\\(\\s*(?<agency>', longest: 110, because: 'the same' },
  { start: '(?:…|\\.\\.\\.|\\[', longest: 200, because: 'isCutShort looks at the last 200 signs of a text' },
  { start: '(?:\\[(?:…|', longest: 200, because: 'the same' },
] as const

/** What repeats within what repeats, and the detector is not sure of. Each was looked at. */
const LOOKED_AT: Readonly<Record<string, string>> = {
  'src/http/studio/studio-origin.ts THIS_MACHINE': 'each label ends with a dot that no label holds',
  'src/intake/ghost/ghost-site.ts PICTURE': 'each step begins with a slash that no step holds',
  'src/intake/page-text/page-ending.ts HASHTAGS': 'each tag begins with a # that no tag holds',
  'src/intake/page-text/page-furniture.ts /^(?:\\d[\\d\\s.,]*[km]?\\s*(?:views?|vues?|':
    'each count ends with a word that begins with no digit',
  'src/intake/recognise.ts FEED_BELOW': 'each thing begins with <, and none of them can hold the end of itself',
  'src/intake/saved-page/page-article.ts KEPT_FRAMES': 'each label ends with a dot that no label holds',
  'src/intake/saved-page/web-archive.ts /^(?:[\\w-]+:[^\\n]*\\r?\\n(?:[ \\t][^\\n]*\\r?':
    'each line ends with a line break that no line holds',
  'src/intake/wire/wire-text.ts /\\n[ \\t]*(?:\\n[ \\t]*)+(?=[^\\n])/':
    'each line begins with a line break that no line holds',
  'src/newsroom/import-pictures/larger-address.ts size': 'each part begins with a dash that no part holds',
  'src/story/figure-spans.ts TOKEN': 'each part begins with a colon or a dot, which no part of that kind holds',
}

/** Modules that hand constants to those that put expressions together. */
const HANDING_ON = [
  'src/desk/en/date-forms.ts',
  'src/desk/fr/date-forms.ts',
  'src/record/uncounted-words-en.ts',
  'src/record/uncounted-words-fr.ts',
]

const literals: Found[] = []
const building = new Set<string>()
visitSource((node, { file }) => {
  if (ts.isRegularExpressionLiteral(node)) {
    const [, pattern = '', flags = ''] = /^\/([\s\S]*)\/([a-z]*)$/.exec(node.text) ?? []
    literals.push({ name: `${file} ${nameOf(node)}`, pattern, flags })
  }
  if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') {
    building.add(file)
  }
})

function nameOf(node: ts.RegularExpressionLiteral): string {
  const { parent } = node
  return ts.isVariableDeclaration(parent) ? parent.name.getText() : node.text.slice(0, 40)
}

/** Expressions that are put together while modules are loaded. */
async function builtOnes(): Promise<Found[]> {
  const found: Found[] = []
  const Real = RegExp
  globalThis.RegExp = new Proxy(Real, {
    construct: (target, [pattern, flags]: [string | RegExp, string | undefined]) => {
      const made = new target(pattern, flags)
      found.push({ name: `built: ${made.source.slice(0, 60)}`, pattern: made.source, flags: made.flags })
      return made
    },
  })
  try {
    for (const file of [...building, ...HANDING_ON]) await import(inRoot(file))
  } finally {
    globalThis.RegExp = Real
  }
  return found
}

const context = createContext({ expression: /x/, texts: [''] })
const trying = new Script(
  'for (const text of texts) { expression.lastIndex = 0; if (expression.global) text.replace(expression, ""); else expression.exec(text) }',
)

/** Long enough that growth by the third power shows, and short enough that growth by the second does not. */
const LENGTH = 1_000
/** Some hundred times what an expression takes that only grows by the second power. */
const MOST_MS = 200

/** Does it not come to an end? Tried again, since somebody else may have had the processor. */
function isStuckOn({ pattern, flags }: Found, texts: readonly string[], tries: number): boolean {
  return Array.from({ length: tries }).every(() => {
    context['expression'] = new RegExp(pattern, flags)
    context['texts'] = texts
    try {
      trying.runInContext(context, { timeout: MOST_MS })
      return false
    } catch {
      // Out of time, or out of the engine's memory for ways that are still open.
      return true
    }
  })
}

const longestFor = ({ name, pattern }: Found): number =>
  BOUNDED[name]?.longest ?? BOUNDED_BUILT.find(({ start }) => pattern.startsWith(start))?.longest ?? Infinity

function stuckOn(found: Found, tries = 3): string | null {
  const longest = longestFor(found)
  const attacks = attacksOn(found.pattern, found.flags, LENGTH).map((text) => text.slice(0, longest))
  if (attacks.length === 0 || !isStuckOn(found, attacks, tries)) return null
  // All of them together may take that long where none of them does.
  const attack = attacks.find((text) => isStuckOn(found, [text], tries))
  return attack === undefined ? null : `${found.name}: ${JSON.stringify(attack.slice(0, 60))}`
}

const heightOf = (part: RegexPart): number => {
  if (part.kind === 'again') return (part.max > 20 ? 1 : 0) + heightOf(part.part)
  const inner =
    part.kind === 'row' ? part.parts : part.kind === 'either' ? part.ways : part.kind === 'look' ? [part.part] : []
  return Math.max(0, ...inner.map(heightOf))
}

const distinct = (all: readonly Found[]) => [
  ...new Map(all.map((one) => [`${one.pattern}/${one.flags}`, one])).values(),
]

describe('every regular expression of the program', () => {
  it('comes to an end on the texts that are worst for it', { timeout: 120_000 }, () => {
    expect(literals.length).toBeGreaterThan(1_000)
    expect(distinct(literals).flatMap((one) => stuckOn(one) ?? [])).toEqual([])
  })

  it('that is put together as the program starts does so too', { timeout: 120_000 }, async () => {
    const built = distinct(await builtOnes())
    expect(built.length).toBeGreaterThan(50)
    expect(built.flatMap((one) => stuckOn(one) ?? [])).toEqual([])
  })

  it('in which a repeat holds another is one that the detector is sure of, or that somebody has looked at', {
    timeout: 120_000,
  }, () => {
    const nested = distinct(literals).filter(({ pattern }) => heightOf(partsOf(pattern)) > 1)
    expect(nested.length).toBeGreaterThan(10)
    const unsure = nested.filter(({ pattern, flags }) => {
      const how = { caseInsensitive: flags.includes('i'), unicode: /[uv]/.test(flags), dotAll: flags.includes('s') }
      // Bounded by steps alone: what is found must not depend on how fast this machine is.
      const bounds = { multiLine: flags.includes('m'), maxScore: 200, maxSteps: 2_000 }
      return !isSafePattern(pattern, { ...how, ...bounds }).safe
    })
    expect(unsure.map(({ name }) => name).filter((name) => !(name in LOOKED_AT))).toEqual([])
  })

  it.each(Object.keys({ ...BOUNDED, ...LOOKED_AT }))('%s is still there', (name) => {
    expect(literals.map((one) => one.name)).toContain(name)
  })
})

describe('the attacks', () => {
  it.each([
    ['nested repeats', '^(a+)+$', ''],
    ['two ways to match one thing', '^(?:a|a)*b', ''],
    ['words with a blank or without', '^(?:\\w+\\s?)*$', ''],
    ['two classes that overlap', '(?:[\\w.]+|[\\w-]+)+@', ''],
    ['letters of any script', '^(?:\\p{L}+ ?)+$', 'u'],
    ['comments that hold comments', '<a>(?:<!--[\\s\\S]*?-->)*<b>', ''],
    ['blanks thrice in a row', '^a\\s*x?\\s*y?\\s*z?\\s*$', ''],
    ['what looks ahead', '^(?=(?:a*)*b)', ''],
  ])('find %s', (_, pattern, flags) => {
    expect(stuckOn({ name: 'a bad one', pattern, flags }, 1)).toContain('a bad one')
  })

  it.each([
    ['one repeat', '^\\s*(\\w+)\\s*$', ''],
    ['repeats that something keeps apart', '^(?:[\\w-]+\\.)*[\\w-]+$', ''],
    ['a repeat that is searched for everywhere', '\\s+$', ''],
  ])('let %s through', (_, pattern, flags) => {
    expect(stuckOn({ name: 'a good one', pattern, flags })).toBe(null)
  })
})
