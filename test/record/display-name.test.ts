import { describe, expect, it } from 'vitest'
import { displayName, inLanguage } from '../../src/record/display-name.ts'
import type { Name } from '../../src/record/names.ts'

const aName = (text: string, lang: string, kind: Name['kind'] = 'official'): Name => ({
  text,
  lang,
  script: lang === 'ar' ? 'Arab' : null,
  kind,
})

const JNIM = [
  aName('جماعة نصرة الإسلام والمسلمين', 'ar'),
  aName('Support Group for Islam and Muslims', 'en'),
  aName('Groupe de soutien à l’islam et aux musulmans', 'fr'),
  aName('JNIM', 'en', 'short'),
  aName('GSIM', 'fr', 'short'),
]

describe('the name that readers get', () => {
  it('is the short one of their language', () => {
    expect(displayName(JNIM, 'en')).toBe('JNIM')
    expect(displayName(JNIM, 'fr')).toBe('GSIM')
    expect(displayName(JNIM, 'fr-CD')).toBe('GSIM')
  })

  it('is one they can read where their language has none', () => {
    expect(displayName([aName('تين زواتين', 'ar'), aName('Tin Zaouatine', 'fr')], 'en')).toBe('Tin Zaouatine')
    expect(displayName([aName('Tin Zaouatine', 'fr'), aName('Tinzaouaten', 'und')], 'en')).toBe('Tinzaouaten')
  })

  it('is in their own script before another language’s', () => {
    expect(displayName([aName('Kidal', 'fr'), aName('كيدال', 'ar')], 'ar')).toBe('كيدال')
  })

  it('is a former name only where there is no other', () => {
    expect(displayName([aName('Léopoldville', 'fr', 'former'), aName('Kinshasa', 'en')], 'fr')).toBe('Kinshasa')
    expect(displayName([aName('Léopoldville', 'fr', 'former')], 'fr')).toBe('Léopoldville')
  })

  it('is empty for an unnamed source', () => {
    expect(displayName([], 'en')).toBe('')
  })
})

describe('a text in several languages', () => {
  it.each([
    ['fr', 'bonjour'],
    ['fr-CD', 'bonjour'],
    ['en', 'hello'],
    ['ar', 'hello'],
  ])('is read in %s as “%s”', (language, text) => {
    expect(inLanguage({ fr: 'bonjour', en: 'hello' }, language)).toBe(text)
  })

  it('falls back to whichever there is, and to nothing', () => {
    expect(inLanguage({ fr: 'bonjour' }, 'ar')).toBe('bonjour')
    expect(inLanguage({ fr: ' ' }, 'fr')).toBe('')
    expect(inLanguage({}, 'en')).toBe('')
  })
})
