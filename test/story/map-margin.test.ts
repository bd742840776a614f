import { describe, expect, it } from 'vitest'
import type { CommentId } from '../../src/ids.ts'
import { mapMargin } from '../../src/story/map-margin.ts'
import { mergeMargin } from '../../src/story/merge-margin.ts'
import { EMPTY_MARGIN, type Margin } from '../../src/story/margin.ts'
import { aBody, aParagraph } from '../builders.ts'

const remark = (id: string, from: number, to: number): Margin => ({
  comments: [{ id: `cmt_${id}` as CommentId, from, to }],
  suggestions: [],
})

// As ProseMirror counts, the first word of the first paragraph begins at 1.
const before = aBody(aParagraph('Four people died.'), aParagraph('Nobody denies it.'))

describe('what hangs on words', () => {
  it('goes with them when other words come before', () => {
    const after = aBody(
      aParagraph('At least four more.'),
      aParagraph('Four people died.'),
      aParagraph('Nobody denies it.'),
    )
    // The paragraph that was put in takes 21 places.
    expect(mapMargin(remark('a', 6, 12), before, after)).toEqual(remark('a', 27, 33))
  })

  it('goes with them into what was written around them', () => {
    const after = aBody(aParagraph('On Friday four people died.'), aParagraph('Nobody denies it.'))
    expect(mapMargin(remark('a', 6, 12), before, after)).toEqual(remark('a', 16, 22))
  })

  it('stands between the words that stayed when its own are gone', () => {
    const after = aBody(aParagraph('Four died.'), aParagraph('Nobody denies it.'))
    const [anchor] = mapMargin(remark('a', 6, 12), before, after).comments
    expect(anchor?.from).toBe(anchor?.to)
    expect(anchor?.from).toBeGreaterThanOrEqual(5)
    expect(anchor?.to).toBeLessThanOrEqual(6)
  })

  it('never leaves the text, however little of it is left', () => {
    const after = aBody(aParagraph('It.'))
    for (const from of [1, 8, 20, 36]) {
      const [anchor] = mapMargin(remark('a', from, 37), before, after).comments
      expect(anchor?.from).toBeGreaterThanOrEqual(0)
      expect(anchor?.to).toBeLessThanOrEqual(5)
    }
  })

  it('of both is there after a merge, without what either removed', () => {
    const merged = aBody(aParagraph('Four people died there.'), aParagraph('Nobody denies it.'))
    const base = remark('old', 1, 5)
    const mine = { body: before, margin: { ...base, comments: [...base.comments, ...remark('mine', 6, 12).comments] } }
    const theirs = { body: merged, margin: remark('hers', 13, 17) }
    expect(mergeMargin({ base, mine, theirs }, merged).comments.map(({ id }) => id)).toEqual(['cmt_hers', 'cmt_mine'])
    expect(mergeMargin({ base, mine: { ...mine, margin: EMPTY_MARGIN }, theirs }, merged)).toEqual(theirs.margin)
  })
})
