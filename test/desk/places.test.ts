import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { KnownName } from '../../src/desk/desk-text.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import type { PlaceMention } from '../../src/desk/mentions.ts'
import { findNames, indexNames } from '../../src/desk/names/known-names.ts'
import { eventPlace } from '../../src/desk/places/event-place.ts'
import { readPlaces } from '../../src/desk/places/read-places.ts'
import { sentencesOf } from '../../src/desk/text/sentences.ts'
import type { Sentence } from '../../src/desk/text/token.ts'

const sentenceIn = (language: DeskLanguage, text: string): Sentence => {
  const [sentence] = sentencesOf(text, language)
  if (!sentence) throw new Error('No sentence.')
  return sentence
}

const placesIn = (language: DeskLanguage, text: string, known: readonly KnownName[] = []): PlaceMention[] => {
  const sentence = sentenceIn(language, text)
  return readPlaces(sentence, findNames(sentence, indexNames(known)), language)
}

/** Places as "words", those of a speaker as "(words)". */
const told = (language: DeskLanguage, text: string, known: readonly KnownName[] = []): string[] =>
  placesIn(language, text, known).map(({ words, isOfSpeaker }) => (isOfSpeaker ? `(${words})` : words))

const aKnownPlace = (name: string, ...aliases: readonly string[]): KnownName => ({
  entryId: `plc_${name.toLowerCase()}`,
  kind: 'place',
  name,
  aliases,
  actorKind: null,
  zone: 'Africa/Bamako',
})

describe('where, in English', () => {
  it.each<readonly [string, ...string[]]>([
    ['Five soldiers were killed in Gao.', 'Gao'],
    ['Five soldiers were killed in Anéfis on Saturday.', 'Anéfis'],
    ['Gunmen killed 12 people in Plateau State.', 'Plateau State'],
    ['Twelve people died in Mosul, Iraq.', 'Mosul, Iraq'],
    ['Twelve people died in Idlib, northern Syria, on Friday.', 'Idlib, northern Syria'],
    ['Nine people died in the Afghan capital Kabul.', 'Kabul'],
    ['Nine people died in the northern Iraqi city of Mosul.', 'Mosul'],
    ["Nine people died in Mali's capital Bamako.", 'Bamako'],
    ['Nine people drowned on Lake Kivu.', 'Lake Kivu'],
    ['The army shelled Kharkiv.', 'Kharkiv'],
    ['Troops were ambushed in Mali’s northern Kidal region.', 'Mali’s northern Kidal region'],
    ["Troops were ambushed in northern Mali's Kidal region.", "northern Mali's Kidal region"],
    ['The dead were found in Axum, in central Tigray.', 'Axum, in central Tigray'],
    ['They fought in the border town of Tinzaouaten.', 'Tinzaouaten'],
    ['A convoy was hit south of Tinzaouaten.', 'south of Tinzaouaten'],
    ['A convoy was hit near the town of Bakhmut.', 'near the town of Bakhmut'],
    ['A bomb exploded outside Kandahar.', 'outside Kandahar'],
    ['A bomb went off at a crowded market in Maiduguri.', 'a crowded market in Maiduguri'],
    ['A bomb went off in a mosque in Peshawar, Pakistan.', 'a mosque in Peshawar, Pakistan'],
    ['Fighters attacked three villages in Benue State.', 'three villages in Benue State'],
    [
      'Gunmen raided several communities of Bokkos Local Government Area in Plateau State.',
      'several communities of Bokkos Local Government Area in Plateau State',
    ],
    ['Two men were shot in the Karrada neighbourhood of Baghdad.', 'the Karrada neighbourhood of Baghdad'],
    ['The army and the rebels clashed between Gao and Ansongo.', 'between Gao and Ansongo'],
    ['Ten people drowned off the coast of Libya.', 'off the coast of Libya'],
    ['Shells fell across Khartoum.', 'Khartoum'],
    ['The strike hit a village in Helmand province.', 'a village in Helmand province'],
    ['The bus was stopped along the Kaduna-Abuja highway.', 'along the Kaduna-Abuja highway'],
    ['Forty people were killed in the capture of Raqqa.', 'Raqqa'],
    ['The battle of Tinzaouaten lasted three days.', 'Tinzaouaten'],
    ['At least 80 people died in the Beslan siege.', 'Beslan'],
    ['Thousands died in the Syria war.', 'Syria'],
    ['They were killed in Baghdad and Najaf.', 'Baghdad and Najaf'],
    ['Nine people died in the Gaza Strip.', 'the Gaza Strip'],
    ['Nine people died in the West Bank.', 'West Bank'],
    ['Nine people died in South Sudan.', 'South Sudan'],
    ['Nine people died in North Kivu.', 'North Kivu'],
    ['Nine people died in the Democratic Republic of Congo.', 'Democratic Republic of Congo'],
    ['Nine people died in the Tillabéri region.', 'the Tillabéri region'],
    ['Nine people died in the east of the country.', 'the east of the country'],
    ['Nine people died in eastern Ukraine.', 'eastern Ukraine'],
    ['Nine people were killed in Bama, the headquarters of the area.', 'Bama'],
    ['Nine people were killed in Deir ez-Zor on Monday.', 'Deir ez-Zor'],
    ['Nine people were killed in Urem al-Kubra.', 'Urem al-Kubra'],
    ['Nine people were killed in Ghazni, 150 km from Kabul.', 'Ghazni'],
    ['Nine people were killed 30 km north of Gao.', '30 km north of Gao'],
    ['Nine people were killed in an attack on a military base in Gao.', 'a military base in Gao'],
    ['Nine people were killed in an attack on Gao.', 'Gao'],
    ['On Friday in Kano, 12 worshippers were killed.', 'Kano'],
    ['In Mopti, nine people were killed by a mine.', 'Mopti'],
    ['Rockets landed at Bagram Airfield.', 'Bagram Airfield'],
    ['Nine people were killed in towns of the Amhara region.', 'towns of the Amhara region'],
  ])('%s', (text, ...places) => {
    expect(told('en', text)).toEqual(places)
  })

  it.each([
    'Nine people were killed in July.',
    'Nine people were killed in 2019.',
    'Nine people were killed in an ambush.',
    'Nine people were killed in the attack.',
    'Nine people were killed in two hours.',
    'He said in a statement that nine people were killed.',
    'Nine people were killed in the process.',
    'Men in uniform killed nine people.',
    'The soldiers are in Taliban custody.',
    'Civilians were killed in Israeli strikes.',
    'Civilians were killed in Boko Haram attacks.',
    'The Boko Haram attack killed nine people.',
    'The Taliban attack killed nine people.',
    'He was a minister in President Obasanjo’s government.',
    'Nine people were killed in Operation Barkhane.',
    'He told Reuters at UNICEF that nine were killed.',
    'A state of emergency was declared in response.',
    'Police fired on protesters, and nine people died in hospital.',
    'The country is in a state of war.',
    'In addition, nine people were wounded.',
    'Nine people were killed in clashes with village chiefs.',
    'Nine people were killed in December and January.',
  ])('is not said in: %s', (text) => {
    expect(told('en', text)).toEqual([])
  })

  it.each<readonly [string, ...string[]]>([
    ['The governor of Borno State said nine people were killed.', '(Borno State)'],
    ['He told reporters in Makurdi that nine people were killed in Guma.', '(Makurdi)', 'Guma'],
    ['A spokesman said on Monday in Geneva that nine people were killed.', '(Geneva)'],
    ['Police in Kano said nine people were killed.', '(Kano)'],
    ['The UN mission in Mali said nine people were killed near Gao.', '(Mali)', 'near Gao'],
    ['An explosion was reported in Kano.', 'Kano'],
  ])('is told from where somebody speaks or serves: %s', (text, ...places) => {
    expect(told('en', text)).toEqual(places)
  })

  it.each<readonly [string, ...string[]]>([
    ['THREE SOLDIERS WERE KILLED IN SAN VICENTE DEPARTMENT ON SUNDAY NIGHT.', 'SAN VICENTE DEPARTMENT'],
    [
      'GUERRILLAS ATTACKED A BARRACKS IN USULUTAN, EL SALVADOR, KILLING SIX SOLDIERS.',
      'A BARRACKS IN USULUTAN, EL SALVADOR',
    ],
    ['SIX PEASANTS WERE KILLED IN THE TOWN OF SUCHITOTO.', 'SUCHITOTO'],
    ['SIX PEASANTS WERE KILLED IN COLOMBIA.', 'COLOMBIA'],
    ['SIX PEASANTS WERE KILLED IN THE FIGHTING AND NEGOTIATIONS.'],
    ['SIX PEASANTS WERE KILLED IN AN AMBUSH IN JULY.'],
  ])('is read in capitals too: %s', (text, ...places) => {
    expect(told('en', text)).toEqual(places)
  })
})

describe('where, in French', () => {
  it.each<readonly [string, ...string[]]>([
    ['Cinq soldats ont été tués à Kaboul.', 'Kaboul'],
    ['Cinq soldats ont été tués à Alindao lundi.', 'Alindao'],
    ['Cinq soldats ont été tués dans la région de Tillabéri.', 'la région de Tillabéri'],
    ["Cinq soldats ont été tués dans l'Etat de Borno au Nigeria.", "l'Etat de Borno"],
    ['Cinq soldats ont été tués au Niger.', 'Niger'],
    ['Cinq soldats ont été tués en Centrafrique.', 'Centrafrique'],
    ["Cinq soldats ont été tués en Côte d'Ivoire.", "Côte d'Ivoire"],
    ['Cinq soldats ont été tués près de Ménaka.', 'près de Ménaka'],
    ['Cinq soldats ont été tués au nord-est du pays.', 'nord-est du pays'],
    ['Cinq soldats ont été tués dans le sud-est du pays.', 'le sud-est du pays'],
    ['Cinq soldats ont été tués dans le nord du Mali.', 'le nord du Mali'],
    ['Cinq soldats ont été tués à la frontière avec le Burkina Faso.', 'la frontière avec le Burkina Faso'],
    ['Cinq soldats ont été tués sur le territoire malien.', 'le territoire malien'],
    ["Dix personnes sont mortes à proximité d'un marché au nord du Togo.", "à proximité d'un marché au nord du Togo"],
    ['Dix personnes sont mortes dans la banlieue de Bangui.', 'la banlieue de Bangui'],
    ['Dix personnes sont mortes dans la ville de Gao.', 'Gao'],
    ['Dix personnes sont mortes dans un village près de Mopti.', 'un village près de Mopti'],
    ['Dix personnes sont mortes dans deux villages du cercle de Bankass.', 'deux villages du cercle de Bankass'],
    ["L'attaque de trois villages de l'Ituri a fait dix morts.", "trois villages de l'Ituri"],
    ['Les assaillants ont attaqué un hôtel à Bamako.', 'un hôtel à Bamako'],
    ["L'armée a bombardé la ville d'Alep.", 'Alep'],
    ['Des hommes armés ont attaqué le village de Solhan.', 'Solhan'],
    ["Une bombe a explosé devant une église d'Alexandrie.", "une église d'Alexandrie"],
    ['Dix migrants sont morts au large des côtes libyennes.', 'au large des côtes libyennes'],
    ['La prise de Kidal a fait dix morts.', 'Kidal'],
    ['Les attentats de Paris ont fait 130 morts.', 'Paris'],
    ['Des sites de Gitega, capitale du Burundi, ont été visés.', 'Gitega'],
    ["L'armée et les rebelles se sont affrontés entre Gao et Ansongo.", 'entre Gao et Ansongo'],
    ['Dix personnes sont mortes dans le Nord-Kivu.', 'Nord-Kivu'],
    ["Dix personnes sont mortes dans l'Ituri.", 'Ituri'],
    ['Dix personnes sont mortes au Nord-Kivu.', 'Nord-Kivu'],
    ['Dix personnes sont mortes à Boni, à 90 km de Douentza.', 'Boni'],
    ['Dix personnes sont mortes à 90 km de Douentza.', '90 km de Douentza'],
    ['Dix personnes sont mortes dans la localité de Ogossagou.', 'Ogossagou'],
    ['Dix migrants sont morts au large de la Libye.', 'au large de la Libye'],
    ['Dix personnes sont mortes aux Philippines.', 'Philippines'],
    ['Jeudi, à Homs, dix personnes sont mortes.', 'Homs'],
    [
      'Dix personnes sont mortes dans la province du Sud-Kivu, en République démocratique du Congo.',
      'la province du Sud-Kivu',
      'République démocratique du Congo',
    ],
    ['Dix personnes sont mortes sur la route entre Gao et Kidal.', 'la route entre Gao et Kidal'],
  ])('%s', (text, ...places) => {
    expect(told('fr', text)).toEqual(places)
  })

  it.each([
    'Rendez-vous a été pris à lundi.',
    'Dix personnes sont mortes dans une attaque.',
    "Dix personnes sont mortes dans l'assaut.",
    'Dix personnes sont mortes en 2019.',
    'Dix personnes sont mortes en juin et à Noël.',
    'Dix personnes sont mortes dans la nuit de dimanche à lundi.',
    "C'est ce qu'a dit une source à l'AFP.",
    'Le ministre a déclaré à Macron que dix personnes étaient mortes.',
    'Des hommes appartenant à Boko Haram ont tué dix personnes.',
    'Dix personnes sont mortes dans le cadre de cette opération.',
    'Il a été reçu au Parlement et au Conseil.',
    "L'attaque de Boko Haram a fait dix morts.",
    'Dix personnes sont mortes à 10 heures.',
    'Dix personnes sont mortes entre mars et juin.',
    "Il s'exprime sur la base d'informations de terrain.",
    'Face à Israël Katz, il est resté muet.',
  ])('n’est pas dit dans : %s', (text) => {
    expect(told('fr', text).filter((one) => !one.startsWith('('))).toEqual([])
  })

  it.each<readonly [string, ...string[]]>([
    ["C'est ce qu'a dit la Mission de l'ONU en Centrafrique.", '(Centrafrique)'],
    ['Le gouverneur de Diffa parle de dix morts à Bosso.', '(Diffa)', 'Bosso'],
    ['Il a déclaré lundi à Genève que dix personnes étaient mortes à Homs.', '(Genève)', 'Homs'],
    [
      'Selon une source au ministère de la Défense à Paris, dix soldats sont morts près de Gao.',
      '(Paris)',
      'près de Gao',
    ],
  ])('dit d’où quelqu’un parle : %s', (text, ...places) => {
    expect(told('fr', text)).toEqual(places)
  })
})

describe('a place', () => {
  it('is the record’s own where the record knows it by any name', () => {
    const known = [aKnownPlace('Tinzaouaten', 'Ti-n-Zaouâtene')]
    expect(placesIn('en', 'They fought in Ti-n-Zaouâtene, Mali.', known)).toMatchObject([
      { words: 'Ti-n-Zaouâtene, Mali', entryId: 'plc_tinzaouaten', zone: 'Africa/Bamako', kind: 'name' },
    ])
  })

  it('is none where the record knows the name as somebody’s', () => {
    const known: KnownName[] = [{ ...aKnownPlace('Ansaru'), kind: 'actor' }]
    expect(told('en', 'He spent years in Ansaru.', known)).toEqual([])
  })

  it('says how it was led to, and whether it is named', () => {
    expect(placesIn('en', 'It happened near Gao.')).toMatchObject([{ preposition: 'near', kind: 'name' }])
    expect(placesIn('fr', 'Dans le sud-est du pays, dix morts.')).toMatchObject([
      { preposition: 'Dans', kind: 'direction' },
    ])
    expect(placesIn('en', 'They attacked five villages in his area.')).toMatchObject([{ kind: 'area' }])
  })

  it('has the span of its words in the paragraph', () => {
    const text = 'It was quiet. Nine people were killed in Mosul, Iraq.'
    const [, second] = sentencesOf(text, 'en')
    const [place] = second ? readPlaces(second, [], 'en') : []
    expect(text.slice(place?.start, place?.end)).toBe('Mosul, Iraq')
  })

  it('is found in any text without harm, and lies within it', () => {
    const words = fc.constantFrom(
      'in',
      'In',
      'the',
      'of',
      'near',
      'Gao',
      'Mali',
      'region',
      ',',
      'à',
      'de',
      'dans',
      'la',
      "l'",
      'ville',
      'et',
      '12',
      'km',
      '(',
      '\u200B',
      'المدينة',
      '’',
      'au',
      'nord',
    )
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 60 }),
        fc.constantFrom('en' as const, 'fr' as const),
        (some, language) => {
          const text = some.join(' ')
          for (const sentence of sentencesOf(text, language)) {
            let before = -1
            for (const place of readPlaces(sentence, [], language)) {
              expect(text.slice(place.start, place.end)).toBe(place.words)
              expect(place.first).toBeGreaterThan(before)
              before = place.last
            }
          }
        },
      ),
    )
  })
})

const whereIs = (language: DeskLanguage, text: string, event: string): string | null => {
  const sentence = sentenceIn(language, text)
  const at = sentence.tokens.findIndex((token) => token.key === event)
  const places = readPlaces(sentence, [], language)
  return eventPlace(sentence, places, at === -1 ? [] : [at])?.words ?? null
}

describe('the place of an event', () => {
  it.each<readonly [DeskLanguage, string, string, string | null]>([
    ['en', 'Nine people were killed in Gao and six were wounded in Kidal.', 'killed', 'Gao'],
    ['en', 'Nine people were killed in Gao and six were wounded in Kidal.', 'wounded', 'Kidal'],
    ['en', 'He told newsmen in Makurdi that nine people were killed in Guma.', 'killed', 'Guma'],
    ['en', 'He told newsmen in Makurdi that nine people were killed.', 'killed', null],
    ['en', 'The bomb in Kano killed nine people.', 'killed', 'Kano'],
    ['en', 'Nine people were killed in the area.', 'killed', null],
    ['en', 'Nine people were killed at a market.', 'killed', 'a market'],
    ['en', 'Gunmen attacked a school in Zaria, and nine people were killed.', 'killed', 'a school in Zaria'],
    ['en', 'The police chief of Kano said that nine people were killed.', 'killed', null],
    ['fr', 'Neuf personnes ont été tuées à Gao et six blessées à Kidal.', 'blessees', 'Kidal'],
    ['fr', 'Neuf personnes ont été tuées dans cette zone.', 'tuees', null],
    ['fr', "À Homs, l'armée a tué neuf personnes.", 'tue', 'Homs'],
    ['fr', "Neuf personnes ont été tuées, a annoncé à Genève l'ONU.", 'tuees', null],
    ['fr', 'Quatre soldats ont été tués en Afghanistan, dans la province de Kapisa.', 'tues', 'la province de Kapisa'],
    ['en', 'Fighting went on in Aleppo.', 'nothing', 'Aleppo'],
    ['en', 'Nobody knew.', 'nothing', null],
  ])('%s: %s (%s)', (language, text, event, place) => {
    expect(whereIs(language, text, event)).toBe(place)
  })
})
