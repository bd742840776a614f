import type { ClaimId } from '../../ids.ts'
import type { RecordDrawing } from '../../story/body-html.ts'
import type { LedgerBlock, StoryDocument } from '../../story/document.ts'
import { figuresIn } from '../../story/figures.ts'
import { builtHtml } from '../../story/safe-html.ts'
import { markup } from '../markup.ts'
import type { PageContext } from '../props.ts'
import { EventMap } from './event-map.tsx'
import { Timeline } from './event-timeline.tsx'
import { LedgerBox } from './ledger.tsx'
import { claimsShown } from './ledger-rows.ts'
import { claimPath } from './record-paths.ts'
import { storyCells } from './story-cells.ts'
import type { StoryRecord } from './story-record.ts'

const NOTHING = builtHtml('')

/**
 * Draws what a story's body shows of the record. The words that state a figure lead to the claim's row where a box on
 * the page has one, else to the claim's own page.
 */
export function recordDrawing(context: PageContext, body: StoryDocument, record: StoryRecord): RecordDrawing {
  const { set, ledgers, asOf } = record
  const stated = statedIn(body)
  const boxes = takenIdsOf(body, record)
  const rows = new Set([...boxes.values()].flatMap(({ own }) => [...own]))
  return {
    ledger: (block) => {
      const ledger = ledgers.get(block.attrs.eventId)
      const takenIds = [...(boxes.get(block)?.taken ?? [])]
      return ledger
        ? markup(
            <LedgerBox
              context={context}
              set={set}
              ledger={ledger}
              headingLevel={2}
              asOf={asOf}
              takenIds={takenIds}
              cells={storyCells(ledger, stated)}
            />,
          )
        : NOTHING
    },
    timeline: ({ attrs: { eventId } }) =>
      set.events.has(eventId) ? markup(<Timeline context={context} set={set} eventId={eventId} />) : NOTHING,
    eventMap: ({ attrs: { eventIds } }, caption) =>
      markup(<EventMap context={context} set={set} eventIds={eventIds} caption={caption} />),
    claimHref: (id) => (rows.has(id) ? `#${id}` : set.claims.has(id) ? claimPath(context, id) : null),
  }
}

interface BoxIds {
  /** Ids that boxes above have used. */
  readonly taken: ReadonlySet<ClaimId>
  readonly own: ReadonlySet<ClaimId>
}

/** The ids of each box in reading order: no id stands twice on a page. */
function takenIdsOf(body: StoryDocument, { set, ledgers }: StoryRecord): ReadonlyMap<LedgerBlock, BoxIds> {
  const boxes = new Map<LedgerBlock, BoxIds>()
  const stated = statedIn(body)
  let taken: ReadonlySet<ClaimId> = new Set()
  for (const block of body.content) {
    const ledger = block.type === 'ledger' ? ledgers.get(block.attrs.eventId) : undefined
    if (block.type !== 'ledger' || !ledger) continue
    const own = claimsShown(set, { ...ledger, cells: storyCells(ledger, stated) })
    boxes.set(block, { taken, own })
    taken = new Set([...taken, ...own])
  }
  return boxes
}

/** The claims to which the story's words lead. */
const statedIn = (body: StoryDocument): ReadonlySet<ClaimId> => new Set(figuresIn(body).map(({ claimId }) => claimId))
