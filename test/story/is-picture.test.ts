import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPicture } from '../../src/story/is-picture.ts'
import { picture } from '../../src/story/picture-schema.ts'

const WHOLE: readonly Record<string, unknown>[] = [
  { kind: 'photo', pictureId: 'pic_0123456789abcdef', cover: null },
  { kind: 'photo', pictureId: 'pic_0123456789abcdef', cover: 'shows the dead' },
  { kind: 'missing', name: null, url: 'https://example.org/a.jpg' },
  { kind: 'map', bounds: [-4, 15, 2, 20], marks: [] },
  { kind: 'map', bounds: [-4, 15, 2, 20], marks: [{ label: 'Kidal', lat: 18.4, lon: 1.4, radiusKm: 5 }] },
  { kind: 'chart', unit: 'people', bars: [{ label: 'May', low: 1, high: 3, words: 'one to three' }] },
]

/** What may stand where something else should: in any place of a picture. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(null, '', 'a', 0, -1, 91, 181, 2001, Number.NaN, Infinity, [], {}, true, undefined),
  fc.constantFrom<unknown>([1, 2, 0, 3], [-4, 15, 2], [{ label: '', lat: 0, lon: 0, radiusKm: 0 }]),
  fc.constantFrom<unknown>(
    [{ label: 'a', low: 3, high: 1, words: 'b' }],
    [{ label: 'a', low: 1, high: 1, words: 'b' }],
  ),
)

describe('the editor’s judgement of a picture', () => {
  it.each(WHOLE)('takes one as it should be: %o', (one) => {
    expect(isPicture(one)).toBe(true)
  })

  it('is the same as the document’s, whatever stands in a picture’s fields', () => {
    const changed = fc
      .tuple(
        fc.constantFrom(...WHOLE),
        fc.constantFrom('kind', 'cover', 'name', 'bounds', 'marks', 'unit', 'bars'),
        strange,
      )
      .map(([one, field, value]) => ({ ...one, [field]: value }))
    const lacking = fc
      .tuple(fc.constantFrom(...WHOLE), fc.nat(3))
      .map(([one, at]) => Object.fromEntries(Object.entries(one).filter((_, index) => index !== at)))
    fc.assert(
      fc.property(fc.oneof(changed, lacking, strange), (value) => {
        expect(isPicture(value)).toBe(picture.safeParse(value).success)
      }),
      { numRuns: 400 },
    )
  })
})
