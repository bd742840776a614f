import { createReadStream } from 'node:fs'
import { OnrecordError } from '../../errors.ts'

/** A line of a text file, without its end, and its number from 1. */
export interface TextLine {
  readonly text: string
  readonly number: number
}

/** The longest line there may be: one revision of one entry with a document's whole text. */
const MAX_LINE_BYTES = 64 * 1024 * 1024

const LINE_FEED = 0x0a

/** A file line by line; empty lines are none. Never more than a line and a piece of the file are held. */
export async function* linesOf(path: string): AsyncGenerator<TextLine> {
  let rest: Buffer[] = []
  let length = 0
  let number = 0
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    let from = 0
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, from)) {
      const text = Buffer.concat([...rest, piece.subarray(from, end)]).toString('utf8')
      rest = []
      length = 0
      from = end + 1
      number += 1
      if (text !== '') yield { text, number }
    }
    rest.push(piece.subarray(from))
    length += piece.length - from
    if (length > MAX_LINE_BYTES) {
      throw new OnrecordError('bad-input', `${path}, line ${number + 1}: the line has no end.`)
    }
  }
  const text = Buffer.concat(rest).toString('utf8')
  if (text !== '') yield { text, number: number + 1 }
}
