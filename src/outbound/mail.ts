import { OnrecordError } from '../errors.ts'

/** The mail server of the newsroom, and who its messages come from. */
export interface MailSettings {
  /** `smtp://user:password@host:587`, or `smtps://` where the connection is encrypted from the first byte. */
  readonly url: string
  readonly from: string
}

export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** Sends one message. @throws OnrecordError `fetch-failed` when the mail server does not take it, `bad-input` for what is not one address */
export type SendMail = (mail: Mail) => Promise<void>

const PATIENCE_MS = 15_000

/**
 * Sends mail through the newsroom's own server, as plain text. The connection is encrypted, or nothing is sent: a link
 * in it opens an account. A server on the same machine is the exception.
 */
export function mailer(settings: MailSettings): SendMail {
  const { from } = settings
  return async ({ to, subject, text }) => {
    assertOneAddress(to)
    const transport = await transportTo(settings)
    try {
      await transport.sendMail({ from, to, subject, text, encoding: 'utf-8' })
    } catch (cause) {
      throw new OnrecordError('fetch-failed', 'The mail server did not take the message.', {
        remedy: 'Hand the link over in another way, and look at ONRECORD_MAIL_URL.',
        cause,
      })
    }
  }
}

/** Greets the mail server and shows who we are, and sends nothing. @returns why it does not let us in; null when it does */
export async function mailFault(settings: MailSettings): Promise<string | null> {
  const transport = await transportTo(settings)
  try {
    await transport.verify()
    return null
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return MAIL_FAULTS[code] ?? 'the mail server does not take us'
  } finally {
    transport.close()
  }
}

const MAIL_FAULTS: Readonly<Record<string, string>> = {
  EAUTH: 'the mail server does not know the user, or the password is another',
  ECONNECTION: 'the mail server cannot be reached',
  EDNS: 'the mail server’s name leads nowhere',
  ESOCKET: 'the mail server cannot be reached',
  ETIMEDOUT: 'the mail server does not answer',
  ETLS: 'the mail server does not speak TLS, and nothing is sent unencrypted',
}

/** The way to the mail server, whose program is loaded with the first message: many newsrooms send one a month. */
async function transportTo({ url }: MailSettings) {
  const { createTransport } = await import('nodemailer')
  const address = new URL(url)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname)
  return createTransport({
    host: address.hostname.replaceAll(/[[\]]/g, ''),
    port: Number(address.port) || (address.protocol === 'smtps:' ? 465 : 587),
    secure: address.protocol === 'smtps:',
    requireTLS: !isHere,
    ignoreTLS: isHere && address.protocol === 'smtp:',
    ...(address.username === ''
      ? {}
      : { auth: { user: decodeURIComponent(address.username), pass: decodeURIComponent(address.password) } }),
    connectionTimeout: PATIENCE_MS,
    greetingTimeout: PATIENCE_MS,
    socketTimeout: PATIENCE_MS,
    // Nothing of a message may read a file or ask an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
}

/** A link that opens an account goes to one person: two addresses in one line, or a line of the protocol, go nowhere. */
function assertOneAddress(address: string): void {
  if (/^[^\s\p{Cc},;:<>()"[\]\\]+@[^\s\p{Cc},;:<>()"\\@]+$/u.test(address)) return
  throw new OnrecordError('bad-input', 'The message was not sent: its address is not one e-mail address.', {
    remedy: 'Give one address, such as ana@example.org.',
  })
}
