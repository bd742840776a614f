import { randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { StoryId } from '../ids.ts'
import { type ShareCard, shareCardKey } from '../story/share-card.ts'

// The built program runs .js, the tests run .ts as it stands.
const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js'
const WORKER = new URL(`./share-card-worker.${extension}`, import.meta.url)

/** So many wait their turn at most; a card takes about a third of a second. */
const MAX_WAITING = 30
const TIME_LIMIT_MS = 20_000

/** Draws a card where no other is being drawn. */
export type DrawCard = (card: ShareCard) => Promise<Uint8Array>

/** The cards of stories: drawn when first asked for, then kept. */
export interface ShareCards {
  /** The card as a PNG; undefined while too many others wait to be drawn. */
  bytes(card: ShareCard): Promise<Uint8Array | undefined>
  /** Takes every card of these stories from the disk. */
  forget(ids: readonly StoryId[]): Promise<void>
  /** Takes from the disk whatever is of a story that is not among those that readers have. */
  sweep(live: (ids: readonly StoryId[]) => Promise<ReadonlySet<StoryId>>): Promise<void>
}

/**
 * Keeps cards in a folder of their own, by story and by the key of all that is on them: the newest card of a story takes
 * the place of those before. One at a time is drawn, in a thread of its own, so that no reader waits for it.
 */
export function keepShareCards(folder: string, draw: DrawCard = drawInThread): ShareCards {
  const underWay = new Map<string, Promise<Uint8Array>>()
  let before: Promise<unknown> = Promise.resolve()

  const drawInTurn = (card: ShareCard, file: string): Promise<Uint8Array> => {
    const drawn = before.then(async () => {
      const bytes = await draw(card)
      await keep(file, bytes)
      return bytes
    })
    before = drawn.catch(() => undefined)
    underWay.set(file, drawn)
    return drawn.finally(() => underWay.delete(file))
  }

  return {
    async bytes(card) {
      const file = fileOf(folder, card)
      const waiting = underWay.get(file)
      if (waiting) return waiting
      const kept = await readFile(file).catch(() => undefined)
      if (kept) return kept
      const again = underWay.get(file)
      if (again) return again
      return underWay.size >= MAX_WAITING ? undefined : drawInTurn(card, file)
    },
    async forget(ids) {
      // What is being drawn just now would come after.
      await before
      for (const id of ids) await removeOthers(shelfOf(folder, id), id, null)
    },
    async sweep(live) {
      for (const shelf of await namesIn(folder)) {
        const files = await namesIn(join(folder, shelf))
        const ids = [...new Set(files.map(storyOf))]
        const known = await live(ids)
        for (const file of files) if (!known.has(storyOf(file))) await rm(join(folder, shelf, file), { force: true })
      }
    },
  }
}

/** A thousand folders at most, so that none has too many files. */
const shelfOf = (folder: string, id: StoryId): string => join(folder, id.slice('sty_'.length).slice(0, 2))

const fileOf = (folder: string, card: ShareCard): string =>
  join(shelfOf(folder, card.storyId), `${card.storyId}-${shareCardKey(card)}.png`)

const storyOf = (file: string): StoryId => (file.split('-')[0] ?? '') as StoryId

/** Written beside its place first, so that a card is whole or not there. */
async function keep(file: string, bytes: Uint8Array): Promise<void> {
  const shelf = dirname(file)
  const name = file.slice(shelf.length + 1)
  await mkdir(shelf, { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomUUID()}.draft`
  try {
    await writeFile(draft, bytes, { mode: 0o600, flag: 'wx' })
    await rename(draft, file)
  } finally {
    await rm(draft, { force: true })
  }
  await removeOthers(shelf, storyOf(name), name)
}

async function removeOthers(shelf: string, id: StoryId, stays: string | null): Promise<void> {
  for (const name of await namesIn(shelf)) {
    if (storyOf(name) === id && name !== stays) await rm(join(shelf, name), { force: true })
  }
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

/** In a thread that ends with the card: its memory is given back. */
export function drawInThread(card: ShareCard): Promise<Uint8Array> {
  const worker = new Worker(WORKER, { workerData: { card } })
  return new Promise<Uint8Array>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('A card took too long to draw.')), TIME_LIMIT_MS)
    worker.on('message', (bytes: Uint8Array) => resolve(bytes))
    worker.on('error', reject)
    worker.on('exit', () => {
      clearTimeout(timer)
      reject(new Error('The thread that draws cards ended without one.'))
    })
  }).finally(() => void worker.terminate())
}
