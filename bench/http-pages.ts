import type { FinishedPage } from '../src/press/page.ts'

const SYLLABLES = 'ba den ka lo mi ra sen ta vo ni gel dur fa ze pol mar chi tan ui os er al in ar et'.split(' ')
export const storyAddress = (number: number): string =>
  `/2024/07/${String((number % 28) + 1).padStart(2, '0')}/story-${number}`

/** Renders pages of the size and make of real ones: a story of a thousand words, a home page, a feed; 404 elsewhere. */
export async function renderSample(path: string): Promise<FinishedPage> {
  const number = /\/story-(\d+)$/.exec(path)?.[1]
  if (number !== undefined) return page(story(Number(number)), [`story:sty_${number}`, 'list:mali:2024-07', 'site'])
  if (path === '/') return page(cards(40), ['list:site:en', 'site'])
  if (path === '/feeds/rss.xml') {
    return { ...page(cards(20), ['list:site:en']), contentType: 'application/rss+xml; charset=utf-8', style: null }
  }
  return { ...page('<h1>There is nothing here</h1>', ['site']), status: 404 }
}

const page = (content: string, tags: readonly string[]): FinishedPage => ({
  status: 200,
  contentType: 'text/html; charset=utf-8',
  body: `<!doctype html><html lang="en"><title>Sample</title><style>${STYLE}</style><main>${content}</main></html>`,
  location: null,
  language: 'en',
  style: STYLE,
  tags,
  kept: true,
})

function story(number: number): string {
  const words = wordsFrom(number)
  const paragraphs = Array.from({ length: 30 }, () => `<p>${words(50)}.</p>`)
  const ledger = Array.from({ length: 12 }, (_, at) => `<tr><th>${words(2)}<td>${at * 3}<td>${words(6)}`)
  return `<article><h1>${words(9)}</h1>${paragraphs.join('\n')}<table>${ledger.join('\n')}</table></article>`
}

function cards(count: number): string {
  const words = wordsFrom(count)
  return Array.from(
    { length: count },
    (_, at) =>
      `<article class="part-${at}"><h2><a href="${storyAddress(at)}">${words(9)}</a></h2><p>${words(30)}</p></article>`,
  ).join('\n')
}

/** A stylesheet of 12 kB, of which the content policy carries the hash. */
const STYLE = (() => {
  const words = wordsFrom(7)
  return Array.from(
    { length: 150 },
    () => `.${words(1)} .${words(2).replace(' ', '-')}{--${words(1)}:${words(3)}}`,
  ).join('')
})()

/** Made-up words, the same for the same seed; a few are frequent, most are rare, as in any language. */
function wordsFrom(seed: number): (count: number) => string {
  let state = seed * 2_654_435_761 + 1
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  const word = () => {
    const rank = Math.floor(15_000 ** next())
    return [rank % 25, Math.floor(rank / 25) % 25, Math.floor(rank / 625)].map((at) => SYLLABLES[at]).join('')
  }
  return (count) => Array.from({ length: count }, word).join(' ')
}
