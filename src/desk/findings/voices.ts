import type { DeskLanguage } from '../language.ts'
import type { FindingSentence, SpeechInSentence } from './finding-input.ts'
import { ruleWords } from './rule-words.ts'

/** Does an attribution say who speaks? "Reportedly" and "it was said" do not. */
export const namesSomebody = ({ speaker, via }: SpeechInSentence): boolean => speaker !== null || via !== null

/** Do the words at a token belong to a speaker whom the sentence names? */
const isSaidBySomebody = ({ attributions }: FindingSentence, token: number): boolean =>
  attributions.some((one) => namesSomebody(one) && one.scope.first <= token && token <= one.scope.last)

/** Are the words at a token somebody else's: between quotation marks, in a quotation set apart, or said by a speaker? */
export const isOthersWord = (read: FindingSentence, token: number): boolean =>
  read.kind === 'quote' || read.sentence.tokens[token]?.isQuoted === true || isSaidBySomebody(read, token)

/** Does any word of a sentence give a figure to somebody, even where nobody could tell to whom? Then it is not the paper's. */
export const givesToSomebody = ({ sentence }: FindingSentence, language: DeskLanguage): boolean =>
  sentence.tokens.some(({ key, isQuoted }) => !isQuoted && ruleWords(language).giving.has(key))
