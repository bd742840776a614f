/** What a page tells of its story, before anything is decided: each source of facts fills in what it knows. */
export interface PageFacts {
  readonly headline?: string | undefined
  readonly standfirst?: string | undefined
  readonly authors?: readonly string[] | undefined
  /** As the page writes it; the first that can be read counts. */
  readonly published?: readonly string[] | undefined
  readonly modified?: readonly string[] | undefined
  readonly sections?: readonly string[] | undefined
  readonly keywords?: readonly string[] | undefined
  readonly language?: string | undefined
  /** Addresses that the page says it stands under, the most certain first. */
  readonly addresses?: readonly string[] | undefined
  readonly siteName?: string | undefined
  readonly picture?: PagePicture | undefined
  /** The text, where the page's data holds it. */
  readonly text?: string | undefined
  /** The page calls itself an article. */
  readonly isArticle?: boolean | undefined
  /** Part of the text is for those who pay. */
  readonly isForSubscribers?: boolean | undefined
}

export interface PagePicture {
  readonly url: string
  readonly caption: string | null
  readonly credit: string | null
  readonly alt: string | null
}

/** Facts from several sources, the most reliable first: of each fact the first that is told; of dates and addresses all. */
export function joinedFacts(sources: readonly PageFacts[]): PageFacts {
  const first = <K extends keyof PageFacts>(name: K): PageFacts[K] =>
    sources.map((source) => source[name]).find((value) => isTold(value))
  const every = (name: 'published' | 'modified' | 'addresses'): readonly string[] =>
    sources.flatMap((source) => source[name] ?? [])
  return {
    headline: first('headline'),
    standfirst: first('standfirst'),
    authors: first('authors'),
    published: every('published'),
    modified: every('modified'),
    sections: first('sections'),
    keywords: first('keywords'),
    language: first('language'),
    addresses: every('addresses'),
    siteName: first('siteName'),
    picture: first('picture'),
    text: first('text'),
    isArticle: sources.some(({ isArticle }) => isArticle === true),
    isForSubscribers: sources.some(({ isForSubscribers }) => isForSubscribers === true),
  }
}

const isTold = (value: unknown): boolean =>
  Array.isArray(value) ? value.length > 0 : value !== undefined && value !== null && value !== ''
