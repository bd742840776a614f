import { expect, it } from 'vitest'
import { saysTheSame } from '../../src/studio/publishing/says-the-same.ts'

const words = (...marks: { type: string; attrs?: object }[]) => ({ type: 'text', text: '50 killed', marks })
const bold = { type: 'strong' }
const claim = (claimId: string) => ({ type: 'claim', attrs: { claimId } })

it('holds a text for the same, whatever order its fields and the marks on its words were written in', () => {
  expect(saysTheSame(words(bold, claim('clm_1')), words(claim('clm_1'), bold))).toBe(true)
  expect(saysTheSame({ a: 1, b: undefined }, { a: 1 })).toBe(true)
})

it('tells apart other words, other marks and another order of words', () => {
  expect(saysTheSame(words(bold, claim('clm_1')), words(claim('clm_2'), bold))).toBe(false)
  expect(saysTheSame(words(bold), words(bold, claim('clm_1')))).toBe(false)
  expect(saysTheSame(['one', 'two'], ['two', 'one'])).toBe(false)
})
