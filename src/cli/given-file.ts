import { readFile } from 'node:fs/promises'
import { buffer } from 'node:stream/consumers'
import { OnrecordError } from '../errors.ts'

/** What stands in a file that a command was given; `-` is the standard input. @throws OnrecordError `not-found`, `bad-input` */
export async function readGiven(name: string): Promise<Uint8Array> {
  if (name === '-') return buffer(process.stdin)
  try {
    return await readFile(name)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'EISDIR') {
      throw new OnrecordError('bad-input', `${name} is a folder, not a file.`, { remedy: 'Name a file in it.' })
    }
    const why = code === 'ENOENT' ? 'there is no such file' : 'you have no right to read it, or the disk fails'
    throw new OnrecordError('not-found', `${name} cannot be read: ${why}.`, {
      remedy: 'Check how the file’s name is spelled, and who may read it; - reads from the standard input.',
    })
  }
}

/** The text of such a file. @throws OnrecordError `bad-input` when it is not in UTF-8 */
export async function readGivenText(name: string): Promise<string> {
  const bytes = await readGiven(name)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw new OnrecordError('bad-input', `${inWords(name)} is no text in UTF-8.`, {
      remedy: 'Save it as UTF-8 and try again.',
    })
  }
}

/** Such a file read as JSON. @throws OnrecordError `bad-input`, saying where it breaks off */
export async function readGivenJson(name: string): Promise<unknown> {
  const text = await readGivenText(name)
  if (text.trim() === '') {
    throw new OnrecordError('bad-input', `${inWords(name)} is empty.`, { remedy: 'It should hold one JSON value.' })
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    const fault = error instanceof Error ? error.message : 'it breaks off'
    throw new OnrecordError('bad-input', `${inWords(name)} is not JSON: ${fault}.`, {
      remedy: 'A comma too many at the end of a list and “curly” quotation marks are the usual faults.',
    })
  }
}

const inWords = (name: string): string => (name === '-' ? 'The standard input' : name)
