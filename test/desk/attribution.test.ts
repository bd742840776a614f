import { describe, expect, it } from 'vitest'
import { attributionFor } from '../../src/desk/claims/attribution-for.ts'
import { readAttributions } from '../../src/desk/attribution/read-attributions.ts'
import { resolveSpeakers } from '../../src/desk/attribution/resolve-speakers.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import { sentencesOf } from '../../src/desk/text/sentences.ts'

/** Whose words a word of a sentence is, and through whom: "army", "army < AFP" or "-". */
function whose(text: string, word: string, language: DeskLanguage): string {
  const sentences = sentencesOf(text, language).map((sentence) => ({
    sentence,
    attributions: readAttributions(sentence, language),
    paragraph: 0,
    kind: 'text' as const,
    speaker: null,
    offset: 0,
    names: [],
  }))
  const resolved = resolveSpeakers(sentences, language)
  const index = sentences.findIndex(({ sentence }) => sentence.tokens.some((token) => token.text === word))
  const at = sentences[index]?.sentence.tokens.findIndex((token) => token.text === word) ?? -1
  const said = attributionFor(resolved[index] ?? [], { trigger: at, first: at, last: at })
  const name = said?.speaker?.text ?? '-'
  return said?.via ? `${name} < ${said.via.text}` : name
}

const ENGLISH: readonly (readonly [string, string, string])[] = [
  ['The army said that 12 soldiers were killed in the raid.', '12', 'The army'],
  ['The army said 12 soldiers were killed in the raid.', '12', 'The army'],
  ['Police said on Monday that 12 people died in Kano.', '12', 'Police'],
  ['Residents said gunmen killed 12 people.', '12', 'Residents'],
  ['Twelve people were killed, police said.', 'Twelve', 'police'],
  ['Twelve people were killed, police said on Monday.', 'Twelve', 'police'],
  ['Twelve people were killed in the attack, said the army.', 'Twelve', 'the army'],
  ['At least 15 people were killed, according to the Red Cross.', '15', 'Red Cross'],
  ['According to the Red Cross, at least 15 people were killed.', '15', 'Red Cross'],
  ['According to residents, 15 people were killed.', '15', 'residents'],
  ['An army spokesman told AFP that 15 rebels were killed.', '15', 'An army spokesman < AFP'],
  ['A doctor told Reuters 15 bodies had been brought in.', '15', 'A doctor < Reuters'],
  ['A resident told reporters that 15 people died.', '15', 'A resident < reporters'],
  ['A police officer told journalists in Gao that 15 people died.', '15', 'A police officer < journalists in Gao'],
  ['Human Rights Watch reported that 40 civilians were killed.', '40', 'Human Rights Watch'],
  ['The United Nations has verified the killing of 40 civilians.', '40', 'United Nations'],
  ['Rights group Amnesty International said 40 people were killed.', '40', 'Amnesty International'],
  ['The army has confirmed that 6 soldiers were killed.', '6', 'The army'],
  ['The Malian army acknowledged that 6 soldiers were killed.', '6', 'The Malian army'],
  ['The ministry denied that 40 soldiers had been killed.', '40', 'The ministry'],
  ['The rebels claimed to have killed 40 soldiers.', '40', 'The rebels'],
  ['The rebels claim that they killed 40 soldiers.', '40', 'The rebels'],
  ['Human Rights Watch accused the army of killing 40 civilians.', '40', 'Human Rights Watch'],
  ['The army, in a statement, said 12 militants were killed.', '12', 'The army'],
  ['In a statement, the army said 12 militants were killed.', '12', 'the army'],
  ['The police chief put the toll at 12.', '12', 'The police chief'],
  ['The army was quoted by Reuters as saying that 12 militants died.', '12', 'The army < Reuters'],
  ['Reuters quoted the army as saying that 12 militants died.', '12', 'the army < Reuters'],
  ['Twelve militants died, according to the army, quoted by Reuters.', 'Twelve', 'the army < Reuters'],
  [
    'The rebels said they killed 50 soldiers, according to the SITE Intelligence Group.',
    '50',
    'The rebels < SITE Intelligence Group',
  ],
  ['Reuters reported that 12 people died.', '12', 'Reuters'],
  ['Twelve people have reportedly been killed.', 'Twelve', '-'],
  ['It was reported that 12 people were killed.', '12', '-'],
  ['Twelve people were said to have been killed.', 'Twelve', '-'],
  ['Gunmen killed 12 people in a village near Gao.', '12', '-'],
  ['The army said five died, while 12 others were killed in Gao.', '12', '-'],
  ['The army said five died, but residents said 12 were killed.', '12', 'residents'],
  ['The army said five died, but residents said 12 were killed.', 'five', 'The army'],
  ['The army said it killed five rebels; 12 civilians also died.', '12', '-'],
  ['“Twelve people died,” a nurse told AFP.', 'Twelve', 'a nurse < AFP'],
  ['“Twelve people died,” said a nurse at the hospital.', 'Twelve', 'a nurse at the hospital'],
  ['The mayor said five had died, adding that 12 were missing.', '12', 'The mayor'],
  ['The army said it had not confirmed the deaths; 12 people were killed.', '12', '-'],
  ['The attack was reported by aid workers, and left 12 dead.', '12', 'aid workers'],
  ['THE ARMY REPORTED THAT 12 GUERRILLAS WERE KILLED IN THE CLASH.', '12', 'THE ARMY'],
  ['ACCORDING TO POLICE SOURCES, 12 PEASANTS WERE KILLED.', '12', 'POLICE SOURCES'],
  ['IT WAS REPORTED THAT 12 PEASANTS WERE KILLED.', '12', '-'],
  ['THE MINISTRY STATED THAT 12 SOLDIERS WERE WOUNDED.', '12', 'THE MINISTRY'],
  ['Twelve killed in Kano raid: police', 'Twelve', 'police'],
  ['Police: twelve killed in Kano raid', 'twelve', 'Police'],
]

const FRENCH: readonly (readonly [string, string, string])[] = [
  ["L'armée a annoncé que 12 soldats avaient été tués.", '12', "L'armée"],
  ["L'armée a déclaré mardi que 12 soldats avaient été tués.", '12', "L'armée"],
  ['Douze personnes ont été tuées, a annoncé la police.', 'Douze', 'la police'],
  ['Douze personnes ont été tuées, ont annoncé, mardi, les autorités.', 'Douze', 'les autorités'],
  ["Douze personnes ont été tuées, a déclaré à l'AFP le gouverneur.", 'Douze', 'le gouverneur < AFP'],
  ['Douze personnes ont été tuées, a-t-on appris auprès de la gendarmerie.', 'Douze', 'la gendarmerie'],
  ["Selon l'armée, 12 assaillants ont été tués.", '12', "l'armée"],
  ["D'après les autorités, 12 assaillants ont été tués.", '12', 'les autorités'],
  ["Douze assaillants ont été tués, selon l'armée.", 'Douze', "l'armée"],
  ['De source sécuritaire, 12 assaillants ont été tués.', '12', 'source sécuritaire'],
  ['De sources médicales, 12 personnes ont été tuées.', '12', 'sources médicales'],
  ["Amnesty International accuse l'armée d'avoir tué 12 civils.", '12', 'Amnesty International'],
  ["L'ONU a fait état de 12 morts.", '12', 'ONU'],
  ['Le bilan officiel fait état de 12 morts.', '12', 'Le bilan officiel'],
  ['Le gouvernement a reconnu la mort de 12 soldats.', '12', 'Le gouvernement'],
  ['Le ministère a démenti que 12 soldats aient été tués.', '12', 'Le ministère'],
  ['Le maire a indiqué à Reuters que 12 personnes étaient mortes.', '12', 'Le maire < Reuters'],
  ['Des habitants ont affirmé que 12 villageois avaient été tués.', '12', 'Des habitants'],
  ['Human Rights Watch affirme que 12 villageois ont été tués.', '12', 'Human Rights Watch'],
  ['Dans un communiqué, l’armée a affirmé avoir tué 12 rebelles.', '12', 'l’armée'],
  ['Le groupe affirme avoir tué 12 soldats.', '12', 'Le groupe'],
  ['« Douze personnes sont mortes », a dit un médecin.', 'Douze', 'un médecin'],
  ['Douze personnes auraient été tuées.', 'Douze', '-'],
  ['Des hommes armés ont tué 12 personnes.', '12', '-'],
  ["L'armée a annoncé cinq morts, tandis que 12 civils ont été tués à Gao.", '12', '-'],
  ["Selon l'armée, cinq rebelles sont morts, mais selon des habitants, 12 civils ont été tués.", '12', 'des habitants'],
  ['Douze soldats ont été tués, a rapporté le Daily Post.', 'Douze', 'Daily Post'],
  ['Douze soldats ont été tués, a fait savoir le ministère.', 'Douze', 'le ministère'],
  ["L'armée malienne a précisé que 12 de ses hommes étaient portés disparus.", '12', "L'armée malienne"],
  ['Le groupe djihadiste Boko Haram dit avoir tué 12 soldats.', '12', 'Boko Haram'],
  ["Les rebelles ont annoncé avoir tué 12 soldats, selon l'AFP.", '12', 'Les rebelles < AFP'],
  ['Le porte-parole de la police a annoncé que 12 corps avaient été retrouvés.', '12', 'Le porte-parole de la police'],
]

describe('who says it', () => {
  it.each(ENGLISH)('%s [%s] is said by %s', (text, word, expected) => {
    expect(whose(text, word, 'en')).toBe(expected)
  })

  it.each(FRENCH)('%s [%s] vient de %s', (text, word, expected) => {
    expect(whose(text, word, 'fr')).toBe(expected)
  })

  it.each(['said', 'according to', 'selon', 'said said said , said', '« » “ ” " told', 'a annoncé', ', said'])(
    'does not stumble over %j',
    (text) => {
      for (const language of ['en', 'fr'] as const) {
        for (const sentence of sentencesOf(text, language))
          expect(() => readAttributions(sentence, language)).not.toThrow()
      }
    },
  )
})
