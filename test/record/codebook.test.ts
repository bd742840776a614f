import { describe, expect, it } from 'vitest'
import { CODEBOOK, type Vocabulary, definitionsOf } from '../../src/record/codebook.ts'
import { VAGUE_FLOORS } from '../../src/record/quantity-bounds.ts'

const VOCABULARIES = Object.keys(CODEBOOK) as Vocabulary[]
const all = VOCABULARIES.flatMap((vocabulary) =>
  definitionsOf(vocabulary).map(([word, entry]) => ({ vocabulary, word, entry })),
)

describe('the codebook', () => {
  it.each(all)('explains $vocabulary $word in one sentence of each language', ({ entry }) => {
    for (const sentence of [entry.meaning.en, entry.meaning.fr]) {
      expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
      expect(sentence.match(/\.(?= |$)/g)).toHaveLength(1)
    }
    expect(entry.name.en).not.toBe('')
    expect(entry.name.fr).not.toBe('')
  })

  it.each(VOCABULARIES)('calls no two words of %s alike', (vocabulary) => {
    for (const language of ['en', 'fr'] as const) {
      const names = definitionsOf(vocabulary).map(([, entry]) => entry.name[language])
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('has no terrorists and no rebels', () => {
    expect(JSON.stringify(CODEBOOK['actor-kind'])).not.toMatch(/terroris|rebel/i)
  })

  it('gives vague words the floors that are counted with', () => {
    for (const [term, floor] of Object.entries(VAGUE_FLOORS)) {
      expect(JSON.stringify(CODEBOOK['vague-term'][term as keyof typeof VAGUE_FLOORS])).toContain(` ${floor} `)
    }
  })
})
