import { useQuery } from '@tanstack/react-query'
import type { EditorView } from 'prosemirror-view'
import { useEffect } from 'react'
import { asking } from '../api/queries.ts'
import { useMay, useMe } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Loading } from '../shell/notices.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { type StoryDesk, useDesk } from '../writing/desk-context.ts'
import { beginDraft, goInMargin, goToAnchor, hangByWords } from './margin-commands.ts'
import { MarginDraftForm } from './margin-draft-form.tsx'
import { type MarginItem, marginItems, type Thread, unhung } from './margin-items.ts'
import { marginStateOf } from './margin-state.ts'
import { MarginSuggestion } from './margin-suggestion.tsx'
import { MarginThread } from './margin-thread.tsx'
import { useWatched } from './watch-view.ts'
import './margin.css'

/** Comments and suggestions of the story on the desk, in the order of its text. */
export function MarginPanel() {
  const desk = useDesk()
  return desk.view ? <PanelOf desk={desk} view={desk.view} /> : <Loading />
}

interface Props {
  readonly desk: StoryDesk
  readonly view: EditorView
}

const NONE: readonly Thread[] = []
/** What others remark while one writes is here after so long at most. */
const LOOK_AGAIN_MS = 15_000

function PanelOf({ desk, view }: Props) {
  const { panel } = useMessages().margin
  useWatched(view, ({ state }) => marginStateOf(state).changes)
  const { data, isPending, isError } = useQuery({
    ...asking('GET /stories/{storyId}/comments', { params: { storyId: desk.storyId } }),
    refetchInterval: LOOK_AGAIN_MS,
  })
  const threads = data?.threads ?? NONE
  const nameOf = useNames({ ...desk.story.names, ...data?.names })
  const mayComment = useMay()('comment-on-story', desk.story.access)
  const { margin, active, draft } = marginStateOf(view.state)
  const { open, resolved } = marginItems(view.state, margin, threads)
  const lost = unhung(margin, threads).length
  useEffect(() => {
    if (lost > 0) hangByWords(unhung(marginStateOf(view.state).margin, threads))(view.state, view.dispatch)
  }, [view, threads, lost])
  const itemOf = (item: MarginItem) =>
    item.kind === 'thread' ? (
      <MarginThread
        key={item.thread.id}
        item={item}
        nameOf={nameOf}
        isActive={item.thread.id === active}
        mayComment={mayComment}
        onShow={() => show(view, item.thread.id)}
      />
    ) : (
      <MarginSuggestion
        key={item.suggestion.id}
        item={item}
        nameOf={nameOf}
        isActive={item.suggestion.id === active}
        onShow={() => show(view, item.suggestion.id)}
      />
    )
  return (
    <section className="margin-panel" aria-label={panel.title}>
      {mayComment && <Tools view={view} hasItems={open.length > 0} />}
      {draft && mayComment && <MarginDraftForm key={draft.kind} view={view} draft={draft} />}
      {isError && <Notice kind="problem">{panel.loadFailed}</Notice>}
      {isPending && <Loading />}
      {!isPending && open.length === 0 && !draft && (
        <div>
          <p>{panel.empty}</p>
          {mayComment && <p className="margin-help">{panel.emptyHelp}</p>}
        </div>
      )}
      {open.length > 0 && <ul className="margin-list">{open.map(itemOf)}</ul>}
      {resolved.length > 0 && (
        <details className="margin-resolved">
          <summary>{panel.resolvedOnes(resolved.length)}</summary>
          <ul className="margin-list">{resolved.map(itemOf)}</ul>
        </details>
      )}
    </section>
  )
}

/** What begins a comment or a suggestion, and what goes from one to the next. */
function Tools({ view, hasItems }: { readonly view: EditorView; readonly hasItems: boolean }) {
  const { panel } = useMessages().margin
  const isEmpty = useWatched(view, ({ state }) => state.selection.empty)
  return (
    <div className="margin-tools">
      <Button isDisabled={isEmpty} onPress={() => beginDraft('comment')(view.state, view.dispatch)}>
        {panel.addComment}
      </Button>
      <Button isDisabled={isEmpty} onPress={() => beginDraft('suggestion')(view.state, view.dispatch)}>
        {panel.addSuggestion}
      </Button>
      {hasItems && (
        <>
          <Button aria-label={panel.previous} onPress={() => goInMargin(-1)(view.state, view.dispatch)}>
            ↑
          </Button>
          <Button aria-label={panel.next} onPress={() => goInMargin(1)(view.state, view.dispatch)}>
            ↓
          </Button>
        </>
      )}
      {isEmpty && <span className="margin-help">{panel.selectFirst}</span>}
    </div>
  )
}

function show(view: EditorView, id: Parameters<typeof goToAnchor>[0]): void {
  if (goToAnchor(id)(view.state, view.dispatch)) view.focus()
}

/** What somebody is called here; one's own name is "You". */
function useNames(names: Readonly<Record<string, string>>): (by: string) => string {
  const { panel } = useMessages().margin
  const { accountId } = useMe()
  return (by) => (by === accountId ? panel.mine : (names[by] ?? panel.somebody))
}
