import type { FigureMention } from '../mentions.ts'

/** A group of words that names people or things: "at least 28 innocent civilians", «un autre gendarme», "Jane Roe". */
export interface NounPhrase {
  readonly first: number
  /** The last token of it all, with "of the tribe". */
  readonly last: number
  /** The noun; null where only a figure stands: "killed 12". */
  readonly head: number | null
  /** From its figure to here it says how many of whom; then comes "of the tribe". */
  readonly coreLast: number
  /** Where the words begin that say who, behind figure and article; null where there are none. */
  readonly who: number | null
  readonly figure: FigureMention | null
  /** One of them ("a soldier"), or more? */
  readonly isMany: boolean
  readonly is: 'people' | 'thing' | 'unknown' | 'name' | 'nobody' | 'bare'
  /** The article, if any. */
  readonly article: string | null
  /** An adjective before the noun that tells what happened: "two wounded soldiers". */
  readonly told: number | null
}

/** All noun phrases of a sentence that may name people, and by which token each begins and ends. */
export interface NounPhrases {
  readonly all: readonly NounPhrase[]
  readonly from: ReadonlyMap<number, NounPhrase>
  readonly upTo: ReadonlyMap<number, NounPhrase>
}
