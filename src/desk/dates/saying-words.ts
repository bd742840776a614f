/** Words by which a date is tied to what was said, or to what happened; as keys. */
export interface SayingWords {
  /** Verbs and nouns of saying: "said", "in a statement". */
  readonly saying: readonly string[]
  /** Two words that only together are one of saying: «fait état», «fait part». */
  readonly sayingPairs: readonly string[]
  /** What is done when it has happened: "visited", "attended", "buried", «s'est rendu». */
  readonly deeds: readonly string[]
  /** Words of what happens: "killed", "attack", "took place". */
  readonly happening: readonly string[]
  /** What opens another clause: "that", "who", "after". */
  readonly clause: readonly string[]
  /** They soften, or say who tells it, and are no verbs of saying: "according to", "reportedly", «aurait». */
  readonly according: readonly string[]
  /** Verbs that in the passive tell of an event: "an attack was reported on Saturday". */
  readonly reported: readonly string[]
  readonly was: readonly string[]
  /** Behind a verb of saying they close a sentence: "police said in a statement". */
  readonly closing: readonly string[]
}
