/** A line that broke without telling is tried again after so long. */
const AGAIN_MS = 5_000

/**
 * A part of the studio that is fetched when it is needed, as soon as it can be had. Where the line is away it is waited for:
 * a part that cannot come must not take the text with it.
 */
export async function untilThere<Part>(load: () => Promise<Part>): Promise<Part> {
  for (;;) {
    try {
      return await load()
    } catch {
      await lineOrTime()
    }
  }
}

/** Until the browser says that there is a line again, or some time has passed. */
const lineOrTime = (): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      clearTimeout(timer)
      removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, AGAIN_MS)
    addEventListener('online', go)
  })
