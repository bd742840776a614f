import { decodeText } from '../encoding.ts'
import { type HtmlElement, parseXml } from '../html/html-tree.ts'
import type { Incoming } from '../incoming.ts'
import { type Reader, tooLarge, wholeBytes } from '../intake-file.ts'
import { parseJson } from '../json-text.ts'
import { counted } from '../problem-list.ts'
import { type BloggerFind, bloggerFromAtom } from './blogger-atom.ts'
import { bloggerFromJson } from './blogger-json.ts'
import { bloggerStory } from './blogger-story.ts'

/**
 * Reads a blog from Blogger: the backup (Atom), Google Takeout's `feed.atom`, or posts as the Blogger API gives them in
 * JSON. Posts and pages become stories; comments are counted; templates and settings are left out.
 */
export const readBloggerFile: Reader = async function* (file, options) {
  const bytes = await wholeBytes(file)
  if (!bytes) return yield tooLarge(file)
  const decoded = decodeText(bytes)
  if (decoded.kind === 'unreadable') return yield problem(decoded.what, true)
  if (decoded.problem !== null) yield problem(decoded.problem, decoded.isGuess)
  const { found, fault } = /^\s*[[{]/.test(decoded.text) ? fromJson(decoded.text) : fromAtom(decoded.text)
  if (found) {
    yield found.site
    for (const post of found.posts) yield bloggerStory(post, found.site, options)
    if (found.posts.length === 0) yield problem('The file holds no posts.')
    if (found.comments > 0)
      yield problem(`${counted(found.comments, 'comment')} ${found.comments === 1 ? 'was' : 'were'} not brought over.`)
  }
  if (fault !== null) yield problem(fault, true)
}

interface Found {
  readonly found: BloggerFind | undefined
  readonly fault: string | null
}

function fromJson(text: string): Found {
  const { value, fault } = parseJson(text)
  const found = value === undefined ? undefined : bloggerFromJson(value)
  return { found, fault: fault ?? (found ? null : 'This is JSON, but not of Blogger.') }
}

function fromAtom(text: string): Found {
  const { root, unclosed } = parseXml(text)
  const feed = root.children.find((child): child is HtmlElement => typeof child !== 'string' && child.name === 'feed')
  if (!feed) return { found: undefined, fault: 'This is no backup of Blogger: it is not an Atom feed.' }
  if (unclosed.length === 0) return { found: bloggerFromAtom(feed), fault: null }
  const line = text.trimEnd().split('\n').length
  const isInEntry = unclosed.includes('entry')
  const last = feed.children.at(-1)
  const whole = isInEntry ? { ...feed, children: feed.children.filter((child) => child !== last) } : feed
  return {
    found: bloggerFromAtom(whole),
    fault: `The file is cut off at line ${line}: what came before was read. Export it again to have the rest.`,
  }
}

const problem = (what: string, isFatal = false): Incoming => ({
  kind: 'problem',
  foreignId: null,
  where: null,
  what,
  ...(isFatal ? { fatal: true } : {}),
})
