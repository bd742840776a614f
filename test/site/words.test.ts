import { IntlMessageFormat } from 'intl-messageformat'
import { describe, expect, it } from 'vitest'
import { edtfWords } from '../../src/record/edtf-words.ts'
import { quantityWords } from '../../src/record/quantity-words.ts'
import type { Edtf } from '../../src/record/when.ts'
import { isUpdatedLater, momentWords, publicationStamp, publicationWords, weekdayWords } from '../../src/site/dates.ts'
import { ar } from '../../src/site/messages/ar.ts'
import { en } from '../../src/site/messages/en.ts'
import { fr } from '../../src/site/messages/fr.ts'
import { message } from '../../src/site/messages/message.ts'
import type { LocalDate } from '../../src/time.ts'
import { instant } from './paper.ts'

const plain = (words: string): string => words.replaceAll(/[\u00a0\u202f]/g, ' ')
const values = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1] ?? '').toSorted()

const count = (language: string, stories: number) => message(language, 'front.stories', { count: stories })

const first = (precision: 'day' | 'minute') => ({ at: instant('2024-07-29T12:00:00.000Z'), precision })

const isLater = (precision: 'day' | 'minute', updatedAt: string) =>
  isUpdatedLater(first(precision), instant(updatedAt), 'Africa/Bamako')

describe('the interface’s words', () => {
  it('are complete in both languages, and need the same values', () => {
    expect(Object.keys(fr).toSorted()).toEqual(Object.keys(en).toSorted())
    for (const [key, text] of Object.entries(en)) {
      expect([key, values(fr[key as keyof typeof en])]).toEqual([key, values(text)])
    }
  })

  it('are in Arabic, as far as they go, messages of ours that need the same values', () => {
    for (const [key, text] of Object.entries(ar)) {
      const named = (one: string) => [...new Set(values(one))]
      expect([key, named(text)]).toEqual([key, named(en[key as keyof typeof en])])
      expect(() => new IntlMessageFormat(text, 'ar', undefined, { ignoreTag: true })).not.toThrow()
    }
    const readers = Object.keys(en).filter((key) => !(key in ar))
    expect(readers).toEqual(['empty.newsroomTitle', 'empty.newsroom'])
  })

  it('count as each language counts', () => {
    expect([0, 1, 2].map((stories) => count('en', stories))).toEqual(['0 stories', '1 story', '2 stories'])
    expect([0, 1, 2].map((stories) => count('fr', stories))).toEqual(['0 article', '1 article', '2 articles'])
  })

  it('count in Arabic by its six forms, with the digits of its western papers', () => {
    expect([0, 1, 2, 3, 11, 100, 1200].map((stories) => count('ar', stories))).toEqual([
      'لا مقالات',
      'مقال واحد',
      'مقالان',
      '3 مقالات',
      '11 مقالاً',
      '100 مقال',
      '1,200 مقال',
    ])
  })

  it('keep what is written from left to right together in an Arabic line', () => {
    expect(
      ['CSP-PSD', 'فاغنر'].map((claimant) => message('ar', 'ledger.plotItem', { claimant, figure: '50' })),
    ).toEqual(['\u2066CSP-PSD\u2069 50', 'فاغنر 50'])
    const credit = 'Onrecord، عن Natural Earth'
    expect(message('ar', 'figure.credit', { credit })).toBe(`المصدر: \u2067${credit}\u2069`)
    expect(message('ar', 'empty.newsroomTitle')).toBe('\u2066For the newsroom\u2069')
    expect(message('ur', 'story.published')).toBe('\u2066Published\u2069')
  })

  it('say a figure and a date of the record in Arabic, no more exactly than they are known', () => {
    const figure = { kind: 'atLeast', n: 1200, verbatim: 'at least 1,200', lang: 'en' } as const
    expect(quantityWords(figure, 'ar')).toBe('1,200 على الأقل')
    expect(quantityWords({ kind: 'some', verbatim: 'heavy losses', lang: 'en' }, 'ar')).toBe(
      '«\u2068heavy losses\u2069»',
    )
    const said = [
      '2024-07-27',
      '2024-07-25/2024-07-27',
      '/2024-07-27',
      '[2024-07-25,2024-07-26]',
      '2024-07-XX',
      '2024-22?',
    ]
    expect(said.map((edtf) => edtfWords(edtf as Edtf, 'ar'))).toEqual([
      '27 يوليو 2024',
      'من 25 إلى 27 يوليو 2024',
      '27 يوليو 2024 أو قبله',
      '25 أو 26 يوليو 2024',
      'يوم ما من يوليو 2024',
      'ربما صيف 2024',
    ])
  })

  it('are English where we do not speak the paper’s language', () => {
    expect(message('sw', 'story.published')).toBe('Published')
    expect(message('fr-CD', 'story.published')).toBe('Publié le')
  })

  it('pass a name through as it is, braces and tags and all', () => {
    expect(message('en', 'front.stories', { count: 1 })).toBe('1 story')
    expect(message('en', 'empty.author', { author: '<b>{x}</b>' })).toBe('There are no stories by <b>{x}</b> yet.')
  })
})

describe('dates', () => {
  const at = instant('2024-08-01T15:10:00.000Z')

  it.each([
    ['en', 'Africa/Bamako', '1 August 2024, 15:10 GMT'],
    ['en', 'UTC', '1 August 2024, 15:10 GMT'],
    ['en', 'Africa/Kigali', '1 August 2024, 17:10 GMT+2'],
    ['fr', 'Africa/Bamako', '1er août 2024, 15 h 10 GMT'],
    ['fr', 'Asia/Kolkata', '1er août 2024, 20 h 40 GMT+5:30'],
    ['ar', 'Africa/Bamako', '1 أغسطس 2024، 15:10 GMT'],
    ['en', 'Pacific/Auckland', '2 August 2024, 03:10 GMT+12'],
  ])('in %s, in the zone %s, read %s', (language, zone, words) => {
    expect(plain(momentWords(at, { language, zone }))).toBe(words)
  })

  it('name the weekday without a comma', () => {
    const on = '2024-07-29' as LocalDate
    expect(['en', 'fr', 'ar', 'ar-MA', 'ar-SA'].map((language) => weekdayWords(on, language))).toEqual([
      'Monday 29 July 2024',
      'lundi 29 juillet 2024',
      'الاثنين 29 يوليو 2024',
      'الاثنين 29 يوليوز 2024',
      'الاثنين 29 يوليو 2024',
    ])
  })

  it('of an import known to the day show no time', () => {
    const first = { at: instant('2024-07-29T12:00:00.000Z'), precision: 'day' } as const
    const style = { language: 'en', zone: 'Africa/Bamako' }
    expect([publicationWords(first, style), publicationStamp(first, style.zone)]).toEqual([
      '29 July 2024',
      '2024-07-29',
    ])
  })

  it('call a story updated a minute later, or a day later where only the day is known', () => {
    expect(isLater('minute', '2024-07-29T12:00:30.000Z')).toBe(false)
    expect(isLater('minute', '2024-07-29T12:01:00.000Z')).toBe(true)
    expect(isLater('day', '2024-07-29T23:00:00.000Z')).toBe(false)
    expect(isLater('day', '2024-07-30T00:00:00.000Z')).toBe(true)
  })
})
