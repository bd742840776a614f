import { type ComparedText, comparedText, marksOf, overlapOf } from '../../intake/text-overlap.ts'
import type { IncomingCopyId, StoryId } from '../../ids.ts'
import { displayName } from '../../record/display-name.ts'
import { edtfBounds, parseEdtf } from '../../record/edtf.ts'
import type { Entry, EntryId, EntryOf } from '../../record/entry.ts'
import { copyByIds, type IncomingCopy, type OverlapNote, updateCopy } from '../../store/incoming-copy.ts'
import { inTransaction, type NewsroomDb } from '../../store/newsroom-db.ts'
import { entriesById } from '../../store/record-log.ts'
import { storyById } from '../../store/stories.ts'
import { type MarkedKind, type MarkedLike, textsMarkedLike } from '../../store/text-marks.ts'
import { watchedSources } from '../../store/watched-sources.ts'
import { plainText } from '../../story/plain-text.ts'
import type { Newsroom } from '../newsroom.ts'
import { saidAt, storyOf, textOf } from './copy-text.ts'
import { FEWEST_QUOTED } from './mark-texts.ts'

/** That an item shares its words with something: how much, and the passage that shows it. */
export interface FoundOverlap {
  readonly ofId: string
  readonly kind: MarkedKind
  /** A headline or title; of a claim, its quoted words. */
  readonly title: string
  /** Who publishes it, or made the claim. */
  readonly who: string
  /** When it was said, as far as that is known: ISO 8601 or a day. */
  readonly at: string | null
  /** `carries`: the item has the other's words, which were there before. `carried`: the other came later. */
  readonly direction: 'carries' | 'carried'
  /** How much of the item stands in the other, 0 to 1. */
  readonly ofItem: number
  /** How much of the other stands in the item, 0 to 1. */
  readonly ofOther: number
  /** The longest passage that both have, as the item has it. */
  readonly passage: string
  /** Where that stands in the item's text, in UTF-16 units. */
  readonly span: { readonly start: number; readonly end: number }
  /** How many words it has. */
  readonly words: number
}

/** Beyond this share of either text, and with a passage of so many words, one is taken to carry the other's. */
const HIGH_SHARE = 0.3
const FEWEST_WORDS = 12
/** A quotation may have lost a word on its way, and is still the quotation. */
export const QUOTED_SHARE = 0.8

/** So many texts that share the most with an item are read and compared word by word. */
const MOST_COMPARED = 60

/** Of a text that is longer than a book's chapter, its beginning is compared. */
const LONGEST_COMPARED = 200_000

/**
 * What an item shares its words with: other incoming copy, documents and quoted claims of the record, the newsroom's own
 * stories. The most shared first. The item's own document and the story begun from it are left out.
 */
export async function findOverlaps(db: NewsroomDb, copy: IncomingCopy): Promise<FoundOverlap[]> {
  const text = comparedText(textOf(storyOf(copy)).slice(0, LONGEST_COMPARED))
  const own: ReadonlySet<string | null> = new Set([copy.id, copy.documentId, copy.storyId])
  const like = (await textsMarkedLike(db, marksOf(text), MOST_COMPARED)).filter(({ ofId }) => !own.has(ofId))
  const others = await othersOf(db, like)
  const inTheRecord = new Set(others.map(({ ofId }) => ofId))
  const date = saidAt(copy)
  const found = others
    .filter(({ documentId }) => documentId === null || !inTheRecord.has(documentId))
    .flatMap((other) => asFound(text, date, other) ?? [])
    .toSorted((one, other) => strength(other) - strength(one) || (one.ofId < other.ofId ? -1 : 1))
  // A claim that was carried in its own words and in a translation is one claim.
  return found.filter(({ ofId }, at) => found.findIndex((one) => one.ofId === ofId) === at)
}

const strength = ({ ofItem, ofOther }: FoundOverlap): number => Math.max(ofItem, ofOther)

/** A text that may share words with an item. */
interface Other extends Pick<FoundOverlap, 'ofId' | 'kind' | 'title' | 'who' | 'at'> {
  readonly text: string
  /** Copy that is a document of the record too is told of once, as that. */
  readonly documentId: string | null
}

function asFound(text: ComparedText, date: string, { text: words, ...other }: Other): FoundOverlap | null {
  const { ofOne, ofOther, run } = overlapOf(text, comparedText(words.slice(0, LONGEST_COMPARED)))
  if (!run || !isHigh(other.kind, { ofOne, ofOther, words: run.words })) return null
  const { start, end } = run.one
  const { ofId, kind, title, who, at } = other
  return {
    ofId,
    kind,
    title,
    who,
    at,
    direction: cameLater(other, date) ? 'carried' : 'carries',
    ofItem: ofOne,
    ofOther,
    passage: text.text.slice(start, end),
    span: { start, end },
    words: run.words,
  }
}

/** A story of ours that no reader had yet cannot have been carried: it has the item's words, or both have another's. */
function cameLater({ kind, at }: Pick<Other, 'kind' | 'at'>, date: string): boolean {
  if (at === null) return kind === 'story'
  return kind !== 'claim' && at > date
}

const isHigh = (kind: MarkedKind, { ofOne, ofOther, words }: { ofOne: number; ofOther: number; words: number }) =>
  kind === 'claim'
    ? ofOther >= QUOTED_SHARE && words >= FEWEST_QUOTED
    : Math.max(ofOne, ofOther) >= HIGH_SHARE && words >= FEWEST_WORDS

async function othersOf(db: NewsroomDb, like: readonly MarkedLike[]): Promise<Other[]> {
  const idsOf = (...kinds: MarkedKind[]) => like.filter(({ kind }) => kinds.includes(kind)).map(({ ofId }) => ofId)
  return [
    ...(await otherCopy(db, idsOf('copy') as IncomingCopyId[])),
    ...(await otherEntries(db, idsOf('document', 'claim') as EntryId[])),
    ...(await otherStories(db, idsOf('story') as StoryId[])),
  ]
}

async function otherCopy(db: NewsroomDb, ids: readonly IncomingCopyId[]): Promise<Other[]> {
  const copies = await copyByIds(db, ids)
  if (copies.length === 0) return []
  const names = new Map((await watchedSources(db)).map(({ id, name }) => [id, name]))
  return copies.map((copy) => ({
    ofId: copy.id,
    kind: 'copy',
    title: copy.headline,
    who: names.get(copy.watchedId) ?? '',
    at: saidAt(copy),
    text: textOf(storyOf(copy)),
    documentId: copy.documentId,
  }))
}

async function otherEntries(db: NewsroomDb, ids: readonly EntryId[]): Promise<Other[]> {
  const entries = (await entriesById(db, ids)).filter(({ status }) => status !== 'withdrawn')
  const speakers = entries.flatMap((entry) => speakerOf(entry) ?? [])
  const names = new Map((await entriesById(db, speakers)).map((entry) => [entry.id, nameOf(entry)]))
  return entries.flatMap((entry): Other[] => {
    const who = names.get(speakerOf(entry) ?? entry.id) ?? ''
    if (entry.type === 'document') return [ofDocument(entry, who)]
    return entry.type === 'claim' ? quotedIn(entry, who) : []
  })
}

function speakerOf({ type, content }: Entry): EntryId | null {
  if (type === 'document') return content.publisherId
  return type === 'claim' ? content.claimantId : null
}

const nameOf = ({ type, content }: Entry): string =>
  type === 'source' ? displayName(content.names, 'en') || (content.description?.text ?? '') : ''

const ofDocument = ({ id, content }: EntryOf<'document'>, who: string): Other => ({
  ofId: id,
  kind: 'document',
  title: content.title,
  who,
  at: content.publishedAt ?? dayOf(content.publishedOn),
  text: content.text ?? '',
  documentId: null,
})

/** The first day that a date can mean. */
const dayOf = (edtf: string | null): string | null => {
  const date = edtf === null ? undefined : parseEdtf(edtf)
  return date === undefined ? null : edtfBounds(date).earliest
}

/** The claim in the language in which it was carried: its own words, or one of its translations. */
const quotedIn = ({ id, content }: EntryOf<'claim'>, who: string): Other[] =>
  [content.wording, ...content.translations].map(({ text }) => ({
    ofId: id,
    kind: 'claim' as const,
    title: text,
    who,
    at: null,
    text,
    documentId: null,
  }))

async function otherStories(db: NewsroomDb, ids: readonly StoryId[]): Promise<Other[]> {
  const others: Other[] = []
  for (const id of ids) {
    const story = await storyById(db, id)
    if (!story) continue
    const { headline, body } = story.content
    const at = story.firstPublished?.at ?? null
    others.push({ ofId: id, kind: 'story', title: headline, who: '', at, text: plainText(body), documentId: null })
  }
  return others
}

/** How many are noted beside an item in the list. */
const MOST_NOTED = 3

/** Notes beside items what they share their words with, for the list. Stories of ours are told on the item's own page. */
export async function noteOverlaps({ db }: Newsroom, ids: readonly IncomingCopyId[]): Promise<void> {
  for (const copy of await copyByIds(db, ids)) {
    const overlaps = (await findOverlaps(db, copy)).filter(({ kind }) => kind !== 'story').slice(0, MOST_NOTED)
    if (overlaps.length === 0 && copy.overlaps.length === 0) continue
    await inTransaction(db, async (tx) => {
      const [now] = await copyByIds(tx, [copy.id])
      if (now) await updateCopy(tx, { ...now, overlaps: overlaps.map(noteOf) })
    })
  }
}

const noteOf = ({ ofId, kind, title, who, direction, ofItem, ofOther }: FoundOverlap): OverlapNote => ({
  ofId,
  kind,
  title: kind === 'claim' ? who : title,
  direction,
  share: direction === 'carries' ? ofOther : ofItem,
})
