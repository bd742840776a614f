import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { type AskedOf, api } from '../api/api.ts'
import { useMay } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Failed, Loading } from '../shell/notices.tsx'
import { Button } from '../ui/button.tsx'
import { Empty, Screen } from '../ui/screen.tsx'
import { BulkBar } from './bulk-bar.tsx'
import { ForYou } from './for-you.tsx'
import { useSectionNames } from './list-choices.ts'
import { ListFilters } from './list-filters.tsx'
import { useListKeys } from './list-keys.ts'
import { isNarrowed, type ListSearch } from './list-search.ts'
import { NewStoryButton, useNewStory } from './new-story.tsx'
import { type ListedStory, type SectionNames, StoryRow } from './story-row.tsx'
import './stories.css'

/** The studio's first screen: what concerns whoever came in, then every story that they may read. */
export function StoryList() {
  const { stories } = useMessages()
  const search = useSearch({ from: '/signed-in/' })
  const sections = useSectionNames()
  const may = useMay()
  const { begin, dialog } = useNewStory()
  const screen = useRef<HTMLDivElement>(null)
  const list = useStories(search)
  const { chosen, toggle, clear } = useChosen(list.stories)
  useListKeys(screen, { onNew: () => may('create-story') && begin(), onChoose: toggle })
  return (
    <Screen title={stories.title} actions={<NewStoryButton onPress={begin} />}>
      <div ref={screen}>
        {!isNarrowed(search) && <ForYou sections={sections} />}
        <section aria-labelledby="all-stories">
          <h2 id="all-stories">{isNarrowed(search) ? stories.found : stories.all}</h2>
          <ListFilters search={search} />
          <BulkBar chosen={chosen} onClear={clear} />
          <Found list={list} search={search} sections={sections} chosen={chosen} onToggle={toggle} />
        </section>
        <p className="list-keys">
          <small>{stories.keys}</small>
        </p>
        {dialog}
      </div>
    </Screen>
  )
}

/** The pages of the list that were asked for so far. */
function useStories(search: ListSearch) {
  const asked = search as NonNullable<AskedOf<'GET /stories'>['query']>
  const query = useInfiniteQuery({
    queryKey: ['GET /stories', { query: search }, 'pages'],
    queryFn: ({ pageParam, signal }) =>
      api('GET /stories', { query: { ...asked, ...(pageParam === null ? {} : { after: pageParam }) } }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  })
  return { ...query, stories: query.data?.pages.flatMap((page) => page.stories) ?? [] }
}

/** Which stories of the list were chosen to do something with. Those that leave the list are chosen no more. */
function useChosen(stories: readonly ListedStory[]) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  return {
    chosen: stories.filter(({ id }) => ids.has(id)),
    toggle: (id: string) => setIds((before) => toggled(before, id)),
    clear: () => setIds(new Set()),
  }
}

function toggled(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const after = new Set(ids)
  if (!after.delete(id)) after.add(id)
  return after
}

interface FoundProps {
  readonly list: ReturnType<typeof useStories>
  readonly search: ListSearch
  readonly sections: SectionNames
  readonly chosen: readonly ListedStory[]
  readonly onToggle: (id: string) => void
}

function Found({ list, search, sections, chosen, onToggle }: FoundProps) {
  const { stories } = useMessages()
  if (list.isError) return <Failed error={list.error} />
  if (list.isPending) return <Loading />
  if (list.stories.length === 0) return <NothingFound search={search} />
  return (
    <>
      <ul className="story-rows" aria-busy={list.isFetching}>
        {list.stories.map((story) => (
          <StoryRow
            key={story.id}
            story={story}
            sections={sections}
            choice={{ isChosen: chosen.includes(story), onChange: () => onToggle(story.id) }}
          />
        ))}
      </ul>
      {list.hasNextPage && (
        <Button isDisabled={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {stories.more}
        </Button>
      )}
    </>
  )
}

function NothingFound({ search }: { readonly search: ListSearch }) {
  const { stories } = useMessages()
  return isNarrowed(search) ? (
    <Empty title={stories.nothingFoundTitle}>
      <p>{stories.nothingFound}</p>
    </Empty>
  ) : (
    <Empty title={stories.emptyTitle}>
      <p>{stories.empty}</p>
    </Empty>
  )
}
