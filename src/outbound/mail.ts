import { createTransport } from 'nodemailer'
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

/** Sends one message. @throws OnrecordError `fetch-failed` when the mail server does not take it */
export type SendMail = (mail: Mail) => Promise<void>

const PATIENCE_MS = 15_000

/**
 * Sends mail through the newsroom's own server, as plain text. The connection is encrypted, or nothing is sent: a link
 * in it opens an account. A server on the same machine is the exception.
 */
export function mailer({ url, from }: MailSettings): SendMail {
  const address = new URL(url)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname)
  const transport = createTransport({
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
  return async ({ to, subject, text }) => {
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
