import { randomBytes } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { crc32, deflateSync } from 'node:zlib'
import { pictureShelves } from '../../src/media/disk-media-store.ts'
import { addPicture } from '../../src/newsroom/add-picture.ts'
import { addPlace } from '../../src/newsroom/record/add-place.ts'
import { addSource } from '../../src/newsroom/record/add-source.ts'
import { addVictimGroup } from '../../src/newsroom/record/add-victim-group.ts'
import { publishEntry } from '../../src/newsroom/record/publish-entry.ts'
import { recordClaim } from '../../src/newsroom/record/record-claim.ts'
import { recordEvent } from '../../src/newsroom/record/record-event.ts'
import { saveWorkingCopy } from '../../src/newsroom/save-working-copy.ts'
import { takeReports } from '../../src/newsroom/take-reports.ts'
import { inboxIn, leaveReport } from '../../src/press/report-inbox.ts'
import { EMPTY_MARGIN } from '../../src/story/margin.ts'
import { withoutSlug } from '../contract/record-at-work.ts'
import { aClaim, aFigure, aGroup, anEvent, aPlace, aSource } from '../record/builders.ts'
import { begin, contentOf, type Desk } from './writer-stories.ts'

/** Somebody writes a text, which the studio saves as it grows. */
export async function notebook(desk: Desk): Promise<never> {
  const { newsroom } = desk.house
  for (let story = 0; ; story += 1) {
    const headline = `Round ${desk.round} notebook ${story}`
    const storyId = await begin(desk, headline)
    let written = ''
    for (let base = 0; base < 40; base += 1) {
      const sentence = `Sentence ${desk.round}.${story}.${base}.`
      written += ` ${sentence}`
      const save = { storyId, base, content: contentOf(headline, written), margin: EMPTY_MARGIN, device: 'one' }
      await saveWorkingCopy(newsroom, { ...save, saveId: `${base}`, settles: [] })
      await desk.acknowledge({ deed: 'saved', id: storyId, path: null, words: sentence, isLive: true })
    }
  }
}

/** Somebody records what is claimed of a battle that readers know of. */
export async function recordDesk({ house: { newsroom }, round, acknowledge }: Desk): Promise<never> {
  // Names that are nothing like those of another round, which the newsroom would take for the same.
  const [source, town, battle] = Array.from({ length: 3 }, () => randomBytes(12).toString('hex'))
  const claimantId = await addSource(newsroom, withoutSlug(aSource(`Source ${source}`).content))
  const placeId = await addPlace(newsroom, withoutSlug(aPlace(`${town}`).content))
  const eventId = await recordEvent(newsroom, {
    ...withoutSlug(anEvent(`Battle ${battle}`).content),
    where: { placeId, relation: 'near', precision: 3, basis: null },
  })
  const groupId = await addVictimGroup(newsroom, { ...aGroup('fighters', { of: 'x' }).content, eventId })
  const about = { kind: 'measure' as const, eventId, groupId, measure: 'killed' as const, equipment: null }
  const { content } = aClaim('x', { by: 'x', on: 'x', group: 'x', figure: 'exact 1' })
  for (let count = 1; ; count += 1) {
    const words = `we killed ${count} in round ${round}`
    const wording = { text: words, lang: 'en', documentId: null, start: null, end: null }
    const claim = { ...content, claimantId, about, wording, figure: aFigure(`exact ${count}`) }
    const { result, isLive } = await recordClaim(newsroom, { claim, appearances: [] })
    // An event goes live when somebody has said that it happened, and its claims with it.
    if (count === 1) await publishEntry(newsroom, eventId)
    await acknowledge({ deed: 'claimed', id: result.claim.id, path: null, words, isLive })
  }
}

/** Somebody takes pictures in, each another one. */
export async function darkroom({ house, acknowledge }: Desk): Promise<never> {
  const shelves = pictureShelves(house.folder)
  for (;;) {
    const words = { alt: 'Noise.', credit: 'Nobody' }
    const { picture } = await addPicture(house.newsroom, shelves, { bytes: aNoisyPng(24), words })
    await acknowledge({ deed: 'pictured', id: picture.id, path: null, words: 'Noise.', isLive: true })
  }
}

/** Readers write, and the newsroom empties the letter box now and then. */
export async function letterBox({ house, round, acknowledge }: Desk): Promise<never> {
  const folder = inboxIn(house.folder)
  for (let count = 0; ; count += 1) {
    const before = new Set(await readdir(folder).catch(() => []))
    const text = `Round ${round}, letter ${count}: the figure is wrong.`
    const report = { about: '/', storyId: null, language: 'en', kind: 'figure' as const, text, contact: null }
    await leaveReport(folder, report, house.newsroom.now())
    const name = (await readdir(folder)).find((file) => file.endsWith('.json') && !before.has(file)) ?? ''
    await acknowledge({ deed: 'reported', id: name.replace('.json', ''), path: null, words: text, isLive: true })
    if (count % 5 === 4) await takeReports(house.newsroom, folder)
  }
}

/** A square of grey noise as PNG, that no other is equal to. */
function aNoisyPng(side: number): Uint8Array {
  const rows = Array.from({ length: side }, () => Buffer.concat([Buffer.from([0]), randomBytes(side)]))
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head[8] = 8
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  const data = deflateSync(Buffer.concat(rows))
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [size, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([size, named, sum])
}
