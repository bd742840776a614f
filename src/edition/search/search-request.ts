import type { Question } from '../../record/search-question.ts'
import type { Language } from '../../story/story.ts'
import type { LocalDate } from '../../time.ts'
import type { ListKey } from '../tags.ts'

/** What is searched: everything, stories only, or the record only. */
export type SearchScope = 'all' | 'stories' | 'record'

export interface SearchRequest {
  readonly question: Question
  readonly scope: SearchScope
  /** Stories in this language only; null takes all. */
  readonly language: Language | null
  /** Stories of this section only. */
  readonly list: ListKey | null
  readonly from: LocalDate | null
  readonly to: LocalDate | null
  /** The zone of the paper's days. */
  readonly zone: string
  /** The cursor that the page before ended with. */
  readonly after: string | null
  readonly limit: number
  /** The author whom the whole question names. */
  readonly byAuthor: ListKey | null
}
