import { type DeskText, wholeText } from '../../desk/desk-text.ts'
import { deskTextOf } from '../../desk/story-text.ts'
import { paragraphsOf } from '../../desk/text/paragraphs.ts'
import type { Span } from '../../desk/text/token.ts'
import { OnrecordError } from '../../errors.ts'
import { decodeText } from '../../intake/encoding.ts'
import { recogniseFile } from '../../intake/recognise.ts'
import { type Instant, noonOf, parseLocalDate } from '../../time.ts'
import { storyInPage } from './lint-page.ts'
import { jsonOf, type LintStory, storiesInJson } from './lint-stories.ts'

/** A text for the desk, and where in what was given each of its places is. */
export interface LintInput {
  /** Which of several in one file: a story's id. Null for the only one. */
  readonly story: string | null
  readonly text: DeskText
  /** What places are counted in: a plain text as it was given; of a page or a story, its paragraphs by line. */
  readonly source: string
  /** Where in the source a place of the text is; both count UTF-16 units. */
  readonly inSource: (at: number) => number
  /** As the page or the story says, not yet looked at. */
  readonly language: string | null
  readonly publishedAt: Instant | null
}

/** No story is as long; what is larger is something else. */
const MOST_BYTES = 5_000_000

/**
 * The texts in a file: a plain text, a page or piece of HTML, or our own stories as JSON; what it is shows in its content.
 *
 * @param name as it is called in what is said of it
 * @throws OnrecordError `bad-input`, saying what it is instead
 */
export async function lintInputs(bytes: Uint8Array, name: string): Promise<LintInput[]> {
  if (bytes.length > MOST_BYTES) {
    throw new OnrecordError('bad-input', `${name} is larger than ${MOST_BYTES / 1_000_000} MB: no story is.`, {
      remedy: 'Give one story, or a few of them, at a time.',
    })
  }
  const { kind, name: what } = recogniseFile(bytes)
  if (kind === 'empty') {
    throw new OnrecordError('bad-input', `${name} is empty.`, { remedy: 'It should hold the text of a story.' })
  }
  if (kind === 'saved-page') return [storyInput(await storyInPage(bytes, name))]
  if (!READ_AS_TEXT.has(kind)) {
    throw new OnrecordError('bad-input', `${name} is ${what}, which the desk does not read.`, {
      remedy: 'Give it plain text, HTML, or a story as JSON; ./onrecord import brings other kinds in.',
    })
  }
  const text = textIn(bytes, name)
  const headed = /^\s*[{[]/.test(text) ? headedInput(text) : plainInput(text)
  return headed ? [headed] : (storiesInJson(text, name)?.map(storyInput) ?? [plainInput(text)])
}

/** A text may begin with a square bracket, or like a table; exports and feeds have their own kinds. */
const READ_AS_TEXT: ReadonlySet<string> = new Set(['page-text', 'json', 'onrecord-lines', 'wix-csv'])

function textIn(bytes: Uint8Array, name: string): string {
  const decoded = decodeText(bytes)
  if (decoded.kind === 'text' && !decoded.isGuess) return decoded.text.replace(/\r\n?/g, '\n')
  throw new OnrecordError('bad-input', `${name} is no text in UTF-8.`, { remedy: 'Save it as UTF-8 and try again.' })
}

function storyInput({ content, ...known }: LintStory): LintInput {
  const text = deskTextOf(content)
  return { ...known, text, source: wholeText(text), inSource: (at) => at }
}

function plainInput(source: string): LintInput {
  const spans = paragraphsOf(source)
  const paragraphs = spans.map(
    ({ start, end }) => ({ text: source.slice(start, end), kind: 'text', speaker: null, cited: [] }) as const,
  )
  return {
    story: null,
    text: { paragraphs, pictures: [] },
    source,
    inSource: placesIn(spans),
    language: null,
    publishedAt: null,
  }
}

/** A first line of JSON that tells `lang` and `date`, an empty line, then the text: places are counted from its beginning. */
function headedInput(text: string): LintInput | undefined {
  const [whole = '', line = ''] = /^\s*(\{.*\})[^\S\n]*\n[^\S\n]*\n/.exec(text) ?? []
  const header = jsonOf(line)
  if (typeof header !== 'object' || header === null || 'kind' in header) return undefined
  const { lang, date } = header as { readonly lang?: unknown; readonly date?: unknown }
  const day = parseLocalDate(String(date))
  return {
    ...plainInput(text.slice(whole.length)),
    language: typeof lang === 'string' ? lang : null,
    publishedAt: day ? noonOf(day) : null,
  }
}

/** Where a place of the joined paragraphs is in the text from which they were cut. */
function placesIn(spans: readonly Span[]): (at: number) => number {
  let next = 0
  const starts = spans.map(({ start, end }) => {
    const own = next
    next += end - start + 1
    return own
  })
  return (at) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] ?? 0) <= at) low = middle
      else high = middle - 1
    }
    return (spans[low]?.start ?? 0) + at - (starts[low] ?? 0)
  }
}
