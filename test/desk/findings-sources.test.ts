import { describe, expect, it } from 'vitest'
import { findAll } from '../../src/desk/findings/find-all.ts'
import { hiddenSource } from '../../src/desk/findings/hidden-source.ts'
import { missingVia } from '../../src/desk/findings/missing-via.ts'
import { pictureWithoutCredit } from '../../src/desk/findings/picture-without-credit.ts'
import { quoteWithoutSpeaker } from '../../src/desk/findings/quote-without-speaker.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { type GivenSpeech, givenText, type Written } from './findings-builder.ts'

const hidden = (language: DeskLanguage, text: string, ...said: GivenSpeech[]) =>
  hiddenSource(givenText({ language, paragraphs: [text], said })).map(({ words }) => words)

describe('sources that are hidden', () => {
  it.each<[DeskLanguage, string, string]>([
    ['en', 'Gunmen have reportedly killed 12 people in the district.', 'reportedly'],
    ['en', 'The convoy was allegedly hit from the air.', 'allegedly'],
    ['en', 'It was reported that two villages were burnt.', 'It was reported'],
    ['en', 'It has been claimed that the bridge was mined.', 'It has been claimed'],
    ['en', 'The governor is said to have left the city.', 'is said to have'],
    ['en', 'Both men were rumoured to be in the capital.', 'were rumoured to be'],
    ['en', 'The column, sources said, came from the north.', 'sources said'],
    ['en', 'Unconfirmed reports suggest that the airport is closed.', 'Unconfirmed reports suggest'],
    ['en', 'According to sources, the talks have failed.', 'According to sources'],
    ['en', 'According to some reports, the talks have failed.', 'According to some reports'],
    ['fr', 'On rapporte que deux villages ont brûlé.', 'On rapporte'],
    ['fr', 'Les soldats, dit-on, s’étaient rendus.', 'dit-on'],
    ['fr', 'Selon certaines sources, les pourparlers ont échoué.', 'Selon certaines sources'],
    ['fr', 'Selon des informations, l’aéroport est fermé.', 'Selon des informations'],
    ['fr', 'Deux villages ont brûlé, a-t-on appris.', 'a-t-on appris'],
    ['fr', 'Le gouverneur aurait été tué dans la nuit.', 'aurait été tué'],
    ['fr', 'Douze civils auraient péri dans l’incendie du marché.', 'auraient péri'],
    ['fr', 'Il se dit que la garnison a fui.', 'Il se dit'],
    ['fr', 'Le pont était prétendument miné.', 'prétendument'],
    ['fr', 'Des sources indiquent que le pont est coupé.', 'Des sources indiquent'],
  ])('%s: are underlined in “%s”', (language, text, words) => {
    expect(hidden(language, text)).toEqual([words])
  })

  it.each<[DeskLanguage, string]>([
    ['en', 'Security sources said the column came from the north.'],
    ['en', 'According to sources in the army, the talks have failed.'],
    ['en', 'Two hospital sources said twelve people had died.'],
    ['en', 'He was charged with allegedly helping the attackers.'],
    ['en', 'It was said by witnesses that two villages burnt.'],
    ['en', 'The minister said it was too early to tell.'],
    ['en', '“It was reported to us at noon,” the mayor said.'],
    ['en', 'The mayor reported the theft to the police.'],
    ['en', 'Police reports said the road was closed.'],
    ['fr', 'Selon des sources sécuritaires, six soldats ont été blessés.'],
    ['fr', 'Deux villages ont brûlé, a-t-on appris auprès de la préfecture.'],
    ['fr', 'Le gouverneur aurait dû quitter la ville.'],
    ['fr', 'Si la pluie avait cessé, le pont aurait tenu.'],
    ['fr', 'Des sources hospitalières indiquent que douze personnes sont mortes.'],
    ['fr', 'Il a dit que la route était ouverte.'],
    ['fr', '«\u00a0On rapporte des tirs\u00a0», a dit le maire.'],
    ['fr', 'L’armée aurait pu intervenir plus tôt.'],
  ])('%s: are none in “%s”', (language, text) => {
    expect(hidden(language, text)).toEqual([])
  })

  it('are the business of the speaker who is named', () => {
    const said = { words: 'Amnesty International said', by: 'Amnesty International' }
    expect(hidden('en', 'Amnesty International said soldiers had allegedly shot a boy.', said)).toEqual([])
    const selon = { words: 'selon le quotidien', by: 'le quotidien' }
    expect(hidden('fr', 'Le reporter aurait été tué par un obus, selon le quotidien.', selon)).toEqual([])
  })

  it('are still hidden where an attribution names nobody', () => {
    const nobody = { words: 'reportedly', by: null }
    expect(hidden('en', 'The convoy was reportedly hit.', nobody)).toEqual(['reportedly'])
  })
})

const quotes = (language: DeskLanguage, paragraphs: Written[], ...said: GivenSpeech[]) =>
  quoteWithoutSpeaker(givenText({ language, paragraphs, said })).map(({ words }) => words)

describe('quotations without a speaker', () => {
  it.each<[DeskLanguage, Written[], string]>([
    [
      'en',
      ['The road is closed. “We have nowhere left to go.” The camp lies to the east.'],
      'We have nowhere left to go.',
    ],
    ['en', ['"They came at night on motorbikes." The school burnt down.'], 'They came at night on motorbikes.'],
    [
      'en',
      ['The market was empty.', '“Nobody comes here any more.”', 'The road is mined.'],
      'Nobody comes here any more.',
    ],
    ['en', [{ kind: 'quote', text: 'We buried them before dawn.' }], 'We buried them before dawn.'],
    ['en', ['Fear is everywhere: “every night we hear the drones”.'], 'every night we hear the drones'],
    [
      'fr',
      ['La route est fermée. «\u00a0Nous n’avons nulle part où aller.\u00a0» Le camp est à l’est.'],
      'Nous n’avons nulle part où aller.',
    ],
    [
      'fr',
      ['Le marché était vide.', '“Plus personne ne vient ici.”', 'La route est minée.'],
      'Plus personne ne vient ici.',
    ],
    ['fr', [{ kind: 'quote', text: 'Nous les avons enterrés avant l’aube.' }], 'Nous les avons enterrés avant l’aube.'],
    [
      'fr',
      ['La peur est partout\u00a0: «\u00a0chaque nuit nous entendons les drones\u00a0».'],
      'chaque nuit nous entendons les drones',
    ],
  ])('%s: are underlined in %j', (language, paragraphs, words) => {
    expect(quotes(language, paragraphs)).toEqual([words])
  })

  it.each<[DeskLanguage, Written[]]>([
    ['en', ['“We have nowhere left to go,” the farmer said.']],
    ['en', ['The farmer sat down. “We have nowhere left to go.” He told the story twice.']],
    ['en', ['The committee said:', '“All sides must let aid through.”']],
    ['en', ['A banner read “no more weapons for them”.']],
    ['en', ['The so-called “people’s republic” has no currency.']],
    ['en', ['Her film “The Long Road to Timbuktu” opens in May.']],
    ['en', [{ kind: 'quote', text: 'We buried them before dawn.', speaker: 'a resident of Gao' }]],
    ['en', ['The report says “at least three villages were burnt”. “The pattern is the same everywhere.”']],
    ['fr', ['«\u00a0Nous n’avons nulle part où aller\u00a0», a dit le fermier.']],
    ['fr', ['Le fermier s’assoit. «\u00a0Nous n’avons nulle part où aller.\u00a0» Il le répète, raconte encore.']],
    ['fr', ['Le comité a déclaré\u00a0:', '«\u00a0Que toutes les parties laissent passer l’aide.\u00a0»']],
    ['fr', ['La «\u00a0république populaire\u00a0» n’a pas de monnaie.']],
    ['fr', [{ kind: 'quote', text: 'Nous les avons enterrés avant l’aube.', speaker: 'un habitant de Gao' }]],
    ['fr', ['Une opération baptisée «\u00a0le vent de la grande dune\u00a0» commence.']],
  ])('%s: are none in %j', (language, paragraphs) => {
    expect(quotes(language, paragraphs)).toEqual([])
  })

  it('have the speaker of the sentence beside them', () => {
    const said = { words: 'the elder', by: 'the elder' }
    expect(quotes('en', ['So it went, for the elder. “They took the cattle and left.”'], said)).toEqual([])
  })

  it('have the speaker of the paragraph before when they go on', () => {
    const text = [
      'The nurse said: “We had no water.',
      '“Then they cut the power as well.',
      '“And nobody came for days on end.”',
    ]
    expect(quotes('en', text)).toEqual([])
  })
})

const pictures = (caption: string, hasCredit = false, language: DeskLanguage = 'en') =>
  pictureWithoutCredit(
    givenText({
      language,
      paragraphs: ['The road is closed.', { kind: 'caption', text: caption }],
      pictures: [{ paragraph: 1, hasCredit }],
    }),
  ).map(({ words }) => words)

describe('pictures without a credit', () => {
  it.each([
    'A burnt lorry on the road to Gao.',
    'The bridge after the flood',
    '',
    'Photographers at the gate.',
    'The market at dawn, 28 July 2024.',
    'Le pont après la crue.',
    'Un camion brûlé sur la route de Gao.',
    'Le marché à l’aube.',
  ])('are underlined: “%s”', (caption) => {
    expect(pictures(caption)).toEqual([caption])
    expect(pictures(caption, false, 'fr')).toEqual([caption])
  })

  it.each<[string, DeskLanguage]>([
    ['A burnt lorry. Photo: Reuters', 'en'],
    ['A burnt lorry © the photographer', 'en'],
    ['A burnt lorry (AFP)', 'en'],
    ['A burnt lorry. Picture by a resident', 'en'],
    ['Un camion brûlé. Crédit\u00a0: AFP', 'fr'],
    ['Un camion brûlé. Photo\u00a0: Reuters', 'fr'],
    ['Un camion brûlé (Reuters)', 'fr'],
    ['Un camion brûlé. Photo de la Croix-Rouge', 'fr'],
  ])('are none where the caption says whose they are: “%s”', (caption, language) => {
    expect(pictures(caption, false, language)).toEqual([])
  })

  it('are none where the credit is filled in', () => {
    expect(pictures('A burnt lorry.', true)).toEqual([])
  })
})

const via = (language: DeskLanguage, text: string, ...said: GivenSpeech[]) =>
  missingVia(givenText({ language, paragraphs: [text], said })).map(({ words }) => words)

describe('an agency’s own words', () => {
  it.each<[DeskLanguage, string, string]>([
    ['en', 'AFP has learned that the governor has left.', 'AFP has learned'],
    ['en', 'AFP correspondents saw bodies on the road.', 'AFP correspondents saw'],
    ['en', 'A Reuters reporter counted 14 graves.', 'A Reuters reporter counted'],
    ['en', 'A letter seen by Reuters names three officers.', 'seen by Reuters'],
    ['en', 'Doctors contacted by AFP gave no toll.', 'contacted by AFP'],
    ['en', 'The mayor told the agency that the road was closed.', 'told the agency'],
    ['fr', 'La ville était déserte, a constaté l’AFP.', 'a constaté l’AFP'],
    ['fr', 'L’AFP a appris que le gouverneur est parti.', 'L’AFP a appris'],
    ['fr', 'Un journaliste de l’AFP a vu quatorze tombes.', 'Un journaliste de l’AFP a vu'],
    ['fr', 'Des médecins joints par l’AFP ne donnent pas de bilan.', 'joints par l’AFP'],
    ['fr', 'Une lettre consultée par Reuters nomme trois officiers.', 'consultée par Reuters'],
    ['fr', 'La route est coupée, a dit le maire à l’agence.', 'à l’agence'],
  ])('%s: are underlined in “%s”', (language, text, words) => {
    expect(via(language, text)).toEqual([words])
  })

  it.each<[DeskLanguage, string]>([
    ['en', 'The mayor told reporters that the road was closed.'],
    ['en', 'Residents seen by nurses had burns.'],
    ['en', 'He has learned that the governor has left.'],
    ['en', 'The agency for refugees has opened a camp.'],
    ['en', '“AFP has learned of it before us,” the mayor said.'],
    ['en', 'The AFP bureau was closed in May.'],
    ['en', 'BAMAKO (Reuters) - A Reuters witness saw six bodies.'],
    ['fr', 'La ville était déserte, a constaté le préfet.'],
    ['fr', 'Le maire a appris que le gouverneur est parti.'],
    ['fr', 'Des médecins joints par téléphone ne donnent pas de bilan.'],
    ['fr', 'L’agence pour les réfugiés a ouvert un camp.'],
    ['fr', 'Le bureau de l’AFP a fermé en mai.'],
  ])('%s: are none in “%s”', (language, text) => {
    expect(via(language, text)).toEqual([])
  })

  it('are in order where the text goes by that agency', () => {
    const told = { words: 'told AFP', by: 'the mayor', via: 'AFP' }
    expect(via('en', 'The mayor told AFP so. AFP correspondents saw bodies.', told)).toEqual([])
    const selon = { words: 'selon l’AFP', by: 'l’AFP' }
    expect(via('fr', 'La ville est vide, selon l’AFP. Un journaliste de l’AFP a vu des tombes.', selon)).toEqual([])
  })
})

describe('all findings', () => {
  it('leave out the kinds that the newsroom does not want', () => {
    const text = { paragraphs: ['Rebels reportedly fled.'] }
    expect(findAll(givenText(text)).map(({ kind }) => kind)).toEqual(['loaded-word', 'hidden-source'])
    const without = givenText({ ...text, context: { without: ['hidden-source'] } })
    expect(findAll(without).map(({ kind }) => kind)).toEqual(['loaded-word'])
  })

  it('keep their key when the sentence moves to another paragraph', () => {
    const [before] = findAll(givenText({ paragraphs: ['Rebels fled.', 'The road is closed.'] }))
    const [after] = findAll(givenText({ paragraphs: ['The road is closed.', 'All is quiet. Rebels fled.'] }))
    expect(after?.key).toBe(before?.key)
    expect(after?.start).not.toBe(before?.start)
  })
})
