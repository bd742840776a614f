import { describe, expect, it } from 'vitest'
import { readDates } from '../../src/desk/dates/read-dates.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import type { DateMention } from '../../src/desk/mentions.ts'
import { sentencesOf } from '../../src/desk/text/sentences.ts'
import type { LocalDate } from '../../src/time.ts'

/** A Monday. */
const MONDAY = '2024-07-29'

function datesIn(text: string, language: DeskLanguage = 'en', publishedOn: string | null = MONDAY): DateMention[] {
  return sentencesOf(text, language).flatMap((sentence) =>
    readDates(sentence, { language, publishedOn: publishedOn as LocalDate | null }),
  )
}

const said = (text: string, language: DeskLanguage = 'en', publishedOn: string | null = MONDAY): string =>
  datesIn(text, language, publishedOn)
    .map(({ words, edtf }) => `${words} = ${edtf ?? '-'}`)
    .join('; ')

describe('the dates of an English sentence, published on Monday 29 July 2024', () => {
  it.each([
    ['The ambush took place on Saturday near the border.', 'on Saturday = 2024-07-27'],
    ['On Sunday, the monitor quoted the group.', 'On Sunday = 2024-07-28'],
    ['In a statement on Monday, the company spoke.', 'on Monday = 2024-07-29'],
    ['They fought from July 22-27 near the town.', 'from July 22-27 = 2024-07-22/2024-07-27'],
    ['They fought from July 22 to 27.', 'from July 22 to 27 = 2024-07-22/2024-07-27'],
    ['Between 25 and 27 July, 12 people died.', 'Between 25 and 27 July = 2024-07-25/2024-07-27'],
    ['It lasted from 28 December to 2 January.', 'from 28 December to 2 January = 2023-12-28/2024-01-02'],
    ['Clashes on 22 and 23 July killed nine.', 'on 22 and 23 July = 2024-07-22/2024-07-23'],
    ['Bombs on 2 July and 9 July killed nine.', 'on 2 July = 2024-07-02; 9 July = 2024-07-09'],
    ['It happened on 25 or 26 July.', 'on 25 or 26 July = [2024-07-25,2024-07-26]'],
    ['The blast of 27 July 2023 killed nine.', '27 July 2023 = 2023-07-27'],
    ['The blast on July 27, 2023, killed nine.', 'on July 27, 2023 = 2023-07-27'],
    ['On Saturday, July 27, nine died.', 'On Saturday, July 27 = 2024-07-27'],
    ['On Saturday (27 July), nine died.', 'On Saturday (27 July) = 2024-07-27'],
    ['On the 27th of July nine died.', 'On the 27th of July = 2024-07-27'],
    ['On Oct. 7 gunmen crossed the border.', 'On Oct. 7 = 2023-10-07'],
    ['The report is dated 2024-07-27.', '2024-07-27 = 2024-07-27'],
    ['On Sunday 27 July 2024 nine died.', 'On Sunday 27 July 2024 = -'],
    ['In January 2021 soldiers shot nine men.', 'In January 2021 = 2021-01'],
    ['In July 12 people were killed.', 'In July = 2024-07'],
    ['Nine died in February.', 'in February = 2024-02'],
    ['Nine died in December.', 'in December = 2023-12'],
    ['Nine died last July.', 'last July = 2023-07'],
    ['More than 740 died between July 2021 and March 2022.', 'between July 2021 and March 2022 = 2021-07/2022-03'],
    ['Nine died between March and June this year.', 'between March and June this year = 2024-03/2024-06'],
    ['Nine died in late June.', 'in late June = 2024-06'],
    ['Nine died in 2019.', 'in 2019 = 2019'],
    ['There were coups in 2020 and 2021.', 'in 2020 and 2021 = 2020/2021'],
    ['Nine died last month and nine this year.', 'last month = 2024-06; this year = 2024'],
    ['Nine died last week.', 'last week = 2024-07-22/2024-07-28'],
    ['Nine died yesterday afternoon.', 'yesterday afternoon = 2024-07-28'],
    ['Nine died early this morning.', 'early this morning = 2024-07-29'],
    ['Nine died three days ago.', 'three days ago = 2024-07-26'],
    ['Nine died two weeks ago.', 'two weeks ago = -'],
    ['Nine died overnight.', 'overnight = 2024-07-28/2024-07-29'],
    ['Nine died overnight into Sunday.', 'overnight into Sunday = 2024-07-27/2024-07-28'],
    ['Nine died on Saturday night.', 'on Saturday night = 2024-07-27'],
    [
      'It began between Saturday night and the early hours of Sunday.',
      'between Saturday night and the early hours of Sunday = 2024-07-27/2024-07-28',
    ],
    ['Fighting from Thursday through Saturday killed nine.', 'from Thursday through Saturday = 2024-07-25/2024-07-27'],
    ['Nine died this weekend.', 'this weekend = 2024-07-27/2024-07-28'],
    ['Nine died over the weekend.', 'over the weekend = 2024-07-27/2024-07-28'],
    ['Nine died in the past 24 hours.', 'in the past 24 hours = 2024-07-28/2024-07-29'],
    ['Nine died since 15 April 2023.', '15 April 2023 = 2023-04-15/..'],
    ['Nine died since Saturday.', 'Saturday = 2024-07-27/..'],

    ['Nine died since the start of the war on 7 October 2023.', 'on 7 October 2023 = 2023-10-07/..'],
    ['It was the deadliest attack since May 2023.', 'May 2023 = -'],
    ['Nine died in the week of July 22.', 'the week of July 22 = -'],
    ['Nine died in the six months to June 30.', 'June 30 = -'],
    ['Until Saturday nobody had died.', 'Saturday = -'],
    ['As of Sunday, nine had died.', 'Sunday = -'],
    ["Saturday's attack killed nine.", 'Saturday = 2024-07-27'],
    ['Nine died on the same day.', 'on the same day = -'],
    ['The next day nine died.', 'The next day = -'],
    ['The council will meet on Thursday.', 'on Thursday = 2024-08-01?'],
    ['On Thursday, the council will meet.', 'On Thursday = 2024-08-01?'],
    ['The vote will be held on 20 December.', 'on 20 December = 2024-12-20'],
  ])('“%s”', (text, dates) => {
    expect(said(text)).toBe(dates)
  })

  it.each([
    'They held the hotel for 12 hours.',
    'Over the last year the coalition has launched 8,000 strikes.',
    'Many have received no aid since June.',
    'The council adopted Resolution 2254.',
    'They may march 12 miles and may 20 soldiers follow.',
    'The March 23 Movement took the town.',
    'There are protests every Friday.',
    'The Sunday Times reported it.',
    'He was born on 3 May 1970 in the town.',
    'A convoy of 2019 men and 27 lorries left.',
    'So far this year 40 people have died.',
    'Nine of the 30 wounded are children.',
  ])('are none in “%s”', (text) => {
    expect(said(text)).toBe('')
  })

  it('are read in the capitals and the short years of the wires', () => {
    const read = (text: string) => said(text, 'en', '1990-01-03')
    expect(read('SAN SALVADOR, 3 JAN 90 -- THE MASS KIDNAPPING TOOK PLACE ON 30 DECEMBER.')).toBe(
      '3 JAN 90 = 1990-01-03; ON 30 DECEMBER = 1989-12-30',
    )
    expect(read('THREE SUBVERSIVES WERE KILLED IN CLASHES YESTERDAY AFTERNOON.')).toBe(
      'YESTERDAY AFTERNOON = 1990-01-02',
    )
    expect(said('ON JULY 27 24 PEOPLE WERE KILLED IN THE NORTH.')).toBe('ON JULY 27 = 2024-07-27')
  })

  it('are read without a date of publication only where they are whole', () => {
    expect(said('Nine died on Saturday and on 3 May 2020.', 'en', null)).toBe(
      'on Saturday = -; on 3 May 2020 = 2020-05-03',
    )
    expect(datesIn('Nine died on Saturday.', 'en', null)[0]).toMatchObject({ rots: true, instead: null })
  })

  it('take the year of the head of the story where nothing else tells it', () => {
    const [sentence] = sentencesOf('Nine died on 3 May.', 'en')
    const dates = sentence && readDates(sentence, { language: 'en', publishedOn: null, headYear: 2022 })
    expect(dates?.[0]?.edtf).toBe('2022-05-03')
  })
})

describe('les dates d’une phrase française, publiée le lundi 29 juillet 2024', () => {
  it.each([
    ['Neuf personnes ont été tuées samedi.', 'samedi = 2024-07-27'],
    ['Ce samedi, neuf personnes ont été tuées.', 'Ce samedi = 2024-07-27'],
    ['Ils ont été enlevés jeudi soir.', 'jeudi soir = 2024-07-25'],
    ['Ils ont été enlevés dimanche dernier.', 'dimanche dernier = 2024-07-28'],
    ['Il a été tué le 11 janvier dernier.', 'le 11 janvier dernier = 2024-01-11'],
    ['Le 1er août 2023, neuf personnes sont mortes.', 'Le 1er août 2023 = 2023-08-01'],
    ['Le samedi 27 juillet, neuf personnes sont mortes.', 'Le samedi 27 juillet = 2024-07-27'],
    ['Les combats du 22 au 27 juillet ont fait neuf morts.', 'du 22 au 27 juillet = 2024-07-22/2024-07-27'],
    ['Entre le 25 et le 27 juillet, neuf morts.', 'Entre le 25 et le 27 juillet = 2024-07-25/2024-07-27'],
    ['Les 22 et 23 juillet, neuf morts.', 'Les 22 et 23 juillet = 2024-07-22/2024-07-23'],
    ['Neuf morts dans la nuit de samedi à dimanche.', 'dans la nuit de samedi à dimanche = 2024-07-27/2024-07-28'],
    ['Neuf morts dans la nuit du 27 au 28 juillet.', 'dans la nuit du 27 au 28 juillet = 2024-07-27/2024-07-28'],
    ['Cette nuit, un hôtel a été attaqué.', 'Cette nuit = 2024-07-28/2024-07-29'],
    ['Neuf morts la nuit dernière.', 'la nuit dernière = 2024-07-28/2024-07-29'],
    ['Neuf morts hier soir et deux avant-hier.', 'hier soir = 2024-07-28; avant-hier = 2024-07-27'],
    ['Les attaques d’hier ont fait neuf morts.', 'd’hier = 2024-07-28'],
    ['Hier dimanche, neuf personnes sont mortes.', 'Hier dimanche = 2024-07-28'],
    ['Depuis 2012, le nord est en guerre.', '2012 = 2012/..'],
    ['Neuf morts ce matin.', 'ce matin = 2024-07-29'],
    ['Neuf morts cet après-midi.', 'cet après-midi = 2024-07-29'],
    ['Neuf morts ce week-end.', 'ce week-end = 2024-07-27/2024-07-28'],
    ['Neuf morts entre mars et juin cette année.', 'entre mars et juin cette année = 2024-03/2024-06'],
    ['Neuf morts entre juillet 2021 et mars 2022.', 'entre juillet 2021 et mars 2022 = 2021-07/2022-03'],
    ['Neuf morts en février et le mois dernier.', 'en février = 2024-02; le mois dernier = 2024-06'],
    ['Neuf morts fin mai.', 'fin mai = 2024-05'],
    ['Neuf morts en 2019.', 'en 2019 = 2019'],
    ["Neuf morts l'an dernier.", "l'an dernier = 2023"],
    ['Neuf morts la semaine dernière.', 'la semaine dernière = 2024-07-22/2024-07-28'],
    ['Neuf morts il y a trois jours.', 'il y a trois jours = 2024-07-26'],
    ['Neuf morts il y a dix ans.', 'il y a dix ans = -'],
    ['Neuf morts depuis le 15 avril 2023.', 'le 15 avril 2023 = 2023-04-15/..'],
    ['Neuf morts ces dernières 24 heures.', 'ces dernières 24 heures = 2024-07-28/2024-07-29'],
    ['Neuf morts le même jour.', 'le même jour = -'],
    ['Neuf morts ce jour-là.', 'ce jour-là = -'],
    ['Le lendemain, neuf morts.', 'Le lendemain = -'],
    ['Le ministre se rendra jeudi dans la ville.', 'jeudi = 2024-08-01?'],
    ['Neuf morts de jeudi à samedi.', 'de jeudi à samedi = 2024-07-25/2024-07-27'],
  ])('«%s»', (text, dates) => {
    expect(said(text, 'fr')).toBe(dates)
  })

  it.each([
    'Les hommes ont tenu l’hôtel pendant 12 heures.',
    'La ville manque d’eau depuis juin.',
    'Le Mouvement du 23 mars a pris la ville.',
    'Le chef, né le 5 mars 1970 à Goma, commande la ville.',
    'L’ancien porte-parole, aujourd’hui professeur, est du même avis.',
    'Au cours des 4 derniers mois, rien n’a changé.',
    'Il y a une manifestation chaque vendredi.',
    'La résolution 2254 du Conseil vise les combats.',
  ])('n’y sont pas dans «%s»', (text) => {
    expect(said(text, 'fr')).toBe('')
  })
})

const mended = (text: string, language: DeskLanguage, publishedOn = MONDAY): string =>
  datesIn(text, language, publishedOn).reduceRight(
    (sofar, { start, end, instead }) => (instead === null ? sofar : sofar.slice(0, start) + instead + sofar.slice(end)),
    text,
  )

describe('what an editor writes instead', () => {
  it.each([
    ['Nine died on Saturday.', 'Nine died on Saturday 27 July.'],
    ['Nine died Saturday.', 'Nine died on Saturday 27 July.'],
    ['Nine died on Saturday night.', 'Nine died on the night of Saturday 27 July.'],
    ['Nine died in the early hours of Sunday.', 'Nine died in the early hours of Sunday 28 July.'],
    ['Yesterday, nine died.', 'On 28 July, nine died.'],
    ['Nine died this morning.', 'Nine died on the morning of 29 July.'],
    ['Nine died overnight.', 'Nine died on the night of 28 to 29 July.'],
    ['An overnight raid killed nine.', 'An overnight raid killed nine.'],
    ['Nine died on Thursday and Friday.', 'Nine died on 25 and 26 July.'],
    ['They fought from Thursday to Saturday.', 'They fought from 25 to 27 July.'],
    ['Nine died this weekend.', 'Nine died on the weekend of 27 and 28 July.'],
    ['Nine died last month.', 'Nine died in June.'],
    ['Nine died last year.', 'Nine died in 2023.'],
    ["Saturday's attack killed nine.", "Saturday's attack killed nine."],
    ['The Saturday attack killed nine.', 'The Saturday attack killed nine.'],
    ['“They came on Saturday,” he said.', '“They came on Saturday,” he said.'],
    ['Nine died on 27 July.', 'Nine died on 27 July.'],
  ])('“%s” becomes “%s”', (text, instead) => {
    expect(mended(text, 'en')).toBe(instead)
  })

  it.each([
    ['Samedi, neuf personnes sont mortes.', 'Samedi 27 juillet, neuf personnes sont mortes.'],
    ['Ils sont morts samedi soir.', 'Ils sont morts samedi 27 juillet au soir.'],
    ['Samedi et dimanche, neuf personnes sont mortes.', 'Les 27 et 28 juillet, neuf personnes sont mortes.'],
    ['Hier, neuf personnes sont mortes.', 'Le 28 juillet, neuf personnes sont mortes.'],
    ['Les morts d’hier sont neuf.', 'Les morts du 28 juillet sont neuf.'],
    ['Cette nuit, neuf personnes sont mortes.', 'Dans la nuit du 28 au 29 juillet, neuf personnes sont mortes.'],
    ['L’attaque de cette nuit a fait neuf morts.', 'L’attaque de la nuit du 28 au 29 juillet a fait neuf morts.'],
    [
      'L’attaque de la nuit de samedi à dimanche a fait neuf morts.',
      'L’attaque de la nuit du 27 au 28 juillet a fait neuf morts.',
    ],
    ['Ils se sont battus de jeudi à samedi.', 'Ils se sont battus du 25 au 27 juillet.'],
    ['Ils sont morts ce week-end.', 'Ils sont morts le week-end des 27 et 28 juillet.'],
    ["Ils sont morts l'an dernier.", 'Ils sont morts en 2023.'],
    ['Il est mort le 11 janvier dernier.', 'Il est mort le 11 janvier 2024.'],
  ])('«%s» becomes «%s»', (text, instead) => {
    expect(mended(text, 'fr')).toBe(instead)
  })

  it('names the year where it is not that of publication', () => {
    expect(mended('Nine died on Saturday.', 'en', '2017-01-02')).toBe('Nine died on Saturday 31 December 2016.')
  })
})
