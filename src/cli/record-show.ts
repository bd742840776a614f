import { findEntry } from '../newsroom/record/find-entry.ts'
import type { Newsroom } from '../newsroom/newsroom.ts'
import { edtfWords } from '../record/edtf-words.ts'
import type { Entry, EntryOf } from '../record/entry.ts'
import { familyOf } from '../record/event-family.ts'
import { ledgerOf } from '../record/make-ledger.ts'
import { recordSet } from '../record/record-set.ts'
import { repliesTo } from '../site/record/undone.ts'
import { typeWords } from '../site/record/vocabulary.ts'
import { whereWords } from '../site/record/where-words.ts'
import { eventTitleOf, type Told } from '../site/record/record-names.ts'
import { readNewspaper } from '../store/house.ts'
import { entriesAround } from '../store/record-family.ts'
import { entryTypeOf } from '../record/entry-links.ts'
import { EMPTY_PROFILE, type Newspaper } from '../story/section.ts'
import { commandLineActor } from './actor.ts'
import type { Application } from './application.ts'
import { entryIdFrom } from './entry-id.ts'
import { asLive, LANGUAGE, pathOfEntry, wordsOf } from './entry-words.ts'
import { ledgerLines, waysInWords } from './ledger-lines.ts'
import { faint, type Printing, strong, tell, tellJson } from './terminal.ts'

/** Shows an entry as the newsroom has it, drafts included; of an event, who says what. */
export async function showEntry(app: Application, text: string, printing: Printing): Promise<void> {
  await app.withNewsroom(commandLineActor(), async (newsroom) => {
    const entry = await findEntry(newsroom.db, await entryIdFrom(newsroom.db, text))
    const shown = await surroundings(newsroom, entry)
    const path = pathOfEntry(entry, shown.newspaper)
    tell(printing, strong(wordsOf(shown.told, entry)))
    if (entry.type === 'event') showEvent(printing, shown, entry)
    else showOther(printing, shown, entry)
    const mark = [`${entry.type} ${entry.id}`, entry.status, `revision ${entry.rev}`, ...(path === null ? [] : [path])]
    tell(printing, '', faint(mark.join(', ')))
    if (printing.json) tellJson(printing, { ...entry, path, ...ledgerOfEvent(shown, entry) })
  })
}

interface Shown {
  readonly told: Told
  readonly newspaper: Newspaper | undefined
  /** Everything around the entry as it stands, drafts as drafts. */
  readonly around: readonly Entry[]
}

async function surroundings({ db }: Newsroom, entry: Entry): Promise<Shown> {
  const around = await entriesAround(db, [entry.id], { drafts: false })
  return {
    around,
    newspaper: await readNewspaper(db),
    told: { set: recordSet(around.map(asLive)), language: LANGUAGE },
  }
}

/** For a program: what the event's page is made from. */
const ledgerOfEvent = ({ told, around }: Shown, entry: Entry) =>
  entry.type === 'event' ? { ledger: ledgerOf(told.set, entry.id), entries: around } : {}

function showEvent(printing: Printing, { told, newspaper, around }: Shown, { id, content }: EntryOf<'event'>): void {
  const { wholes, parts } = familyOf(told.set, id)
  const titles = (ids: Iterable<typeof id>) =>
    [...ids].filter((one) => one !== id).map((one) => eventTitleOf(told, one))
  tell(
    printing,
    [typeWords(content.type, LANGUAGE), edtfWords(content.when.edtf, LANGUAGE), whereWords(told, content.where)].join(
      ', ',
    ),
    ...listed('Part of', titles(wholes)),
    ...listed('Its parts', titles(parts)),
    ...ledgerLines(
      {
        told,
        language: LANGUAGE,
        newspaper: newspaper ?? UNNAMED,
        draftIds: new Set(around.filter(({ status }) => status === 'draft').map((entry) => entry.id)),
      },
      ledgerOf(told.set, id),
    ),
  )
}

const listed = (label: string, titles: readonly string[]): string[] =>
  titles.length === 0 ? [] : [`${label}: ${titles.join('; ')}`]

/** Whose zone dates are told in before there is a paper. */
const UNNAMED: Newspaper = {
  name: '',
  tagline: {},
  languages: [LANGUAGE],
  defaultLanguage: LANGUAGE,
  zone: 'UTC',
  isSample: false,
  profile: EMPTY_PROFILE,
}

function showOther(printing: Printing, shown: Shown, entry: Entry): void {
  if (entry.type === 'claim') tell(printing, ...claimLines(shown, entry))
  const fields = Object.entries(entry.content).filter(([, value]) => !isEmpty(value))
  tell(printing, '', ...fields.map(([name, value]) => `  ${name}: ${withWords(shown, value)}`))
}

function claimLines({ told }: Shown, claim: EntryOf<'claim'>): string[] {
  const { wording, saidAt } = claim.content
  const replies = repliesTo(told.set, claim.id)
  return [
    `“${wording.text}” (${wording.lang}), said ${edtfWords(saidAt.edtf, LANGUAGE)}`,
    ...waysInWords(told, claim).map((way) => `How it came: ${way}`),
    ...replies.map((reply) => `Later: ${wordsOf(told, reply)}, ${reply.id}`),
  ]
}

const isEmpty = (value: unknown): boolean =>
  value === null || (typeof value === 'object' && Object.keys(value).length === 0)

/** A field as it is kept; an id with what it stands for. */
function withWords({ told, around }: Shown, value: unknown): string {
  if (typeof value !== 'string') return JSON.stringify(value)
  const named = entryTypeOf(value) && around.find(({ id }) => id === value)
  return named ? `${value} (${wordsOf(told, named)})` : value
}
