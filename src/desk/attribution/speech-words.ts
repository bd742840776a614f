import type { SpeechKind } from '../mentions.ts'

/** The words of a language with which people are quoted. All are keys: small letters without accents. */
export interface SpeechWords {
  /** Verbs that need no auxiliary: "said", "claims", «affirme». */
  readonly verbs: ReadonlyMap<string, SpeechKind>
  /** Forms that say it behind an auxiliary: «a annoncé», "has reported". */
  readonly participles: ReadonlyMap<string, SpeechKind>
  /** "Saying", "claiming", «affirmant»: said by whoever speaks already. */
  readonly gerunds: ReadonlyMap<string, SpeechKind>
  /** Several words that are one verb, longest first: «fait état de», "pointed out". */
  readonly phrases: readonly { readonly words: readonly string[]; readonly speech: SpeechKind }[]
  /** "Gave", "counted", "received", «a enregistré»: they say it only where a figure or a toll follows. */
  readonly counting: ReadonlySet<string>
  /** Number words and what leads to a number: behind them one counts. */
  readonly counts: ReadonlySet<string>
  /** Forms that are a noun as often: "reports", "claims", «annonce». */
  readonly nounLike: ReadonlySet<string>
  readonly have: ReadonlySet<string>
  readonly be: ReadonlySet<string>
  /** What may stand between a subject and its verb: "also", "recently", «ne». */
  readonly adverbs: ReadonlySet<string>
  readonly negations: ReadonlySet<string>
  readonly that: ReadonlySet<string>
  /** "According to", «selon», longest first. */
  readonly accordingTo: readonly (readonly string[])[]
  /** Verbs whose object hears it: "told". */
  readonly telling: ReadonlySet<string>
  /** "Quoted", «cité»: before "by" they name who passed it on. */
  readonly quoted: ReadonlySet<string>
  /** "Quoted", "cited", «citant»: their object is the one who speaks. */
  readonly quoting: ReadonlySet<string>
  readonly by: ReadonlySet<string>
  /** Words with which somebody is spoken to: "to", «à». */
  readonly to: ReadonlySet<string>
  /** Words that begin a clause of its own: "while", «tandis». */
  readonly cuts: ReadonlySet<string>
  /** Words before a clause that is part of another: "that", "after", "which". */
  readonly joints: ReadonlySet<string>
  readonly and: ReadonlySet<string>
  readonly articles: ReadonlySet<string>
  readonly definiteArticles: ReadonlySet<string>
  readonly prepositions: ReadonlySet<string>
  /** Words that may stand in small letters inside a name. */
  readonly inNames: ReadonlySet<string>
  /** Days, months and other words for a time. */
  readonly times: ReadonlySet<string>
  /** "Statement", «communiqué», "interview". */
  readonly statements: ReadonlySet<string>
  /** Softening words that name nobody: "reportedly". */
  readonly hedges: ReadonlySet<string>
  /** «Aurait», «seraient»: the conditional of hearsay. */
  readonly hearsay: ReadonlySet<string>
  /** "False", "baseless": said of a report, it is denied. */
  readonly untrue: ReadonlySet<string>
  /** What a claim of responsibility claims: "responsibility", "attack", «attentat». */
  readonly credits: ReadonlySet<string>
  /** Verbs that take it: "claimed", «revendiqué». */
  readonly crediting: ReadonlySet<string>
  /** "Toll", «bilan»: what is put at a number, and what speaks for somebody. */
  readonly tolls: ReadonlySet<string>
  /** Finite forms by which one sees that words are no name of anybody. */
  readonly finite: ReadonlySet<string>
  /** Endings of such forms, where no list can hold them all; with exceptions. */
  readonly finiteEndings: RegExp
  readonly notFinite: ReadonlySet<string>
  /** "Plan", "law", «laquelle»: "according to" one of these names nobody who speaks. */
  readonly papers: ReadonlySet<string>
  /** "By", "from", «de»: behind a statement they lead to whose it is. */
  readonly from: ReadonlySet<string>
  /** "While", «tandis»: words that end what hearsay reaches to. */
  readonly meanwhile: ReadonlySet<string>
  /** "For its part", «de son côté»: between a subject, its auxiliary and its verb. */
  readonly asides: readonly (readonly string[])[]
  readonly pronouns: ReadonlySet<string>
  readonly relatives: ReadonlySet<string>
}

/** Forms of a kind, written as one line. */
export const formsOf = (kinds: Readonly<Partial<Record<SpeechKind, string>>>): ReadonlyMap<string, SpeechKind> =>
  new Map(
    Object.entries(kinds).flatMap(([kind, forms]) =>
      wordList(forms).map((form) => [form, kind as SpeechKind] as const),
    ),
  )

export const wordList = (words: string): string[] => words.split(/\s+/).filter((word) => word !== '')

export const wordSet = (words: string): ReadonlySet<string> => new Set(wordList(words))

/** Phrases, one behind each bar. */
export const phraseList = (phrases: string): readonly (readonly string[])[] =>
  phrases
    .split('|')
    .map(wordList)
    .sort((one, other) => other.length - one.length)
