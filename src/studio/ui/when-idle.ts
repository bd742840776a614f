const WITHIN_MS = 2_000

/** Does something when the page has nothing else to do, unless what is returned is called before. */
export function whenIdle(act: () => void): () => void {
  if ('requestIdleCallback' in globalThis) {
    const asked = requestIdleCallback(act, { timeout: WITHIN_MS })
    return () => cancelIdleCallback(asked)
  }
  const timer = setTimeout(act, 0)
  return () => clearTimeout(timer)
}

/** Until the page has nothing else to do. */
export const untilIdle = (): Promise<void> =>
  new Promise((resolve) => {
    whenIdle(resolve)
  })
