import { describe, expect, it } from 'vitest'
import { attributionFor } from '../../src/desk/claims/attribution-for.ts'
import { readAttributions } from '../../src/desk/attribution/read-attributions.ts'
import { resolveSpeakers } from '../../src/desk/attribution/resolve-speakers.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { sentencesOf } from '../../src/desk/text/sentences.ts'

/** Whose words a word of a text is: "Oche (he)" where "he" stands for Oche. Paragraphs stand on lines of their own. */
function whose(text: string, word: string, language: DeskLanguage): string {
  let offset = 0
  const all = text.split('\n').flatMap((line, paragraph) => {
    const at = offset
    offset += line.length + 1
    return sentencesOf(line, language).map((sentence) => ({
      sentence,
      attributions: readAttributions(sentence, language),
      paragraph,
      kind: 'text' as const,
      speaker: null,
      offset: at,
      names: [],
    }))
  })
  const resolved = resolveSpeakers(all, language)
  const index = all.findIndex(({ sentence }) => sentence.tokens.some((token) => token.text === word))
  const at = all[index]?.sentence.tokens.findIndex((token) => token.text === word) ?? -1
  const said = attributionFor(resolved[index] ?? [], { trigger: at, first: at, last: at })
  if (!said?.speaker) return '-'
  const { text: name, carried } = said.speaker
  return `${name}${carried ? ` (${carried.as ?? ''})` : ''}${said.via ? ` < ${said.via.text}` : ''}`
}

const CARRIED: readonly (readonly [DeskLanguage, string, string, string])[] = [
  ['en', 'Foreign Minister Abdoulaye Diop spoke on Monday. He said 12 people died.', '12', '-'],
  [
    'en',
    'The mayor, Moussa Traore, told AFP five had died. He added that 12 were missing.',
    '12',
    'Moussa Traore (He)',
  ],
  [
    'en',
    'The mayor, Moussa Traore, told AFP five had died. Traore said that 12 were missing.',
    '12',
    'Moussa Traore (Traore)',
  ],
  [
    'en',
    'The mayor, Moussa Traore, said five had died.\nThe mayor said 12 were missing.',
    '12',
    'Moussa Traore (The mayor)',
  ],
  ['en', 'Hamas said it fired rockets. The group said 12 people died.', '12', 'Hamas (The group)'],
  ['en', 'Hamas said it fired rockets. It said 12 people died.', '12', 'Hamas (It)'],
  [
    'en',
    'Foreign Secretary David Miliband spoke.\nThe Foreign Secretary said:\nI am shocked by the attack, in which 12 people died.',
    '12',
    'David Miliband (I)',
  ],
  ['en', 'The army said five had died. Twelve people died in Gao.', 'Twelve', '-'],
  ['en', 'He said 12 people died.', '12', '-'],
  ['en', 'The group said 12 people died.', '12', 'The group'],
  ['en', '“We found five. We buried 12,” a nurse said.', '12', 'a nurse'],
  ['en', '“We buried 12. We found five,” a nurse said.', '12', 'a nurse ()'],
  [
    'en',
    'The rebels said they killed 50 soldiers. The attack took place on Monday, according to the SITE Intelligence Group.',
    '50',
    'The rebels < SITE Intelligence Group',
  ],
  ['en', 'The police said five had died. The army said seven had died. Twelve are missing.', 'Twelve', '-'],
  [
    'en',
    'THE SECOND BRIGADE REPORTED A CLASH.\nTHE BRIGADE ADDED THAT 12 REBELS WERE KILLED.',
    '12',
    'THE SECOND BRIGADE (THE BRIGADE)',
  ],
  [
    'fr',
    'Le quotidien Le Monde annonce que cinq soldats sont morts. Le quotidien précise que 12 autres sont blessés.',
    '12',
    'Le Monde (Le quotidien)',
  ],
  [
    'fr',
    'Le maire, Moussa Traoré, a dit que cinq personnes étaient mortes. Il a ajouté que 12 étaient blessées.',
    '12',
    'Moussa Traoré (Il)',
  ],
  [
    'fr',
    'Le Hamas a annoncé une attaque. Le mouvement a précisé que 12 soldats étaient morts.',
    '12',
    'Hamas (Le mouvement)',
  ],
  ['fr', "L'armée a annoncé cinq morts. Douze civils ont été tués à Gao.", 'Douze', '-'],
  ['fr', 'Il a ajouté que 12 personnes étaient mortes.', '12', '-'],
]

describe('whom "he" and "the group" mean', () => {
  it.each(CARRIED)('%s: %s [%s] is said by %s', (language, text, word, expected) => {
    expect(whose(text, word, language)).toBe(expected)
  })

  it('takes no longer for each sentence of a long text', () => {
    const text = 'The army said five rebels died. He added that two fled. '.repeat(400)
    expect(whose(text, 'nowhere', 'en')).toBe('-')
  })
})
