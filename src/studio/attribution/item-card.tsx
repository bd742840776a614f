import type { EditorView } from 'prosemirror-view'
import { memo, useEffect, useRef } from 'react'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { goToItem } from './attribution-commands.ts'
import { attributionOf, withAttribution } from './attribution-state.ts'
import { isUnsure, responsibilityWords, whatWords, whoWords } from './claim-words.ts'
import type { ClaimItem, DeskItem, FindingItem } from './desk-items.ts'
import { findingText } from './finding-text.ts'
import type { ItemActions } from './use-item-actions.ts'

interface Props {
  readonly view: EditorView
  readonly item: DeskItem
  readonly isHere: boolean
  readonly actions: ItemActions
}

/** One thing that was found: the words it is about, what is said of them, and what can be done. */
export const ItemCard = memo(function ItemCard({ view, item, isHere, actions }: Props) {
  const messages = useMessages()
  const { attribution: m } = messages
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isHere) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  return (
    <li
      ref={card}
      className="attribution-item"
      data-kind={item.kind}
      data-here={isHere || undefined}
      onFocus={() => lookAt(view, item)}
    >
      <Kind item={item} />
      <p className="attribution-words">
        <button type="button" onClick={() => goToItem(view, item)} title={m.show}>
          {item.kind === 'responsibility'
            ? responsibilityWords(item.responsibility, messages)
            : m.quoted(wordsOf(item))}
        </button>
      </p>
      <Lines item={item} isHere={isHere} />
      <Actions item={item} actions={actions} />
    </li>
  )
})

/** Who comes to a card by the keyboard means it by the keys that follow. */
function lookAt(view: EditorView, { id }: DeskItem): void {
  if (attributionOf(view.state).active !== id) view.dispatch(withAttribution(view.state.tr, { active: id }))
}

function wordsOf(item: DeskItem): string {
  switch (item.kind) {
    case 'claim':
      return item.claim.figure.words
    case 'finding':
      return item.finding.words
    case 'responsibility':
      return item.responsibility.actor.text
  }
}

const isUnsureOf = (item: DeskItem): boolean =>
  isUnsure(item.kind === 'claim' ? item.claim : item.kind === 'finding' ? item.finding : item.responsibility)

/** What it is: with a sign, since colour alone says nothing. */
function Kind({ item }: { readonly item: DeskItem }) {
  const { attribution: m } = useMessages()
  const { language } = useStudioLanguage()
  const what =
    item.kind === 'finding'
      ? findingText(item.finding, language).title
      : item.kind === 'claim'
        ? m.suggestedClaim
        : m.responsibility
  return (
    <p className="attribution-kind">
      <span className="attribution-sign" aria-hidden="true" />
      <b>{what}</b>
      {item.place.in !== 'body' && <span>{m.fields[item.place.in]}</span>}
      {item.by === 'model' && <span>{m.byModel}</span>}
      {isUnsureOf(item) && <span>{m.checkThis}</span>}
    </p>
  )
}

function Lines({ item, isHere }: Pick<Props, 'item' | 'isHere'>) {
  const { attribution: m } = useMessages()
  if (item.kind === 'claim') return <ClaimLines item={item} />
  if (item.kind === 'finding') return <FindingLines item={item} />
  // Where it is recorded is said to whoever looks at it, and not beside each of them.
  return isHere && <p className="attribution-help">{m.responsibilityHelp}</p>
}

function ClaimLines({ item: { claim, place } }: { readonly item: ClaimItem }) {
  const messages = useMessages()
  const { language } = useStudioLanguage()
  const carried = claim.claimant?.carried?.as
  return (
    <>
      <p className="attribution-line">
        <b>{whoWords(claim, messages, language)}</b>
        {messages.attribution.claimLine('', whatWords(claim, language))}
      </p>
      {carried && (
        <p className="attribution-help">{messages.attribution.carried(carried, claim.claimant?.text ?? '')}</p>
      )}
      {place.in !== 'body' && <p className="attribution-help">{messages.attribution.citedInBody}</p>}
    </>
  )
}

function FindingLines({ item: { finding } }: { readonly item: FindingItem }) {
  const { language } = useStudioLanguage()
  const { why, advice } = findingText(finding, language)
  // The button says what to put in.
  const isPlain = finding.fix === null
  return (
    <>
      <p className="attribution-line">{why}</p>
      {isPlain && <p className="attribution-help">{advice}</p>}
    </>
  )
}

function Actions({ item, actions }: { readonly item: DeskItem; readonly actions: ItemActions }) {
  const { attribution: m } = useMessages()
  const { mayTake, mayDismiss, take, dismiss } = actions
  const words = wordsOf(item)
  if (!mayTake(item) && !mayDismiss) return null
  return (
    <div className="actions">
      {mayTake(item) && (
        <Button onPress={() => take(item)} {...(item.kind === 'claim' && { 'aria-label': `${m.accept}: ${words}` })}>
          {item.kind === 'finding' ? m.fix(item.finding.fix ?? '') : m.accept}
        </Button>
      )}
      {mayDismiss && (
        <Button kind="quiet" aria-label={`${m.dismiss}: ${words}`} onPress={() => dismiss(item)}>
          {m.dismiss}
        </Button>
      )}
    </div>
  )
}
