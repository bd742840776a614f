import type { PageName } from './pages.ts'

const HOME = 20_000
const STORY = 14_000
const EVENT = 20_000
/** What makes words of a page takes less than the page. */
const TEXT = 10_000
/** Lists, forms and what the paper says of itself. */
const OTHER = 12_000
const NOTICE = 6_000
/** How we count is explained at length, in one page. */
const METHOD = 18_000
/** To a request that means nothing, the answer is made without the press, and leaves as it is. */
const UNPACKED = 9_000

/** Without its photographs: the most that a page may weigh, in bytes as they are transferred, its icon included. */
const OWN_BUDGET: Partial<Record<PageName, number>> = {
  'the home page': HOME,
  'the French home page': HOME,
  'the Arabic home page': HOME,
  'a story with a map': STORY,
  'a story with a chart and a map': STORY,
  'a story with a table and notes': STORY,
  'a story with a photograph': STORY,
  'a story with a covered photograph': STORY,
  'a French story': STORY,
  'an Arabic story': STORY,
  'a story that moved': STORY,
  'a story with who says what, alone on its page': STORY,
  'a French story with who says what': STORY,
  'a French story with what was said when': STORY,
  'an event': EVENT,
  'an event in French': EVENT,
  'an event with many claims': EVENT,
  'a story as one file': 200_000,
  'the home page as text': TEXT,
  'a story as text': TEXT,
  'a French story as text': TEXT,
  'an event as text': TEXT,
  'a withdrawn story': NOTICE,
  'a page that is not there': NOTICE,
  'a request nobody can answer': UNPACKED,
  'how we count': METHOD,
  'how we count in French': METHOD,
}

export const mostBytes = (name: PageName): number => OWN_BUDGET[name] ?? OTHER

/** The photographs that a phone fetches for a page before its reader scrolls, together. */
export const MOST_PHOTO_BYTES = 80_000

export const MOST_REQUESTS = 5
