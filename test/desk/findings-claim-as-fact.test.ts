import { describe, expect, it } from 'vitest'
import { claimAsFact } from '../../src/desk/findings/claim-as-fact.ts'
import { fr, type Given, givenText, headline, standfirst, underlined } from './findings-builder.ts'

describe('a claim told as fact', () => {
  const jnim = { by: 'JNIM militants', stance: 'claims' } as const
  const armee = { by: 'l’armée', stance: 'claims' } as const
  it.each<[string, Given, string]>([
    [
      'a headline',
      {
        paragraphs: [headline('50 soldiers killed in ambush'), 'JNIM militants said they killed 50 soldiers.'],
        claims: [
          { figure: '50', in: 0 },
          { figure: '50', in: 1, ...jnim },
        ],
      },
      '50',
    ],
    [
      'a standfirst',
      {
        paragraphs: [standfirst('An ambush killed 50 soldiers.'), 'JNIM militants said they killed 50.'],
        claims: [
          { figure: '50', in: 0 },
          { figure: '50', in: 1, ...jnim },
        ],
      },
      '50',
    ],
    [
      'a lead',
      {
        paragraphs: ['An ambush killed 50 soldiers.', 'JNIM militants said they killed 50.'],
        claims: [
          { figure: '50', in: 0 },
          { figure: '50', in: 1, ...jnim },
        ],
      },
      '50',
    ],
    [
      'the army’s count',
      {
        paragraphs: [headline('Raid kills 30 fighters'), 'The army said it killed 30 fighters.'],
        claims: [
          { figure: '30', in: 0 },
          { figure: '30', in: 1, by: 'The army' },
        ],
      },
      '30',
    ],
    [
      'by the record’s kind',
      {
        paragraphs: [headline('Raid kills 30'), 'Katiba said it killed 30.'],
        claims: [
          { figure: '30', in: 0 },
          { figure: '30', in: 1, by: 'Katiba', entry: 'act_1' },
        ],
        context: {
          known: [
            {
              entryId: 'act_1',
              kind: 'actor',
              name: 'Katiba',
              aliases: [],
              actorKind: 'non-state-armed-group',
              zone: null,
            },
          ],
        },
      },
      '30',
    ],
    [
      'un titre',
      {
        ...fr,
        paragraphs: [headline('Trente combattants tués (30)'), 'L’armée affirme avoir tué 30 combattants.'],
        claims: [
          { figure: '30', in: 0 },
          { figure: '30', in: 1, ...armee },
        ],
      },
      '30',
    ],
    [
      'une attaque',
      {
        ...fr,
        paragraphs: ['L’attaque a tué 12 soldats.', 'Le groupe dit avoir tué 12 soldats.'],
        claims: [
          { figure: '12', in: 0 },
          { figure: '12', in: 1, by: 'Le groupe' },
        ],
      },
      '12',
    ],
    [
      'a deed',
      {
        paragraphs: [headline('JNIM attacks convoy'), 'Officials accuse JNIM of it.'],
        deeds: [
          { actor: 'JNIM', in: 0, kind: 'stated' },
          { actor: 'JNIM', in: 1, kind: 'accused', by: 'Officials' },
        ],
      },
      'JNIM',
    ],
    [
      'a deed that is denied',
      {
        paragraphs: [headline('Army shells market'), 'Army denies it.'],
        deeds: [
          { actor: 'Army', in: 0, kind: 'stated' },
          { actor: 'Army', in: 1, kind: 'denied', by: 'Army' },
        ],
      },
      'Army',
    ],
    [
      'un fait imputé',
      {
        ...fr,
        paragraphs: [headline('Le GSIM attaque un convoi'), 'Le GSIM est soupçonné.'],
        deeds: [
          { actor: 'GSIM', in: 0, kind: 'stated' },
          { actor: 'GSIM', in: 1, kind: 'suspected' },
        ],
      },
      'GSIM',
    ],
    [
      'confirmed',
      {
        paragraphs: ['The army confirmed it had killed 30 fighters.'],
        claims: [{ figure: '30', by: 'The army' }],
        said: [{ words: 'The army confirmed', by: 'The army', speech: 'confirm' }],
      },
      'confirmed',
    ],
    [
      'confirme',
      {
        ...fr,
        paragraphs: ['L’armée confirme avoir tué 30 combattants.'],
        claims: [{ figure: '30', by: 'L’armée' }],
        said: [{ words: 'L’armée confirme', by: 'L’armée', speech: 'confirm' }],
      },
      'confirme',
    ],
  ])('is underlined: %s', (_, given, words) => {
    expect(underlined(claimAsFact, given)).toEqual([words])
  })

  it.each<[string, Given]>([
    [
      'what police say',
      {
        paragraphs: [headline('12 killed in blast'), 'Police said 12 died.'],
        claims: [
          { figure: '12', in: 0 },
          { figure: '12', in: 1, by: 'Police' },
        ],
      },
    ],
    [
      'what a hospital says too',
      {
        paragraphs: [headline('Raid kills 30'), 'The army said it killed 30.', 'A hospital counted 30 dead.'],
        claims: [
          { figure: '30', in: 0 },
          { figure: '30', in: 1, by: 'The army' },
          { figure: '30', in: 2, by: 'A hospital', stance: 'reports' },
        ],
      },
    ],
    [
      'after it was attributed',
      {
        paragraphs: ['JNIM militants said they killed 50.', 'The 50 were soldiers.'],
        claims: [
          { figure: '50', in: 0, ...jnim },
          { figure: '50', in: 1 },
        ],
      },
    ],
    [
      'a headline that says who',
      {
        paragraphs: [headline('JNIM militants say they killed 50'), 'JNIM militants said they killed 50.'],
        claims: [
          { figure: '50', in: 0, ...jnim },
          { figure: '50', in: 1, ...jnim },
        ],
      },
    ],
    [
      'own losses',
      {
        paragraphs: [headline('12 soldiers killed'), 'The army said 12 of its soldiers died.'],
        claims: [
          { figure: '12', in: 0 },
          { figure: '12', in: 1, by: 'The army', stance: 'admits' },
        ],
      },
    ],
    [
      'one person',
      {
        paragraphs: [headline('Raid kills 1 fighter'), 'The army said it killed 1.'],
        claims: [
          { figure: '1', in: 0 },
          { figure: '1', in: 1, by: 'The army' },
        ],
      },
    ],
    [
      'a deed that the body states',
      {
        paragraphs: [headline('JNIM attacks convoy'), 'JNIM attacked at dawn.', 'Officials accuse JNIM.'],
        deeds: [
          { actor: 'JNIM', in: 0, kind: 'stated' },
          { actor: 'JNIM', in: 1, kind: 'stated' },
          { actor: 'JNIM', in: 2, kind: 'accused' },
        ],
      },
    ],
    [
      'a headline that accuses',
      {
        paragraphs: [headline('Officials accuse JNIM'), 'Officials accuse JNIM.'],
        deeds: [
          { actor: 'JNIM', in: 0, kind: 'accused' },
          { actor: 'JNIM', in: 1, kind: 'accused' },
        ],
      },
    ],
    [
      'police confirm',
      {
        paragraphs: ['Police confirmed 12 deaths.'],
        claims: [{ figure: '12', by: 'Police' }],
        said: [{ words: 'Police confirmed', by: 'Police', speech: 'confirm' }],
      },
    ],
    [
      'losses confirmed',
      {
        paragraphs: ['The army confirmed it lost 12 men.'],
        claims: [{ figure: '12', by: 'The army', stance: 'admits' }],
        said: [{ words: 'The army confirmed', by: 'The army', speech: 'confirm' }],
      },
    ],
    [
      'un bilan de la police',
      {
        ...fr,
        paragraphs: [headline('12 morts'), 'La police parle de 12 morts.'],
        claims: [
          { figure: '12', in: 0 },
          { figure: '12', in: 1, by: 'La police' },
        ],
      },
    ],
    [
      'des pertes reconnues',
      {
        ...fr,
        paragraphs: ['L’armée confirme la mort de 12 soldats.'],
        claims: [{ figure: '12', by: 'L’armée', stance: 'admits' }],
        said: [{ words: 'L’armée confirme', by: 'L’armée', speech: 'confirm' }],
      },
    ],
    [
      'après l’attribution',
      {
        ...fr,
        paragraphs: ['L’armée dit avoir tué 30 hommes.', 'Les 30 étaient armés.'],
        claims: [
          { figure: '30', in: 0, ...armee },
          { figure: '30', in: 1 },
        ],
      },
    ],
  ])('is none: %s', (_, given) => {
    expect(underlined(claimAsFact, given)).toEqual([])
  })

  it('offers “said” for “confirmed”', () => {
    const said = [{ words: 'The army confirmed', by: 'The army', speech: 'confirm' }] as const
    const input = givenText({
      paragraphs: ['The army confirmed it killed 30.'],
      claims: [{ figure: '30', by: 'The army' }],
      said,
    })
    expect(claimAsFact(input)[0]).toMatchObject({ fix: 'said', facts: { claimant: 'The army' } })
  })
})
