import { describe, expect, it } from 'vitest'
import type { KnownName } from '../../src/desk/desk-text.ts'
import { dateRots } from '../../src/desk/findings/date-rots.ts'
import { nameAgainstRecord } from '../../src/desk/findings/name-against-record.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { type GivenDate, givenText, type Written } from './findings-builder.ts'

const dates = (text: Written, ...dates: GivenDate[]) =>
  dateRots(givenText({ paragraphs: [text], dates })).map(({ words, fix }) => [words, fix])

describe('days without their date', () => {
  it.each<[string, GivenDate]>([
    ['The column left on Saturday.', { words: 'on Saturday', instead: 'on Saturday 27 July 2024' }],
    ['The bridge fell yesterday.', { words: 'yesterday', instead: 'on Sunday 28 July 2024' }],
    ['Schools reopen this year.', { words: 'this year', instead: 'in 2024' }],
    ['He left overnight.', { words: 'overnight' }],
    ['La colonne est partie samedi.', { words: 'samedi', instead: 'samedi 27 juillet 2024' }],
    ['Le pont est tombé hier.', { words: 'hier', instead: 'dimanche 28 juillet 2024' }],
    ['Les écoles rouvrent cette année.', { words: 'cette année', instead: 'en 2024' }],
    ['Il est parti la nuit dernière.', { words: 'la nuit dernière' }],
  ])('are underlined with the date to write: “%s”', (text, date) => {
    expect(dates(text, date)).toEqual([[date.words, date.instead ?? null]])
  })

  it.each<[Written, GivenDate]>([
    ['The column left on Saturday 27 July.', { words: 'on Saturday 27 July', rots: false }],
    ['The bridge fell on 28 July.', { words: 'on 28 July', rots: false }],
    ['The mayor said: “They left yesterday.”', { words: 'yesterday' }],
    ['“They left on Saturday,” the mayor said.', { words: 'on Saturday' }],
    [{ kind: 'quote', text: 'They left yesterday.' }, { words: 'yesterday' }],
    ['La colonne est partie samedi 27 juillet.', { words: 'samedi 27 juillet', rots: false }],
    ['Le maire a dit\u00a0: «\u00a0Ils sont partis hier.\u00a0»', { words: 'hier' }],
    [{ kind: 'quote', text: 'Ils sont partis hier.' }, { words: 'hier' }],
  ])('are left alone where they are dated or somebody else’s: %j', (text, date) => {
    expect(dates(text, date)).toEqual([])
  })
})

const known = (entryId: string, kind: KnownName['kind'], name: string, ...aliases: string[]): KnownName => ({
  entryId,
  kind,
  name,
  aliases,
  actorKind: null,
  zone: null,
})

describe('names spelled against the record', () => {
  const record = [
    known('plc_1', 'place', 'Tinzaouaten', 'Tin Zaouatine'),
    known('plc_2', 'place', 'Ouagadougou'),
    known('plc_3', 'place', 'Timbuktu', 'Tombouctou'),
    known('act_1', 'actor', 'Azawad Permanent Framework'),
  ]
  const spelled = (language: DeskLanguage, text: string) =>
    nameAgainstRecord(givenText({ language, paragraphs: [text], context: { known: record } })).map(
      ({ words, fix }) => `${words} → ${fix}`,
    )

  it.each<[DeskLanguage, string, string]>([
    ['en', 'The column left for Tinzawatene at dawn.', 'Tinzawatene → Tinzaouaten'],
    ['en', 'In Tinzawaten, all is quiet.', 'Tinzawaten → Tinzaouaten'],
    ['en', 'Tinzawaten is quiet.', 'Tinzawaten → Tinzaouaten'],
    ['en', 'Talks were held in Ouagadogou.', 'Ouagadogou → Ouagadougou'],
    ['en', 'A market in Timbuctu was closed.', 'Timbuctu → Timbuktu'],
    ['fr', 'La colonne est partie pour Tinzawatene à l’aube.', 'Tinzawatene → Tinzaouaten'],
    ['fr', 'À Tinzawaten, tout est calme.', 'Tinzawaten → Tinzaouaten'],
    ['fr', 'Des pourparlers ont eu lieu à Ouagadogou.', 'Ouagadogou → Ouagadougou'],
  ])('%s: are underlined in “%s”', (language, text, words) => {
    expect(spelled(language, text)).toEqual([words])
  })

  it.each<[DeskLanguage, string]>([
    ['en', 'The column left for Tinzaouaten at dawn.'],
    ['en', 'The column left for Tin Zaouatine at dawn.'],
    ['en', 'The column left for Kidal at dawn.'],
    ['en', 'It is also spelled Tombouctou.'],
    ['en', 'The Azawad Permanent Framework signed.'],
    ['en', 'THE COLUMN LEFT FOR TINZAWATENE AT DAWN.'],
    ['en', 'The tinzawatene road is closed.'],
    ['fr', 'La colonne est partie pour Tinzaouaten à l’aube.'],
    ['fr', 'La colonne est partie pour Gao à l’aube.'],
    ['fr', 'Les routes de Tombouctou sont coupées.'],
  ])('%s: are none in “%s”', (language, text) => {
    expect(spelled(language, text)).toEqual([])
  })
})
