import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { edtfBounds, edtfPrecision, faultOfEdtf, isOngoing, parseEdtf } from '../../src/record/edtf.ts'
import { edtfWords } from '../../src/record/edtf-words.ts'
import { edtfs } from './edtfs.ts'
import { edtf as date } from './short-forms.ts'

describe('a date with its precision', () => {
  it.each([
    ['2024-07-27', 1, 1, '2024-07-27', '2024-07-27'],
    ['2024-07-25/2024-07-27', 2, 2, '2024-07-25', '2024-07-27'],
    ['[2024-07-25,2024-07-26]', 2, 2, '2024-07-25', '2024-07-26'],
    ['2024-07-27~', 2, 2, '2024-07-27', '2024-07-27'],
    ['2024-07-27?', 2, 2, '2024-07-27', '2024-07-27'],
    ['2024-07-27%', 2, 2, '2024-07-27', '2024-07-27'],
    ['2024-07-XX', 4, 3, '2024-07-01', '2024-07-31'],
    ['2024-07', 4, 3, '2024-07-01', '2024-07-31'],
    ['/2024-07-27', 5, 3, null, '2024-07-27'],
    ['2024-07-22/..', null, null, '2024-07-22', null],
    ['2024-07-22/', 5, 3, '2024-07-22', null],
    ['../2024-07-22', 5, 3, null, '2024-07-22'],
    ['2024-07-22/2024-07-27', 2, 2, '2024-07-22', '2024-07-27'],
    ['2024-07-22/2024-07-28', 3, 2, '2024-07-22', '2024-07-28'],
    ['2024-07-22/2024-07-29', 4, 3, '2024-07-22', '2024-07-29'],
    ['2024', 5, 3, '2024-01-01', '2024-12-31'],
    ['2024-XX', 5, 3, '2024-01-01', '2024-12-31'],
    ['2024-XX-XX', 5, 3, '2024-01-01', '2024-12-31'],
    ['2024-02', 4, 3, '2024-02-01', '2024-02-29'],
    ['2023-02', 4, 3, '2023-02-01', '2023-02-28'],
    ['201X', 5, 3, '2010-01-01', '2019-12-31'],
    ['20XX', 5, 3, '2000-01-01', '2099-12-31'],
    ['2024-22', 5, 3, '2023-12-01', '2025-02-28'],
    ['2024-06-XX/2024-07-03', 5, 3, '2024-06-01', '2024-07-03'],
  ])('%s', (text, ucdp, acled, earliest, latest) => {
    const edtf = date(text)
    expect(edtfPrecision(edtf)).toEqual({ ucdp, acled })
    expect(edtfBounds(edtf)).toEqual({ earliest, latest })
  })

  it.each([
    ['2024-06-31', 'no-such-day'],
    ['2023-02-29', 'no-such-day'],
    ['2024-13', 'no-such-day'],
    ['2024-00-XX', 'no-such-day'],
    ['2024-06-01/2024-06-31', 'no-such-day'],
    ['[2024-06-30,2024-06-31]', 'no-such-day'],
    ['2024-07-27/2024-07-22', 'upside-down'],
    ['2024-08/2024-07', 'upside-down'],
    ['2024-07-27T12:00:00Z', 'time-of-day'],
    ['/', 'says-nothing'],
    ['/..', 'says-nothing'],
    ['../..', 'says-nothing'],
    ['', 'not-edtf'],
    ['27 July 2024', 'not-edtf'],
    ['2024-7-27', 'not-edtf'],
    ['2024-XX-27', 'not-edtf'],
    ['20XX-07', 'not-edtf'],
    ['2024-21-03', 'not-edtf'],
    ['[2024-07-25]', 'not-edtf'],
    ['[2024-07-25,2024-07-25]', 'not-edtf'],
    ['2024-07-25/2024-07-26/2024-07-27', 'not-edtf'],
    ['2024-07-27 ', 'not-edtf'],
  ])('“%s” is refused: %s', (text, fault) => {
    expect(parseEdtf(text)).toBeUndefined()
    expect(faultOfEdtf(text)).toBe(fault)
  })

  it('goes on only where its end is open, not where nobody knows it', () => {
    expect(isOngoing(date('2024-07-22/..'))).toBe(true)
    expect(isOngoing(date('2024-07-22/'))).toBe(false)
    expect(isOngoing(date('../2024-07-22'))).toBe(false)
  })

  it('never begins after it ends, whatever its form', () => {
    fc.assert(
      fc.property(edtfs, (text) => {
        const { earliest, latest } = edtfBounds(date(text))
        expect((earliest ?? '0000') <= (latest ?? '9999-12-31')).toBe(true)
        expect(earliest === null && latest === null).toBe(false)
      }),
    )
  })

  it('can be worded in both languages, with no X, sign or slash left', () => {
    fc.assert(
      fc.property(edtfs, (text) => {
        for (const language of ['en', 'fr']) expect(edtfWords(date(text), language)).toMatch(/^[^X~?%/[\]]+$/)
      }),
    )
  })

  it('reads any text without failing', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'0123456789-/.[],X~?%'.split('')) })
    fc.assert(
      fc.property(letters, (text) => {
        expect(parseEdtf(text) === undefined).toBe(faultOfEdtf(text) !== null)
      }),
    )
  })
})

describe('a date in words', () => {
  it.each([
    ['2024-07-27', '27 July 2024', '27 juillet 2024'],
    ['2024-08-01', '1 August 2024', '1er août 2024'],
    ['2024-07-25/2024-07-27', '25 to 27 July 2024', 'du 25 au 27 juillet 2024'],
    ['2024-07-28/2024-08-01', '28 July to 1 August 2024', 'du 28 juillet au 1er août 2024'],
    ['2024-12-28/2025-01-02', '28 December 2024 to 2 January 2025', 'du 28 décembre 2024 au 2 janvier 2025'],
    ['2024-07-27/2024-07-27', '27 July 2024', '27 juillet 2024'],
    ['2024-04/2024-06', 'April 2024 to June 2024', 'd’avril 2024 à juin 2024'],
    ['/2024-07-27', 'on or before 27 July 2024', 'au plus tard le 27 juillet 2024'],
    ['/2024-07', 'in or before July 2024', 'au plus tard en juillet 2024'],
    ['2024-07-22/..', 'since 22 July 2024', 'depuis le 22 juillet 2024'],
    ['2024-07-22/', 'from 22 July 2024 on, end not known', 'à partir du 22 juillet 2024, fin inconnue'],
    ['../2024-07-22', 'until 22 July 2024', 'jusqu’au 22 juillet 2024'],
    ['[2024-07-25,2024-07-26]', '25 or 26 July 2024', '25 ou 26 juillet 2024'],
    ['[2024-07-31,2024-08-01]', '31 July or 1 August 2024', '31 juillet ou 1er août 2024'],
    ['[2024-07-25,2024-07-26,2024-07-27]', '25, 26 or 27 July 2024', '25, 26 ou 27 juillet 2024'],
    ['2024-07-XX', 'some day in July 2024', 'un jour de juillet 2024'],
    ['2024-08-XX', 'some day in August 2024', 'un jour d’août 2024'],
    ['2024-XX', 'some month in 2024', 'un mois de 2024'],
    ['2024-07', 'July 2024', 'juillet 2024'],
    ['2024', '2024', '2024'],
    ['201X', 'some year from 2010 to 2019', 'une année de 2010 à 2019'],
    ['2024-22', 'summer 2024', 'été 2024'],
    ['2024-07-27~', 'about 27 July 2024', 'vers le 27 juillet 2024'],
    ['2024-07-27?', 'perhaps 27 July 2024', 'peut-être le 27 juillet 2024'],
    ['2024-07-27%', 'perhaps about 27 July 2024', 'peut-être vers le 27 juillet 2024'],
    ['2024-07?', 'perhaps July 2024', 'peut-être en juillet 2024'],
    ['2024-07-25~/2024-07-27', 'about 25 July 2024 to 27 July 2024', 'du 25 juillet 2024 environ au 27 juillet 2024'],
  ])('%s', (text, english, french) => {
    expect(edtfWords(date(text), 'en')).toBe(english)
    expect(edtfWords(date(text), 'fr')).toBe(french)
    expect(edtfWords(date(text), 'sw')).toBe(english)
  })
})
