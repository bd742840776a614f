import { Marked } from 'marked'
import { escapedText } from './html/html-text.ts'

/** A footnote's text, and the lines after it that are set in. */
const NOTE = /^\[\^([^\]\s]+)\]:[ \t]*(.*(?:\n(?:[ \t]{2,}.*|[ \t]*(?=\n[ \t]{2,}\S)))*)/gm

const REFERENCE = /\[\^([^\]\s]+)\](?!:)/g

/** What the editors of newsrooms add to Markdown: `==marked==`, whose words stay as they are. */
const reader = new Marked({
  async: false,
  gfm: true,
  extensions: [
    {
      name: 'mark',
      level: 'inline',
      start: (text) => text.indexOf('=='),
      tokenizer(text) {
        const found = /^==(?=\S)([^=\n]+)==/.exec(text)
        return found ? { type: 'mark', raw: found[0], tokens: this.lexer.inlineTokens(found[1] ?? '') } : undefined
      },
      renderer(token) {
        return this.parser.parseInline(token.tokens ?? [])
      },
    },
  ],
})

/**
 * Markdown (CommonMark with the tables of GitHub, and footnotes as `[^1]`) as HTML. Markdown may hold HTML of its own:
 * what comes out is as little to be trusted as what went in.
 */
export function markdownHtml(markdown: string): string {
  if (markdown.trim() === '') return ''
  const notes = new Map<string, string>()
  const source = markdown.replaceAll('\r\n', '\n').replace(NOTE, (_all, name: string, text: string) => {
    notes.set(name, text.replace(/^[ \t]+/gm, ''))
    return ''
  })
  if (notes.size === 0) return parsed(source)
  const referenced = source.replace(REFERENCE, (all, name: string) => (notes.has(name) ? reference(name) : all))
  return `${parsed(referenced)}<ol>${[...notes].map(note).join('')}</ol>`
}

const parsed = (markdown: string): string => reader.parse(markdown, { async: false })

const nameOf = (name: string): string => escapedText(name).replaceAll('"', '')

const reference = (name: string): string =>
  `<sup id="fnref-${nameOf(name)}"><a href="#fn-${nameOf(name)}">${nameOf(name)}</a></sup>`

const note = ([name, text]: readonly [string, string]): string =>
  `<li id="fn-${nameOf(name)}">${parsed(text)} <a href="#fnref-${nameOf(name)}">↩</a></li>`
