import { OnrecordError } from '../errors.ts'
import type { Newspaper, Translated } from '../story/section.ts'

/** Texts with some of them exchanged; an empty one takes the text of its language away. */
export const withTexts = (before: Translated, changes: Translated): Translated =>
  Object.fromEntries(
    Object.entries({ ...before, ...changes })
      .map(([language, text]) => [language, text.trim()] as const)
      .filter(([, text]) => text !== ''),
  )

/** @throws OnrecordError `bad-input` when one of the texts is in a language that the paper does not have */
export function assertLanguages({ languages }: Pick<Newspaper, 'languages'>, texts: Translated): void {
  const wrong = Object.keys(texts).find((language) => !languages.includes(language))
  if (wrong === undefined) return
  throw new OnrecordError('bad-input', `The paper does not appear in “${wrong}”.`, {
    remedy: `Its languages are ${languages.join(', ')}.`,
  })
}
