import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { type BrowserContext, chromium } from 'playwright-core'
import { CHROMIUM, FLAGS } from './chromium.ts'

/** A browser with a profile on the disk, whose processes can be killed as a power cut would. */
export interface ChromiumAlone {
  readonly context: BrowserContext
  /** All of its processes end at once: nothing of it runs any more. */
  kill(): Promise<void>
}

/** Starts a browser on a profile: a new one, or one that was left lying by a browser that was killed. */
export async function openChromiumOn(profile: string): Promise<ChromiumAlone> {
  const words = [...FLAGS, '--lang=en-GB', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank']
  const child = spawn(CHROMIUM, words, { stdio: ['ignore', 'ignore', 'pipe'], detached: true })
  const closed = once(child, 'close')
  let said = ''
  const address = await new Promise<string>((resolve, reject) => {
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const found = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (found) resolve(found)
    })
    void closed.then(() => reject(new Error(`Chromium did not start: ${said}`)))
  })
  const browser = await chromium.connectOverCDP(address)
  const [context] = browser.contexts()
  if (!context) throw new Error('Chromium has no window.')
  return {
    context,
    kill: async () => {
      // The whole group: its helpers would go on writing for a moment.
      process.kill(-(child.pid ?? 0), 'SIGKILL')
      await closed
    },
  }
}
