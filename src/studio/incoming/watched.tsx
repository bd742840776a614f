import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { asking } from '../api/queries.ts'
import { useMay } from '../api/session.ts'
import { useMessages } from '../messages/messages.tsx'
import { Failed, Loading } from '../shell/notices.tsx'
import { Empty, Screen } from '../ui/screen.tsx'
import { AddWatched } from './add-watched.tsx'
import { WatchedRow } from './watched-row.tsx'
import './incoming.css'

/** How often the list asks how the sources are. */
const LOOK_EVERY_MS = 10_000

/** The feeds and folders that are watched: how they are, and what to change. */
export function Watched() {
  const { incoming } = useMessages()
  const may = useMay()
  const { data, error } = useQuery({ ...asking('GET /watched', {}), refetchInterval: LOOK_EVERY_MS })
  const about = (
    <>
      <Link to="/incoming">{incoming.back}</Link> · {incoming.watched.about}
    </>
  )
  return (
    <Screen title={incoming.watched.title} about={about}>
      {error && <Failed error={error} />}
      {!error && !data && <Loading />}
      {data?.sources.length === 0 && (
        <Empty title={incoming.watched.none}>
          <p>{incoming.watched.noneHelp}</p>
        </Empty>
      )}
      {data && data.sources.length > 0 && (
        <ul className="rows watched-rows">
          {data.sources.map((watched) => (
            <WatchedRow key={watched.id} watched={watched} />
          ))}
        </ul>
      )}
      {may('manage-ingest') && <AddWatched />}
    </Screen>
  )
}
