import { describe, expect, it } from 'vitest'
import { CODEBOOK } from '../../../src/record/codebook.ts'
import { codebookJson, codebookMarkdown } from '../../../src/site/open-data/codebook-text.ts'
import { TABLE_NAMES, TABLES } from '../../../src/site/open-data/tables.ts'

describe('the codebook', () => {
  it('stands in docs/codebook.md as the program has it (vitest -u writes it anew)', async () => {
    await expect(codebookMarkdown()).toMatchFileSnapshot('../../../docs/codebook.md')
  })

  it('defines every word in both languages, and every column', () => {
    const text = codebookMarkdown()
    for (const words of Object.values(CODEBOOK)) {
      for (const [word, { meaning }] of Object.entries(words)) {
        expect(text).toContain(`| \`${word}\` | `)
        expect(text).toContain(meaning.en.replaceAll('|', '\\|'))
        expect(text).toContain(meaning.fr.replaceAll('|', '\\|'))
      }
    }
    for (const table of TABLE_NAMES) {
      for (const { name } of TABLES[table]) expect(text).toContain(`| \`${name}\` | `)
    }
  })

  it('has in each row as many cells as its table has columns', () => {
    const counts = codebookMarkdown()
      .split('\n')
      .filter((line) => line.startsWith('|'))
      .map((line) => line.replaceAll('\\|', '').split('|').length - 2)
    expect(new Set(counts)).toEqual(new Set([3, 4]))
  })

  it('comes for programs too', () => {
    expect(JSON.parse(JSON.stringify(codebookJson()))).toMatchObject({
      tables: {
        cells: { columns: expect.arrayContaining([expect.objectContaining({ name: 'low', type: 'integer' })]) },
      },
      vocabularies: { measure: { killed: { name: { en: expect.any(String), fr: expect.any(String) } } } },
    })
  })
})
