import { describe, expect, it } from 'vitest'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { readResponsibility } from '../../src/desk/responsibility/read-responsibility.ts'
import { sentencesOf } from '../../src/desk/text/sentences.ts'

const found = (text: string, language: DeskLanguage): string[] =>
  sentencesOf(text, language).flatMap((sentence) =>
    readResponsibility(sentence, language).map(({ actor, kind }) => `${kind}: ${actor.words}`),
  )

const TOLD: readonly (readonly [DeskLanguage, string, readonly string[]])[] = [
  ['en', 'JNIM claimed responsibility for the attack.', ['claimed: JNIM']],
  ['en', 'The attack was claimed by the Islamic State.', ['claimed: Islamic State']],
  ['en', 'The Taliban have claimed responsibility for the blast.', ['claimed: Taliban']],
  ['en', 'The army accused the rebels of killing 12 villagers.', ['accused: the rebels']],
  ['en', 'The killings were blamed on Boko Haram.', ['accused: Boko Haram']],
  ['en', 'Suspected herders killed 12 people.', ['suspected: herders']],
  ['en', 'The raid was carried out by gunmen.', ['stated: gunmen']],
  ['en', 'The rebels denied responsibility for the attack.', ['denied: The rebels']],
  ['en', 'Gunmen killed 12 people.', ['stated: Gunmen']],
  ['en', 'A bomb killed 12 people.', []],
  ['en', 'Twelve people were killed.', []],
  ['en', 'He killed 12 people.', []],
  ['en', 'No group has claimed responsibility.', []],
  ['en', 'Nobody has claimed responsibility for the attack.', []],
  ['fr', "L'attaque a été revendiquée par Boko Haram.", ['claimed: Boko Haram']],
  ['fr', "Le groupe Boko Haram a revendiqué l'attaque.", ['claimed: Boko Haram']],
  ['fr', "Human Rights Watch accuse l'armée d'avoir tué 12 civils.", ["accused: l'armée"]],
  ['fr', "L'attaque, perpétrée par des hommes armés, a fait 12 morts.", ['stated: des hommes armés']],
  ['fr', 'Des hommes armés ont tué 12 personnes.', ['stated: Des hommes armés']],
  ['fr', 'Douze soldats ont été tués par des djihadistes présumés.', ['suspected: des djihadistes']],
  ['fr', "L'armée a démenti toute implication dans le massacre.", ["denied: L'armée"]],
  ['fr', "L'attaque a fait 12 morts.", []],
  ['fr', "L'attentat n'a pas été revendiqué.", []],
]

describe('who is said to have done it', () => {
  it.each(TOLD)('%s: %s', (language, text, expected) => {
    expect(found(text, language)).toEqual(expected)
  })
})
