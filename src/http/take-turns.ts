/** Lets a few do their work at a time, and a few more wait. */
export interface Turns {
  /** Does the work when its turn comes; undefined, at once, where too many wait already. */
  take<Result>(work: () => Promise<Result>): Promise<Result | undefined>
}

/**
 * Turns for work that keeps the thread busy: between two of them everybody else is answered who came meanwhile.
 *
 * @param atOnce how many may be at work
 * @param waiting how many more may wait
 */
export function takeTurns({ atOnce, waiting }: { readonly atOnce: number; readonly waiting: number }): Turns {
  const queue: (() => void)[] = []
  let working = 0
  let lastStart = Promise.resolve()

  async function myTurn(): Promise<void> {
    if (working < atOnce) working += 1
    else await new Promise<void>((resolve) => queue.push(resolve))
    // One start for each round of the event loop: readers whose requests have come in meanwhile are answered first.
    lastStart = lastStart.then(() => new Promise((resolve) => setImmediate(resolve)))
    await lastStart
  }

  /** Whoever waits longest takes over the turn of the one who is done. */
  function done(): void {
    const next = queue.shift()
    if (next) next()
    else working -= 1
  }

  return {
    async take(work) {
      if (working >= atOnce && queue.length >= waiting) return undefined
      await myTurn()
      try {
        return await work()
      } finally {
        done()
      }
    },
  }
}
