import { describe, expect, it } from 'vitest'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { eventPlace } from '../../src/desk/places/event-place.ts'
import { readPlaces } from '../../src/desk/places/read-places.ts'
import { sentencesOf } from '../../src/desk/text/sentences.ts'

const EVENT = /^(?:killed|died|dead|wounded|injured|tues|tuees|morts|blesses)$/

/** The place of the first word that tells of the dead. */
function scene(language: DeskLanguage, text: string): string | null {
  const [sentence] = sentencesOf(text, language)
  if (!sentence) return null
  const at = sentence.tokens.findIndex(({ key }) => EVENT.test(key))
  return eventPlace(sentence, readPlaces(sentence, [], language), at === -1 ? [] : [at])?.words ?? null
}

describe('the scene, and not what is near it, where the hurt were taken or where they came from', () => {
  it.each([
    ['Nine were killed in the assault at Ras Kamboni, 130 kilometres southwest of Kismayo.', 'Ras Kamboni'],
    ['An army drone struck a gathering at Tudun Wada in Zaria, and nine people were killed.', 'Tudun Wada'],
    ['An attack on an army camp at Bosso, near the border, left nine dead.', 'Bosso'],
    ['Nine people were killed in Bosso, near the border with Nigeria, in a raid.', 'Bosso'],
    ['Nine people were killed and others were taken to hospital in Jos.', null],
    ['Nine wounded men were receiving treatment at the Mubi Teaching Hospital.', null],
    ['Nine wounded soldiers were flown to a clinic in Nairobi.', null],
    ['Nine people were killed when a hospital in Aleppo was bombed.', 'Aleppo'],
    ['A bomb outside the interior ministry in Kabul killed nine people.', 'Kabul'],
    ['Planes bombed a hall in Yemen’s capital, and nine people died.', 'a hall in Yemen’s capital'],
    ['Rebels in South Sudan killed nine men when they captured the oil town of Malakal.', 'Malakal'],
    ['Nine people were killed by rebels in South Sudan.', 'South Sudan'],
  ])('“%s”', (text, expected) => {
    expect(scene('en', text)).toBe(expected)
  })

  it.each([
    ['Neuf civils ont été tués à Goré, près de la frontière tchadienne, dans un raid.', 'Goré'],
    [
      'La frappe qui a touché mardi soir le centre de détention de Zaouïa, près de Tripoli, a fait neuf morts.',
      'le centre de détention de Zaouïa',
    ],
    [
      'L’explosion d’une bombe dans une église pentecôtiste de Bunia, à la frontière avec l’Ouganda, a fait neuf morts.',
      'une église pentecôtiste de Bunia',
    ],
    ['Ils ont attaqué dimanche vers 5 heures le site de Bria, à 25 km de Bambari : neuf morts.', 'Bria'],
    ['Des tirs sur les élèves d’une école de Buea ont fait neuf morts.', 'une école de Buea'],
    ['Neuf soldats ont été blessés et évacués à Bamako.', null],
    ['Les neuf blessés ont été transférés dans un hôpital de Niamey.', null],
    ['Neuf ouvriers ont été tués lors de la prise d’otages du site gazier d’Hassi Messaoud.', 'Hassi Messaoud'],
    ['Neuf touristes ont été tués à la station balnéaire de Sousse.', 'la station balnéaire de Sousse'],
    ['Les rebelles disent avoir tué neuf soldats lors des combats de Kidal : 9 morts.', 'Kidal'],
    ['Neuf fidèles ont été tués dans l’église Notre-Dame de Lourdes.', 'l’église Notre-Dame de Lourdes'],
  ])('« %s »', (text, expected) => {
    expect(scene('fr', text)).toBe(expected)
  })
})
