/**
 * Steps on from what is new until nothing is: from an actor to its sources, from these to their claims, and so on.
 *
 * @param step what these lead to; asked once of each id
 * @returns the start and everything that was reached, each once, in the order in which it was found
 */
export async function followLinks<Id extends string>(
  start: Iterable<Id>,
  step: (some: readonly Id[]) => Promise<readonly Id[]>,
): Promise<Id[]> {
  const seen = new Set(start)
  for (let fresh = [...seen]; fresh.length > 0; ) {
    fresh = [...new Set(await step(fresh))].filter((id) => !seen.has(id))
    for (const id of fresh) seen.add(id)
  }
  return [...seen]
}
