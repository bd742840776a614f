import type { Block, Inline, List, Paragraph } from '../../story/document.ts'
import { withoutControls } from '../../intake/plain-text.ts'
import type { DroppedCount } from './paste-dropped.ts'
import { inlinesFromText } from './paste-text-inlines.ts'

/** `[12:03, 29/07/2024] Awa Touré: …`, and the same as an iPhone writes it: `[29/07/2024, 12:03:11] Awa: …`. */
const MESSAGE =
  /^\u200E?\[(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?,\s*\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,4}[./-]\d{1,2}[./-]\d{2,4},\s*\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?m\.?)?)\]\s+[^:\n]{1,80}:/i
const OMITTED =
  /(?:<Media omitted>|(?:image|video|audio|sticker|GIF|document) omitted|<Médias? omis>|(?:image|vidéo|audio) absente?)\s*$/i

/** Blocks from plain text: an empty line, or else each line, ends a paragraph; lists and quoted mail are known by their signs. */
export function blocksFromText(text: string, dropped: DroppedCount): Block[] {
  const lines = withoutControls(text.toWellFormed().replace(/\r\n?|\u2028|\u2029/g, '\n'))
    .split('\n')
    .map((line) => line.trimEnd())
  if (lines.some((line) => MESSAGE.test(line))) return messages(lines, dropped)
  return paragraphsOf(lines).flatMap(blocksOf)
}

/** A chat: each message a paragraph with who wrote it and when, as it stood. */
function messages(lines: readonly string[], dropped: DroppedCount): Block[] {
  const found: string[][] = []
  for (const line of lines) {
    const open = found.at(-1)
    if (MESSAGE.test(line) || !open) found.push([line])
    else open.push(line)
  }
  return found.flatMap((message): Block[] => {
    const words = message.filter((line) => line !== '')
    if (OMITTED.test(words[0] ?? '')) dropped.add('pictures')
    const kept = words.filter((line) => !OMITTED.test(line))
    return kept.length > 0 ? [{ type: 'paragraph', content: inLines(kept, true) }] : []
  })
}

const inLines = (lines: readonly string[], isChat: boolean): Inline[] =>
  lines.flatMap((line, index): Inline[] => {
    const inlines = inlinesFromText(line.trim(), isChat)
    return index === 0 ? inlines : [{ type: 'hardBreak' }, ...inlines]
  })

function paragraphsOf(lines: readonly string[]): string[][] {
  const found: string[][] = [[]]
  for (const line of lines) {
    if (line.trim() === '') found.push([])
    else found.at(-1)?.push(line)
  }
  return found.filter((paragraph) => paragraph.length > 0)
}

const BULLET = /^\s*(?:[•◦▪‣·–-]|\*)\s+/
const NUMBER = /^\s*(\d{1,3})[.)]\s+/
const QUOTED = /^\s*>\s?/

function blocksOf(lines: readonly string[]): Block[] {
  if (lines.every((line) => QUOTED.test(line))) return quote(lines.map((line) => line.replace(QUOTED, '')))
  const isList =
    lines.length > 1 && (lines.every((line) => BULLET.test(line)) || lines.every((line) => NUMBER.test(line)))
  if (isList) return [listOf(lines)]
  if (isWrapped(lines)) return [paragraph(lines.join(' '))]
  return lines.map(paragraph)
}

/** Mail breaks its lines at about 72 characters: such lines are one paragraph. */
const isWrapped = (lines: readonly string[]): boolean =>
  lines.length > 2 && lines.slice(0, -1).every(({ length }) => length >= 55 && length <= 80)

const paragraph = (text: string): Paragraph => ({ type: 'paragraph', content: inlinesFromText(text.trim(), true) })

function quote(lines: readonly string[]): Block[] {
  const content = paragraphsOf(lines).flatMap((part) =>
    isWrapped(part) ? [paragraph(part.join(' '))] : part.map(paragraph),
  )
  return content.length > 0 ? [{ type: 'blockquote', attrs: { attribution: null, source: null }, content }] : []
}

function listOf(lines: readonly string[]): List {
  const first = NUMBER.exec(lines[0] ?? '')?.[1]
  return {
    type: 'list',
    attrs: { ordered: first !== undefined, start: Number(first ?? 1) },
    content: lines.map((line) => ({
      type: 'listItem',
      content: [paragraph(line.replace(first === undefined ? BULLET : NUMBER, ''))],
    })),
  }
}
