import { codePointsBefore } from '../../desk/code-points.ts'
import { type DeskContext, wholeText } from '../../desk/desk-text.ts'
import { type LintJson, lintJson } from '../../desk/lint-json.ts'
import { readText } from '../../desk/read-text.ts'
import type { LintInput } from './lint-input.ts'

/** What the desk finds in a text, in the form that other programs get; explained in English, as all of the command line. */
export function lintText(input: LintInput, context: DeskContext): LintJson {
  const before = codePointsBefore(input.source)
  const charactersBefore = (at: number) => before(input.inSource(at))
  return lintJson(readText(input.text, context), { text: wholeText(input.text), charactersBefore, language: 'en' })
}
