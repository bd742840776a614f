import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IdKind, makeId, parseId } from '../src/ids.ts'

const kinds = fc.constantFrom<IdKind>('story', 'story-group', 'section', 'persona', 'note', 'claim')
const bytes = fc.uint8Array({ minLength: 16, maxLength: 32 })

describe('ids', () => {
  it('reads back every id it makes, as its own kind only', () => {
    fc.assert(
      fc.property(kinds, kinds, bytes, (kind, other, random) => {
        const id = makeId(kind, random)
        expect(parseId(kind, id)).toBe(id)
        expect(parseId(other, id)).toBe(other === kind ? id : undefined)
      }),
    )
  })

  it('uses no letter that is mistaken for another over a bad line', () => {
    fc.assert(
      fc.property(kinds, bytes, (kind, random) => {
        expect(makeId(kind, random)).toMatch(/^[a-z]{3}_[0-9a-hjkmnp-tv-z]{16}$/)
      }),
    )
  })

  it('tells eighty random bits apart', () => {
    const five = fc.uint8Array({ minLength: 16, maxLength: 16, max: 31 })
    fc.assert(
      fc.property(five, five, (one, other) => {
        const isSame = one.every((byte, index) => byte === other[index])
        expect(makeId('story', one) === makeId('story', other)).toBe(isSame)
      }),
    )
  })

  it.each([
    '',
    'sty',
    'sty_',
    'sty_A',
    'sty_a_b',
    'sty_a b',
    'sty-a',
    'STY_a',
    `sty_${'a'.repeat(33)}`,
    'sty_é',
    ' sty_a',
  ])('takes %j for no story', (text) => expect(parseId('story', text)).toBeUndefined())
})
