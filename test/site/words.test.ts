import { describe, expect, it } from 'vitest'
import { isUpdatedLater, momentWords, publicationStamp, publicationWords, weekdayWords } from '../../src/site/dates.ts'
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

  it('count as each language counts', () => {
    expect([0, 1, 2].map((stories) => count('en', stories))).toEqual(['0 stories', '1 story', '2 stories'])
    expect([0, 1, 2].map((stories) => count('fr', stories))).toEqual(['0 article', '1 article', '2 articles'])
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
    ['en', 'Pacific/Auckland', '2 August 2024, 03:10 GMT+12'],
  ])('in %s, in the zone %s, read %s', (language, zone, words) => {
    expect(plain(momentWords(at, { language, zone }))).toBe(words)
  })

  it('name the weekday without a comma', () => {
    const on = '2024-07-29' as LocalDate
    expect([weekdayWords(on, 'en'), weekdayWords(on, 'fr')]).toEqual(['Monday 29 July 2024', 'lundi 29 juillet 2024'])
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
