import type { EditorView } from 'prosemirror-view'
import { useMemo } from 'react'
import { useMay } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { useDesk } from '../writing/desk-context.ts'
import { acceptClaim, applyFix, putAside } from './attribution-commands.ts'
import type { DeskItem } from './desk-items.ts'

/** What can be done with what was found. Each says in words what it has done; empty for nothing. */
export interface ItemActions {
  readonly mayTake: (item: DeskItem) => boolean
  readonly mayDismiss: boolean
  readonly take: (item: DeskItem) => string
  readonly dismiss: (item: DeskItem) => string
}

/** What whoever is here may do with what was found: who cannot write the text cannot settle what is said of it. */
export function useItemActions(view: EditorView): ItemActions {
  const { attribution: m } = useMessages()
  const { mayWrite, showPanel, story } = useDesk()
  const may = useMay()
  const mayDismiss = may('dismiss-suggestion', story.access)
  const mayDeny = may('deny-claim')
  const mayRecord = may('record-claim')
  // The same as long as the same may be done: what shows it is not drawn anew while the text is written.
  return useMemo(() => {
    const mayTake = (item: DeskItem): boolean => {
      if (!mayWrite || item.kind === 'responsibility') return false
      if (item.kind === 'finding') return item.finding.fix !== null
      // The mark of a claim stands in the body alone.
      return item.place.in === 'body' && (item.claim.act === 'deny' ? mayDeny : mayRecord)
    }
    return {
      mayTake,
      mayDismiss,
      take: (item) => {
        if (!mayTake(item)) return m.cannotTake
        if (item.kind === 'claim') {
          acceptClaim(view, item, () => showPanel('record'))
          return m.formOpened
        }
        const fix = item.kind === 'finding' ? item.finding.fix : null
        return item.kind === 'finding' && applyFix(view, item) ? m.fixed(fix ?? '') : m.cannotTake
      },
      dismiss: (item) => {
        if (!mayDismiss) return m.cannotTake
        putAside(view, item.key)
        return m.isPutAside
      },
    }
  }, [view, m, mayWrite, mayDismiss, mayDeny, mayRecord, showPanel])
}
