import { join } from 'node:path'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { requestTokenOf } from '../../src/http/studio/request-token.ts'
import { type NewsroomDb, openNewsroom } from '../../src/store/newsroom-db.ts'
import type { Grant } from '../../src/staff/role.ts'
import { aNewsroomAtWork, type NewsroomAtWork, type RunningServer } from '../journeys/newsroom-at-work.ts'
import { signedIn } from '../signed-in.ts'
import { openBrowser } from './chromium.ts'

/** The built program with the sample edition, a browser, and people signed in to the studio. */
export interface StudioAtWork {
  readonly newsroom: NewsroomAtWork
  readonly server: RunningServer
  /** Begins with `http://localhost`: passkeys are refused on an address made of numbers. */
  readonly url: string
  readonly browser: Browser
  readonly db: NewsroomDb
  /** A browser of their own for somebody with these roles for the whole paper, signed in. */
  as(name: string, ...roles: readonly Grant['role'][]): Promise<{ context: BrowserContext; page: Page }>
  close(): Promise<void>
}

export async function openStudioAtWork(
  options: {
    readonly context?: Parameters<Browser['newContext']>[0]
    readonly settings?: Readonly<Record<string, string>>
  } = {},
): Promise<StudioAtWork> {
  const newsroom = await aNewsroomAtWork(options.settings)
  const server = await newsroom.serve('start')
  const browser = await openBrowser()
  const db = openNewsroom({ kind: 'sqlite', file: join(newsroom.folder, 'data', 'newsroom.db') })
  const url = server.url.replace('127.0.0.1', 'localhost')
  return {
    newsroom,
    server,
    url,
    browser,
    db,
    as: async (name, ...roles) => {
      const { token } = await signedIn(
        db,
        name,
        roles.map((role) => ({ role, deskId: null })),
      )
      const context = await browser.newContext({ locale: 'en-GB', ...options.context })
      await context.addCookies([
        { name: 'onrecord', value: token, url, httpOnly: true, sameSite: 'Strict' },
        { name: 'onrecord-request', value: requestTokenOf(token), url, sameSite: 'Strict' },
      ])
      return { context, page: await context.newPage() }
    },
    close: async () => {
      await browser.close()
      await db.destroy()
      await server.stop()
      await newsroom.remove()
    },
  }
}
