import { createHash } from 'node:crypto'
import { figureHtml } from '../../site/figures/figure-html.tsx'
import { bodyHtml } from '../../story/body-html.ts'
import type { Figure } from '../../story/document.ts'
import { isLanguageTag, textDirection } from '../../story/text-direction.ts'
import { builtHtml, escapeHtml, type SafeHtml } from '../../story/safe-html.ts'
import type { ToldStory } from './told-story.ts'

/** What a story's page and text need to know of the house around it. */
export interface ToldHouse {
  readonly paper: string
  readonly zone: string
  readonly sectionName: (id: string, language: string) => string
  readonly bylineName: (id: string, language: string) => string
  /** A picture's file below the export's folder; null where the newsroom has none. */
  readonly pictureFile: (id: string) => string | null
  /** The way from the story's folder up to the export's: `../../../../`. */
  readonly upwards: string
}

const STYLE =
  ':root{--ink:#1a1a1a;--soft:#595959;--line:#ccc;--sea:#dfe9f0;--wash:#f3f1ec;--serif:Georgia,serif;--accent:#8a1c1c;--paper:#fff;--sans:system-ui,sans-serif}' +
  'body{max-width:42rem;margin:2rem auto;padding:0 1rem;font:1.05rem/1.6 Georgia,serif;color:#1a1a1a;background:#fff}' +
  'h1{line-height:1.15}img,svg{max-width:100%;height:auto}figure{margin:1.5rem 0}figcaption,.about,footer{font:.85rem/1.5 system-ui,sans-serif;color:#595959}' +
  'blockquote{margin:1rem 0;padding-inline-start:1rem;border-inline-start:3px solid #ccc}.note,.box{border:1px solid #ccc;padding:.5rem 1rem;margin:1rem 0}' +
  'table{border-collapse:collapse}td,th{border:1px solid #ccc;padding:.3rem .6rem;text-align:start}.table{overflow-x:auto}'

const WORDS = {
  notes: 'Notes',
  note: (number: number) => `Note ${number}`,
  backToText: (number: number) => `Back to the text, note ${number}`,
  table: (number: number) => `Table ${number}`,
}

/** The one stylesheet that the page's policy lets in (CSP 3, section 2.3.1). */
const STYLE_HASH = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`

/** A story as one page that a browser opens from the folder: no script, nothing from elsewhere, every word escaped. */
export function storyPage(told: ToldStory, house: ToldHouse): string {
  const { story, content } = told
  const language = isLanguageTag(story.language) ? story.language : 'en'
  return (
    `<!doctype html>\n<html lang="${escapeHtml(language)}" dir="${textDirection(language)}">\n<head>\n<meta charset="utf-8">\n` +
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src 'self' file:; style-src '${STYLE_HASH}'">\n` +
    `<meta name="viewport" content="width=device-width,initial-scale=1">\n<title>${escapeHtml(content.headline)}</title>\n` +
    `<style>${STYLE}</style>\n</head>\n<body>\n<article>\n${headHtml(told, house)}${noticesHtml(told)}` +
    `${bodyOf(told, house)}\n</article>\n${footHtml(told, house)}</body>\n</html>\n`
  )
}

function headHtml({ story, content }: ToldStory, house: ToldHouse): string {
  const { language } = story
  const sections = content.sectionIds.map((id) => house.sectionName(id, language))
  const bylines = content.bylines.map((id) => house.bylineName(id, language))
  return [
    line('p', 'about', sections.join(' | ')),
    line('p', 'about', content.kicker ?? ''),
    line('h1', null, content.headline),
    line('p', null, content.standfirst),
    line('p', 'about', bylines.length > 0 ? `By ${bylines.join(', ')}` : ''),
    line('p', 'about', datesOf(story)),
  ].join('')
}

const line = (tag: string, look: string | null, text: string): string =>
  text.trim() === '' ? '' : `<${tag}${look ? ` class="${look}"` : ''}>${escapeHtml(text)}</${tag}>\n`

function datesOf({ firstPublished, updatedAt }: ToldStory['story']): string {
  if (firstPublished === null) return ''
  const first = firstPublished.precision === 'day' ? firstPublished.at.slice(0, 10) : firstPublished.at
  return updatedAt === null ? first : `${first}, updated ${updatedAt}`
}

/** What must not be overlooked: that readers do not have it, that it was taken back, that it was corrected. */
function noticesHtml({ story, hasNewerText, notes }: ToldStory): string {
  const notices = [
    ...(story.kill ? [`Withdrawn on ${story.kill.at}: ${story.kill.notice}`] : []),
    ...(story.liveRevision === null ? [`Not public: ${story.state}.`] : []),
    ...(hasNewerText && story.liveRevision !== null ? ['There is a newer text that is not public: story.json.'] : []),
    ...notes.map(({ kind, at, text }) => `${kind[0]?.toUpperCase() ?? ''}${kind.slice(1)}, ${at}: ${text}`),
  ]
  return notices.map((notice) => line('p', 'note', notice)).join('')
}

function bodyOf({ story, content }: ToldStory, house: ToldHouse): SafeHtml {
  const { dateline } = content
  const opening = dateline
    ? builtHtml(`<b>${escapeHtml([dateline.place, dateline.on ?? ''].filter(Boolean).join(', '))}</b> – `)
    : builtHtml('')
  return bodyHtml(content.body, {
    words: WORDS,
    opening,
    figure: (figure, caption) => figureOf(figure, caption, story.language, house),
    record: {
      ledger: ({ attrs }) => recordNote('Who says what', [attrs.eventId]),
      timeline: ({ attrs }) => recordNote('Who said what, in order', [attrs.eventId]),
      eventMap: ({ attrs }, caption) => builtHtml(`${recordNote('A map of', attrs.eventIds)}<p>${caption}</p>`),
      claimHref: () => null,
    },
  })
}

/** A box that follows the record is told, not drawn: what it shows stands in the record's own tables. */
const recordNote = (what: string, eventIds: readonly string[]): SafeHtml =>
  builtHtml(`<p class="box">${escapeHtml(`${what}: ${eventIds.join(', ')}, in record/claims.csv.`)}</p>`)

function figureOf(figure: Figure, caption: SafeHtml, language: string, house: ToldHouse): SafeHtml {
  const { picture, alt, credit, licence } = figure.attrs
  if (picture.kind !== 'photo') return figureHtml(figure, language, caption)
  const file = house.pictureFile(picture.pictureId)
  const shown =
    file === null
      ? `<p>${escapeHtml(`[${picture.pictureId}: its file was not there]`)}</p>`
      : `<img src="${escapeHtml(house.upwards + file)}" alt="${escapeHtml(alt)}">`
  const cover =
    picture.cover === null ? '' : `<p class="about">${escapeHtml(`Covered for readers: ${picture.cover}`)}</p>`
  const sources = [credit, licence].filter((words) => words?.trim()).join(', ')
  return builtHtml(
    `<figure>${cover}${shown}<figcaption>${caption}${sources ? ` ${escapeHtml(sources)}` : ''}</figcaption></figure>`,
  )
}

function footHtml({ story }: ToldStory, { paper }: ToldHouse): string {
  const where = story.path === null ? '' : `, ${story.path}`
  return `<footer>\n${line('p', null, `${paper}${where}. ${story.id}`)}</footer>\n`
}
