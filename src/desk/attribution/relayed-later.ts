import type { DeskLanguage } from '../language.ts'
import type { Sentence } from '../text/token.ts'
import type { ResolvedAttribution, SaidSentence } from './resolve-speakers.ts'

const EVENTS: Readonly<Record<DeskLanguage, ReadonlySet<string>>> = {
  en: new Set('incident attack ambush statement claim message assault raid clash announcement'.split(' ')),
  fr: new Set('incident attaque embuscade communique declaration message assaut annonce revendication'.split(' ')),
}

/**
 * "The group announced that … The incident took place on Saturday, according to SITE.": an agency or monitor that tells of
 * the same event in the next sentence is where the statement came through.
 */
export function passedOnLater(
  sentences: readonly SaidSentence[],
  resolved: readonly ResolvedAttribution[][],
  language: DeskLanguage,
): ResolvedAttribution[][] {
  return resolved.map((own, index) => {
    const [said, next] = [sentences[index], sentences[index + 1]]
    const later = resolved[index + 1] ?? []
    if (!said || !next || next.paragraph !== said.paragraph || later.length !== 1) return own
    const [relay] = later
    if (relay?.rule !== 'according-to' || relay.standing !== 'outlet' || !isAboutIt(next.sentence, language)) return own
    const { speaker } = relay
    return own.map((one) =>
      one.standing === 'side' && one.via === null && speaker
        ? { ...one, via: { ...speaker, carried: { as: null } } }
        : one,
    )
  })
}

const DEFINITE = new Set(['the', 'this', 'that', 'le', 'la', "l'", 'cet', 'cette', 'ce'])

const isAboutIt = ({ tokens }: Sentence, language: DeskLanguage): boolean => {
  const [article, noun] = tokens
  return article !== undefined && noun !== undefined && DEFINITE.has(article.key) && EVENTS[language].has(noun.key)
}
