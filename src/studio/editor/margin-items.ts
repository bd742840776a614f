import type { EditorState } from 'prosemirror-state'
import type { CommentId } from '../../ids.ts'
import type { Margin, Suggestion } from '../../story/margin.ts'
import type { AnswerTo } from '../api/api.ts'

/** A thread in the margin, as the API has it. */
export type Thread = AnswerTo<'GET /stories/{storyId}/comments'>['threads'][number]

/** One thing in the margin, with the words in the text that it is about; null where they are gone. */
export type MarginItem =
  | { readonly kind: 'thread'; readonly thread: Thread; readonly words: string | null; readonly from: number }
  | { readonly kind: 'suggestion'; readonly suggestion: Suggestion; readonly words: string; readonly from: number }

export interface MarginItems {
  /** Open threads and suggestions in the order of the text; those without words at the end. */
  readonly open: readonly MarginItem[]
  readonly resolved: readonly MarginItem[]
}

/** What the panel lists: the threads of a story at the places where they hang, and what is suggested. */
export function marginItems(state: EditorState, margin: Margin, threads: readonly Thread[]): MarginItems {
  const wordsOf = (from: number, to: number): string =>
    state.doc.textBetween(Math.min(from, state.doc.content.size), Math.min(to, state.doc.content.size), ' ')
  const asItem = (thread: Thread): MarginItem => {
    const anchor = margin.comments.find(({ id }) => id === thread.id)
    const words = anchor ? wordsOf(anchor.from, anchor.to) : ''
    return { kind: 'thread', thread, words: words || null, from: anchor?.from ?? Number.POSITIVE_INFINITY }
  }
  const suggestions = margin.suggestions.map((suggestion): MarginItem => {
    const { from, to } = suggestion
    return { kind: 'suggestion', suggestion, words: wordsOf(from, to), from }
  })
  const items = threads.filter(isWorthwhile).map(asItem)
  return {
    open: [...items.filter((item) => !isResolved(item)), ...suggestions].toSorted((a, b) => a.from - b.from || 0),
    resolved: items.filter(isResolved),
  }
}

const isResolved = (item: MarginItem): boolean => item.kind === 'thread' && item.thread.resolved !== null

/** A removed remark is shown only where others have answered it. */
const isWorthwhile = ({ isRemoved, replies }: Thread): boolean =>
  !isRemoved || replies.some((reply) => !reply.isRemoved)

/** Threads that hang nowhere yet: made by somebody who may not save the text. */
export const unhung = (margin: Margin, threads: readonly Thread[]): { id: CommentId; quote: string }[] =>
  threads
    .filter(({ id, resolved }) => resolved === null && !margin.comments.some((anchor) => anchor.id === id))
    .map(({ id, quote }) => ({ id, quote }))
