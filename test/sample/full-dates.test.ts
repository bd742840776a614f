import { describe, expect, it } from 'vitest'
import { dateFaults, fullDates } from './full-dates.ts'

describe('dates that hold for a reader of any year', () => {
  it('lets a full date pass, in each language', () => {
    expect(dateFaults('It fell on Saturday 27 July 2024.', 'en')).toEqual([])
    expect(dateFaults('Le samedi 27 juillet 2024, puis le 1er août 2024.', 'fr')).toEqual([])
    expect(dateFaults('يوم السبت 27 يوليو 2024، وفي اليوم نفسه.', 'ar')).toEqual([])
  })

  it.each([
    ['They met on Saturday.', 'en', 'weekday without its date'],
    ['They met on 27 July.', 'en', 'date without its year'],
    ['They met yesterday.', 'en', 'relative'],
    ['They met on Friday 27 July 2024.', 'en', 'wrong weekday'],
    ['Ils se sont vus samedi.', 'fr', 'weekday without its date'],
    ['Ils se sont vus hier.', 'fr', 'relative'],
    ['Ils se sont vus le 27 juillet dernier.', 'fr', 'date without its year'],
    ['Ils se sont vus le lundi 27 juillet 2024.', 'fr', 'wrong weekday'],
    ['التقوا يوم السبت.', 'ar', 'weekday without its date'],
    ['التقوا أمس.', 'ar', 'relative'],
    ['التقوا في 27 يوليو الماضي.', 'ar', 'date without its year'],
    ['التقوا يوم الاثنين 27 يوليو 2024.', 'ar', 'wrong weekday'],
  ] as const)('finds the fault in “%s”', (text, language, fault) => {
    expect(dateFaults(text, language).map((found) => found.fault)).toContain(fault)
  })

  it('reads dates out of a text', () => {
    expect(fullDates('From 25 August 2024 to Monday 2 September 2024', 'en')).toEqual(['2024-08-25', '2024-09-02'])
    expect(fullDates('le 1er février 2025', 'fr')).toEqual(['2025-02-01'])
    expect(fullDates('من 22 إلى 27 يوليو 2024', 'ar')).toEqual(['2024-07-27'])
  })
})
