import { marked } from 'marked'
import { OnrecordError } from '../errors.ts'
import { readHtml } from '../intake/html/html-document.ts'
import type { HousePage, HousePageKind } from '../story/house-page.ts'
import { inlineText, plainText } from '../story/plain-text.ts'
import type { Language } from '../story/story.ts'
import type { Instant } from '../time.ts'

/** A page as somebody wrote it. */
export interface WrittenPage {
  readonly kind: HousePageKind
  readonly language: Language
  /** Markdown. Its first line is the title: `# About us`. */
  readonly markdown: string
}

/** The page as it was understood, and what of its text could not be kept. */
export interface ReadPage {
  readonly page: HousePage
  readonly problems: readonly string[]
}

/**
 * Reads a page from Markdown (CommonMark with tables), through the one converter that all text from elsewhere passes:
 * HTML in it is no more than the document knows.
 *
 * @throws OnrecordError `bad-input` when it has no title or no text
 */
export function readPage({ kind, language, markdown }: WrittenPage, updatedAt: Instant): ReadPage {
  const { document, problems } = readHtml(marked.parse(markdown, { async: false, gfm: true }))
  const [first, ...content] = document.content
  if (first?.type !== 'heading') {
    throw new OnrecordError('bad-input', 'The page has no title.', {
      remedy: 'Begin it with a line such as “# About us”.',
    })
  }
  if (content.length === 0) throw new OnrecordError('bad-input', 'The page has a title and no text.')
  const title = inlineText(first.content)
  return {
    page: { kind, language, title, body: { ...document, content }, updatedAt },
    problems: problems.map(({ what, where }) => (where === null ? what : `${what} (${where})`)),
  }
}

/** What still asks its writer for words: whatever stands in square brackets and is no link. */
export const openPrompts = ({ title, body }: Pick<HousePage, 'title' | 'body'>): string[] => [
  ...new Set(`${title}\n${plainText(body)}`.match(/\[[^[\]]{3,}\]/g)?.filter((text) => text !== '[sic]') ?? []),
]
