import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { invitationMail } from '../../src/newsroom/entering/invitation-mail.ts'
import { mailer } from '../../src/outbound/mail.ts'

const LINK = 'https://desk.example.org/studio/welcome#secret'

describe('an invitation by mail', () => {
  const servers: SMTPServer[] = []
  afterEach(() =>
    Promise.all(servers.splice(0).map((server) => new Promise<void>((done) => server.close(() => done())))),
  )

  /** A mail server that keeps what it is given, and lets in whoever knows the password. */
  async function aMailServer() {
    const taken: { to: string[]; text: string }[] = []
    const server = new SMTPServer({
      hideSTARTTLS: true,
      allowInsecureAuth: true,
      onAuth: ({ username, password }, _, done) =>
        username === 'desk' && password === 'p@ss' ? done(null, { user: username }) : done(new Error('no')),
      onData: (stream, session, done) => {
        const parts: Buffer[] = []
        stream.on('data', (part: Buffer) => parts.push(part))
        stream.once('end', () => {
          const to = session.envelope.rcptTo.map(({ address }) => address)
          taken.push({ to, text: Buffer.concat(parts).toString() })
          done()
        })
      },
    })
    servers.push(server)
    server.on('error', () => undefined)
    server.listen(0, '127.0.0.1')
    await once(server.server, 'listening')
    return { taken, port: (server.server.address() as AddressInfo).port }
  }

  it.each([
    ['en', 'Subject: Your way into the studio of The Sahel Record', 'once'],
    ['fr', 'Subject: =?UTF-8?', 'seule fois'],
  ])('reaches whoever is meant, in plain text, in %s', async (language, subject, said) => {
    const { taken, port } = await aMailServer()
    const send = mailer({ url: `smtp://desk:p%40ss@127.0.0.1:${port}`, from: 'Desk <desk@example.org>' })
    const words = {
      paper: 'The Sahel Record',
      link: LINK,
      kind: 'invitation',
      expiresAt: '2024-08-08T09:00:00.000Z',
    } as const
    await send({ to: 'ana@example.org', ...invitationMail(language, words) })
    expect(taken).toHaveLength(1)
    expect(taken[0]?.to).toEqual(['ana@example.org'])
    expect(taken[0]?.text).toContain(language === 'en' ? subject : 'Subject: ')
    expect(taken[0]?.text.replaceAll('=\r\n', '').replaceAll('=3D', '=')).toContain(LINK)
    expect(taken[0]?.text.replaceAll('=\r\n', '')).toContain(said)
    expect(taken[0]?.text).not.toMatch(/text\/html/i)
  })

  it('is not taken for sent when the server refuses', async () => {
    const { taken, port } = await aMailServer()
    const send = mailer({ url: `smtp://desk:wrong@127.0.0.1:${port}`, from: 'desk@example.org' })
    const sending = send({ to: 'ana@example.org', subject: 'x', text: 'x' })
    await expect(sending).rejects.toMatchObject({ code: 'fetch-failed' })
    expect(taken).toEqual([])
  })
})
