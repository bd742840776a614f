import { describe, expect, it } from 'vitest'
import { isDateOfSaying } from '../../src/desk/dates/is-date-of-saying.ts'
import { readDates } from '../../src/desk/dates/read-dates.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { sentencesOf } from '../../src/desk/text/sentences.ts'
import type { LocalDate } from '../../src/time.ts'

const SPEECH =
  /^(?:reportedly|aurait|said|told|reported|announced|acknowledged|annonce|accuse|declare|affirme|rapporte)$/
const EVENT = /^(?:killed|died|wounded|dead|tues|tuees|tuer|morts)$/

/** The words of each date, marked where it is that of the saying. */
function sayings(text: string, language: DeskLanguage): string {
  const [sentence] = sentencesOf(text, language)
  if (!sentence) return ''
  const indices = (pattern: RegExp) => sentence.tokens.flatMap(({ key }, at) => (pattern.test(key) ? [at] : []))
  return readDates(sentence, { language, publishedOn: '2024-07-29' as LocalDate })
    .map((date) => `${date.words}${isDateOfSaying(sentence, date, indices(SPEECH), indices(EVENT)) ? ' said' : ''}`)
    .join('; ')
}

describe('a date tells when it was said, or when it happened', () => {
  it.each([
    ['The army said on Monday that nine people were killed.', 'on Monday said'],
    ['It reported on Sunday that 12 people were killed on Saturday.', 'on Sunday said; on Saturday'],
    ['He told reporters in Makurdi on Tuesday that nine people were killed.', 'on Tuesday said'],
    ['He told reporters that nine people were killed on Wednesday in the town.', 'on Wednesday'],
    ['In February 2022, the group reported that fighters killed nine people.', 'In February 2022 said'],
    ['On Saturday, gunmen killed ten people, police said.', 'On Saturday'],
    ['Gunmen on Wednesday killed a chief, police said.', 'on Wednesday'],
    ['Troops of the army, on Saturday, killed ten fighters.', 'on Saturday'],
    ['Ten people were killed in an attack on a village in the north on Saturday, the army said.', 'on Saturday'],
    ['The army said its troops killed ten fighters on Saturday.', 'on Saturday'],
    ['Police said ten people were killed Monday.', 'Monday'],
    [
      'In a rare statement on Monday, the firm acknowledged that its men fought from July 22-27.',
      'on Monday said; from July 22-27',
    ],
    ['The ambush took place on Saturday, according to the monitor.', 'on Saturday'],
    ['An attack was reported on Saturday near the border.', 'on Saturday'],
    ['Ten people were killed on Saturday, police said on Sunday.', 'on Saturday; on Sunday said'],
    ['According to a report published on Friday, nine people died in June.', 'on Friday said; in June'],
    ["Monday's statement said nine people were killed.", 'Monday said'],
    ["There are reports on Saturday's attack.", 'on Saturday'],
    ['The council said the July 27 attack killed nine.', 'July 27'],
    ['Gunmen on Saturday reportedly killed nine people.', 'on Saturday'],
    ['He took over in September 2022, the army said.', 'in September 2022'],
    [
      'Nine bombs were set off in the city early this morning in what the police declared a campaign.',
      'early this morning',
    ],
    ['The group, on Sunday, announced that it killed nine soldiers.', 'on Sunday said'],
    ['In the north, on Saturday gunmen killed nine.', 'on Saturday'],
    ['Nine died, said the mayor of the town, on Sunday.', 'on Sunday said'],
    ['The army on Sunday said nine of its men were killed.', 'on Sunday said'],
    ['The ministry had conceded on Monday that nine men died.', 'on Monday said'],
    ['The army raised to 12 on Sunday the number of its dead.', 'on Sunday said'],
    ['The ministry put the toll on Monday at 12 dead.', 'on Monday said'],
    ['The governor, who visited the town on Monday, told reporters that nine were killed.', 'on Monday said'],
    ['Hundreds attended the burial on Sunday of nine people killed on Friday.', 'on Sunday said; on Friday'],
    ['The council condemned on Monday the raid that killed nine people on Saturday.', 'on Monday said; on Saturday'],
    [
      'Nine people died after gunmen fired on a bus in the north, on Friday night, prosecutors said.',
      'on Friday night',
    ],
    ['On Friday night armed men surrounded the town, police said in a statement.', 'On Friday night'],
    ['On Saturday, the group claimed two attacks which killed nine people.', 'On Saturday'],
    ['On Saturday, the group claimed responsibility.', 'On Saturday said'],
    ['The attack took place on Saturday, the army said.', 'on Saturday'],
  ])('“%s”', (text, dates) => {
    expect(sayings(text, 'en')).toBe(dates)
  })

  it.each([
    ["Sept personnes ont été tuées lundi, a annoncé mercredi à l'AFP le porte-parole.", 'lundi; mercredi said'],
    ['Les attaques ont fait deux morts, ont annoncé, mardi, les autorités.', 'mardi said'],
    [
      "L'organisation a accusé, mercredi, l'armée d'avoir tué 15 personnes entre mars et juin.",
      'mercredi said; entre mars et juin',
    ],
    ["Mercredi, l'ONU a déclaré que neuf personnes avaient été tuées lundi.", 'Mercredi said; lundi'],
    ['Samedi, un véhicule a sauté sur une mine.', 'Samedi'],
    [
      'Le journal affirme mardi soir que neuf hommes ont été tués le 11 janvier dernier.',
      'mardi soir said; le 11 janvier dernier',
    ],
    ['Neuf soldats ont été tués jeudi soir lors d’une attaque, a rapporté le journal.', 'jeudi soir'],
    ['Il a fait état de l’exécution, jeudi, de neuf soldats.', 'jeudi'],
    ['Dans un communiqué publié dimanche, le groupe dit avoir tué neuf soldats.', 'dimanche said'],
    ['Le porte-parole avait fait état samedi de neuf morts.', 'samedi said'],
    ['Le ministre a fait part lundi d’un bilan de neuf morts.', 'lundi said'],
    ['Le ministère a revu ce bilan à la hausse lundi matin : 14 morts.', 'lundi matin said'],
    ['Le gouverneur, qui s’est rendu sur place dimanche, parle de neuf morts.', 'dimanche said'],
    ['Les neuf civils tués vendredi ont été inhumés dimanche.', 'vendredi; dimanche said'],
    [
      'Le vendredi 26 juillet 2024, des hommes armés ont attaqué la ville, annonce le ministère.',
      'Le vendredi 26 juillet 2024',
    ],
    ['Neuf civils sont morts dans le nord, vendredi soir, a annoncé le parquet.', 'vendredi soir'],
    ['L’attaque a eu lieu samedi, selon l’armée.', 'samedi'],
  ])('«%s»', (text, dates) => {
    expect(sayings(text, 'fr')).toBe(dates)
  })
})
