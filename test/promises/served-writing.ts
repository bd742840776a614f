import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { aNewspaper } from '../builders.ts'
import { openHouse } from './house.ts'
import { type Answer, letIn, type Served } from './served.ts'
import { contentOf } from './writer-stories.ts'

/** A folder with a newsroom that has a name, and somebody who may do everything in it. */
export async function aNewsroomOnDisk(name: string): Promise<{ data: string; token: string }> {
  const data = join(mkdtempSync(join(tmpdir(), `onrecord-${name}-`)), 'data')
  const house = await openHouse(data, () => randomBytes(16))
  await setUpNewspaper(house.newsroom, { newspaper: aNewspaper(), sections: [] })
  await house.close()
  return { data, token: await letIn(data, 'Ana', 'owner', 'editor', 'reporter') }
}

/** The same newsroom once more, for another accident. */
export function copyOf(data: string): string {
  const copy = join(mkdtempSync(join(tmpdir(), 'onrecord-copy-')), 'data')
  cpSync(data, copy, { recursive: true })
  return copy
}

/** What somebody at a story does through the studio. Each gives the answer, whatever it is. */
export interface Writing {
  readonly begin: () => Promise<Answer>
  readonly save: (storyId: string, base: number, words: string) => Promise<Answer>
  readonly publish: (storyId: string) => Promise<Answer>
  /** @param at an instant */
  readonly schedule: (storyId: string, at: string) => Promise<Answer>
  readonly textOf: (storyId: string) => Promise<string>
}

let saves = 0

export function writingAt(server: Served, token: string): Writing {
  const about = (storyId: string, more = '') => server.ask(token, 'GET', `/stories/${storyId}${more}`)
  /** The words as they stand, and what the checklist wants to be looked at: an editor lets it stand. */
  const looked = async (storyId: string) => {
    const { findings } = (await about(storyId, '/checklist')).json() as { findings: { level: string; key: string }[] }
    const lookedAt = findings.filter(({ level }) => level === 'should').map(({ key }) => key)
    const { version } = (await about(storyId)).json()['working'] as { version: number }
    return { version, lookedAt }
  }
  return {
    begin: () => server.ask(token, 'POST', '/stories', { language: 'en' }),
    save: (storyId, base, words) => {
      saves += 1
      const content = contentOf(words.slice(0, 60), words)
      const sent = { base, content, margin: { comments: [], suggestions: [] }, device: 'one', saveId: `save ${saves}` }
      return server.ask(token, 'PUT', `/stories/${storyId}/working-copy`, sent)
    },
    publish: async (storyId) => server.ask(token, 'POST', `/stories/${storyId}/publish`, await looked(storyId)),
    schedule: async (storyId, at) =>
      server.ask(token, 'POST', `/stories/${storyId}/schedule`, { ...(await looked(storyId)), at }),
    textOf: async (storyId) => JSON.stringify((await about(storyId)).json()['working']),
  }
}
