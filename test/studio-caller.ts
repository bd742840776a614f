import type { AllEndpoints } from '../src/http/contract/all-endpoints.ts'
import type { Answer, Request as Asked } from '../src/http/contract/endpoint.ts'
import { trustedProxies } from '../src/http/client-address.ts'
import { requestTokenOf } from '../src/http/studio/request-token.ts'
import { studioApp } from '../src/http/studio/studio-app.ts'
import type { StudioHouse } from '../src/http/studio/visit.ts'
import type { AccountId } from '../src/ids.ts'
import { pictureShelves } from '../src/media/disk-media-store.ts'
import { runningImports } from '../src/newsroom/importing/running-imports.ts'
import type { Grant } from '../src/staff/role.ts'
import { aNewsroom, type TestNewsroom } from './builders.ts'
import type { OpenDatabases } from './contract/databases.ts'
import { signedIn } from './signed-in.ts'

type Key = keyof AllEndpoints

/** Somebody who is signed in, as far as a test asks the studio in their name. */
export interface Caller {
  readonly accountId: AccountId
  readonly token: string
  /** The whole answer, whatever it is. */
  send<K extends Key>(key: K, asked: Asked<AllEndpoints[K]>): Promise<Response>
  /** What the endpoint answers. @throws Error with the problem, when it is one */
  ask<K extends Key>(key: K, asked: Asked<AllEndpoints[K]>): Promise<Answer<AllEndpoints[K]>>
}

/** The studio over databases of a test: its whole application, without a network. */
export interface TestStudio {
  readonly house: StudioHouse
  readonly newsroom: TestNewsroom
  readonly app: ReturnType<typeof studioApp>
  readonly faults: unknown[]
  /** Makes an account with these roles, signed in. */
  staff(name: string, ...grants: readonly (Grant | Grant['role'])[]): Promise<Caller>
  /** Nobody: not signed in. */
  readonly stranger: Omit<Caller, 'accountId' | 'token'>
}

export function aStudio(open: OpenDatabases, more: Partial<StudioHouse> = {}): TestStudio {
  const newsroom = aNewsroom(open)
  const faults: unknown[] = []
  const house: StudioHouse = {
    newsroom,
    edition: open.reader,
    dataFolder: '/nowhere',
    shelves: pictureShelves(more.dataFolder ?? '/nowhere'),
    shellFolder: '/nowhere',
    studioUrl: 'http://localhost',
    siteUrl: () => 'http://localhost',
    isTrustedProxy: trustedProxies(['loopback']),
    imports: runningImports(),
    onFault: (error) => faults.push(error),
    ...more,
  }
  const app = studioApp(house)
  return {
    house,
    newsroom,
    app,
    faults,
    staff: async (name, ...grants) => {
      const { accountId, token } = await signedIn(newsroom.db, name, grants.map(asGrant), newsroom.now())
      return { accountId, token, ...calls(app, token) }
    },
    stranger: calls(app, null),
  }
}

const asGrant = (grant: Grant | Grant['role']): Grant =>
  typeof grant === 'string' ? { role: grant, deskId: null } : grant

function calls(app: ReturnType<typeof studioApp>, token: string | null): Omit<Caller, 'accountId' | 'token'> {
  const send: Caller['send'] = (key, asked) => {
    const { params = {}, query = {}, body } = asked as { params?: object; query?: object; body?: unknown }
    const [method = 'GET', path = ''] = key.split(' ')
    const filled = Object.entries(params).reduce((so, [name, value]) => so.replace(`{${name}}`, String(value)), path)
    const words = new URLSearchParams(
      Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
    )
    const isBytes = body instanceof Blob
    return Promise.resolve(
      app.request(`http://localhost/studio/api${filled}${words.size > 0 ? `?${words.toString()}` : ''}`, {
        method,
        headers: {
          origin: 'http://localhost',
          ...(token === null ? {} : asOwnPage(token)),
          ...(body === undefined ? {} : { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        },
        ...(body === undefined ? {} : { body: isBytes ? body : JSON.stringify(body) }),
      }),
    )
  }
  return {
    send,
    ask: async (key, asked) => {
      const response = await send(key, asked)
      if (!response.ok) throw new Error(`${key} answers ${response.status}: ${await response.text()}`)
      const isJson = /^application\/json(?:;|$)/.test(response.headers.get('content-type') ?? '')
      return (isJson ? await response.json() : response) as never
    },
  }
}

/** What a page of the studio sends in a session's name. */
export const asOwnPage = (token: string, cookie = 'onrecord') => ({
  cookie: `${cookie}=${token}`,
  'x-onrecord-request': requestTokenOf(token),
})

/** Signs in and keeps the cookie. */
export const cookieOf = (response: Response) =>
  /onrecord=([\w-]+)/.exec(response.headers.get('set-cookie') ?? '')?.[1] ?? ''

/** The code of a problem. */
export const titleOf = async (response: Response) => ((await response.json()) as { title: string }).title

/** All that somebody learns who is not let in. */
export const words = async (response: Response) => [response.status, await response.text()]
