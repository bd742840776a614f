import { useSuspenseQuery } from '@tanstack/react-query'
import { asking } from '../api/queries.ts'
import { useMessages } from '../messages/messages.tsx'
import { Screen } from '../ui/screen.tsx'
import { Devices } from './devices.tsx'
import { Leaving } from './leaving.tsx'
import { Passkeys } from './passkeys.tsx'
import { PasswordAndApp } from './password-and-app.tsx'
import { You } from './you.tsx'
import './account.css'

/** One's own account: what one is called, how one comes in, where one is signed in, and the way out. */
export function Account() {
  const { account: words } = useMessages()
  const { data } = useSuspenseQuery(asking('GET /account', {}))
  const ways = data.passkeys.length + (data.password ? 1 : 0)
  return (
    <Screen title={words.title} about={words.about}>
      <div className="account">
        <You name={data.name} />
        <section>
          <h2>{words.factors}</h2>
          <p className="about">{words.factorsAbout}</p>
          <Passkeys passkeys={data.passkeys} isOnlyWay={ways === 1} />
          <PasswordAndApp password={data.password} isOnlyWay={ways === 1} />
        </section>
        <Devices devices={data.devices} />
        <Leaving />
      </div>
    </Screen>
  )
}
