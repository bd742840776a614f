import { InvalidArgumentError } from 'commander'
import type { Translated } from '../story/section.ts'

/** Collects texts that are given by language, `--name fr=Soudan`, one option for each. */
export function textInLanguage(given: string, before: Translated = {}): Translated {
  const [, language, text] = /^([a-z]{2,3}(?:-[a-z0-9]+)*)=(.*)$/is.exec(given) ?? []
  if (language === undefined || text === undefined) {
    throw new InvalidArgumentError('Give a language and a text, as in fr="Soudan".')
  }
  return { ...before, [language]: text }
}
