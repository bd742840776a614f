import { useInfiniteQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/field.tsx'
import { Empty } from '../ui/screen.tsx'
import { imageAddress } from './image-address.ts'
import type { LibraryPicture } from './use-sending.ts'

/** The library: pictures, newest first, found by the words that stand with them. */
export function PictureGrid({
  chosen,
  onChoose,
}: {
  readonly chosen?: string | undefined
  readonly onChoose: (picture: LibraryPicture) => void
}) {
  const { pictures, ui } = useMessages()
  const [q, setQ] = useState('')
  const asked = useDeferredValue(q.trim())
  const { data, hasNextPage, fetchNextPage, isPending, error } = useInfiniteQuery({
    queryKey: ['GET /pictures', { q: asked }],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(asked === '' ? {} : { q: asked }), ...(pageParam === null ? {} : { before: pageParam }) }
      return api('GET /pictures', { query }, signal)
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ before }) => before,
  })
  if (error) throw error
  const found = data?.pages.flatMap((page) => page.pictures) ?? []
  return (
    <div className="picture-grid">
      <TextField label={pictures.search} value={q} onChange={setQ} type="search" />
      {!isPending && found.length === 0 && (
        <Empty title={asked === '' ? pictures.none : pictures.noneFound(asked)}>
          {asked === '' && <p>{pictures.noneHelp}</p>}
        </Empty>
      )}
      <ul>
        {found.map((picture) => (
          <li key={picture.id}>
            <button
              type="button"
              className="picture-tile"
              aria-pressed={picture.id === chosen}
              aria-label={picture.alt || (picture.decorative ? pictures.onlyDecorates : pictures.undescribed)}
              onClick={() => onChoose(picture)}
            >
              <img src={imageAddress(picture, 320)} alt="" loading="lazy" />
              {picture.alt === '' && !picture.decorative && (
                <span className="picture-mute">{pictures.undescribed}</span>
              )}
            </button>
          </li>
        ))}
      </ul>
      {hasNextPage && <Button onPress={() => void fetchNextPage()}>{ui.more}</Button>}
    </div>
  )
}
