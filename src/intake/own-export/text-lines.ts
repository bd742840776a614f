import type { IntakeFile } from '../intake-file.ts'

/** A text file line by line, with each line's number from 1; empty lines are none. UTF-8 with or without a mark. */
export async function* textLines(file: IntakeFile): AsyncGenerator<{ readonly text: string; readonly number: number }> {
  const decoder = new TextDecoder('utf-8')
  let pieces: string[] = []
  let number = 0
  for await (const bytes of file.open()) {
    const parts = decoder.decode(bytes, { stream: true }).split('\n')
    for (const [index, part] of parts.entries()) {
      pieces.push(part)
      if (index === parts.length - 1) break
      number += 1
      const text = pieces.join('').trim()
      pieces = []
      if (text !== '') yield { text, number }
    }
  }
  const text = (pieces.join('') + decoder.decode()).trim()
  if (text !== '') yield { text, number: number + 1 }
}
