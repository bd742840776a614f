import { readHtml } from '../../intake/html/html-document.ts'
import type { IncomingStory } from '../../intake/incoming.ts'
import { decodePage } from '../../intake/saved-page/page-encoding.ts'
import { readSavedPageFile } from '../../intake/saved-page/saved-page.ts'
import { noonOf } from '../../time.ts'
import type { LintStory } from './lint-stories.ts'

const A_PAGE = /<(?:html|head|body|!doctype)[\s>]/i

/** So far into a file a page shows that it is one. */
const HEAD = 16_384

/** The story of a web page, as imports find it; else, and of a piece of HTML, all of its words. */
export async function storyInPage(bytes: Uint8Array, name: string): Promise<LintStory> {
  const { text } = decodePage(bytes)
  const page = A_PAGE.test(text.slice(0, HEAD)) ? await storyOf(bytes, name) : undefined
  if (!page) {
    const body = readHtml(text).document
    return { story: null, content: { headline: '', standfirst: '', body }, language: null, publishedAt: null }
  }
  const { headline, standfirst, body, language, published } = page
  const publishedAt = published && (published.precision === 'minute' ? published.at : noonOf(published.on))
  return { story: null, content: { headline, standfirst, body }, language, publishedAt }
}

async function storyOf(bytes: Uint8Array, name: string): Promise<IncomingStory | undefined> {
  const file = {
    name,
    bytes: bytes.length,
    async *open() {
      yield bytes
    },
    beside: () => undefined,
  }
  for await (const read of readSavedPageFile(file, { readOn: null, zone: null })) {
    if (read.kind === 'story') return read
  }
  return undefined
}
