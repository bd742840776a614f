import { describe, expect, it } from 'vitest'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { readText } from '../../src/desk/read-text.ts'
import { noonOf, type LocalDate } from '../../src/time.ts'
import { aContext, plainDeskText } from './passages/judge.ts'

const read = (language: DeskLanguage, text: string) =>
  readText(plainDeskText(text), aContext({ language, publishedAt: noonOf('2024-07-29' as LocalDate) }))

/** Who says the last figure of a text, and through whom: "JNIM < Amaq", "–" where nobody does. */
function lastSpeaker(language: DeskLanguage, text: string): string {
  const claim = read(language, text).claims.at(-1)
  if (!claim) return 'no claim'
  return (claim.claimant?.text ?? '–') + (claim.via ? ` < ${claim.via.text}` : '')
}

describe('who says so, however the sentence is turned', () => {
  it.each<[DeskLanguage, string, string]>([
    ['en', 'Police had spoken on Saturday of 12 dead.', 'Police'],
    ['en', 'The ministry on Thursday cut the death toll to 12.', 'The ministry'],
    ['en', 'The ministry has lowered its toll to 12 dead.', 'The ministry'],
    ['en', 'An official of the state agency, Ado Bayo had earlier given the number of deaths as 22.', 'Ado Bayo'],
    ['en', 'Nine people died, a military spokesman, General Ado Bayo, told a news conference.', 'Ado Bayo'],
    ['en', 'Nine people died, while 12 pupils were hurt, the mayor, Ado Bayo, told parliament.', 'Ado Bayo'],
    [
      'en',
      'Ado Bayo, the minister of justice and spokesman of the government, told a news conference that 12 people died.',
      'Ado Bayo',
    ],
    ['en', 'Bandits killed 12 people, said the organisation, which spoke to witnesses.', 'the organisation'],
    ['en', 'At least nine people died, the mayor, Ado Bayo, wrote on Facebook.', 'Ado Bayo'],
    ['en', 'The group wrote on Telegram on Monday that 12 soldiers died.', 'The group'],
    ['en', 'Bayo who spoke with newsmen on Thursday put the number of the dead at 12.', 'Bayo'],
    ['en', 'The army said on Monday, through its Amaq agency, that it killed 12 men.', 'The army < its Amaq agency'],
    ['en', 'The toll given by police is 12 dead.', 'police'],
    ['fr', "Douze hommes sont morts, a précisé à Genève le porte-parole de l'ONU, Ado Bayo.", 'Ado Bayo'],
    ['fr', 'Le procureur Ado Bayo parle de 9 morts. Il fait également état de 12 blessés.', 'Ado Bayo'],
    [
      'fr',
      "Des sources locales contactées par l'AFP, avancent plutôt le chiffre de 12 morts.",
      'Des sources locales < AFP',
    ],
    ['fr', 'Le maire avance 9 morts, tandis que la police parle de 12 morts.', 'la police'],
    ['fr', "Le bilan communiqué par l'ONU est de 12 morts.", 'ONU'],
    ['fr', "Les autorités ont parlé. L'armée compte aussi 12 blessés dans ses rangs.", "L'armée"],
    ['fr', "Douze personnes ont été tuées, s'est inquiété mardi le HCR.", 'HCR'],
    ['fr', 'Douze personnes sont mortes, a écrit sur Facebook le maire, Ado Bayo.', 'Ado Bayo'],
    ['fr', 'Neuf hommes sont morts, tandis que 12 ont été blessés, a indiqué la police.', 'la police'],
    ['fr', 'Le ministère a ramené jeudi le bilan à 12 morts.', 'Le ministère'],
    ['fr', 'Un habitant qui a parlé aux journalistes évoque 12 morts.', 'Un habitant'],
    ['fr', 'Douze personnes ont été tuées, a posté le gouverneur sur X.', 'le gouverneur'],
  ])('%s: “%s” %s', (language, text, expected) => {
    const found = lastSpeaker(language, text)
    expect(found).toBe(expected)
  })

  it('leaves each side of “while” to whoever speaks there', () => {
    const { claims } = read('en', 'The army said 12 soldiers died, while 30 rebels were killed, police said.')
    expect(claims.map(({ claimant }) => claimant?.text)).toEqual(['The army', 'police'])
  })
})

describe('whose losses they are', () => {
  it.each<[DeskLanguage, string, string]>([
    ['en', "The prime minister, Ado Bayo, said 12 of the country's soldiers were killed.", 'admits'],
    ['en', 'The prime minister, Ado Bayo, said 12 of our soldiers had died and 47 others were wounded.', 'admits'],
    ['en', 'Mali admitted to losing 5 of its men, and offered to return the bodies of 10 Algerian soldiers.', 'claims'],
    ['en', 'The UN counted 12 dead. Six people were wounded, according to its spokeswoman Ama Bayo.', 'reports'],
    ['fr', "L'attaque a fait 9 morts parmi les soldats, selon l'armée, qui évoque 60 disparus.", 'admits'],
    ['fr', 'Le président Ado Bayo a déclaré que 12 de nos soldats ont été tués.', 'admits'],
    ['fr', "L'ONU a dénombré 12 morts. Six personnes ont été blessées, selon son porte-parole Ado Bayo.", 'reports'],
    ['fr', "L'armée a dénombré 9 morts. Six soldats ont été blessés, selon son porte-parole Ado Bayo.", 'admits'],
  ])('%s: “%s” %s', (language, text, stance) => {
    expect(read(language, text).claims.at(-1)?.stance).toBe(stance)
  })
})

describe('who takes the credit, and through whom', () => {
  it.each<[DeskLanguage, string, string]>([
    ['en', 'SITE quoted a statement from JNIM claiming responsibility for the ambush.', 'claimed JNIM < SITE'],
    ['en', 'JNIM said it killed 3 soldiers. The group, which claimed the attack, said it lost two.', 'claimed JNIM'],
    ['en', 'JNIM said it killed 12 soldiers. The group claimed the attack on Monday.', 'claimed JNIM'],
    ['en', 'The Taliban, who claimed the bombing, said 12 men died.', 'claimed Taliban'],
    ['fr', "SITE a cité un communiqué du JNIM revendiquant l'attaque.", 'claimed JNIM < SITE'],
    ['fr', "Le JNIM, qui a revendiqué l'attaque, affirme avoir tué 12 soldats.", 'claimed JNIM'],
  ])('%s: “%s” %s', (language, text, expected) => {
    const told = read(language, text).responsibilities.map(
      ({ kind, actor, via }) => `${kind} ${actor.text}${via ? ` < ${via.text}` : ''}`,
    )
    expect(told).toContain(expected)
  })
})
