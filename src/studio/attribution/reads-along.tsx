import { useQuery } from '@tanstack/react-query'
import type { EditorView } from 'prosemirror-view'
import { asking } from '../api/queries.ts'
import { useDesk } from '../writing/desk-context.ts'
import { useAttributionKeys } from './use-attribution-keys.ts'
import { useDeskGround } from './use-desk-ground.ts'
import { useDismissals } from './use-dismissals.ts'
import { useItemTitles } from './use-item-titles.ts'
import { useReading } from './use-reading.ts'
import './attribution.css'

/** Reads the story along while it is written. It shows nothing by itself, but tells whoever cannot see what a key has done. */
export function ReadsAlong({ view }: { readonly view: EditorView }) {
  const { storyId } = useDesk()
  const ground = useDeskGround(view)
  const { data, isPending } = useQuery(asking('GET /stories/{storyId}/desk', { params: { storyId } }))
  useDismissals(view, storyId, data?.dismissed)
  // What was put aside is known first, so that it is never underlined for a moment.
  useReading(view, isPending ? null : ground, useItemTitles())
  const said = useAttributionKeys(view)
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  )
}
