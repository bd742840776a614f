import { describe, expect, it } from 'vitest'
import { readAttributions } from '../../src/desk/attribution/read-attributions.ts'
import { resolveSpeakers } from '../../src/desk/attribution/resolve-speakers.ts'
import { stanceOf } from '../../src/desk/attribution/stance.ts'
import { attributionFor } from '../../src/desk/claims/attribution-for.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { sentencesOf } from '../../src/desk/text/sentences.ts'

/** The stance of the claim about `[who]`, killed by `{agent}`, both marked in the sentence. */
function stanceIn(marked: string, language: DeskLanguage): string {
  const who = /\[(.+?)\]/.exec(marked)?.[1] ?? ''
  const agent = /\{(.+?)\}/.exec(marked)?.[1] ?? null
  const text = marked.replace(/[[\]{}]/g, '')
  const [sentence] = sentencesOf(text, language)
  if (!sentence) return 'no sentence'
  const said = {
    sentence,
    attributions: readAttributions(sentence, language),
    paragraph: 0,
    kind: 'text',
    speaker: null,
    offset: 0,
    names: [],
  } as const
  const at = sentence.tokens.findIndex(({ start }) => start === text.indexOf(who))
  const attribution =
    attributionFor(resolveSpeakers([said], language)[0] ?? [], { trigger: at, first: at, last: at }) ?? null
  const span = { start: 0, end: 0 }
  const casualty = {
    who: { words: who, span },
    agent: agent === null ? null : { words: agent, span },
    measure: 'killed',
    figure: { words: who, quantity: null, span },
  } as const
  return stanceOf({ attribution, actorKind: null, casualty }).stance
}

const ADMITTED_EN = [
  'The army said that 12 of [its soldiers] were killed.',
  'The army said [12 soldiers] were killed by {rebels}.',
  'The army confirmed that [six soldiers] had died in the ambush.',
  'The Malian army said [10 Malian soldiers] were killed.',
  'The army acknowledged that [12 soldiers] had been killed.',
  'The army admitted killing [four civilians].',
  'The army admitted that {its troops} killed [four civilians].',
  'The military said {it} killed [three civilians] by mistake.',
  'The military conceded that [seven villagers] had died in the strike.',
  'Wagner acknowledged that [20 of its fighters] had died.',
  'The rebels said that they lost [seven fighters of their own].',
  'The group said that [three of its members] were killed.',
  'The ministry of defence said [two servicemen] were killed.',
  'The government acknowledged the death of [30 soldiers].',
  'Police said [two police officers] were killed by {gunmen}.',
  'The Kenyan army said that [Kenyan soldiers] were among the dead.',
  'Hamas said [five Hamas fighters] were killed.',
  'The junta admitted that [40 soldiers] had been captured.',
  'THE ARMY REPORTED THAT [THREE SOLDIERS] WERE KILLED BY {GUERRILLAS}.',
  'The air force admitted that [nine children] died in its raid.',
  '“We lost [nine soldiers],” the army spokesman said.',
  'The militia acknowledged losing [eight men].',
]
const ADMITTED_FR = [
  "L'armée a annoncé la mort de [12 soldats].",
  "L'armée a reconnu que [12 soldats] avaient été tués.",
  "L'armée a admis avoir tué [quatre civils].",
  "L'armée malienne a annoncé que [dix soldats maliens] avaient été tués.",
  "L'armée a indiqué que [12 de ses hommes] étaient morts.",
  'Le gouvernement a reconnu la mort de [30 soldats].',
  'Le ministère de la Défense a confirmé la mort de [deux militaires].',
  'La police a annoncé que [deux policiers] avaient été tués par {des bandits}.',
  'Le groupe a reconnu la perte de [sept de ses combattants].',
  'Les rebelles ont admis avoir perdu [sept combattants].',
  "L'état-major reconnaît que [cinq soldats] ont péri.",
  "L'armée a déclaré que {ses forces} avaient tué [trois civils].",
  'La gendarmerie a annoncé que [trois gendarmes] étaient morts.',
  'Wagner a reconnu que [20 de ses hommes] étaient morts.',
  'Les autorités ont avoué que [neuf civils] avaient été tués.',
]
const DENIED_EN = [
  'The army denied that [40 soldiers] had been killed.',
  'The army denied killing [four civilians].',
  'The army rejected claims that [40 soldiers] had died.',
  'The ministry dismissed reports that [40 soldiers] had died.',
  'The government refuted reports that [40 people] were killed.',
  'The police denied that [anyone] was killed.',
  'The rebels have denied killing [12 villagers].',
  'The group denied having killed [12 villagers].',
  'The army said that reports of [40 dead] were false.',
  'The spokesman said that claims of [40 dead] were baseless.',
  'The ministry has denied that [12 soldiers] were captured.',
  'Both the army and the police deny killing [12 protesters].',
  'The minister denied on Monday that [12 people] had died.',
  'The governor denies that [12 people] were killed.',
  'THE ARMY DENIED THAT [TEN PEASANTS] WERE KILLED BY SOLDIERS.',
]
const DENIED_FR = [
  "L'armée a démenti que [40 soldats] aient été tués.",
  "L'armée dément avoir tué [quatre civils].",
  "L'armée a nié avoir tué [quatre civils].",
  'Le gouvernement nie que [40 personnes] soient mortes.',
  'Le ministère a rejeté les accusations selon lesquelles [40 civils] ont été tués.',
  'Le groupe a démenti avoir exécuté [12 villageois].',
  'La police a réfuté que [12 manifestants] aient été tués.',
  'Les autorités ont démenti la mort de [12 soldats].',
  "Le porte-parole de l'armée a nié la mort de [12 soldats].",
  'Les rebelles nient avoir tué [12 civils].',
]
const CLAIMED = [
  ['en', 'The army said [12 militants] were killed.'],
  ['en', 'JNIM said {it} killed [10 Malian soldiers].'],
  ['en', 'The rebels claim to have killed [40 soldiers].'],
  ['en', 'The rebels claimed that {they} killed [four civilians].'],
  ['en', 'The mayor said [12 villagers] were killed.'],
  ['en', 'Residents said [12 people] were killed by {the army}.'],
  ['en', 'The Ugandan army said [12 Rwandan soldiers] were killed.'],
  ['en', 'Ukraine’s military said [500 Russian soldiers] died.'],
  ['en', 'Police said [12 people] were killed.'],
  ['en', 'The army accused the rebels of killing [12 villagers].'],
  ['fr', "L'armée a annoncé que [12 terroristes] avaient été tués."],
  ['fr', 'Les rebelles ont affirmé avoir tué [40 soldats].'],
  ['fr', 'Le maire a indiqué que [12 villageois] étaient morts.'],
  ['fr', 'Des habitants ont affirmé que [12 villageois] avaient été tués.'],
  ['fr', 'Le gouverneur a annoncé que [12 civils] étaient morts.'],
] as const
const REPORTED = [
  ['en', 'The Red Cross said [12 people] were killed.'],
  ['en', 'The UN confirmed that [12 civilians] were killed.'],
  ['en', 'Gunmen killed [12 people].'],
  ['en', 'Reuters reported that [12 people] died.'],
  ['en', 'Human Rights Watch accused the army of killing [12 people].'],
  ['en', 'It was reported that [12 people] died.'],
  ['fr', "Selon l'ONU, [12 civils] ont été tués."],
  ['fr', 'Amnesty International accuse les rebelles d’avoir tué [12 civils].'],
  ['fr', 'Le bilan fait état de [12 morts].'],
  ['fr', 'Des hommes armés ont tué [12 personnes].'],
] as const

describe('on which side of a claim its claimant stands', () => {
  it.each(ADMITTED_EN)('%s is admitted', (text) => expect(stanceIn(text, 'en')).toBe('admits'))
  it.each(ADMITTED_FR)('%s est admis', (text) => expect(stanceIn(text, 'fr')).toBe('admits'))
  it.each(DENIED_EN)('%s is denied', (text) => expect(stanceIn(text, 'en')).toBe('denies'))
  it.each(DENIED_FR)('%s est démenti', (text) => expect(stanceIn(text, 'fr')).toBe('denies'))
  it.each(CLAIMED)('%s: %s is claimed', (language, text) => expect(stanceIn(text, language)).toBe('claims'))
  it.each(REPORTED)('%s: %s is reported', (language, text) => expect(stanceIn(text, language)).toBe('reports'))
})
