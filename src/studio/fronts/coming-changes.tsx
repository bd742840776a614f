import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { When } from '../ui/when.tsx'
import type { FrontAddress } from './front-address.ts'
import { type FrontNow, useDropChange, useFrontNow } from './use-front.ts'

/** What is set to change on a front, the next first; and what could not be changed when its time came. */
export function ComingChanges({ front }: { readonly front: FrontAddress }) {
  const { fronts } = useMessages()
  const { changes } = useFrontNow(front)
  const drop = useDropChange()
  return (
    <section className="coming">
      <h2>{fronts.coming}</h2>
      {drop.error && <Notice kind="problem">{drop.error.message}</Notice>}
      {changes.length === 0 && <p>{fronts.comingNone}</p>}
      <ul>
        {changes.map((change) => (
          <li key={change.id}>
            <p>
              <When at={change.fromAt} /> <small>{change.fromAt.slice(0, 16).replace('T', ' ')} UTC</small>
            </p>
            <p className="coming-what">
              <What change={change} />
            </p>
            <Button
              kind="quiet"
              isDisabled={drop.isPending}
              onPress={() => drop.mutate(change.id)}
              aria-label={`${fronts.drop}: ${fronts.place(change.position)}`}
            >
              {fronts.takeAway}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

function What({ change }: { readonly change: FrontNow['changes'][number] }) {
  const { fronts, stories } = useMessages()
  const { position, story, until, refused, by } = change
  const place = fronts.place(position)
  return (
    <>
      {story ? fronts.comingStory(place, story.headline || stories.noHeadline) : fronts.comingFree(place)}
      {until !== null && (
        <>
          {` ${fronts.until} `}
          <When at={until} />
        </>
      )}{' '}
      <small>{fronts.setBy(by)}</small>
      {refused !== null && (
        <strong>
          {fronts.notMade}: {refused}
        </strong>
      )}
    </>
  )
}
