import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OnrecordError } from '../../src/errors.ts'
import { type Upcaster, upcast } from '../../src/story/upcast.ts'
import { aBody, aParagraph } from '../builders.ts'

/** Three releases: the first called the text `words`, the second added a language, the third a list. */
const steps: readonly Upcaster[] = [
  ({ words, ...rest }) => ({ ...rest, version: 2, text: words }),
  (document) => ({ ...document, version: 3, language: 'en' }),
  ({ text, ...rest }) => ({ ...rest, version: 4, content: [text] }),
]

describe('raising old documents', () => {
  it('goes step by step from any release to the present one', () => {
    const present = { version: 4, language: 'en', content: ['Tinzaouaten'] }
    expect(upcast({ version: 1, words: 'Tinzaouaten' }, steps, 4)).toEqual(present)
    expect(upcast({ version: 2, text: 'Tinzaouaten' }, steps, 4)).toEqual(present)
    expect(upcast({ version: 3, text: 'Tinzaouaten', language: 'en' }, steps, 4)).toEqual(present)
  })

  it('arrives at the same document whether it stops on the way or not', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 4 }), (words, stop) => {
        const first = { version: 1, words }
        expect(upcast(upcast(first, steps, stop), steps, 4)).toEqual(upcast(first, steps, 4))
      }),
    )
  })

  it('leaves the stored document as it was', () => {
    const stored = Object.freeze({ version: 1, words: 'Kidal' })
    upcast(stored, steps, 4)
    expect(stored).toEqual({ version: 1, words: 'Kidal' })
  })

  it('returns a document of the present release as it is', () => {
    const body = aBody(aParagraph('Kidal'))
    expect(upcast(body)).toBe(body)
  })

  it('refuses a document from a later release, naming both', () => {
    expect(() => upcast({ version: 5 }, steps, 4)).toThrow(
      expect.objectContaining({ code: 'database-newer', message: expect.stringMatching(/version 5.*up to 4/) }),
    )
  })

  it.each([null, undefined, 'text', 7, [], {}, { version: 0 }, { version: 1.5 }, { version: '1' }, { version: -1 }])(
    'takes %j for no document',
    (json) => {
      expect(() => upcast(json)).toThrow(OnrecordError)
      expect(() => upcast(json)).toThrow(/no story document/)
    },
  )
})
