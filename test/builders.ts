import { type Config, loadConfig } from '../src/config/config.ts'
import { createHash } from 'node:crypto'
import type { IncomingStory } from '../src/intake/incoming.ts'
import type { Newsroom } from '../src/newsroom/newsroom.ts'
import type { Block, StoryDocument } from '../src/story/document.ts'
import type { PersonaId, StoryGroupId, StoryId } from '../src/ids.ts'
import { EMPTY_PROFILE, type Newspaper, type Persona } from '../src/story/section.ts'
import type { Story, StoryContent } from '../src/story/story.ts'
import { type Instant, parseInstant } from '../src/time.ts'
import type { OpenDatabases } from './contract/databases.ts'

/** An instant from its text. */
export const at = (text: string): Instant => {
  const parsed = parseInstant(text)
  if (!parsed) throw new Error(`${text} is no instant`)
  return parsed
}

export const aParagraph = (text: string): Block => ({ type: 'paragraph', content: [{ type: 'text', text }] })

export const aBody = (...blocks: Block[]): StoryDocument => ({ type: 'doc', version: 2, content: blocks })

export const aContent = (overrides: Partial<StoryContent> = {}): StoryContent => ({
  kicker: null,
  headline: 'Two tolls for one shelling',
  standfirst: 'The army and the movement do not agree.',
  dateline: null,
  sectionIds: [],
  bylines: [],
  keywords: [],
  body: aBody(aParagraph('The army says that four people died on Saturday 27 July 2024.')),
  ...overrides,
})

export const aStory = (overrides: Partial<Story> = {}): Story => ({
  id: 'sty_a' as StoryId,
  groupId: 'grp_a' as StoryGroupId,
  language: 'en',
  translatedFrom: null,
  state: 'draft',
  revision: 1,
  liveRevision: null,
  slug: 'two-tolls',
  path: null,
  hold: null,
  embargoUntil: null,
  scheduledFor: null,
  firstPublished: null,
  updatedAt: null,
  kill: null,
  content: aContent(),
  ...overrides,
})

export const aNewspaper = (overrides: Partial<Newspaper> = {}): Newspaper => ({
  name: 'The Test Record',
  tagline: { en: 'Who says what', fr: 'Qui dit quoi' },
  languages: ['en', 'fr'],
  defaultLanguage: 'en',
  zone: 'Africa/Bamako',
  isSample: false,
  profile: EMPTY_PROFILE,
  ...overrides,
})

export const anIncoming = (overrides: Partial<IncomingStory> = {}): IncomingStory => ({
  kind: 'story',
  foreignId: 'wp:1',
  address: null,
  slug: null,
  translationGroup: null,
  status: 'published',
  published: { precision: 'minute', at: at('2024-07-29T15:10:00Z') },
  updatedAt: null,
  kicker: null,
  headline: 'Two tolls for one shelling',
  standfirst: 'The army and the movement do not agree.',
  sectionPath: [],
  bylines: [],
  keywords: [],
  language: null,
  body: aBody(aParagraph('The army says that four people died.')),
  pictures: [],
  redirectsFrom: [],
  problems: [],
  ...overrides,
})

export const aPersona = (overrides: Partial<Persona> = {}): Persona => ({
  id: 'per_a' as PersonaId,
  slug: 'claire',
  name: 'Ayize Claire',
  names: {},
  kind: 'person',
  about: {},
  pictureId: null,
  ...overrides,
})

/** A newsroom on these databases, with a clock that the test sets and ids that come in order. */
export interface TestNewsroom extends Newsroom {
  setClock(instant: Instant): void
}

export function aNewsroom(
  open: Pick<OpenDatabases, 'newsroom' | 'edition'>,
  overrides: Partial<Newsroom> = {},
): TestNewsroom {
  let clock = at('2024-08-01T09:00:00Z')
  let ids = 0
  return {
    db: open.newsroom,
    edition: open.edition,
    now: () => clock,
    setClock: (instant) => {
      clock = instant
    },
    randomBytes: () => {
      ids += 1
      return createHash('sha256').update(String(ids)).digest()
    },
    auditKey: 'a key for tests, as long as an installation has',
    actor: { name: 'tests', via: 'command-line' },
    onFollowed: async () => undefined,
    forget: async () => undefined,
    onLagging: (error) => {
      throw error
    },
    ...overrides,
  }
}

/** Settings as they are where nobody set any. */
export const aConfig = (overrides: Partial<Config> = {}): Config => ({
  ...loadConfig({}, { home: '/nowhere', workingFolder: '/nowhere' }),
  ...overrides,
})
