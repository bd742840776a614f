import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'
import { describe } from 'vitest'

const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: FLAGS })

/** With `CI=true` it is taken to be there. */
export const hasBrowser = existsSync(CHROMIUM) || process.env['CI'] === 'true'
if (!hasBrowser) process.stderr.write(`Browser tests are skipped: there is no Chromium at ${CHROMIUM}.\n`)

/** What holds in a real browser. Without one it is skipped; with `CI=true` it is run all the same, and fails. */
export const inBrowser = hasBrowser ? describe : describe.skip
