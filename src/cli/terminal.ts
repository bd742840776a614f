import { styleText } from 'node:util'
import type { OnrecordError } from '../errors.ts'

/** What a command prints is for a person, or with `--json` one JSON value for a program. Never both. */
export interface Printing {
  readonly json: boolean
}

/** The option of every command that has a result. */
export const JSON_FLAG = ['--json', 'print the result as JSON', false] as const

/** Prints lines for a person; nothing with `--json`. */
export function tell({ json }: Printing, ...lines: readonly string[]): void {
  if (!json) for (const line of lines) console.log(line)
}

/** Prints the one JSON value of a command run with `--json`. */
export function tellJson({ json }: Printing, value: unknown): void {
  if (json) console.log(JSON.stringify(value, null, 2))
}

export const strong = (text: string): string => styleText('bold', text, { stream: process.stdout })
export const faint = (text: string): string => styleText('dim', text, { stream: process.stdout })

/** Says something to the person at the terminal beside the output, which a program may be reading. */
export const mention = (words: string): void => console.error(words)

/** What went wrong, why, and what to do next, on the error stream. */
export function complain(error: OnrecordError, { json }: Printing): void {
  if (json) {
    console.error(JSON.stringify({ error: { code: error.code, message: error.message, remedy: error.remedy ?? null } }))
    return
  }
  console.error(styleText('red', error.message, { stream: process.stderr }))
  if (error.remedy) console.error(error.remedy)
}
