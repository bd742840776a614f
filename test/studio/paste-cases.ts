import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClipboardText } from '../../src/studio/editor/paste-document.ts'

const FOLDER = join(import.meta.dirname, 'clipboard')

/** One case: what a program put on the clipboard, and the language of the story it is pasted into. */
export interface ClipboardCase {
  readonly name: string
  readonly language: string
  readonly given: ClipboardText
  /** Where the expected document lies. */
  readonly expected: string
}

/** Stories are in English, but for the cases whose name says otherwise. */
const languageOf = (name: string): string => /-in-(fr|ar)$/.exec(name)?.[1] ?? 'en'

/** Every case in `clipboard/`, in its order. */
export const clipboardCases = (): ClipboardCase[] =>
  readdirSync(FOLDER)
    .filter((file) => !file.endsWith('.json'))
    .toSorted()
    .map((file) => {
      const name = file.replace(/\.\w+$/, '')
      const content = readFileSync(join(FOLDER, file), 'utf8')
      const given = file.endsWith('.html') ? { html: content, text: '' } : { html: '', text: content }
      return { name, language: languageOf(name), given, expected: join(FOLDER, `${name}.json`) }
    })
