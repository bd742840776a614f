import { cpus, loadavg } from 'node:os'
import type { Page } from 'playwright-core'

/** Asks the studio for a new English story, as the signed-in page may, and says its address. */
export async function newStory(page: Page, url: string): Promise<string> {
  const cookies = await page.context().cookies(url)
  const token = cookies.find(({ name }) => name === 'onrecord-request')?.value ?? ''
  const id = await page.evaluate(async (shown) => {
    const response = await fetch('/studio/api/stories', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-onrecord-request': shown },
      body: JSON.stringify({ language: 'en' }),
    })
    return ((await response.json()) as { id: string }).id
  }, token)
  return `${url}/studio/stories/${id}`
}

/** How busy the machine is with anything at all: times taken on a busy one say little. */
export function howBusy(): string {
  const [minute = 0] = loadavg()
  return `${minute.toFixed(1)} processes at work on ${cpus().length} processors over the last minute`
}
