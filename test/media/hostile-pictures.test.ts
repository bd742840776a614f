import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { OnrecordError } from '../../src/errors.ts'
import type { CutPicture } from '../../src/media/cut-picture.ts'
import { takeInPicture } from '../../src/media/take-in-picture.ts'
import { hostileMetadata, hostilePictures } from './hostile-pictures.ts'
import { leftoversIn } from './leftovers.ts'
import { TELLING, tellingPictures } from './made-pictures.ts'

const taken = (bytes: Buffer, limitMs?: number) => takeInPicture(bytes, limitMs).catch((error: unknown) => error)

const leftovers = (picture: unknown): string[] => (picture as CutPicture).renditions.flatMap(leftoversIn)

describe('a hostile file', () => {
  it('is refused with a reason, and costs next to no memory', { timeout: 240_000 }, async () => {
    const files = await hostilePictures()
    const before = process.memoryUsage().rss
    const accepted: string[] = []
    for (const { name, bytes } of files) {
      const answer = await taken(bytes)
      if (!(answer instanceof OnrecordError && answer.code === 'bad-input' && answer.remedy)) accepted.push(name)
    }
    expect(accepted).toEqual([])
    // One of them says that it has four gigapixels.
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(400)
  })

  it('whose metadata is the attack is a picture without any, or refused, and never in the way', {
    timeout: 240_000,
  }, async () => {
    const faults: string[] = []
    for (const { name, bytes } of await hostileMetadata()) {
      const answer = await taken(bytes, 60_000)
      if (!(answer instanceof OnrecordError)) faults.push(...leftovers(answer).map((what) => `${name}: ${what}`))
      else if (answer.code !== 'bad-input' || answer.message.includes('too long')) faults.push(name)
    }
    expect(faults).toEqual([])
  })
})

describe('a telling file', () => {
  it('becomes files in which nothing of it is told', { timeout: 240_000 }, async () => {
    for (const { name, bytes } of await tellingPictures()) {
      expect([name, bytes.includes(TELLING)]).toEqual([name, true])
      const picture = await takeInPicture(bytes)
      const files = [
        ...picture.renditions,
        { ...picture.master, format: picture.master.extension === 'png' ? ('png' as const) : ('jpeg' as const) },
      ]
      expect([name, files.flatMap(leftoversIn)]).toEqual([name, []])
      expect([name, files.filter(({ content }) => Buffer.from(content).includes(TELLING))]).toEqual([name, []])
    }
  })
})

/** A folder of pictures that others have collected: broken, lying, hostile. The long form; none where nobody names one. */
const CORPUS = process.env['ONRECORD_IMAGE_CORPUS'] ?? ''

const isSample = (name: string): boolean => !/(?:^|\/)\.|\.(?:md|json)$/.test(name)

describe.skipIf(CORPUS === '')('a collection of hostile pictures', () => {
  it('is refused with reasons, or becomes clean pictures, and the process lives on', { timeout: 600_000 }, async () => {
    const names = (await readdir(CORPUS, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile() && isSample(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
    expect(names.length).toBeGreaterThan(0)
    const before = process.memoryUsage().rss
    const faults: string[] = []
    const refused: string[] = []
    for (const name of names) {
      const answer = await taken(await readFile(name), 20_000)
      if (!(answer instanceof OnrecordError)) faults.push(...leftovers(answer).map((what) => `${name}: ${what}`))
      else if (answer.code !== 'bad-input' || answer.message.includes('too long')) faults.push(name)
      else refused.push(name)
    }
    expect(faults).toEqual([])
    const worst = names.filter((name) => /\.svg$|broken|truncated|bomb|zero_width|xs1n0g01|badwidth/.test(name))
    expect(refused).toEqual(expect.arrayContaining(worst))
    expect((process.memoryUsage().rss - before) / 1e6).toBeLessThan(400)
  })
})
