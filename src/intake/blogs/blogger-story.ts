import { readHtml } from '../html/html-document.ts'
import type { Incoming, IncomingSite, IncomingStatus } from '../incoming.ts'
import type { ReadingOptions } from '../intake-file.ts'
import { oldPath, webLink } from '../link-address.ts'
import { textKey } from '../text-key.ts'
import { toldDate } from '../told-date.ts'
import { storyFrom } from '../told-story.ts'

/** A post or page of Blogger, from whichever of its files. */
export interface BloggerPost {
  /** The number Blogger gave it; empty when the file has none. */
  readonly id: string
  readonly where: string
  readonly title: string
  readonly html: string
  /** Its whole address, or its path alone. */
  readonly link: string
  readonly status: IncomingStatus
  readonly published: string
  readonly updated: string
  readonly authors: readonly string[]
  readonly labels: readonly string[]
  /** The description for search engines. */
  readonly description: string
  /** Of comments to it that the file counts. */
  readonly comments: number
}

/** A post as a story: of its labels the first is the section, the others are keywords. */
export function bloggerStory(post: BloggerPost, { hosts }: IncomingSite, options: ReadingOptions): Incoming {
  const { where, link } = post
  const host = hosts[0]
  const whole = link.startsWith('/') && host !== undefined ? `https://${host}${link}` : link
  const address = webLink(whole)
  const base = address?.startsWith('http') ? address : null
  const comments = post.comments > 0 ? [`Its comments (${post.comments}) were not brought over.`] : []
  return storyFrom({
    foreignId: `blogger:${post.id || link || textKey(post.title + post.published)}`,
    where,
    title: post.title,
    body: readHtml(post.html, { base }),
    status: post.status,
    address: base,
    slug: /\/([^/?#]+?)\.html?(?:$|[?#])/.exec(link)?.[1] ?? '',
    published: toldDate(post.status === 'draft' && link === '' ? '' : post.published, options),
    updated: toldDate(post.updated, options),
    standfirst: post.description,
    sections: post.labels.slice(0, 1),
    keywords: post.labels.slice(1),
    bylines: post.authors,
    redirectsFrom: [link === '' || post.status === 'draft' ? null : oldPath(link)],
    problems: comments.map((what) => ({ what, where })),
  })
}
