import { describe, expect, it } from 'vitest'
import { progressWords } from '../../src/cli/progress.ts'

describe('the line that tells how far a long work is', () => {
  it('counts and gives the rate where nobody knows how much there is', () => {
    expect(progressWords({ done: 12_400, what: 'stories', ms: 4_000, share: null })).toBe(
      '12,400 stories, 3,100 a second',
    )
  })

  it('tells the share and the time left where it is known, and guesses nothing in the first moments', () => {
    expect(progressWords({ done: 900, what: 'stories', ms: 1_000, share: 0.1 })).toBe('900 stories, 900 a second, 10 %')
    expect(progressWords({ done: 900, what: 'stories', ms: 10_000, share: 0.25 })).toContain('25 %, about 30 s left')
    expect(progressWords({ done: 9, what: 'stories', ms: 60_000, share: 0.2 })).toContain('about 4 min left')
    expect(progressWords({ done: 9, what: 'stories', ms: 3_600_000, share: 0.4 })).toContain('about 1 h 30 min left')
  })

  it('never passes a hundred', () => {
    expect(progressWords({ done: 9, what: 'files', ms: 9_000, share: 1.2 })).toContain('100 %, about 0 s left')
  })
})
