import type { DeskLanguage } from '../language.ts'
import type { Sentence } from '../text/token.ts'

/** Nouns and verbs by which a sentence tells of an event, even where it counts nobody. */
const EVENTS: Readonly<Record<DeskLanguage, RegExp>> = {
  en: /^(?:attack|ambush|bomb|bombing|blast|explosion|explod|clash|raid|assault|massacre|shooting|shelling|shell|strike|airstrike|battle|fight|fighting|offensive|incident|incursion|killing|kidnapping|abduction|execution|murder|mortar|drone|rocket|siege|seiz|captur|storm|detonat|erupt|crash|incident)(?:s|es|ed|e|ing)?$/,
  fr: /^(?:attaque|embuscade|attentat|explosion|combat|affrontement|raid|assaut|massacre|fusillade|bombardement|frappe|bataille|offensive|incursion|tuerie|enlevement|execution|meurtre|drone|roquette|siege|incident|prise|attaqu|explos|bombard|ecrase|crash|saute|accrochage|operation)(?:s|e|es|er|ee|ees|ent)?$/,
}

/** What a new event is begun with. */
const ANEW: Readonly<Record<DeskLanguage, RegExp>> = {
  en: /^(?:(?:in|during) (?:a|an) (?:separate|another|different|unrelated|earlier|previous|similar)|in (?:separate|other)|separately|elsewhere|meanwhile|another|(?:a|an) (?:separate|similar|earlier|previous|unrelated))(?! man| person)\b/,
  fr: /^(?:(?:dans|lors d') ?(?:une|un) (?:autre|precedente?)|par ailleurs|ailleurs|pendant ce temps|dans le meme temps|de son cote|une? autre (?:attaque|attentat|embuscade|incident))/,
}

export const tellsOfEvent = ({ tokens }: Sentence, language: DeskLanguage): boolean =>
  tokens.some(({ key, kind }) => kind === 'word' && EVENTS[language].test(key))

/** Does the sentence turn to another event than the one before? */
export const beginsAnew = ({ tokens }: Sentence, language: DeskLanguage): boolean =>
  ANEW[language].test(
    tokens
      .slice(0, 6)
      .filter(({ kind }) => kind === 'word')
      .map(({ key }) => key)
      .join(' '),
  )

/** What points back at the event before. */
const POINTING: Readonly<Record<DeskLanguage, ReadonlySet<string>>> = {
  en: new Set(['the', 'that', 'this', 'those', 'these', 'same']),
  fr: new Set(["l'", 'le', 'la', 'les', 'cette', 'ce', 'cet', 'ces', 'meme', 'du', 'des', 'au']),
}

/** Does the sentence name the event before as one that is known: "the attack", «cette embuscade»? A named one is another. */
export const goesOn = ({ tokens }: Sentence, language: DeskLanguage): boolean =>
  tokens.some(({ key }, at) => {
    const before = tokens[at - 1]
    const next = tokens[at + 1]
    const isNoun = EVENTS[language].test(key) && before !== undefined && POINTING[language].has(before.key)
    return isNoun && !(next && (next.isCapital || OF_PLACE.has(next.key)))
  })

/** "The attack on Rann", «l'attaque de Beni»: told by its place, it may be another. */
const OF_PLACE = new Set(['on', 'in', 'at', 'of', 'de', "d'", 'du', 'a'])
