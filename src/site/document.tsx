import { raw } from 'hono/html'
import type { Child, FC } from 'hono/jsx'
import { ICON_PATH } from '../story/addresses.ts'
import { textDirection } from '../story/text-direction.ts'
import type { LocalDate } from '../time.ts'
import { type FeedSubject, feedTitle } from './feeds/feed-subject.ts'
import { feedPath } from './links.ts'
import { markup } from './markup.ts'
import { Footer } from './house/footer.tsx'
import { Masthead } from './house/masthead.tsx'
import { message } from './messages/message.ts'
import type { PageContext, RenderedPage } from './props.ts'
import { BASE_STYLE } from './styles/base.ts'
import { rightToLeftStyle } from './styles/right-to-left.ts'

/** What a page adds to the frame that all pages share. */
export interface PageParts {
  readonly context: PageContext
  /** Without the paper's name, which is added; null on the home page, where the name is the title. */
  readonly title: string | null
  readonly description: string
  /** The stylesheets of this kind of page, after the base one. */
  readonly styles: readonly string[]
  /** Words of the link that jumps over the masthead. */
  readonly skip: 'skip.story' | 'skip.content'
  /** What a reader's software should find feeds of from here; the paper's own come first by themselves. */
  readonly feeds: readonly FeedSubject[]
  /** More for the head: open graph, structured data. */
  readonly head?: Child
  readonly main: Child
  /** False for a page that stands for no address of its own: nothing found, nothing left. */
  readonly isIndexed?: boolean
  readonly isHome?: boolean
  /** On the home page: the date of the newest story. */
  readonly datedOn?: LocalDate | null
  /** Where in the masthead this page is, if it is there. */
  readonly currentPath?: string
}

export const HTML = 'text/html; charset=utf-8'

/** Browsers that are told of no icon ask for /favicon.ico with every first page. */
export const IconLink: FC = () => <link rel="icon" href={ICON_PATH} type="image/svg+xml" />

/** A whole page in the paper's frame. Its one stylesheet is handed out beside it, for the content policy. */
export function pageDocument(parts: PageParts): RenderedPage {
  const style = BASE_STYLE + parts.styles.join('') + rightToLeftStyle(parts.context.language)
  return { contentType: HTML, body: `<!doctype html>${markup(<Page {...parts} style={style} />)}`, style }
}

const Page: FC<PageParts & { style: string }> = (parts) => {
  const { context, main, skip, isHome = false } = parts
  return (
    <html lang={context.language} dir={textDirection(context.language)}>
      <Head {...parts} />
      <body class={isHome ? 'home' : undefined}>
        <a class="skip" href="#main">
          {message(context.language, skip)}
        </a>
        <Masthead context={context} isHome={isHome} currentPath={parts.currentPath} datedOn={parts.datedOn ?? null} />
        <main class="wrap" id="main">
          {main}
        </main>
        <Footer context={context} hasText={parts.isIndexed ?? true} />
      </body>
    </html>
  )
}

const Head: FC<PageParts & { style: string }> = ({
  context,
  title,
  description,
  style,
  feeds,
  head,
  isIndexed = true,
}) => {
  const { newspaper } = context
  return (
    <head>
      <meta charset="utf-8" />
      <title>{title === null ? newspaper.name : `${title} · ${newspaper.name}`}</title>
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <style>{raw(style)}</style>
      <IconLink />
      {description && <meta name="description" content={description} />}
      {isIndexed ? <Addresses context={context} /> : <meta name="robots" content="noindex" />}
      {[{ kind: 'all' } as const, ...feeds].map((subject) => (
        <FeedLinks context={context} subject={subject} />
      ))}
      {head}
    </head>
  )
}

/** The one address of the page, and where it stands in other languages. */
const Addresses: FC<{ context: PageContext }> = ({ context: { siteUrl, path, alternates, newspaper } }) => {
  const fallback = alternates.find(({ language }) => language === newspaper.defaultLanguage)
  return (
    <>
      <link rel="canonical" href={siteUrl + path} />
      {alternates.map((alternate) => (
        <link rel="alternate" hreflang={alternate.language} href={siteUrl + alternate.path} />
      ))}
      {fallback && <link rel="alternate" hreflang="x-default" href={siteUrl + fallback.path} />}
    </>
  )
}

const FEED_TYPES = [
  ['rss', 'application/rss+xml', ''],
  ['atom', 'application/atom+xml', ' (Atom)'],
  ['json', 'application/feed+json', ' (JSON)'],
] as const

const FeedLinks: FC<{ context: PageContext; subject: FeedSubject }> = ({ context, subject }) => (
  <>
    {FEED_TYPES.map(([format, type, note]) => (
      <link
        rel="alternate"
        type={type}
        title={feedTitle(context, subject) + note}
        href={feedPath(context, subject, format)}
      />
    ))}
  </>
)
