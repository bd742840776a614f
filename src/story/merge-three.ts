/** The same thing three times: as both had it, and as each has it now. */
export interface Three<Value> {
  readonly base: Value
  readonly mine: Value
  readonly theirs: Value
}

export type Side = 'mine' | 'theirs'

/** What is to stand at a conflict; `both` is mine and then theirs, where words can stand after words. */
export type Choice = Side | 'both'

/** Where both changed the same words, and what each wrote. */
export interface MergeConflict {
  /** The field, then within the body the numbers of the blocks that lead there in the merged text: `['body', 3, 0]`. */
  readonly path: readonly (string | number)[]
  readonly base: string
  readonly mine: string
  readonly theirs: string
  /** Can both stand, one after the other? */
  readonly canBeBoth: boolean
  /** Whose stands in the merged text. */
  readonly stands: Choice
}

type Clash = Omit<MergeConflict, 'stands' | 'canBeBoth'>

/** Every conflict of one merge, in the order of the text, and whose words stand in each. */
export class Conflicts {
  readonly found: MergeConflict[] = []
  readonly #choices: readonly Choice[]

  constructor(choices: readonly Choice[]) {
    this.#choices = choices
  }

  /** Notes a conflict. @returns whose words stand: those that were chosen for it, or `otherwise` */
  settle(conflict: Clash, otherwise: Side = 'theirs'): Side {
    const chosen = this.#choices[this.found.length]
    const stands = chosen === undefined || chosen === 'both' ? otherwise : chosen
    this.found.push({ ...conflict, canBeBoth: false, stands })
    return stands
  }

  /** The same where words clash, which can stand one after the other. */
  settleWords(conflict: Clash): Choice {
    const stands = this.#choices[this.found.length] ?? 'theirs'
    this.found.push({ ...conflict, canBeBoth: true, stands })
    return stands
  }
}

/** A value as text, whatever order its fields were written in. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  const fields = Object.entries(value).filter(([, one]) => one !== undefined)
  return `{${fields
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, one]) => `${JSON.stringify(name)}:${canonical(one)}`)
    .join()}}`
}

export const isSame = (one: unknown, other: unknown): boolean => one === other || canonical(one) === canonical(other)

/** Whose stands where at most one of the two changed it; undefined where both did, and not alike. */
export function sideOf({ base, mine, theirs }: Three<unknown>): Side | undefined {
  if (isSame(mine, theirs) || isSame(base, mine)) return 'theirs'
  return isSame(base, theirs) ? 'mine' : undefined
}

/** The same part of each of the three. */
export const each = <Value, Part>(three: Three<Value>, part: (value: Value) => Part): Three<Part> => ({
  base: part(three.base),
  mine: part(three.mine),
  theirs: part(three.theirs),
})
