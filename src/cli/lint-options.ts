import { type DeskLanguage, deskLanguage } from '../desk/language.ts'
import { FINDING_KINDS } from '../desk/reading.ts'
import { OnrecordError } from '../errors.ts'
import { instantAt, isZone } from '../story/wall-clock.ts'
import { type Instant, parseInstant, parseLocalDate } from '../time.ts'
import type { Printing } from './terminal.ts'

/** How a reading was asked for on the command line. */
export interface LintOptions extends Printing {
  readonly published?: string
  readonly lang?: string
  readonly zone: string
  readonly only?: string
  readonly without?: string
  readonly known?: string
  readonly record: boolean
}

/** The same, looked at. */
export interface LintWishes {
  readonly publishedAt: Instant | null
  /** Null: as each text says, else as its words look. */
  readonly language: DeskLanguage | null
  readonly zone: string
  readonly without: readonly string[]
}

/** @throws OnrecordError `bad-input`, naming the option that means nothing */
export function wishesOf({ published, lang, zone, only, without }: LintOptions): LintWishes {
  if (!isZone(zone)) {
    throw new OnrecordError('bad-input', `“${zone}” is no time zone.`, {
      remedy: 'Use a name of the IANA database, such as Africa/Bamako or UTC.',
    })
  }
  const wanted = only === undefined ? null : new Set(kindsIn(only))
  const unwanted = without === undefined ? [] : kindsIn(without)
  return {
    publishedAt: published === undefined ? null : publishedFrom(published, zone),
    language: lang === undefined ? null : languageFrom(lang, 'The language'),
    zone,
    without: [...unwanted, ...(wanted === null ? [] : FINDING_KINDS.filter((kind) => !wanted.has(kind)))],
  }
}

function publishedFrom(text: string, zone: string): Instant {
  const day = parseLocalDate(text)
  const at = day ? instantAt(zone, { on: day, at: '12:00' }) : parseInstant(text)
  if (at) return at
  throw new OnrecordError('bad-input', `“${text}” is no date and no time with a zone.`, {
    remedy: 'Write the day of publication as 2024-07-29, or the minute as 2024-07-29T15:10Z.',
  })
}

/** @param what is in that language, for what is said of one that the desk cannot read */
export function languageFrom(tag: string, what: string): DeskLanguage {
  const language = deskLanguage(tag)
  if (language) return language
  throw new OnrecordError('bad-input', `${what} is “${tag}”, which the desk does not read.`, {
    remedy: 'It reads English (en) and French (fr): where this is one of them, say so with --lang.',
  })
}

function kindsIn(list: string): string[] {
  const kinds = list
    .split(',')
    .map((kind) => kind.trim())
    .filter((kind) => kind !== '')
  const unknown = kinds.find((kind) => !FINDING_KINDS.some((known) => known === kind))
  if (unknown === undefined) return kinds
  throw new OnrecordError('bad-input', `“${unknown}” is no kind of finding.`, {
    remedy: `The kinds are: ${FINDING_KINDS.join(', ')}.`,
  })
}
