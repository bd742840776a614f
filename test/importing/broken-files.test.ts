import { describe, expect, it } from 'vitest'
import type { Incoming } from '../../src/intake/incoming.ts'
import { INPUT_KINDS, type InputKind } from '../../src/intake/input-kinds.ts'
import { READERS } from '../../src/intake/readers.ts'
import { RECOGNISE_BYTES, recogniseFile } from '../../src/intake/recognise.ts'
import { aFile, readAll } from '../intake/given-file.ts'
import { sampleBytes, sampleFiles, whereSamples } from '../intake/samples.ts'

const FOLDERS = [
  'wxr',
  'ghost',
  'feeds/feedjira',
  'feeds/netnewswire',
  'feeds/wix',
  'other-exports',
  'ninjs',
  'page-text',
  'seed',
]

/** Larger files would only be the same again, slower. */
const MOST_BYTES = 70_000

const kindOf = (bytes: Uint8Array): InputKind | undefined => {
  const { kind } = recogniseFile(bytes.subarray(0, RECOGNISE_BYTES))
  return INPUT_KINDS.find((one) => one === kind)
}

async function read(kind: InputKind, bytes: Uint8Array): Promise<Incoming[]> {
  return readAll(await READERS[kind](), aFile(bytes, 'broken'))
}

/** What nobody is told is lost silently: a reader that finds no story says why. */
const saysSomething = (items: readonly Incoming[]): boolean => items.some(({ kind }) => kind !== 'site')

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ; ) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    yield state
  }
}

function damaged(bytes: Uint8Array, seed: number): Uint8Array {
  const hurt = Uint8Array.from(bytes)
  const random = numbers(seed)
  for (let count = 0; count < 12; count += 1) {
    const at = (random.next().value ?? 0) % hurt.length
    hurt[at] = (random.next().value ?? 0) % 256
  }
  return hurt
}

describe.each(FOLDERS)('every file of %s', (folder) => {
  const { note } = whereSamples(folder)
  const files = sampleFiles(folder, /\.(?:xml|json|csv|rss|atom|txt)$/).filter(
    (name) => !/expected|schema/.test(name) && sampleBytes(folder, name).length < MOST_BYTES,
  )

  it.skipIf(files.length === 0)(`is read or told when it is cut off anywhere${note}`, async () => {
    for (const name of files) {
      const bytes = sampleBytes(folder, name)
      for (const share of [0.1, 0.35, 0.6, 0.85, 0.99]) {
        const cut = bytes.subarray(0, Math.floor(bytes.length * share))
        const kind = kindOf(cut)
        if (kind === undefined) continue
        expect({ name, share, told: saysSomething(await read(kind, cut)) }).toEqual({ name, share, told: true })
      }
    }
  })

  it.skipIf(files.length === 0)(`is read or told when some of its bytes are wrong${note}`, async () => {
    for (const [index, name] of files.entries()) {
      const hurt = damaged(sampleBytes(folder, name), index + 1)
      const kind = kindOf(hurt)
      if (kind === undefined) continue
      expect({ name, told: saysSomething(await read(kind, hurt)) }).toEqual({ name, told: true })
    }
  })

  it.skipIf(files.length === 0)(`is read or told by every reader, whatever it is${note}`, async () => {
    const [name = ''] = files.toSorted((a, b) => sampleBytes(folder, a).length - sampleBytes(folder, b).length)
    const bytes = sampleBytes(folder, name)
    for (const kind of INPUT_KINDS) {
      expect({ name, kind, told: saysSomething(await read(kind, bytes)) }).toEqual({ name, kind, told: true })
    }
  })
})

describe.each(INPUT_KINDS)('the reader of %s', (kind) => {
  const hostile: readonly (readonly [string, string | Uint8Array])[] = [
    ['nothing', ''],
    ['white space', ' \n\t\r\n'],
    ['zeros', new Uint8Array(5_000)],
    ['every byte there is', Uint8Array.from({ length: 4_096 }, (_, index) => index % 256)],
    ['half of a pair of UTF-16', Uint8Array.from([0xff, 0xfe, 0x3c, 0x00, 0x00, 0xd8])],
    ['brackets without end', '['.repeat(200_000)],
    ['braces without end', '{"a":'.repeat(100_000)],
    ['tags without end', '<b>'.repeat(200_000)],
    ['quotation marks', '"'.repeat(99_999)],
    ['commas', ','.repeat(200_000)],
    ['one long line', 'a'.repeat(1_000_000)],
    [
      'entities in entities',
      `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "${'x'.repeat(1_000)}">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i} "${`&a${i === 0 ? '' : i - 1};`.repeat(50)}">`).join('')}]><rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><item><title>&a19;</title></item></channel></rss>`,
    ],
    [
      'a file from elsewhere',
      '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><channel><item><title>&x;</title></item></channel></rss>',
    ],
  ]
  it.each(hostile)('reads or tells %s, and does not stop at it', async (_, content) => {
    const items = await readAll(await READERS[kind](), aFile(content, 'hostile'))
    expect(saysSomething(items)).toBe(true)
    expect(JSON.stringify(items)).not.toContain('root:')
    expect(JSON.stringify(items).length).toBeLessThan(8_000_000)
  })
})
