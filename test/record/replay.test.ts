import { describe, expect, it } from 'vitest'
import type { Revision } from '../../src/record/entry.ts'
import { asRecordedBy, atSequence } from '../../src/record/replay.ts'
import { at } from '../builders.ts'
import { aClaim, aFigure, aSource, idOf, revisionsOf } from './builders.ts'

const source = aSource('X')
const claim = aClaim('x', { by: 'X', on: 'E', group: 'G', figure: 'exact 5', recorded: '2024-07-28T09:00Z' })
const edited = {
  ...claim,
  rev: 2,
  recordedAt: at('2024-07-28T18:00Z'),
  content: { ...claim.content, figure: aFigure('exact 6') },
}
const log = revisionsOf(source, claim, edited)
const figureIn = (set: ReturnType<typeof atSequence>) => set.claims.get(idOf('claim', 'x'))?.content.figure

describe('what the record said', () => {
  it('at an hour includes what was recorded at that very hour', () => {
    expect(figureIn(asRecordedBy(log, at('2024-07-28T17:59:59Z')))).toEqual(aFigure('exact 5'))
    expect(figureIn(asRecordedBy(log, at('2024-07-28T18:00Z')))).toEqual(aFigure('exact 6'))
  })

  it('after a revision goes by its number, whatever the clock said', () => {
    const slow = log.map((revision) =>
      revision.rev === 2 ? { ...revision, recordedAt: at('2020-01-01T00:00Z') } : revision,
    )
    expect(figureIn(atSequence(slow, 2))).toEqual(aFigure('exact 5'))
    expect(figureIn(atSequence(slow, 3))).toEqual(aFigure('exact 6'))
  })

  it('is not changed by a draft', () => {
    const draft = log.map((revision): Revision => (revision.rev === 2 ? { ...revision, status: 'draft' } : revision))
    expect(figureIn(atSequence(draft, 3))).toEqual(aFigure('exact 5'))
  })

  it('is gone with an erased text, and does not fall back on an older one', () => {
    const erased = log.map((revision) => (revision.rev === 2 ? { ...revision, content: null } : revision))
    expect(figureIn(atSequence(erased, 3))).toBeUndefined()
    expect(figureIn(atSequence(erased, 2))).toEqual(aFigure('exact 5'))
  })
})
