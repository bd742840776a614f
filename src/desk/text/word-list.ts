/** Words that are written one after the other with spaces between, as a set: how the desk's lists are kept. */
export const wordList = (...lists: readonly string[]): ReadonlySet<string> =>
  new Set(lists.flatMap((list) => list.split(' ')))

/** Phrases, by what each of them stands for. */
export const phraseMap = <Meaning>(
  entries: readonly (readonly [Meaning, readonly string[]])[],
): ReadonlyMap<string, Meaning> =>
  new Map(entries.flatMap(([meaning, phrases]) => phrases.map((phrase) => [phrase, meaning] as const)))
