import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDateline } from '../../src/desk/dates/read-dateline.ts'
import { readDates } from '../../src/desk/dates/read-dates.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { sentencesOf } from '../../src/desk/text/sentences.ts'
import { daysAfter } from '../../src/record/days-around.ts'
import type { LocalDate } from '../../src/time.ts'

const words = fc.constantFrom(
  ...'on from between since until last this the to and – - , . ( ) \u200B July 27 July-August 2024 90 Saturday night overnight weekend yesterday week ago three days le du au de la nuit samedi dimanche hier juin 1er dernier année entre mars et 24 heures same day will'.split(
    ' ',
  ),
)
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(words, { maxLength: 40 }).map((parts) => parts.join(' ')),
)
const languages = fc.constantFrom<DeskLanguage>('en', 'fr')
const days = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9998-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as LocalDate)

it('dates lie in their text, in order and apart, whatever somebody typed', () => {
  fc.assert(
    fc.property(texts, languages, fc.option(days), (text, language, publishedOn) => {
      for (const sentence of sentencesOf(text, language)) {
        let end = -1
        for (const date of readDates(sentence, { language, publishedOn })) {
          expect(date.first).toBeGreaterThan(end)
          expect(date.last).toBeGreaterThanOrEqual(date.first)
          expect(date.last).toBeLessThan(sentence.tokens.length)
          expect(text.slice(date.start, date.end)).toBe(date.words)
          end = date.last
        }
      }
      const end = readDateline(text, language, publishedOn)?.end ?? 0
      expect(end).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 500 },
  )
})

it('a weekday moves by a week when its publication does', () => {
  const weekdays = fc.constantFrom(
    ...(['monday', 'Thursday', 'Saturday', 'Sunday'].map((day) => ['en', `Nine died on ${day}.`]) as [
      DeskLanguage,
      string,
    ][]),
    ...(['lundi', 'jeudi soir', 'samedi', 'dimanche dernier'].map((day) => ['fr', `Ils sont morts ${day}.`]) as [
      DeskLanguage,
      string,
    ][]),
  )
  fc.assert(
    fc.property(weekdays, days, ([language, text], publishedOn) => {
      const on = (day: LocalDate) => {
        const [sentence] = sentencesOf(text, language)
        return sentence && readDates(sentence, { language, publishedOn: day })[0]?.edtf
      }
      const first = on(publishedOn)
      fc.pre(first !== undefined && first !== null && publishedOn > '0001-01-10')
      expect(on(daysAfter(publishedOn, 7))).toBe(daysAfter(String(first) as LocalDate, 7))
    }),
  )
})

it('ten thousand numbers and months are read to their end', () => {
  const text = 'July 22 and 23 to 27 2024 between '.repeat(3_000)
  const read = sentencesOf(text, 'en').flatMap((one) => readDates(one, { language: 'en', publishedOn: null }))
  expect(read.at(-1)?.start).toBeGreaterThan(text.length - 500)
})
