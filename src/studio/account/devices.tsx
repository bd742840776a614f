import { type AnswerTo, api } from '../api/api.ts'
import { useMessages } from '../messages/messages.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { When } from '../ui/when.tsx'
import { useOwnChange } from './use-own-change.ts'

/** Where one is signed in; each of the others can be signed out from here. */
export function Devices({ devices }: { readonly devices: AnswerTo<'GET /account'>['devices'] }) {
  const { account: words } = useMessages()
  const own = useOwnChange()
  return (
    <section>
      <h2>{words.devices}</h2>
      {own.problem && (
        <Notice kind="problem">
          <p>{own.problem}</p>
        </Notice>
      )}
      <ul className="own-rows">
        {devices.map(({ id, name, beganAt, seenAt, isThis }) => (
          <li key={id}>
            <div className="what">
              <strong>
                {name} {isThis && <span className="state">{words.thisDevice}</span>}
              </strong>
              <small>
                {words.since} <When at={beganAt} />. {words.seen} <When at={seenAt} only="day" />
              </small>
            </div>
            {!isThis && (
              <div className="do">
                <Button
                  aria-label={words.signOutDevice(name)}
                  isDisabled={own.isBusy}
                  onPress={() =>
                    void own.change(() => api('DELETE /account/devices/{sessionId}', { params: { sessionId: id } }))
                  }
                >
                  {words.signOut}
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
