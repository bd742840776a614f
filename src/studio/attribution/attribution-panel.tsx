import { useQuery } from '@tanstack/react-query'
import type { EditorView } from 'prosemirror-view'
import { memo, useDeferredValue, useMemo } from 'react'
import { asking } from '../api/queries.ts'
import { shownKeys } from '../editor/show-keys.ts'
import { useWatched } from '../editor/watch-view.ts'
import { useMessages } from '../messages/messages.tsx'
import { Loading } from '../shell/notices.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { AskModel } from './ask-model.tsx'
import { bringBack, goToItem, itemBeside, itemHere } from './attribution-commands.ts'
import { type AttributionState, attributionOf } from './attribution-state.ts'
import type { DeskItem } from './desk-items.ts'
import { ItemCard } from './item-card.tsx'
import { openItems } from './item-marks.ts'
import { type ItemActions, useItemActions } from './use-item-actions.ts'
import { useFocusKept } from './use-focus-kept.ts'
import './attribution.css'

/** Beside the text: what the desk would ask whoever wrote it, in the order of the text. Nothing of it is done by itself. */
export function AttributionPanel() {
  const { view } = useDesk()
  return view ? <PanelOf view={view} /> : <Loading />
}

function PanelOf({ view }: { readonly view: EditorView }) {
  const { attribution: m } = useMessages()
  useWatched(view, ({ state }) => attributionOf(state).changes)
  const here = useWatched(view, ({ state }) => itemHere(state)?.id ?? null)
  const actions = useItemActions(view)
  const found = attributionOf(view.state)
  const { items, dismissed } = found
  const open = useMemo(() => openItems(items, dismissed), [items, dismissed])
  // A long list is drawn a little at a time: no letter waits for it.
  const listed = useDeferredValue(open)
  const aside = items.filter(({ key }) => dismissed.has(key))
  const putAside = aside.find(({ key }) => key === found.putAside)
  return (
    <section className="attribution-panel" aria-label={m.title}>
      <h2 className="visually-hidden">{m.title}</h2>
      <Standing found={found} open={open} view={view} />
      {putAside && (
        <Notice kind="done">
          <p className="attribution-undo">
            {m.isPutAside}
            <Button kind="quiet" onPress={() => bringBack(view, putAside.key)}>
              {m.bringBack}
            </Button>
          </p>
        </Notice>
      )}
      <ItemList view={view} items={listed} here={here} actions={actions} />
      <Aside view={view} items={aside} mayBringBack={actions.mayDismiss} />
      <Model view={view} />
      <KeysHelp />
    </section>
  )
}

interface ListProps {
  readonly view: EditorView
  readonly items: readonly DeskItem[]
  /** The one at the cursor. */
  readonly here: DeskItem['id'] | null
  readonly actions: ItemActions
}

/** Not drawn anew while the text is written: where the words stand is looked up when somebody goes to them. */
const ItemList = memo(function ItemList({ view, items, here, actions }: ListProps) {
  const list = useFocusKept()
  if (items.length === 0) return null
  return (
    <ul className="attribution-list" ref={list}>
      {items.map((item) => (
        <ItemCard key={item.id} view={view} item={item} isHere={item.id === here} actions={actions} />
      ))}
    </ul>
  )
})

interface StandingProps {
  readonly found: AttributionState
  readonly open: readonly DeskItem[]
  readonly view: EditorView
}

/** How far the reading is, and how much was found. */
function Standing({ found: { status, items }, open, view }: StandingProps) {
  const { attribution: m } = useMessages()
  if (status === 'other-language') return <Empty title={m.otherLanguage} help={m.otherLanguageHelp} />
  if (status === 'failed') return <Notice kind="problem" title={m.failed} />
  if (status === 'not-read') return <Empty title={m.notRead} help={m.about} />
  if (status === 'reading' && items.length === 0) return <p role="status">{m.reading}</p>
  if (open.length === 0) return <Empty title={m.nothing} help={m.about} />
  const countOf = (kind: DeskItem['kind']) => open.filter((item) => item.kind === kind).length
  const go = (step: 1 | -1) => {
    const next = itemBeside(view.state, step)
    if (next) goToItem(view, next)
  }
  return (
    <div className="attribution-head">
      <p>{m.found(countOf('claim'), countOf('finding'), countOf('responsibility'))}</p>
      <Button aria-label={m.previous} aria-keyshortcuts="Shift+F8" onPress={() => go(-1)}>
        ↑
      </Button>
      <Button aria-label={m.next} aria-keyshortcuts="F8" onPress={() => go(1)}>
        ↓
      </Button>
    </div>
  )
}

const Empty = ({ title, help }: { readonly title: string; readonly help: string }) => (
  <div>
    <p>{title}</p>
    <p className="attribution-help">{help}</p>
  </div>
)

interface AsideProps {
  readonly view: EditorView
  readonly items: readonly DeskItem[]
  readonly mayBringBack: boolean
}

/** What was put aside, closed until somebody opens it. */
function Aside({ view, items, mayBringBack }: AsideProps) {
  const { attribution: m } = useMessages()
  if (items.length === 0) return null
  return (
    <details className="attribution-aside">
      <summary>{m.putAsideOnes(items.length)}</summary>
      <ul>
        {openItems(items, new Set()).map(({ id, key, title }) => (
          <li key={id}>
            <span>{title}</span>
            {mayBringBack && (
              <Button kind="quiet" aria-label={`${m.bringBack}: ${title}`} onPress={() => bringBack(view, key)}>
                {m.bringBack}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Model({ view }: { readonly view: EditorView }) {
  const { storyId } = useDesk()
  const { data } = useQuery(asking('GET /stories/{storyId}/desk', { params: { storyId } }))
  return data?.model ? <AskModel view={view} host={data.model.host} /> : null
}

function KeysHelp() {
  const { attribution: m } = useMessages()
  const keys = [
    ['F8', m.keys.next],
    ['Shift-F8', m.keys.previous],
    ['Alt-Enter', m.keys.take],
    ['Alt-Shift-Enter', m.keys.putAside],
  ] as const
  return (
    <dl className="attribution-keys" aria-label={m.keys.title}>
      {keys.map(([key, words]) => (
        <div key={key}>
          <dt>
            <kbd>{shownKeys(key)}</kbd>
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  )
}
