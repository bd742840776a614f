import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readAttributions } from '../../src/desk/attribution/read-attributions.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { readText } from '../../src/desk/read-text.ts'
import type { DeskStance } from '../../src/desk/reading.ts'
import { readResponsibility } from '../../src/desk/responsibility/read-responsibility.ts'
import { sentencesOf } from '../../src/desk/text/sentences.ts'
import { aContext, plainDeskText } from './passages/judge.ts'

type Told = readonly [DeskLanguage, string, string | null, string | null, DeskStance]

const claimsIn = (language: DeskLanguage, text: string) =>
  readText(plainDeskText(text), aContext({ language })).claims.map(({ claimant, via, stance }) => [
    claimant?.text ?? null,
    via?.text ?? null,
    stance,
  ])

const PASSED_ON: readonly Told[] = [
  ['en', 'The rebels say they killed 30 soldiers, Reuters reported.', 'The rebels', 'Reuters', 'claims'],
  ['en', 'The rebels said they had killed 30 soldiers, AFP reported on Tuesday.', 'The rebels', 'AFP', 'claims'],
  ['en', 'The army said 12 soldiers were killed, state media reported.', 'The army', 'state media', 'admits'],
  ['en', 'Thirty people were killed, a resident reached by Reuters said.', 'a resident', 'Reuters', 'claims'],
  ['en', 'A resident contacted by AFP said 30 people were killed.', 'A resident', 'AFP', 'claims'],
  ['en', 'The mayor, quoted by AFP, said 12 people were killed.', 'The mayor', 'AFP', 'claims'],
  ['en', 'Citing officials, Reuters reported that 12 people were killed.', 'officials', 'Reuters', 'claims'],
  ['en', 'Reuters, citing a security source, reported 12 people killed.', 'a security source', 'Reuters', 'claims'],
  ['en', 'Two residents interviewed by the BBC said 12 people were killed.', 'Two residents', 'BBC', 'claims'],
  ['fr', "Le groupe affirme avoir tué 30 soldats, rapporte l'AFP.", 'Le groupe', 'AFP', 'claims'],
  ['fr', 'Le M23 affirme avoir tué 30 soldats, selon SITE.', 'M23', 'SITE', 'claims'],
  ['fr', "Selon un habitant joint par l'AFP, 30 personnes ont été tuées.", 'un habitant', 'AFP', 'claims'],
  [
    'fr',
    "L'AFP, citant une source sécuritaire, rapporte que douze personnes ont été tuées.",
    'une source sécuritaire',
    'AFP',
    'claims',
  ],
  ['fr', 'Le maire, cité par RFI, a parlé de 12 morts.', 'Le maire', 'RFI', 'claims'],
  ['fr', "Un élu a parlé à l'AFP d'une trentaine de blessés.", 'Un élu', 'AFP', 'claims'],
]

const COUNTED: readonly Told[] = [
  [
    'en',
    "South Africa's defence force said that 13 of its soldiers had died.",
    "South Africa's defence force",
    null,
    'admits',
  ],
  ['en', 'A local Red Cross tally gave 104 deaths.', 'A local Red Cross tally', null, 'reports'],
  ['en', 'The observatory counted 40 dead.', 'The observatory', null, 'reports'],
  ['en', 'ACLED registered 300 deaths in March.', 'ACLED', null, 'reports'],
  ['en', 'The health ministry gave a lower toll of 45 dead.', 'The health ministry', null, 'claims'],
  ['fr', 'La Croix-Rouge a enregistré 30 décès.', 'Croix-Rouge', null, 'reports'],
  [
    'fr',
    'Le ministère de la Défense avait parlé vendredi de 25 militaires tués.',
    'Le ministère de la Défense',
    null,
    'admits',
  ],
  ['fr', "La gouverneure, pour sa part, a fait part d'un bilan de 24 morts.", 'La gouverneure', null, 'claims'],
]

const JOINED: readonly Told[] = [
  ['en', 'JNIM claimed the attack and said it killed 30 soldiers.', 'JNIM', null, 'claims'],
  [
    'en',
    'JNIM, an al-Qaeda affiliate, claimed responsibility for the attack and said it had killed 30 soldiers.',
    'JNIM',
    null,
    'claims',
  ],
  [
    'fr',
    "Le Jnim, affilié à Al-Qaïda, a revendiqué l'attaque et affirme avoir tué 30 soldats.",
    'Jnim',
    null,
    'claims',
  ],
]

const NOBODY: readonly (readonly [DeskLanguage, string])[] = [
  ['en', 'The Islamic State claimed responsibility for the attack that killed 30 people.'],
  ['fr', "L'État islamique a revendiqué l'attentat, qui a fait 30 morts."],
  ['en', 'The army has not confirmed that 12 soldiers were killed.'],
  ['fr', "L'armée n'a pas confirmé que 12 soldats ont été tués."],
]

const OWN: readonly Told[] = [
  [
    'en',
    'The Council for Peace and Security, a rebel movement, reported that it had inflicted heavy casualties on Malian soldiers.',
    'Council for Peace and Security',
    null,
    'claims',
  ],
  ['en', 'The Pentagon said three American soldiers had died.', 'Pentagon', null, 'admits'],
  ['en', 'The defence ministry said 60 militants had been killed.', 'The defence ministry', null, 'claims'],
  ['en', 'The Ukrainian army said 400 Russian soldiers were killed.', 'The Ukrainian army', null, 'claims'],
  ['en', 'The army said 20 of its men were missing.', 'The army', null, 'admits'],
  [
    'fr',
    'Le ministère de la Défense a annoncé que 71 militaires nigériens ont été tués.',
    'Le ministère de la Défense',
    null,
    'admits',
  ],
  ['fr', "L'armée a fait état de 18 blessés dans ses rangs.", "L'armée", null, 'admits'],
]

describe('who says it, and through whom', () => {
  it.each([...PASSED_ON, ...COUNTED, ...JOINED, ...OWN])('%s: %s', (language, text, claimant, via, stance) => {
    expect(claimsIn(language, text)).toEqual([[claimant, via, stance]])
  })
  it.each(NOBODY)('%s: nobody vouches for the figure of: %s', (language, text) => {
    expect(claimsIn(language, text)).toEqual([[null, null, 'reports']])
  })
  it('leaves a hospital that only received them for whoever tells of it', () => {
    expect(claimsIn('fr', "L'hôpital a reçu 100 blessés, selon un agent de santé joint par l'AFP.")).toEqual([
      ['un agent de santé', 'AFP', 'reports'],
    ])
  })
})

const ORGANISATIONS: readonly (readonly [DeskLanguage, string, readonly string[]])[] = [
  [
    'en',
    'MEMBERS OF THE NATIONAL LIBERATION FRONT KILLED THREE PEASANTS IN THE VILLAGE.',
    ['stated: NATIONAL LIBERATION FRONT'],
  ],
  [
    'en',
    'NATIONAL LIBERATION FRONT GUERRILLAS ATTACKED THE TOWN AT DAWN TODAY.',
    ['stated: NATIONAL LIBERATION FRONT'],
  ],
  [
    'en',
    'Twelve people died in an attack by members of the Allied Democratic Forces.',
    ['stated: Allied Democratic Forces'],
  ],
  ['en', 'The army is responsible for the killings.', ['accused: army']],
  ['en', 'Gunmen killed 12 people.', []],
  ['fr', 'Douze personnes sont mortes dans une attaque perpétrée par des combattants du M23.', ['stated: M23']],
  ['fr', 'Des hommes armés ont tué 12 personnes.', []],
]

describe('which organisation is said to have done it', () => {
  it.each(ORGANISATIONS)('%s: %s', (language, text, expected) => {
    const told = readText(plainDeskText(text), aContext({ language })).responsibilities
    expect(told.map(({ kind, actor }) => `${kind}: ${actor.text}`)).toEqual(expected)
  })
})

const WORDS = fc.constantFrom(
  ..."the army said that 12 soldiers \"killed\" by AFP , citing SITE claimed responsibility X's for its part reached — selon l’armée a parlé à l'AFP de 25 morts ; le Jnim , affilié , revendiqué l'attaque et affirme ) ( [ FMLN ] \u200b . : Члены".split(
    ' ',
  ),
)

describe('any words whatever', () => {
  it.each(['en', 'fr'] as const)('are read in %s without a fault, and every span lies within them', (language) => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(WORDS, { maxLength: 40 }).map((all) => all.join(' ')),
        ),
        (text) => {
          for (const sentence of sentencesOf(text, language)) {
            const { length } = sentence.tokens
            for (const { first, last, scope, start, end, speaker } of readAttributions(sentence, language)) {
              expect(first >= 0 && first <= last && last < length).toBe(true)
              expect(scope.first >= 0 && scope.first <= scope.last && scope.last < length).toBe(true)
              for (const span of [{ start, end }, speaker ?? { start, end }])
                expect(span.start >= sentence.start && span.end <= sentence.end && span.start <= span.end).toBe(true)
            }
            for (const { actor } of readResponsibility(sentence, language))
              expect(actor.start >= sentence.start && actor.end <= sentence.end).toBe(true)
          }
        },
      ),
      { numRuns: 400 },
    )
  })
})
