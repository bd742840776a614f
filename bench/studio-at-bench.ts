import { cpus, loadavg } from 'node:os'
import type { Page } from 'playwright-core'

/** Asks the studio for a new English story, as the signed-in page may, and says its address. */
export async function newStory(page: Page, url: string): Promise<string> {
  const id = await page.evaluate(async () => {
    const response = await fetch('/studio/api/stories', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ language: 'en' }),
    })
    return ((await response.json()) as { id: string }).id
  })
  return `${url}/studio/stories/${id}`
}

/** How busy the machine is with anything at all: times taken on a busy one say little. */
export function howBusy(): string {
  const [minute = 0] = loadavg()
  return `${minute.toFixed(1)} processes at work on ${cpus().length} processors over the last minute`
}
