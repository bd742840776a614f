import { describe, expect, it } from 'vitest'
import { isFitting, readQuestion, spokenText } from '../../src/record/search-question.ts'
import { searchTokens, stemLanguage } from '../../src/record/search-tokens.ts'

const tokens = (text: string, language = 'en') => [...searchTokens(text, stemLanguage(language))]

/** Does a question find a text in this language? */
const finds = (asked: string, text: string, language: string): boolean => {
  const { words, phrases } = readQuestion(asked)
  const held = searchTokens(text, stemLanguage(language))
  return [...words, ...phrases.flatMap((phrase) => phrase.words)].every(({ term }) => isFitting(term, held))
}

describe('what a text is looked up by', () => {
  it('forgives number and gender, with accents or without', () => {
    for (const asked of ['tué', 'tués', 'tuée', 'tuees', 'tuer']) {
      expect([asked, finds(asked, 'Douze civils ont été tués', 'fr')]).toEqual([asked, true])
      expect([asked, finds(asked, 'Une femme a été tuée', 'fr')]).toEqual([asked, true])
    }
    expect(finds('attaque', 'Deux attaques dans le nord', 'fr')).toBe(true)
    expect(finds('attaques', 'Une attaque dans le nord', 'fr')).toBe(true)
    expect(finds('attack', 'Two attacks in the north', 'en')).toBe(true)
  })

  it('keeps an army and a weapon apart', () => {
    expect(finds('armée', 'Les armes sont arrivées', 'fr')).toBe(false)
    expect(finds('armee', 'L’armée avance', 'fr')).toBe(true)
  })

  it('takes names in hyphens apart and together', () => {
    expect(finds('Zaouâtene', 'À Ti-n-Zaouâtene', 'fr')).toBe(true)
    expect(finds('tinzaouatene', 'Near Ti-n-Zaouâtene', 'en')).toBe(true)
    expect(finds('Ti-n-Zaouâtene', 'Near Tinzaouatene', 'en')).toBe(true)
    expect(finds('cease-fire', 'The ceasefire holds', 'en')).toBe(true)
    expect(finds('ceasefire', 'The cease-fire holds', 'en')).toBe(true)
  })

  it('lets go of what leans on a French word, and leaves a name whole', () => {
    expect(tokens('l’armée', 'fr')).toEqual(tokens('armée', 'fr'))
    expect(tokens("jusqu'ici", 'fr')).toEqual(tokens('ici', 'fr'))
    expect(finds('Ndjamena', 'À N’Djamena', 'fr')).toBe(true)
    expect(tokens('the army’s losses')).toEqual(tokens('army losses'))
  })

  it('reads Arabic without points, in one shape of each letter, without its article', () => {
    expect(finds('تين زواتين', 'معركة تِين زَوَاتِين', 'ar')).toBe(true)
    expect(finds('الجيش', 'قال الجيش والجيش', 'ar')).toBe(true)
    expect(finds('جيش', 'بيان للجيش', 'ar')).toBe(true)
    expect(finds('إن خليل', 'ان خليل', 'ar')).toBe(true)
  })

  it('joins numbers over their thousands, in every script', () => {
    for (const text of ['1 200 people', '1,200 people', '1\u202f200 people', '١٢٠٠ people']) {
      expect([text, ...tokens(text)]).toContain('x1200')
    }
    expect(tokens('2024 300')).toEqual(['x2024', 'x300'])
  })

  it('leaves out small words, but not where there is nothing else, and not a name in capitals', () => {
    expect(tokens('the war in the north')).toEqual(tokens('war north'))
    expect(tokens('To be or not')).not.toEqual([])
    expect(tokens('The US and IS')).toEqual(['eus', 'eis'])
    expect(tokens('THE WAR IN THE NORTH')).toEqual(tokens('war north'))
  })

  it('finds a name in a text of another language', () => {
    expect(finds('Camara', 'Le général Camara', 'fr')).toBe(true)
    expect(finds('Bamako', 'in Bamako’s streets', 'en')).toBe(true)
    expect(finds('Wagner', 'فاغنر Wagner', 'ar')).toBe(true)
  })
})

describe('a reader’s question', () => {
  it('is words, phrases and what must not be there', () => {
    const { words, phrases, without } = readQuestion('drone “near Tinzaouaten” -wagner strike')
    expect(words.map(({ text }) => text)).toEqual(['drone', 'strike'])
    expect(phrases.map(({ text }) => text)).toEqual(['near Tinzaouaten'])
    expect(without.map(({ text }) => text)).toEqual(['wagner'])
  })

  it('does no harm whatever it holds', () => {
    for (const asked of [
      'NEAR(a b) OR "',
      '* ^ : ( ) { } AND',
      "' or 1=1; --",
      '\0\0mali\0',
      '\ud800',
      '- -- "" «»',
      '&|!<->',
    ]) {
      expect(() => readQuestion(asked)).not.toThrow()
    }
    expect(readQuestion('\0mali\0').words.map(({ text }) => text)).toEqual(['mali'])
  })

  it('is cut when it is too long, and says so', () => {
    const long = readQuestion(Array.from({ length: 2_000 }, (_, number) => `word${number}`).join(' '))
    expect(long.words).toHaveLength(12)
    expect(long.isCut).toBe(true)
    expect(long.asked.length).toBeLessThanOrEqual(200)
    expect(readQuestion('x'.repeat(10_000)).isCut).toBe(true)
    expect(readQuestion('mali niger').isCut).toBe(false)
  })

  it('of small words only is told to be so', () => {
    expect(readQuestion('who is the').isCommon).toBe(true)
    expect(readQuestion('who is the general').isCommon).toBe(false)
  })

  it('compares phrases without accents, case and signs', () => {
    expect(spokenText('À Ti-n-Zaouâtene, hier.')).toBe(' a ti n zaouatene hier ')
  })
})
