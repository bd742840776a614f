import type { FC } from 'hono/jsx'
import { MACHINE_PATHS } from '../../story/addresses.ts'
import { publicKeyInfo } from '../../story/mirror-list.ts'
import type { SignedMirrors } from '../../story/section.ts'
import { pageDocument } from '../document.tsx'
import { momentWords } from '../dates.ts'
import { message } from '../messages/message.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { compact } from '../styles/compact.ts'
import { LIST_STYLE } from '../styles/list.ts'

export interface MirrorsPageProps {
  readonly context: PageContext
  readonly mirrors: SignedMirrors
  /** The SHA-256 of the public key as other programs read it, in hexadecimal digits. */
  readonly fingerprint: string
}

const MIRRORS_STYLE = compact(`
.group.mirrors{display:block;max-width:44rem}
.mirrors li{display:block;overflow-wrap:anywhere}
.mirrors h2+ul{margin-block-start:.5rem}
.mirrors p{max-width:36em;margin-block:.6rem}
pre{font:.82rem/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;background:var(--wash);padding:.7rem .9rem;margin-block:.6rem;direction:ltr;text-align:left}
`)

/** The paper's other addresses, who says so, and how a reader can check it. */
export function mirrorsPage(props: MirrorsPageProps): RenderedPage {
  const { context } = props
  return pageDocument({
    context,
    title: message(context.language, 'mirrors.title'),
    description: message(context.language, 'mirrors.explain', { paper: context.newspaper.name }),
    styles: [LIST_STYLE, MIRRORS_STYLE],
    skip: 'skip.content',
    feeds: [],
    main: <Mirrors {...props} />,
  })
}

const Mirrors: FC<MirrorsPageProps> = (props) => {
  const { context, mirrors } = props
  const { language, newspaper } = context
  const signed = momentWords(mirrors.issuedAt, { language, zone: newspaper.zone })
  return (
    <>
      <h1>{message(language, 'mirrors.title')}</h1>
      <p class="stand">{message(language, 'mirrors.explain', { paper: newspaper.name })}</p>
      <section class="group mirrors" aria-labelledby="addresses:">
        <h2 id="addresses:">{message(language, 'mirrors.addresses')}</h2>
        <ul>
          {mirrors.addresses.map((address) => (
            <li>
              <a href={address} rel="noreferrer">
                <bdi dir="ltr">{address}</bdi>
              </a>
            </li>
          ))}
        </ul>
        <p>
          {message(language, 'mirrors.signedOn')} <time datetime={mirrors.issuedAt}>{signed}</time>
          {' · '}
          <a href={MACHINE_PATHS['mirrors-list']}>{message(language, 'mirrors.file')}</a>
        </p>
      </section>
      <Key {...props} />
      <Checking {...props} />
      <section class="group mirrors" aria-labelledby="worth:">
        <h2 id="worth:">{message(language, 'mirrors.worth')}</h2>
        <p>{message(language, 'mirrors.shows')}</p>
        <p>{message(language, 'mirrors.showsNot')}</p>
      </section>
    </>
  )
}

const Key: FC<MirrorsPageProps> = ({ context: { language }, fingerprint }) => (
  <section class="group mirrors" aria-labelledby="key:">
    <h2 id="key:">{message(language, 'mirrors.key')}</h2>
    <p>{message(language, 'mirrors.compare')}</p>
    <pre>{inFours(fingerprint)}</pre>
  </section>
)

/** As it is read out over a telephone. */
const inFours = (digits: string): string => (digits.match(/.{1,4}/g) ?? []).join(' ')

const Checking: FC<MirrorsPageProps> = ({ context: { language }, mirrors }) => (
  <section class="group mirrors" aria-labelledby="check:">
    <h2 id="check:">{message(language, 'mirrors.check')}</h2>
    <p>{message(language, 'mirrors.checkFirst')}</p>
    <pre>{String.raw`sed -n '1s/^{"list":\(.*\),$/\1/p' mirrors.json | tr -d '\n' > list.json`}</pre>
    <p>{message(language, 'mirrors.checkThen')}</p>
    <pre>{verifying(mirrors)}</pre>
  </section>
)

const verifying = ({ publicKey, signature }: SignedMirrors): string =>
  `openssl pkeyutl -verify -rawin -in list.json -pubin -keyform DER -inkey <(echo ${publicKeyInfo(publicKey)} | base64 -d) ` +
  `-sigfile <(echo ${signature} | base64 -d)`
