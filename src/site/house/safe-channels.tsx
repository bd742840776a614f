import type { FC } from 'hono/jsx'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'

/** How a source reaches the paper: the channels of its profile, what to do step by step, and what this page does not do. */
export const SafeChannels: FC<{ context: PageContext }> = ({ context }) => {
  const { language, newspaper } = context
  const { signal, secureDrop, contactEmail } = newspaper.profile
  return (
    <section class="safe" aria-labelledby="safe:">
      <h2 id="safe:">{message(language, 'safe.title')}</h2>
      <p class="first">{message(language, 'safe.before')}</p>
      {secureDrop !== null && <SecureDrop context={context} address={secureDrop} />}
      {signal !== null && <Signal context={context} address={signal} />}
      {secureDrop === null && signal === null && <p>{message(language, 'safe.none')}</p>}
      {contactEmail !== null && (
        <>
          <h3>{message(language, 'safe.mail')}</h3>
          <p>{message(language, 'safe.mailWhat')}</p>
        </>
      )}
      <p class="here">{message(language, 'safe.here')}</p>
    </section>
  )
}

interface ChannelProps {
  readonly context: PageContext
  readonly address: string
}

/** The address is no link: opened in the browser at hand, it would only tell the network where somebody wanted to go. */
const SecureDrop: FC<ChannelProps> = ({ context: { language }, address }) => (
  <>
    <h3>{message(language, 'safe.secureDrop')}</h3>
    <p>{message(language, 'safe.secureDropWhat')}</p>
    <ol>
      <li>{message(language, 'safe.tor')}</li>
      <li>
        {message(language, 'safe.openOnion')} <code dir="ltr">{address}</code>
      </li>
      <li>{message(language, 'safe.codename')}</li>
      <li>{message(language, 'safe.return')}</li>
    </ol>
  </>
)

const Signal: FC<ChannelProps> = ({ context: { language }, address }) => (
  <>
    <h3>{message(language, 'safe.signal')}</h3>
    <p>{message(language, 'safe.signalWhat')}</p>
    <ol>
      <li>
        {message(language, address.startsWith('https:') ? 'safe.signalLink' : 'safe.signalUser')}{' '}
        <code dir="ltr">{address}</code>
      </li>
      <li>{message(language, 'safe.signalHide')}</li>
      <li>{message(language, 'safe.signalGone')}</li>
    </ol>
  </>
)
