import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { casualtiesIn, casualtyLines } from './casualty-lines.ts'

describe('French casualties', () => {
  it.each([
    ['Dix bandits ont été tués ce week-end par la police.', ['killed 10 bandits']],
    ['Au moins trente-neuf personnes ont été tuées.', ['killed atLeast 39 personnes']],
    [
      'Deux militaires français qui intervenaient dans le nord ont été tués mercredi.',
      ['killed 2 militaires français'],
    ],
    [
      'Deux professeurs et trois étudiants de l’école de Zaria ont été enlevés jeudi.',
      ['abducted 2 professeurs', 'abducted 3 étudiants'],
    ],
    ['Deux policiers ont perdu la vie.', ['killed 2 policiers']],
    ['Au moins sept personnes ont trouvé la mort lundi.', ['killed atLeast 7 personnes']],
    ['Neuf civils ont péri lors de l’assaut.', ['killed 9 civils']],
    ['Trois soldats sont morts.', ['killed 3 soldats']],
    ['Trois soldats sont morts et quatre ont été blessés.', ['killed 3 soldats', 'wounded 4 -']],
    ['L’attaque a fait 14 morts, dont les 5 assaillants.', ['killed 14 -', 'killed 5 assaillants (part)']],
    ['Des attaques ont fait au moins deux morts et plusieurs blessés.', ['killed atLeast 2 -', 'wounded several -']],
    ['Le bilan fait état de 3 morts et 4 blessés.', ['killed 3 -', 'wounded 4 -']],
    ['Le bilan est passé de 10 à 14 morts.', ['killed 14 -']],
    ['L’attaque a fait 12 morts et une trentaine de blessés.', ['killed 12 -', 'wounded approx 30 -']],
    ['Un mort et plusieurs blessés.', ['killed 1 -', 'wounded several -']],
    ['L’attentat a coûté la vie à 12 civils.', ['killed 12 civils']],
    ['Une explosion a causé la mort de trois soldats.', ['killed 3 soldats']],
    [
      'Il a fait état de l’exécution, jeudi, par les rebelles, de 28 soldats gouvernementaux.',
      ['killed 28 soldats gouvernementaux'],
    ],
    ['Il condamne le meurtre de deux journalistes.', ['killed 2 journalistes']],
    ['Les corps de cinq hommes ont été retrouvés.', ['killed 5 hommes']],
    ['L’armée a tué 20 jihadistes et en a capturé cinq.', ['killed 20 jihadistes', 'captured 5 -']],
    ['L’armée est accusée d’avoir tué au moins 115 personnes.', ['killed atLeast 115 personnes']],
    ['Les rebelles affirment avoir tué une dizaine de militaires.', ['killed approx 10 militaires']],
    ['L’attaque a tué 12 personnes et en a blessé 30.', ['killed 12 personnes', 'wounded 30 -']],
    ['Dix soldats maliens et cinq terroristes tués', ['killed 10 soldats maliens', 'killed 5 terroristes']],
    ['115 personnes tuées par l’armée', ['killed 115 personnes']],
    ['L’armée a abattu douze terroristes.', ['killed 12 terroristes']],
    ['Les assaillants ont pris en otage 15 villageois.', ['abducted 15 villageois']],
    ['Ils ont pris en otage pendant 12 heures des personnes.', ['abducted ? personnes']],
    ['Trente personnes sont portées disparues.', ['missing 30 personnes']],
    ['Plus de 5 000 personnes ont été déplacées.', ['displaced moreThan 5000 personnes']],
    ['Au moins 15 personnes auraient été enlevées.', ['abducted atLeast 15 personnes']],
    ['Des tirs ont atteint la patrouille, blessant un autre gendarme.', ['wounded 1 gendarme']],
    ['Douze personnes, dont trois enfants, ont été tuées.', ['killed 12 personnes', 'killed 3 enfants (part)']],
    ['Parmi les morts figurent deux enfants.', ['killed 2 enfants (part)']],
    [
      'Des hommes ont tué un chef traditionnel et trois autres personnes.',
      ['killed 1 chef traditionnel (single)', 'killed 3 autres personnes'],
    ],
    ['Un soldat a été blessé.', ['wounded 1 soldat (single)']],
    ['L’armée a subi de lourdes pertes.', ['killed-or-wounded some -']],
    ['Aucun soldat n’a été tué.', ['killed none soldat (negated)']],
    ['L’attaque n’a fait aucun mort.', ['killed none - (negated)']],
    ['Ils voulaient tuer 100 personnes.', ['killed 100 personnes (unreal)']],
    ['L’explosion pourrait tuer 100 personnes.', ['killed 100 personnes (unreal)']],
    ['Une vingtaine de soldats ont été tués ou blessés.', ['killed-or-wounded approx 20 soldats']],
    ['Plus de 300 personnes ont été retrouvées blessées.', ['wounded moreThan 300 personnes']],
    ['Trois femmes ont été retrouvées mortes.', ['killed 3 femmes']],
    ['Le nombre de morts est passé à 45.', ['killed 45 -']],
    ["Le nombre de soldats tués s'élève à 90.", ['killed 90 soldats']],
    ['Le ministère a porté le bilan à 12 morts.', ['killed 12 -']],
    ['Soixante-dix-sept assaillants ont été « neutralisés ».', ['killed 77 assaillants']],
    ['Selon le maire de Gao, Jean Untel, 55 personnes ont été blessées.', ['wounded 55 personnes']],
    [
      'Selon le maire de Gao, Jean Untel, deux femmes et un homme ont été tués.',
      ['killed 2 femmes', 'killed 1 homme (single)'],
    ],
    ["L'armée a perdu deux soldats.", ['killed 2 soldats']],
    ['Douze personnes ont subi des blessures.', ['wounded 12 personnes']],
    ['Douze personnes ont été blessées, dont trois grièvement.', ['wounded 12 personnes']],
    ['Quarante personnes ont été blessées, dont deux sont décédées.', ['wounded 40 personnes', 'killed 2 -']],
    ['Deux journalistes, Jeanne Untel et Jean Untel, ont été assassinés.', ['killed 2 journalistes']],
    ["L'assassinat de Jean Untel reste impuni.", ['killed 1 Jean Untel (single)']],
    ["Ni le maire ni sa femme n'ont été blessés.", ['wounded 1 femme (negated) (single)']],
    ['Il pourrait y avoir 12 morts.', ['killed 12 - (feared)']],
  ])('are read from «%s»', (text, expected) => {
    expect(casualtyLines(text, 'fr')).toEqual(expected)
  })

  it('keep the noun of the effect with the figure', () => {
    expect(casualtiesIn('L’attaque a fait au moins deux morts.', 'fr').map(({ figure }) => figure.words)).toEqual([
      'au moins deux morts',
    ])
  })

  it.each([
    ['Environ 15 000 soldats sont déployés dans le nord.'],
    ['La police a arrêté 12 suspects.'],
    ['L’armée a libéré 17 otages.'],
    ['L’avion transportait 147 passagers et six membres d’équipage.'],
    ['La ville est à 300 km de la capitale.'],
    ['Les soldats ont saisi huit fusils.'],
    ['Un caporal de 32 ans commandait la patrouille.'],
    ['Ils ont pris trois villages.'],
    ['Les rebelles ont capturé deux chars.'],
    ['Le feu a tué 200 vaches.'],
    ['Des dizaines de civils ont été évacués.'],
    ['La grève a duré 72 heures.'],
    ['L’armée a détruit 14 pirogues.'],
    ['L’armée a abattu deux avions.'],
    ['Il est mort en 1994.'],
    ['Il rend hommage aux militaires décédés et aux blessés.'],
    ['Quarante personnes ont été interpellées.'],
    ['La capture de Saraqeb est un revers.'],
    ['L’hôpital compte 120 lits.'],
    ['Le parti a perdu deux sièges.'],
    ['La tempête a causé de lourdes pertes matérielles.'],
  ])('are not seen in «%s»', (text) => {
    expect(casualtyLines(text, 'fr')).toEqual([])
  })
})

const WORDS =
  'killed wounded 12 people , and were have been the a soldiers of including left dead at least tués personnes ont été de dont trois morts blessés la vie à "Boko Haram" ( ) . by dozens'.split(
    ' ',
  )

const language = fc.constantFrom<DeskLanguage>('en', 'fr')

const isWordForWord = (words: readonly string[], spoken: DeskLanguage): boolean => {
  const text = words.join(' ')
  return casualtiesIn(text, spoken)
    .flatMap(({ figure, who, agent }) => [figure, who, agent])
    .every((part) => part === null || text.slice(part.span.start, part.span.end) === part.words)
}

const time = (times: number): number => {
  const text = 'Killed 12 people and wounded 4, '.repeat(times)
  const before = performance.now()
  casualtiesIn(text, 'en')
  return performance.now() - before
}

describe('All casualties', () => {
  it('have their words in the text', () => {
    const texts = fc.array(fc.constantFrom(...WORDS), { maxLength: 60 })
    expect(() => fc.assert(fc.property(texts, language, isWordForWord))).not.toThrow()
  })

  it('are read from anything without complaint', () => {
    const anything = fc.string({ unit: 'grapheme' })
    const read = fc.property(anything, language, (text, spoken) => Array.isArray(casualtiesIn(text, spoken)))
    expect(() => fc.assert(read)).not.toThrow()
  })

  it('take time with the length of the text and no more', () => {
    time(500)
    expect(time(4000)).toBeLessThan(40 * Math.max(time(400), 5))
  })
})
