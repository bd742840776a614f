import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edtfWords } from '../../src/record/edtf-words.ts'
import { resolveRelative } from '../../src/record/relative-date.ts'
import { at } from '../builders.ts'
import { dayPairs, days } from './edtfs.ts'
import { edtf as date } from './short-forms.ts'

const BAMAKO = 'Africa/Bamako'
const VLADIVOSTOK = 'Asia/Vladivostok'
/** Worked example 13: half past one on the night to Sunday 28 July 2024, in Mali. */
const NIGHT = at('2024-07-28T01:30:00Z')
const EVENING = at('2024-07-28T20:30:00Z')

const inMali = (words: string, language: string, tense?: 'past') =>
  resolveRelative(words, { publishedAt: NIGHT, zone: BAMAKO, language, ...(tense && { tense }) })

describe('words about a day, published on Sunday 28 July 2024', () => {
  it('take “on Saturday” for the day before, wherever it happened (worked example 13)', () => {
    for (const zone of [BAMAKO, VLADIVOSTOK]) {
      const anchor = { publishedAt: NIGHT, zone, language: 'en' }
      expect(resolveRelative('on Saturday', { ...anchor, tense: 'past' })).toBe('2024-07-27')
      expect(resolveRelative('on Saturday', anchor)).toBe('2024-07-27?')
    }
  })

  it('take “overnight” for the night that ends that morning (worked example 13)', () => {
    expect(inMali('Overnight', 'en')).toBe('2024-07-27/2024-07-28')
  })

  it('count “yesterday” where it happened, not where it was written (worked example 13)', () => {
    const anchor = { publishedAt: EVENING, language: 'en' }
    expect(resolveRelative('yesterday', { ...anchor, zone: BAMAKO })).toBe('2024-07-27')
    expect(resolveRelative('yesterday', { ...anchor, zone: VLADIVOSTOK })).toBe('2024-07-28')
  })

  it.each([
    ['today', '2024-07-28'],
    ['this morning', '2024-07-28'],
    ['Yesterday evening', '2024-07-27'],
    ['the day before yesterday', '2024-07-26'],
    ['two days ago', '2024-07-26'],
    ['last night', '2024-07-27/2024-07-28'],
    ['on Sunday', '2024-07-28?'],
    ['Monday', '2024-07-22?'],
    ['on Friday evening', '2024-07-26?'],
    ['last Sunday', '2024-07-21?'],
    ['overnight from Saturday to Sunday', '2024-07-27?/2024-07-28?'],
    ['27 July', '2024-07-27'],
    ['on 27 July 2024', '2024-07-27'],
    ['July 27, 2024', '2024-07-27'],
    ['Saturday, July 27', '2024-07-27'],
    ['29 July', '2023-07-29'],
    ['in July', '2024-07'],
    ['in August', '2023-08'],
    ['July 2024', '2024-07'],
    ['25 to 27 July', '2024-07-25/2024-07-27'],
    ['between 25 and 27 July 2024', '2024-07-25/2024-07-27'],
    ['25-27 July', '2024-07-25/2024-07-27'],
    ['28 December to 2 January', '2023-12-28/2024-01-02'],
    ['25 or 26 July', '[2024-07-25,2024-07-26]'],
    ['since 22 July', '2024-07-22/..'],
    ['on or before 27 July', '/2024-07-27'],
    ['around 27 October 2023', '2023-10-27~'],
    ['2024-07-XX', '2024-07-XX'],
  ])('“%s” is %s', (words, edtf) => {
    expect(inMali(words, 'en')).toBe(edtf)
  })

  it.each([
    ['aujourd’hui', '2024-07-28'],
    ['ce matin', '2024-07-28'],
    ['hier', '2024-07-27'],
    ['Hier soir', '2024-07-27'],
    ['avant-hier', '2024-07-26'],
    ['il y a trois jours', '2024-07-25'],
    ['la nuit dernière', '2024-07-27/2024-07-28'],
    ['dans la nuit de samedi à dimanche', '2024-07-27?/2024-07-28?'],
    ['samedi', '2024-07-27?'],
    ['samedi dernier', '2024-07-27'],
    ['dimanche dernier', '2024-07-21'],
    ['mercredi matin', '2024-07-24?'],
    ['le 27 juillet', '2024-07-27'],
    ['samedi 27 juillet 2024', '2024-07-27'],
    ['le 1er août 2023', '2023-08-01'],
    ['en juillet', '2024-07'],
    ['du 25 au 27 juillet', '2024-07-25/2024-07-27'],
    ['entre le 25 et le 27 juillet', '2024-07-25/2024-07-27'],
    ['depuis le 22 juillet', '2024-07-22/..'],
    ['au plus tard le 27 juillet', '/2024-07-27'],
  ])('«%s» is %s', (words, edtf) => {
    expect(inMali(words, 'fr')).toBe(edtf)
  })

  it('is sure of a weekday and of «cette nuit» where the tense says that it is over', () => {
    expect(inMali('samedi', 'fr', 'past')).toBe('2024-07-27')
    expect(inMali('cette nuit', 'fr', 'past')).toBe('2024-07-27/2024-07-28')
    expect(inMali('cette nuit', 'fr')).toBe('2024-07-27?/2024-07-28?')
    expect(inMali('dans la nuit de samedi à dimanche', 'fr', 'past')).toBe('2024-07-27/2024-07-28')
  })

  it.each([
    ['soon', 'en'],
    ['', 'en'],
    ['31 June 2024', 'en'],
    ['Sunday 27 July 2024', 'en'],
    ['27 to 25 July 2024', 'en'],
    ['overnight from Saturday to Monday', 'en'],
    ['next Saturday', 'en'],
    ['27', 'en'],
    ['le 31 juin', 'fr'],
    ['jui', 'fr'],
    ['samedi', 'en'],
  ])('“%s” (%s) names no date', (words, language) => {
    expect(inMali(words, language)).toBeUndefined()
  })

  it.each(['en', 'fr'])('read back what the record itself writes (%s)', (language) => {
    const written = fc.oneof(
      days,
      fc.tuple(days, fc.constantFrom('~', '?', '%')).map((parts) => parts.join('')),
      days.map((day) => day.slice(0, 7)),
      days.map((day) => `${day.slice(0, 7)}-XX`),
      days.map((day) => `${day.slice(0, 4)}-XX-XX`),
      days.map((day) => day.slice(0, 4)),
      dayPairs.map((pair) => pair.join('/')),
      dayPairs.map((pair) => `[${pair.join(',')}]`),
      days.map((day) => `/${day}`),
      days.map((day) => `${day}/..`),
      days.map((day) => `../${day}`),
    )
    fc.assert(
      fc.property(written, (edtf) => {
        expect(inMali(edtfWords(date(edtf), language), language)).toBe(edtf)
      }),
    )
  })

  it('put a bare weekday within the last week', () => {
    const instants = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(instants, fc.constantFrom('monday', 'thursday', 'sunday'), (when, weekday) => {
        const publishedAt = at(when.toISOString())
        const day = resolveRelative(weekday, { publishedAt, zone: 'UTC', language: 'en', tense: 'past' }) ?? ''
        const passed = (Date.parse(publishedAt.slice(0, 10)) - Date.parse(day)) / 86_400_000
        expect(passed >= 0 && passed < 7).toBe(true)
      }),
    )
  })
})
