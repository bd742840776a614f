import { describe, expect, it } from 'vitest'
import { casualtyLines } from './casualty-lines.ts'

describe('French casualties told in other ways', () => {
  it.each([
    ['Quelque 50 000 personnes ont fui la ville.', ['displaced approx 50000 personnes']],
    ['Six mille habitants ont quitté la localité.', ['displaced 6000 habitants']],
    ['Cent mille habitants ont été contraints à l’exode.', ['displaced 100000 habitants']],
    ['Deux mille personnes ont été contraintes à la fuite.', ['displaced 2000 personnes']],
    ['Environ 16 000 personnes ont trouvé refuge à Dori.', ['displaced approx 16000 personnes']],
    ['Plus de 20 000 d’entre elles ont dû fuir.', ['displaced moreThan 20000 -']],
    ['L’ONU compte 10 000 nouveaux déplacés.', ['displaced 10000 -']],
    ['Trois assaillants ont fui vers la forêt.', []],
    ['Deux voleurs ont pris la fuite.', []],
    ['Parmi les victimes figurent six Canadiens.', ['killed 6 Canadiens (part)']],
    ['Huit journalistes figurent au nombre des morts.', ['killed 8 journalistes (part)']],
    ['Deux prêtres figurent parmi les tués.', ['killed 2 prêtres (part)']],
    ['Douze des blessés étaient des enfants.', ['wounded 12 enfants (part)']],
    ['L’attaque a fait 11 blessés, dont quatre dans un état grave.', ['wounded 11 -', 'wounded 4 - (part)']],
    ['Douze personnes ont été tuées à Gao et neuf à Kidal.', ['killed 12 personnes', 'killed 9 -']],
    ['Les soldats ont tué 44 personnes à Gao et 12 à Ansongo.', ['killed 44 personnes', 'killed 12 -']],
    [
      'Au moins 70 personnes, parmi lesquelles 12 enfants, ont été tuées.',
      ['killed atLeast 70 personnes', 'killed 12 enfants (part)'],
    ],
    [
      'Vingt personnes, dont dix femmes et trois enfants, ont été tuées.',
      ['killed 20 personnes', 'killed 10 femmes (part)', 'killed 3 enfants (part)'],
    ],
    ['Le maire a chiffré à 45 le nombre de morts.', ['killed 45 -']],
    ['Le ministère évalue à plus de 100 le nombre de blessés.', ['wounded moreThan 100 -']],
    ['La morgue a reçu 30 corps.', ['killed 30 -']],
    ['Une vingtaine de « terroristes » ont été neutralisés.', ['killed approx 20 terroristes']],
    ['Le communiqué parle de « plusieurs » assaillants tués.', ['killed several assaillants']],
    ['L’armée dit avoir « neutralisé » 37 terroristes.', ['killed 37 terroristes']],
    ['Le groupe dit avoir tué 30 « mécréants ».', ['killed 30 mécréants']],
    ['L’Union parle de plus d’une centaine de victimes civiles.', ['killed-or-wounded moreThan 100 victimes civiles']],
    ['Elle aide 12 victimes de viol.', []],
    ['Sept des victimes étaient employées par une ONG.', []],
    ['Les assaillants ont emmené de force 12 villageois.', ['abducted 12 villageois']],
    ['Douze blessés ont été emmenés à l’hôpital.', ['wounded 12 -']],
    ['Le procureur a reconnu qu’une frappe pourrait avoir tué jusqu’à 24 civils.', ['killed atMost 24 civils']],
    ['Une frappe pourrait avoir tué jusqu’à 24 civils.', ['killed atMost 24 civils (feared)']],
    ['Les hommes armés ont brûlé vives huit personnes.', ['killed 8 personnes']],
  ])('are read from «%s»', (text, expected) => {
    expect(casualtyLines(text, 'fr')).toEqual(expected)
  })
})
