/** Things that turn out to be one and the same, joined pair by pair. The order of joining makes no difference. */
export interface Merging {
  readonly join: (one: string, other: string) => void
  /** All that are one with this, sorted; itself alone when nothing was joined to it. */
  readonly groupOf: (one: string) => readonly string[]
}

/** Every thing knows its group; of two groups, the smaller moves over to the larger. */
export function merging(): Merging {
  const groups = new Map<string, string[]>()
  const groupOf = (one: string): string[] => groups.get(one) ?? [one]
  return {
    join: (one, other) => {
      const [mine, theirs] = [groupOf(one), groupOf(other)]
      if (one === other || mine === theirs) return
      const [larger, smaller] = mine.length < theirs.length ? [theirs, mine] : [mine, theirs]
      for (const member of smaller) larger.push(member)
      groups.set(one, larger).set(other, larger)
      for (const member of smaller) groups.set(member, larger)
    },
    groupOf: (one) => groupOf(one).toSorted(),
  }
}
