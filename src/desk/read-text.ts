import { dateIn } from '../time.ts'
import { resolveSpeakers } from './attribution/resolve-speakers.ts'
import { suggestClaims } from './claims/suggest-claims.ts'
import type { DeskContext, DeskText } from './desk-text.ts'
import { type Dateline, readDateline } from './dates/read-dateline.ts'
import { findAll } from './findings/find-all.ts'
import { indexNames, type NameIndex } from './names/known-names.ts'
import { type ParagraphGround, type ParsedSentence, readParagraph } from './read-paragraph.ts'
import type { ReadSentence } from './read-sentence.ts'
import type { Reading } from './reading.ts'
import { suggestResponsibilities } from './responsibility/suggest-responsibilities.ts'
import { zoneOf } from './zone-of.ts'

/** Reads a text again and again while it is written: a paragraph whose words have not changed is not read anew. */
export interface Reader {
  read(text: DeskText, context: DeskContext): Reading
}

/** Reads a text once. Pure: the same text in the same context gives the same reading. */
export const readText = (text: DeskText, context: DeskContext): Reading => createReader().read(text, context)

/** A reader that remembers the paragraphs of the text it read last. */
export function createReader(): Reader {
  let ground: ParagraphGround | undefined
  let known: DeskContext['known'] | undefined
  let kept = new Map<string, readonly ParsedSentence[]>()
  return {
    read(text, context) {
      const names = known === context.known && ground ? ground.names : indexNames(context.known)
      const now = groundFor(text, context, names)
      if (!ground || !isSame(ground, now)) kept = new Map()
      ground = now
      known = context.known
      const parsed = new Map<string, readonly ParsedSentence[]>()
      for (const { text: words } of text.paragraphs) {
        if (!parsed.has(words)) parsed.set(words, kept.get(words) ?? readParagraph(words, now))
      }
      kept = parsed
      return readingOf(text, context, parsed, names)
    },
  }
}

function groundFor(text: DeskText, context: DeskContext, names: NameIndex): ParagraphGround {
  const { language, publishedAt } = context
  const publishedOn = publishedAt && dateIn(zoneOf(text, context, names), publishedAt)
  return { language, publishedOn: publishedOn ?? datelineOf(text, language)?.dateline.on ?? null, names }
}

/** The dateline with which a text's first running paragraph begins, and which that is. */
function datelineOf(
  { paragraphs }: DeskText,
  language: DeskContext['language'],
): { readonly paragraph: number; readonly dateline: Dateline } | undefined {
  const paragraph = paragraphs.findIndex(({ kind }) => kind === 'text')
  const dateline = readDateline(paragraphs[paragraph]?.text ?? '', language)
  return dateline ? { paragraph, dateline } : undefined
}

const isSame = (one: ParagraphGround, other: ParagraphGround): boolean =>
  one.language === other.language && one.publishedOn === other.publishedOn && one.names === other.names

function readingOf(
  text: DeskText,
  context: DeskContext,
  parsed: ReadonlyMap<string, readonly ParsedSentence[]>,
  names: NameIndex,
): Reading {
  const sentences = inPlace(text, context, parsed)
  const claims = suggestClaims(sentences, context)
  const responsibilities = suggestResponsibilities(sentences)
  return {
    claims,
    responsibilities,
    findings: findAll({ text, context, sentences, claims, responsibilities, names }),
  }
}

/** The sentences of all paragraphs in the text's order, each where it stands, with whoever speaks found out. */
function inPlace(
  text: DeskText,
  { language }: DeskContext,
  parsed: ReadonlyMap<string, readonly ParsedSentence[]>,
): ReadSentence[] {
  let offset = 0
  const begun = datelineOf(text, language)
  const all = text.paragraphs.flatMap(({ text: words, kind, speaker }, paragraph) => {
    const at = offset
    offset += words.length + 1
    const from = paragraph === begun?.paragraph ? begun.dateline.end : 0
    return (parsed.get(words) ?? []).map((one) => ({
      ...(from > 0 ? behind(one, from) : one),
      paragraph,
      kind,
      speaker,
      offset: at,
    }))
  })
  const resolved = resolveSpeakers(all, language)
  return all.map((one, index) => ({ ...one, attributions: resolved[index] ?? [] }))
}

/** A sentence without what its dateline says: a story is written in one place, on one day, and tells of others. */
function behind(one: ParsedSentence, from: number): ParsedSentence {
  if (one.sentence.start >= from) return one
  const isBehind = ({ start }: { readonly start: number }): boolean => start >= from
  return { ...one, dates: one.dates.filter(isBehind), places: one.places.filter(isBehind) }
}
