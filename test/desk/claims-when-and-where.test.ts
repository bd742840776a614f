import { describe, expect, it } from 'vitest'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { readText } from '../../src/desk/read-text.ts'
import { noonOf, type LocalDate } from '../../src/time.ts'
import { aContext, plainDeskText } from './passages/judge.ts'

/** The last claim of a text that went out on Monday 29 July 2024: "2024-07-27 Bama". */
function lastClaim(language: DeskLanguage, text: string): string {
  const publishedAt = noonOf('2024-07-29' as LocalDate)
  const { claims } = readText(plainDeskText(text), aContext({ language, publishedAt }))
  const claim = claims.at(-1)
  return claim ? `${claim.date?.edtf ?? '–'} ${claim.place?.text ?? '–'}` : 'no claim'
}

describe('when and where is carried on from what began the story', () => {
  it.each([
    ['Gunmen stormed a school in Bama on Saturday. At least nine pupils were killed, police said.', '2024-07-27 Bama'],
    ['Gunmen opened fire on a market in Beni on Sunday. Police said 12 people were killed.', '2024-07-28 Beni'],
    ['A rocket struck a hall in Yemen’s capital on Friday. Doctors said ten people died.', '2024-07-26 capital'],
    ['Armed men arrived in Gorom on Friday night. The army said 14 villagers died.', '2024-07-26 Gorom'],
    [
      'Nine men were killed in Bama on Saturday. The governor, who visited the town on Sunday, said 12 people had died.',
      '2024-07-27 Bama',
    ],
    [
      'Nine men were killed in Bama on Saturday. The army acknowledged on Sunday that four soldiers had died.',
      '2024-07-27 Bama',
    ],
    ['Nine men were killed in Bama on Saturday. The ministry raised the toll on Monday to 14 dead.', '2024-07-27 Bama'],
    ['Nine men were killed in Bama on Saturday. Another twelve officers were wounded.', '2024-07-27 Bama'],
    ['Nine men were killed in Bama on Saturday. On Sunday the governor had spoken of 12 dead.', '2024-07-27 Bama'],
    ['Nine men were killed in Bama on Saturday. The mayor on Sunday cut the death toll to six.', '2024-07-27 Bama'],
    [
      'Nine people died in an attack on a boarding school in Bama. Rebels came to the school on Friday and attacked it.',
      '2024-07-26 Bama',
    ],
    [
      'The mission, in Mali since 2013, said nine men were killed in Gao on Saturday. Five more were wounded.',
      '2024-07-27 Gao',
    ],
    [
      'Bombers attacked a hotel in Kismayo on Friday. The siege ended on Saturday. Nine people died.',
      '2024-07-26 Kismayo',
    ],
    ['Nine men were killed in Bama on Saturday. Another attack left six civilians dead.', '– –'],
    [
      'Nine men were killed in Bama on Saturday. Doctors said 66 people were receiving treatment at the Mubi Teaching Hospital.',
      '2024-07-27 Bama',
    ],
  ])('“%s”', (text, expected) => {
    const [date = '', place = ''] = expected.split(' ')
    const found = lastClaim('en', text)
    expect(found.startsWith(`${date} `)).toBe(true)
    expect(found).toContain(place)
  })

  it.each([
    [
      'Des hommes armés ont ouvert le feu samedi sur un marché de Beni. Au moins neuf civils sont morts.',
      '2024-07-27 Beni',
    ],
    ['Un camion piégé a visé dimanche le camp de Gao. Le bilan est de 12 morts, selon l’armée.', '2024-07-28 Gao'],
    [
      'Des assaillants ont encerclé vendredi une mosquée de Téra. Le bilan provisoire est de neuf morts.',
      '2024-07-26 Téra',
    ],
    [
      'Neuf civils ont été tués samedi à Beni. Le ministère a revu ce bilan à la hausse lundi matin : 14 morts.',
      '2024-07-27 Beni',
    ],
    [
      'Neuf civils ont été tués samedi à Beni. Le gouverneur, qui s’est rendu sur place dimanche, a fait état de 11 morts.',
      '2024-07-27 Beni',
    ],
    [
      'Réunis lundi à Kaya, ils ont condamné l’attaque de samedi à Djibo, qui a tué 12 soldats. Six ont été blessés.',
      '2024-07-27 Djibo',
    ],
    ['Neuf civils ont été tués samedi à Beni. Douze autres ont été blessés et évacués à Goma.', '2024-07-27 Beni'],
  ])('« %s »', (text, expected) => {
    const [date = '', place = ''] = expected.split(' ')
    const found = lastClaim('fr', text)
    expect(found.startsWith(`${date} `)).toBe(true)
    expect(found).toContain(place)
  })
})

describe('a total over years has neither the day nor the village of the story', () => {
  it.each<readonly [DeskLanguage, string]>([
    ['en', 'Nine men were killed in Bama on Saturday. Since the coup, at least 3,240 people have been killed.'],
    ['en', 'Nine men were killed in Bama on Saturday. The war has killed more than 40,000 people.'],
    ['en', 'Nine men were killed in Bama on Saturday. Over the past ten years, 350 soldiers have been killed.'],
    ['en', 'Nine men were killed in Bama on Saturday. Since January, 600 people have been killed.'],
    ['fr', 'Neuf civils ont été tués samedi à Beni. Depuis janvier, 600 civils sont morts.'],
    ['fr', 'Neuf civils ont été tués samedi à Beni. Le conflit a fait plus de 3 000 morts.'],
    ['fr', 'Neuf civils ont été tués samedi à Beni. Depuis le coup d’État, 400 civils ont été tués.'],
  ])('%s: %s', (language, text) => {
    expect(lastClaim(language, text)).toBe('– –')
  })

  it.each<readonly [DeskLanguage, string, string]>([
    ['en', 'Nine men were killed in Bama on Saturday. Since 2017, about 400 civilians have been killed.', '2017/.. –'],
    ['fr', 'Neuf civils ont été tués samedi à Beni. Depuis 2017, 400 civils ont été tués.', '2017/.. –'],
    [
      'en',
      'Nine men were killed in Bama on Saturday. The army said 71 soldiers died in the deadliest attack since 2015.',
      '2024-07-27 Bama',
    ],
  ])('%s: %s', (language, text, expected) => {
    expect(lastClaim(language, text)).toBe(expected)
  })
})

describe('a day is counted from another that the text names', () => {
  it.each<readonly [DeskLanguage, string, string]>([
    ['en', 'The army said on Thursday that nine men were killed in Bama two days earlier.', '2024-07-23'],
    ['en', 'Nine men were killed in Bama on Saturday. The next day, six women were killed there.', '2024-07-28'],
    ['en', 'Nine men were killed in Bama on Saturday. Six women were killed in Mubi the previous week.', '–'],
    ['fr', 'L’armée a annoncé jeudi que neuf civils avaient été tués deux jours plus tôt à Beni.', '2024-07-23'],
    ['fr', 'Le gouverneur a annoncé samedi que neuf civils avaient été tués la veille à Beni.', '2024-07-26'],
    ['fr', 'Neuf civils ont été tués samedi à Beni. Le lendemain, six femmes ont été tuées à Oïcha.', '2024-07-28'],
    ['fr', 'Neuf civils ont été tués samedi à Beni. Trois agents avaient été enlevés la semaine précédente.', '–'],
    [
      'fr',
      'Le président, au pouvoir depuis 2019, a annoncé samedi la mort de neuf soldats, tués la veille à Beni.',
      '2024-07-26',
    ],
    ['fr', 'Neuf civils ont été tués à Beni la veille de l’élection.', '–'],
  ])('%s: %s', (language, text, date) => {
    expect(lastClaim(language, text).split(' ')[0]).toBe(date)
  })
})
