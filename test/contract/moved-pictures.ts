import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp from 'sharp'
import type { IncomingStory } from '../../src/intake/incoming.ts'
import type { IntakeFile } from '../../src/intake/intake-file.ts'
import type { PictureId } from '../../src/ids.ts'
import { pictureShelves } from '../../src/media/disk-media-store.ts'
import { fetchAskedPictures } from '../../src/newsroom/import-pictures/ask-for-pictures.ts'
import { type Bringing, bringPictures } from '../../src/newsroom/import-pictures/bring-pictures.ts'
import { picturesReport } from '../../src/newsroom/import-pictures/pictures-report.ts'
import { importStories } from '../../src/newsroom/importing/import-stories.ts'
import { setUpNewspaper } from '../../src/newsroom/set-up-newspaper.ts'
import { type FetchPage, guardedFetch, PAGE_LIMITS } from '../../src/outbound/guarded-fetch.ts'
import { importedFrom } from '../../src/store/imported-stories.ts'
import { inTransaction } from '../../src/store/newsroom-db.ts'
import { insertPicture, picturesBefore } from '../../src/store/pictures.ts'
import { storyById } from '../../src/store/stories.ts'
import type { Figure } from '../../src/story/document.ts'
import type { Story } from '../../src/story/story.ts'
import { aBody, aNewspaper, aNewsroom, anIncoming, aParagraph } from '../builders.ts'
import { aPicture } from '../media/builders.ts'
import { aServer, networkWith } from '../outbound/a-server.ts'
import type { OpenDatabases } from './databases.ts'

/** What a site answers: a file, a status, or a status with `Retry-After`. The last of several is answered for good. */
type Answer = Uint8Array | number | { readonly status: number; readonly retryAfter: string }

const solid = (background: string) => sharp({ create: { width: 40, height: 30, channels: 3, background } }).jpeg()

/** A photograph that says where it was taken and by whom, as telephones write it. */
export const withPlace = (background: string): Promise<Buffer> =>
  solid(background)
    .withExif({
      IFD0: { Artist: 'Secret Name' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '17/1 1/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '4/1 1/1 0/1' },
    })
    .toBuffer()

export const aPhotograph = (background: string): Promise<Buffer> => solid(background).toBuffer()

/** The site that the stories come from: whatever path has no answer is not there. */
export async function anOldSite() {
  const answers = new Map<string, Answer[]>()
  const server = await aServer((request, response) => {
    const left = answers.get(request.url ?? '') ?? []
    const answer = left.length > 1 ? left.shift() : left[0]
    if (answer === undefined) response.writeHead(404).end()
    else if (typeof answer === 'number') response.writeHead(answer).end()
    else if ('status' in answer) response.writeHead(answer.status, { 'retry-after': answer.retryAfter }).end()
    else response.end(answer)
  })
  const fetch: FetchPage = (address) => guardedFetch(address, PAGE_LIMITS, networkWith(server.port))
  return {
    fetch,
    address: (path: string) => `http://statement.test:${server.port}${path}`,
    answer: (path: string, ...with_: Answer[]) => void answers.set(path, with_),
    /** The paths that were asked for, in the order of their names. */
    asked: () => sorted(server.visits.map(({ url }) => url ?? '')),
    forget: () => {
      answers.clear()
      server.visits.length = 0
    },
    close: server.close,
  }
}

export type OldSite = Awaited<ReturnType<typeof anOldSite>>

export const sorted = (names: readonly string[]): string[] => names.toSorted((one, other) => one.localeCompare(other))

/** A file of a folder. */
export const aFile = (name: string, bytes: Uint8Array): IntakeFile => ({
  name,
  bytes: bytes.length,
  open: async function* () {
    yield bytes
  },
  beside: () => undefined,
})

/** A figure whose picture has not been brought over. */
export function aMissing(
  url: string | null,
  more: Partial<Figure['attrs']> & { readonly caption?: string; readonly name?: string } = {},
): Figure {
  const { caption = 'A column near the border', name = 'a.jpg', ...attrs } = more
  return {
    type: 'figure',
    attrs: {
      picture: { kind: 'missing', name, url },
      alt: 'A column of lorries.',
      decorative: false,
      credit: 'A. Name',
      licence: null,
      ...attrs,
    },
    content: caption === '' ? [] : [{ type: 'text', text: caption }],
  }
}

export const aStoryWith = (number: number, ...figures: Figure[]): IncomingStory =>
  anIncoming({
    foreignId: `wp:${number}`,
    headline: `Story ${number}`,
    body: aBody(aParagraph(`What happened on day ${number}, and who says so.`), ...figures),
  })

/** A newsroom that is moving in, with a folder for its pictures. */
export async function aMove(dbs: OpenDatabases, site: OldSite) {
  const newsroom = aNewsroom(dbs)
  await setUpNewspaper(newsroom, { newspaper: aNewspaper(), sections: ['Mali'] })
  const folder = await mkdtemp(join(tmpdir(), 'onrecord-moved-pictures-'))
  const shelves = pictureShelves(folder)
  const waits: number[] = []
  const bring = (more: Partial<Bringing> = {}) => {
    waits.length = 0
    return bringPictures(newsroom, shelves, {
      from: [],
      fetch: site.fetch,
      pause: async (ms) => void waits.push(ms),
      ...more,
    })
  }
  const storyOf = async (number: number): Promise<Story> => {
    const known = (await importedFrom(newsroom.db, 'old site', [`wp:${number}`])).get(`wp:${number}`)
    const story = known && (await storyById(newsroom.db, known.storyId))
    if (!story) throw new Error(`wp:${number} is not here`)
    return story
  }
  const figuresOf = async (number: number): Promise<Figure[]> =>
    (await storyOf(number)).content.body.content.filter((block): block is Figure => block.type === 'figure')
  return {
    newsroom,
    shelves,
    /** How long the last run waited, wait by wait, in milliseconds. */
    waits,
    bring,
    bringIn: (stories: IncomingStory[], publish = true) =>
      importStories(newsroom, stories, { source: 'old site', publish }),
    storyOf,
    figuresOf,
    kindsOf: async (number: number) => (await figuresOf(number)).map(({ attrs }) => attrs.picture.kind),
    isLive: async (number: number) => {
      const { liveRevision, revision } = await storyOf(number)
      return liveRevision === revision
    },
    library: () => picturesBefore(newsroom.db, null, 100),
    report: async () => picturesReport(newsroom.db, await bring({ fetch: null })),
    /** Files that were taken in before: they need not be cut once more. */
    takenIn: (...files: Buffer[]) =>
      inTransaction(newsroom.db, async (tx) => {
        for (const [index, file] of files.entries()) {
          const sha256 = createHash('sha256').update(file).digest('hex')
          await insertPicture(tx, aPicture({ id: `pic_${index}` as PictureId, sha256 }))
        }
      }),
    /** What the worker of a running server does each second. */
    round: () =>
      fetchAskedPictures(newsroom, { shelves, fetch: site.fetch }, { isStopping: () => false, onFault: thrown }),
    close: () => rm(folder, { recursive: true, force: true }),
  }
}

export type Move = Awaited<ReturnType<typeof aMove>>

export const thrown = (error: unknown): never => {
  throw error
}
