import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '../../src/evidence/canonical-json.ts'
import { checkLog, type OpenedEntry } from '../../src/evidence/check-log.ts'
import { BEFORE_THE_FIRST, hashedText } from '../../src/evidence/log-entry.ts'
import { logLine, readLogLine } from '../../src/evidence/log-line.ts'
import { at } from '../builders.ts'

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

/** A log in which each of these things was said: a text, or null for one that was taken back. */
function aLog(said: readonly { readonly key: string; readonly text: string | null }[]): OpenedEntry[] {
  let before = BEFORE_THE_FIRST
  const lines = said.map(({ key, text }, index): OpenedEntry => {
    const opening =
      text === null ? null : { salt: sha256(String(index)).slice(0, 32), content: canonicalJson({ text }) }
    const commitment = opening && sha256(opening.salt + opening.content)
    const line = { number: index + 1, at: at('2024-07-29T10:00:00Z'), key, commitment }
    before = sha256(hashedText(before, line))
    return { ...line, hash: before, opening }
  })
  // Only the newest text of a key is public.
  return lines.map((line, index) =>
    lines.slice(index + 1).some(({ key }) => key === line.key) ? { ...line, opening: null } : line,
  )
}

const LOG = aLog([
  { key: 'story/sty_1', text: 'its address' },
  { key: 'story/sty_1/1', text: 'At least 20 were killed.' },
  { key: 'story/sty_1/1', text: 'At least 21 were killed.' },
  { key: 'story/sty_2/1', text: 'Withdrawn later.' },
  { key: 'story/sty_2/1', text: null },
])

const check = (log: readonly OpenedEntry[], more: { noted?: string; isPartial?: boolean } = {}) =>
  checkLog(log, { sha256, ...more })

describe('a log of what readers have had', () => {
  it('fits where nothing was changed, and tells its head', async () => {
    expect(await check(LOG)).toEqual({ lines: 5, texts: 2, head: LOG.at(-1)?.hash, faults: [] })
    expect(await check([])).toEqual({ lines: 0, texts: 0, head: BEFORE_THE_FIRST, faults: [] })
  })

  it('gives any line away that was taken out', async () => {
    for (const index of LOG.keys()) {
      if (index === LOG.length - 1) continue
      const { faults } = await check(LOG.toSpliced(index, 1))
      expect(faults[0]?.kind).toBe('missing-line')
    }
  })

  it('gives away an end that was cut off, to whoever noted a head', async () => {
    const head = LOG.at(-1)?.hash ?? ''
    expect((await check(LOG, { noted: head })).faults).toEqual([])
    expect((await check(LOG, { noted: LOG[2]?.hash ?? '' })).faults).toEqual([])
    const cut = await check(LOG.slice(0, 3), { noted: head })
    expect(cut.faults.map(({ kind }) => kind)).toEqual(['other-past'])
  })

  it('gives a missing text away, unless texts are left out on purpose', async () => {
    const without = LOG.map((line) => ({ ...line, opening: null }))
    expect((await check(without)).faults.map(({ number }) => number)).toEqual([1, 3])
    expect((await check(without, { isPartial: true })).faults).toEqual([])
  })

  it('gives any sign away that was changed, in any member of any line', async () => {
    const published = LOG.map(logLine).join('')
    await fc.assert(
      fc.asyncProperty(fc.nat(published.length - 1), fc.integer({ min: 33, max: 126 }), async (index, code) => {
        const sign = String.fromCharCode(code)
        fc.pre(published[index] !== sign && published[index] !== '\n')
        const changed = (published.slice(0, index) + sign + published.slice(index + 1)).split('\n').slice(0, -1)
        const entries = changed.map(readLogLine)
        const read = entries.filter((entry) => entry !== undefined)
        if (read.length < entries.length) return
        // A member's name that is spelt otherwise leaves a text out; nothing else may go unnoticed.
        expect((await check(read)).faults.length).toBeGreaterThan(0)
      }),
      { numRuns: 2_000 },
    )
  })

  it('can be read again as it is written', () => {
    for (const line of LOG) expect(readLogLine(logLine(line))).toEqual(line)
    for (const no of ['', 'null', '[]', '{}', '{"number":1}', 'number']) expect(readLogLine(no)).toBeUndefined()
  })
})
