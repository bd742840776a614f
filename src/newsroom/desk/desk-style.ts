import type { StyleWord } from '../../desk/desk-text.ts'
import { DEFAULT_STYLE } from '../../desk/findings/style-context.ts'
import { deskLanguage } from '../../desk/language.ts'
import { type DeskFindingKind, FINDING_KINDS } from '../../desk/reading.ts'
import { type KeptStyle, readKeptStyle, writeKeptStyle } from '../../store/desk-style.ts'
import type { NewsroomDb } from '../../store/newsroom-db.ts'
import { record } from '../act.ts'
import type { Newsroom } from '../newsroom.ts'

/** The words that the paper does not use as its own, and the kinds of findings that it does without. */
export interface DeskStyle {
  readonly words: readonly StyleWord[]
  readonly without: readonly DeskFindingKind[]
  /** Are the words those that come with Onrecord? */
  readonly isDefault: boolean
}

/** The paper's manner, as far as the desk goes by it. */
export async function deskStyle(db: NewsroomDb): Promise<DeskStyle> {
  return styleOf(await readKeptStyle(db))
}

const styleOf = ({ words, without }: KeptStyle): DeskStyle => ({
  words:
    words?.flatMap(({ language, ...word }) => {
      const read = deskLanguage(language)
      return read ? [{ ...word, language: read }] : []
    }) ?? DEFAULT_STYLE,
  // A kind of another release is none of this one.
  without: FINDING_KINDS.filter((kind) => without.includes(kind)),
  isDefault: words === null,
})

/** What the paper tells the desk. */
export interface ToldStyle {
  /** Null: the words that come with Onrecord. */
  readonly words: readonly StyleWord[] | null
  readonly without: readonly DeskFindingKind[]
}

/** Tells the desk of the paper's manner, in place of what it was told before. @throws OnrecordError `forbidden` */
export async function changeStyle(newsroom: Newsroom, { words, without }: ToldStyle): Promise<DeskStyle> {
  const { result } = await record(newsroom, 'change-style', async (tx) => {
    const kept: KeptStyle = { words: words && withoutRepeats(words), without: [...new Set(without)] }
    await writeKeptStyle(tx, kept)
    const detail = { words: kept.words?.length ?? null, without: kept.without.length }
    return { result: styleOf(kept), subject: null, detail }
  })
  return result
}

/** One word of a language is told once, and the last time counts. */
const withoutRepeats = (words: readonly StyleWord[]): StyleWord[] => [
  ...new Map(
    words.map(({ word, language, instead }) => {
      const small = word.toLocaleLowerCase(language)
      return [`${language} ${small}`, { word: small, language, instead }] as const
    }),
  ).values(),
]
