import { HOUSE_PAGES, type HousePageKind } from '../../story/house-page.ts'
import type { Language } from '../../story/story.ts'
import { PAPER_EN } from './paper-en.ts'
import { PAPER_FR } from './paper-fr.ts'
import { PRACTICE_EN } from './practice-en.ts'
import { PRACTICE_FR } from './practice-fr.ts'

const EN: Readonly<Record<HousePageKind, string>> = { ...PAPER_EN, ...PRACTICE_EN }
const FR: Readonly<Record<HousePageKind, string>> = { ...PAPER_FR, ...PRACTICE_FR }

/**
 * A page to be filled in, in Markdown: French for the languages of France and its readers, English for any other.
 * French punctuation gets its no-break spaces here, so that nobody has to type them.
 */
export const pageTemplate = (kind: HousePageKind, language: Language): string =>
  /^fr\b/i.test(language) ? withFrenchSpaces(FR[kind]) : EN[kind]

const withFrenchSpaces = (text: string): string =>
  text.replaceAll(/ (?=[:;?!»])/g, '\u00a0').replaceAll('« ', '«\u00a0')

/** What a page is for, and which questions of the two best known schemes it answers. */
export interface PagePurpose {
  readonly is: string
  /** The Trust Project's indicator, and the clauses of the Journalism Trust Initiative (CEN CWA 17493:2019). */
  readonly answers: string
}

export const PAGE_PURPOSES: Readonly<Record<HousePageKind, PagePurpose>> = {
  about: {
    is: 'what the paper covers, for whom, and by what standards',
    answers: 'Trust Project: best practices · JTI 1 identity, 2 editorial mission',
  },
  ownership: {
    is: 'who owns it, and who may not decide what it prints',
    answers: 'Trust Project: best practices · JTI 4 type of ownership, 5 owners',
  },
  funding: {
    is: 'where the money comes from, and what is known of readers',
    answers: 'Trust Project: best practices · JTI 8 revenue and data collection',
  },
  masthead: {
    is: 'who makes it and who answers for it',
    answers: 'Trust Project: journalist expertise · JTI 6 management, 16 professionalism',
  },
  'corrections-policy': {
    is: 'how errors are put right, in sight',
    answers: 'Trust Project: actionable feedback · JTI 14 internal, 15 external accountability',
  },
  verification: {
    is: 'how claims, figures and pictures are checked',
    answers: 'Trust Project: methods, citations · JTI 9 principles, 10 accuracy',
  },
  'unnamed-sources': {
    is: 'when a name is left out, and what is promised then',
    answers: 'Trust Project: citations · JTI 12 sources',
  },
  contact: {
    is: 'how readers reach the newsroom',
    answers: 'Trust Project: actionable feedback · JTI 7 contact, 15 external accountability',
  },
  'contact-safely': {
    is: 'how sources write without being found out; the channels come from the profile by themselves',
    answers: 'JTI 12 sources',
  },
}

export const isHousePageKind = (text: string): text is HousePageKind =>
  (HOUSE_PAGES as readonly string[]).includes(text)
