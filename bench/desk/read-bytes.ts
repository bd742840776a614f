import { DEFAULT_STYLE } from '../../src/desk/findings/style-context.ts'
import type { DeskLanguage } from '../../src/desk/language.ts'
import type { LintJson } from '../../src/desk/lint-json.ts'
import { lintInputs } from '../../src/newsroom/desk/lint-input.ts'
import { lintText } from '../../src/newsroom/desk/lint-text.ts'
import { type LocalDate, noonOf } from '../../src/time.ts'

/** Reads a text as `onrecord lint` does, in UTC, knowing no names. */
export async function readBytes(
  bytes: Uint8Array,
  name: string,
  { language, publishedOn }: { language: DeskLanguage; publishedOn: LocalDate | null },
): Promise<{ readonly json: LintJson; readonly text: string }> {
  const [input] = await lintInputs(bytes, name)
  if (!input) return { json: { claims: [], findings: [], responsibilities: [] }, text: '' }
  const publishedAt = publishedOn === null ? input.publishedAt : noonOf(publishedOn)
  const context = { language, publishedAt, zone: 'UTC', known: [], figures: [], style: DEFAULT_STYLE, without: [] }
  return { json: lintText(input, context), text: input.source }
}
