import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnownName } from '../../src/desk/desk-text.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { editDistance } from '../../src/desk/names/edit-distance.ts'
import { entryCalled, findNames, indexNames } from '../../src/desk/names/known-names.ts'
import { nearestName } from '../../src/desk/names/nearest-name.ts'
import { sentencesOf } from '../../src/desk/text/sentences.ts'

const known = (kind: KnownName['kind'], entryId: string, name: string, ...aliases: readonly string[]): KnownName => ({
  entryId,
  kind,
  name,
  aliases,
  actorKind: null,
  zone: null,
})

const RECORD: readonly KnownName[] = [
  known(
    'actor',
    'jnim',
    'JNIM',
    'Jama’a Nusrat ul-Islam wa al-Muslimin',
    'GSIM',
    'Groupe de soutien à l’islam et aux musulmans',
  ),
  known('actor', 'army', 'Malian army', 'l’armée malienne', 'Forces armées maliennes', 'FAMa', 'the army', 'Army'),
  known('actor', 'wagner', 'Wagner Group', 'Wagner', 'groupe Wagner'),
  known('actor', 'un', 'UN', 'United Nations', 'ONU', 'Nations unies'),
  known('actor', 'daesh', 'Islamic State', 'Da’esh', 'ISIS', 'IS'),
  known('source', 'site', 'SITE', 'SITE Intelligence Group'),
  known('source', 'afp', 'AFP', 'Agence France-Presse'),
  known('place', 'tinzaouaten', 'Tinzaouaten', 'Ti-n-Zaouâtene', 'Tin Zaouatine'),
  known('place', 'urem', 'Urem al-Kubra'),
  known('place', 'segou', 'Ségou'),
  known('place', 'man', 'Man'),
  known('place', 'ndjamena', 'N’Djamena'),
  known('place', 'bouake', 'Bouaké'),
  known('place', 'kidal', 'Kidal'),
  known('place', 'mali', 'Mali'),
  known('place', 'menaka', 'Ménaka'),
  known('place', 'menaka-region', 'Ménaka'),
]
const index = indexNames(RECORD)

/** Names as "words = entry", an ambiguous one as "words = ?". */
const found = (language: DeskLanguage, text: string): string[] =>
  sentencesOf(text, language).flatMap((sentence) =>
    findNames(sentence, index).map(({ words, entryId }) => `${words} = ${entryId ?? '?'}`),
  )

describe('names of the record', () => {
  it.each<readonly [DeskLanguage, string, readonly string[]]>([
    ['en', 'JNIM said it killed 50 fighters.', ['JNIM = jnim']],
    [
      'en',
      "Jama'a Nusrat ul-Islam wa al-Muslimin (JNIM) said so.",
      ["Jama'a Nusrat ul-Islam wa al-Muslimin (JNIM) = jnim"],
    ],
    ['en', 'Jama’a Nusrat ul Islam wa-al Muslimin said so.', ['Jama’a Nusrat ul Islam wa-al Muslimin = jnim']],
    [
      'fr',
      "C'est le Groupe de soutien à l'islam et aux musulmans (JNIM).",
      ["Groupe de soutien à l'islam et aux musulmans (JNIM) = jnim"],
    ],
    ['fr', "L'armée malienne dément.", ['armée malienne = army']],
    ['fr', 'Les forces armées maliennes (FAMa) démentent.', ['forces armées maliennes (FAMa) = army']],
    ['en', 'The Malian Army denies it.', ['Malian Army = army']],
    ['en', 'The Wagner Group and Wagner are one.', ['Wagner Group = wagner', 'Wagner = wagner']],
    ['en', 'They met in Tin-Zaouatine on Monday.', ['Tin-Zaouatine = tinzaouaten']],
    ['en', 'They met in Ti-n-Zaouatene.', ['Ti-n-Zaouatene = tinzaouaten']],
    ['en', 'The convoy reached Urem al-Kubra at noon.', ['Urem al-Kubra = urem']],
    ['en', 'The convoy reached Urem Al Kubra at noon.', ['Urem Al Kubra = urem']],
    ['en', 'A boat sank near Segou.', ['Segou = segou']],
    ['fr', 'Une pirogue a coulé près de Ségou.', ['Ségou = segou']],
    ['fr', "Il est à N'Djamena.", ["N'Djamena = ndjamena"]],
    ['en', "Da'esh claimed the attack.", ["Da'esh = daesh"]],
    ['en', 'Dae’sh claimed it in Kidal.', ['Dae’sh = daesh', 'Kidal = kidal']],
    ['en', 'The SITE Intelligence Group said so.', ['SITE Intelligence Group = site']],
    ['fr', "C'est ce qu'a dit l'Agence France-Presse (AFP).", ['Agence France-Presse (AFP) = afp']],
    ['fr', "Selon l'ONU, dix personnes sont mortes au Mali.", ['ONU = un', 'Mali = mali']],
    ['en', "Mali's government said so.", ['Mali = mali']],
    ['en', 'Fighting went on in Ménaka.', ['Ménaka = ?']],
    ['en', 'MEMBERS OF WAGNER WERE KILLED NEAR TINZAOUATEN.', ['WAGNER = wagner', 'TINZAOUATEN = tinzaouaten']],
    ['en', 'THE MALIAN ARMY DENIES THAT IT IS TRUE.', ['MALIAN ARMY = army']],
  ])('%s: %s', (language, text, names) => {
    expect(found(language, text)).toEqual(names)
  })

  it.each<{ readonly language: DeskLanguage; readonly text: string }>([
    { language: 'en', text: 'The army is on the site.' },
    { language: 'en', text: 'The Army says it is un-American.' },
    { language: 'en', text: 'Man is wolf to man.' },
    { language: 'en', text: 'A French army unit left.' },
    { language: 'en', text: 'A man was shot.' },
    { language: 'fr', text: 'Les nations et les armées.' },
    { language: 'en', text: 'The Malian, army of one, left.' },
    { language: 'en', text: 'Malian trains run to Kayes.' },
    { language: 'en', text: 'He sites the un and the is of it.' },
  ])('are not found where only a common word stands: $text', ({ language, text }) => {
    expect(found(language, text)).toEqual([])
  })

  it('are told apart by kind where an actor and its source have one name', () => {
    const both = indexNames([known('actor', 'a', 'JNIM'), known('source', 's', 'JNIM'), known('place', 'p', 'Gao')])
    const [name] = sentencesOf('JNIM denies it.', 'en').flatMap((sentence) => findNames(sentence, both))
    expect(name).toMatchObject({ entryId: null })
    expect(name && entryCalled(name, 'source', 'actor')?.entryId).toBe('s')
    expect(name && entryCalled(name, 'actor')?.entryId).toBe('a')
    expect(name && entryCalled(name, 'place')).toBeUndefined()
  })

  it('of two towns with one name are neither', () => {
    const [name] = sentencesOf('They fought in Ménaka.', 'en').flatMap((sentence) => findNames(sentence, index))
    expect(name && entryCalled(name, 'place')).toBeUndefined()
    expect(name?.known).toHaveLength(2)
  })

  it('stand where their words stand', () => {
    const text = 'It is quiet. The SITE Intelligence Group said so.'
    for (const sentence of sentencesOf(text, 'en')) {
      for (const { start, end, words } of findNames(sentence, index)) expect(text.slice(start, end)).toBe(words)
    }
  })

  it('are found wherever a text has one of them alone, spelled as the record spells it', () => {
    const names = RECORD.map(({ name }) => name).filter((name) => name !== 'Man')
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.constantFrom('en' as const, 'fr' as const), (name, language) => {
        const words = sentencesOf(`xx yy ${name} zz ww.`, language).flatMap((one) => findNames(one, index))
        expect(words.map((one) => one.words)).toEqual([name])
      }),
    )
  })

  it('never make any text fail', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const sentence of sentencesOf(text, 'fr')) {
          for (const { first, last } of findNames(sentence, index)) expect(first).toBeLessThanOrEqual(last)
        }
      }),
    )
  })
})

describe('a name spelled against the record', () => {
  it.each([
    ['Tinzawatene', 'Tinzaouaten', 'tinzaouaten'],
    ['Tinzaoauten', 'Tinzaouaten', 'tinzaouaten'],
    ['Tinzaoutin', 'Tinzaouaten', 'tinzaouaten'],
    ['Urem al-Kobra', 'Urem al-Kubra', 'urem'],
  ])('%s is %s', (words, spelling, entryId) => {
    expect(nearestName(words, index)).toMatchObject({ entryId, spelling })
  })

  it.each([
    ['Tinzaouaten', 'is right'],
    ['Tin-Zaouatine', 'is a name of the record'],
    ['Kidali', 'is a form of the name'],
    ['Malian', 'is a people'],
    ['Malians', 'is a people'],
    ['Malawi', 'is a country'],
    ['Mauritania', 'is a country'],
    ['Kidan', 'is too short to tell'],
    ['Segu', 'is too short to tell'],
    ['JNEM', 'is an acronym'],
    ['Minzaouaten', 'begins otherwise'],
    ['Bamako', 'is another town'],
    ['Menaca', 'might be one of two'],
    ['Timbuktu', 'is another town'],
    ['', 'is nothing'],
    ['army', 'is a word'],
  ])('%s is not, since it %s', (words) => {
    expect(nearestName(words, index)).toBeUndefined()
  })

  it('is never corrected to one of two that are equally near', () => {
    const two = indexNames([known('place', 'a', 'Tarkintal'), known('place', 'b', 'Tarkentel')])
    expect(nearestName('Tarkintel', two)).toBeUndefined()
  })

  it('is never one of the record’s own', () => {
    for (const { name, aliases } of RECORD) {
      for (const text of [name, ...aliases]) expect(nearestName(text, index)).toBeUndefined()
    }
  })
})

describe('how far two spellings are apart', () => {
  it('is the same both ways, nought for one word alone, and never more than asked for and one', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, fc.integer({ min: 0, max: 4 }), (one, other, most) => {
        const distance = editDistance(one, other, most)
        expect(distance).toBe(editDistance(other, one, most))
        expect(distance === 0).toBe(one === other)
        expect(distance).toBeLessThanOrEqual(most + 1)
      }),
    )
  })

  it('counts letters that changed places once', () => {
    expect(editDistance('kidal', 'kiadl', 3)).toBe(1)
    expect(editDistance('kidal', 'kidl', 3)).toBe(1)
    expect(editDistance('kidal', 'gadil', 3)).toBe(3)
  })
})
