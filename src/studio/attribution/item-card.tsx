import { useEffect, useRef } from 'react'
import { useMessages, useStudioLanguage } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { claimWords, isUnsure } from './claim-words.ts'
import type { ClaimItem, DeskItem, FindingItem } from './desk-items.ts'
import { findingText } from './finding-text.ts'
import type { ItemActions } from './use-item-actions.ts'

interface Props {
  readonly item: DeskItem
  readonly isHere: boolean
  readonly actions: ItemActions
  readonly onShow: () => void
  readonly onFocus: () => void
}

/** One thing that was found: the words it is about, what is said of them, and what can be done. */
export function ItemCard({ item, isHere, actions, onShow, onFocus }: Props) {
  const { attribution: m } = useMessages()
  const card = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isHere) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isHere])
  return (
    <li ref={card} className="attribution-item" data-kind={item.kind} data-here={isHere || undefined} onFocus={onFocus}>
      <Kind item={item} />
      <p className="attribution-words">
        <button type="button" onClick={onShow} title={m.show}>
          {m.quoted(wordsOf(item))}
        </button>
      </p>
      {item.kind === 'claim' ? <ClaimLines item={item} /> : <FindingLines item={item} />}
      <Actions item={item} actions={actions} />
    </li>
  )
}

const wordsOf = (item: DeskItem): string => (item.kind === 'claim' ? item.claim.figure.words : item.finding.words)

/** What it is: with a sign, since colour alone says nothing. */
function Kind({ item }: { readonly item: DeskItem }) {
  const { attribution: m } = useMessages()
  const { language } = useStudioLanguage()
  const what = item.kind === 'claim' ? m.suggestedClaim : findingText(item.finding, language).title
  const of = item.kind === 'claim' ? item.claim : item.finding
  return (
    <p className="attribution-kind">
      <span className="attribution-sign" aria-hidden="true" />
      <b>{what}</b>
      {item.place.in !== 'body' && <span>{m.fields[item.place.in]}</span>}
      {item.by === 'model' && <span>{m.byModel}</span>}
      {isUnsure(of) && <span>{m.checkThis}</span>}
    </p>
  )
}

function ClaimLines({ item: { claim } }: { readonly item: ClaimItem }) {
  const messages = useMessages()
  const { language } = useStudioLanguage()
  const carried = claim.claimant?.carried?.as
  return (
    <>
      <p className="attribution-line">{claimWords(claim, messages, language)}</p>
      {carried && (
        <p className="attribution-help">{messages.attribution.carried(carried, claim.claimant?.text ?? '')}</p>
      )}
      {claim.act === 'deny' && <p className="attribution-help">{messages.attribution.denial}</p>}
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
          {item.kind === 'claim' ? m.accept : m.fix(item.finding.fix ?? '')}
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
