import { expect, it } from 'vitest'
import { readText } from '../../src/desk/read-text.ts'
import { aContext, plainDeskText } from './passages/judge.ts'

it.each([
  ['en', 'The army accused JNIM of killing 12 civilians in Kidal.', 'JNIM', 'accused', 'The army'],
  ['en', 'The governor blamed ISWAP for the raid on the market.', 'ISWAP', 'accused', 'The governor'],
  ['en', 'JNIM claimed responsibility for the ambush.', 'JNIM', 'claimed', null],
  ['fr', "L'armée a accusé le JNIM d'avoir tué douze civils.", 'JNIM', 'accused', "L'armée"],
] as const)('%s: %s', (language, text, actor, kind, by) => {
  const { responsibilities } = readText(plainDeskText(text), aContext({ language }))
  expect(responsibilities.map((one) => [one.actor.text, one.kind, one.claimant?.text ?? null])).toEqual([
    [actor, kind, by],
  ])
})
