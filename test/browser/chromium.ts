import { existsSync } from 'node:fs'
import { type Browser, type BrowserServer, chromium } from 'playwright-core'
import { describe } from 'vitest'

/** Where Debian keeps it. */
export const CHROMIUM = process.env['CHROMIUM'] ?? '/usr/bin/chromium'

/** For a machine without a screen and a test without a network. */
export const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

const HOW = { executablePath: CHROMIUM, args: FLAGS }

/** A browser of one's own: to be killed, or to be alone in. */
export const openBrowser = (): Promise<Browser> => chromium.launch(HOW)

/** One browser for many tests: starting one takes a second of both processors. */
export const startSharedBrowser = (): Promise<BrowserServer> => chromium.launchServer(HOW)

/** A share of it, with contexts of one's own; closing it closes these. */
export const shareOf = (address: string): Promise<Browser> => chromium.connect(address)

/** With `CI=true` it is taken to be there. */
export const hasBrowser = existsSync(CHROMIUM) || process.env['CI'] === 'true'
if (!hasBrowser) process.stderr.write(`Browser tests are skipped: there is no Chromium at ${CHROMIUM}.\n`)

/** What holds in a real browser. Without one it is skipped; with `CI=true` it is run all the same, and fails. */
export const inBrowser = hasBrowser ? describe : describe.skip
