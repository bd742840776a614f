import { describe, expect, it } from 'vitest'
import { readDateline } from '../../src/desk/dates/read-dateline.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import type { LocalDate } from '../../src/time.ts'

const read = (text: string, language: DeskLanguage) => {
  const found = readDateline(text, language, '2024-07-30' as LocalDate)
  if (!found) return null
  for (const named of [found.place, found.agency]) {
    if (named) expect(text.slice(named.span.start, named.span.end)).toBe(named.words)
  }
  return [found.place?.words ?? '', found.agency?.words ?? '', found.on ?? '', text.slice(found.end)].join('|')
}

describe('what a story begins with', () => {
  it.each([
    ['BAMAKO, July 29 (Reuters) - Nine soldiers died.', 'BAMAKO|Reuters|2024-07-29|Nine soldiers died.'],
    ['KHARTOUM, Sudan (AP) — Nine soldiers died.', 'KHARTOUM|AP||Nine soldiers died.'],
    ['NIAMEY – Nine soldiers died.', 'NIAMEY|||Nine soldiers died.'],
    ['Jul 29, 2024', '||2024-07-29|'],
    ['SAN SALVADOR, 3 JAN 90 -- [REPORT] [TEXT] NINE SOLDIERS DIED.', 'SAN SALVADOR||1990-01-03|NINE SOLDIERS DIED.'],
    ['(AFP) - Nine soldiers died.', '|AFP||Nine soldiers died.'],
  ])('“%s”', (text, dateline) => {
    expect(read(text, 'en')).toBe(dateline)
  })

  it.each([
    ['22 juin 2012. - Cette nuit, neuf soldats sont morts.', '||2012-06-22|Cette nuit, neuf soldats sont morts.'],
    ['22 juin 2012. Neuf soldats sont morts.', '||2012-06-22|Neuf soldats sont morts.'],
    ['Goma, le 3 mai 2024 – Neuf soldats sont morts.', 'Goma||2024-05-03|Neuf soldats sont morts.'],
    ['Port-au-Prince, 3 mai 2024 (AFP) - Neuf morts.', 'Port-au-Prince|AFP|2024-05-03|Neuf morts.'],
  ])('«%s»', (text, dateline) => {
    expect(read(text, 'fr')).toBe(dateline)
  })

  it('knows the year of a wire by itself where nobody knows when it went out', () => {
    expect(readDateline('LIMA, 9 JAN 90 (EFE) -- [TEXT] NINE DIED.', 'en')).toMatchObject({
      place: { words: 'LIMA' },
      agency: { words: 'EFE' },
      on: '1990-01-09',
    })
  })

  it.each([
    'Gunmen – three of them – killed nine people on Saturday.',
    'Gunmen killed nine people on 27 July 2024 - the worst attack this year.',
    'On 27 July 2024, nine people died.',
    'Troops of the Army (JTF) on Saturday - the second day - killed nine.',
    'The toll rose to nine on Saturday.',
    'UNHCR said nine people died – two of them children.',
    '',
  ])('is nothing in “%s”', (text) => {
    expect(read(text, 'en')).toBeNull()
  })
})
