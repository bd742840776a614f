import { existsSync } from 'node:fs'
import { join } from 'node:path'
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
  if (!json) for (const line of lines) console.log(asCalled(line))
}

/** Words that name commands as they are called in a clone, with their name as an installed release has it if this is one. */
export const asCalled = (words: string): string =>
  existsSync(join(process.argv[1] ?? '', '../../release.json')) ? words.replaceAll('./onrecord', 'onrecord') : words

/** Prints the one JSON value of a command run with `--json`. */
export function tellJson({ json }: Printing, value: unknown): void {
  if (json) console.log(JSON.stringify(value, null, 2))
}

/** Prints a JSON value on one line: one of several that a command run with `--json` gives. */
export function tellJsonLine({ json }: Printing, value: unknown): void {
  if (json) console.log(JSON.stringify(value))
}

export const strong = (text: string): string => styleText('bold', text, { stream: process.stdout })
export const faint = (text: string): string => styleText('dim', text, { stream: process.stdout })

/** Says something to the person at the terminal beside the output, which a program may be reading. */
export const mention = (words: string): void => console.error(asCalled(words))

/** What went wrong, why, and what to do next, on the error stream. */
export function complain(error: OnrecordError, { json }: Printing): void {
  if (json) {
    const { code, message, remedy = null } = error
    console.error(asCalled(JSON.stringify({ error: { code, message, remedy } })))
    return
  }
  mention(styleText('red', error.message, { stream: process.stderr }))
  if (error.remedy) mention(error.remedy)
}
