import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { invitationMail } from '../../src/newsroom/entering/invitation-mail.ts'
import { mailer } from '../../src/outbound/mail.ts'

const LINK = 'https://desk.example.org/studio/welcome#secret'

const headersOf = (text: string) => (text.split('\r\n\r\n')[0] ?? '').match(/^[\w-]+(?=:)/gm)

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

  it('has the same headers whatever a paper or a person is called, and reaches nobody else', async () => {
    const { taken, port } = await aMailServer()
    const send = mailer({ url: `smtp://desk:p%40ss@127.0.0.1:${port}`, from: 'desk@example.org' })
    const hostile = [
      'x\r\nBcc: evil@example.org',
      'x\r\n\r\n<script>fire()</script>',
      '=?utf-8?q?=0d=0aBcc:evil@example.org?=',
    ]
    for (const paper of ['The Sahel Record', ...hostile]) {
      const words = { paper, link: LINK, kind: 'invitation', expiresAt: '2024-08-08T09:00:00.000Z' } as const
      await send({ to: 'ana@example.org', ...invitationMail('en', words) })
    }
    for (const { to, text } of taken) {
      expect(to).toEqual(['ana@example.org'])
      expect(headersOf(text)).toEqual(headersOf(taken[0]?.text ?? ''))
      expect(text).toMatch(/^Content-Type: text\/plain/im)
    }
    const strange = [
      'ana@example.org\r\nRCPT TO:<evil@example.org>',
      'ana@example.org, evil@example.org',
      'Ana <evil@example.org>',
    ]
    for (const to of [...strange, 'ana@example.org;evil@example.org', 'x: evil@example.org;', '']) {
      await expect(send({ to, subject: 'x', text: 'x' })).rejects.toMatchObject({ code: 'bad-input' })
    }
    expect(taken.flatMap(({ to }) => to).filter((address) => address !== 'ana@example.org')).toEqual([])
  })

  it('is not taken for sent when the server refuses', async () => {
    const { taken, port } = await aMailServer()
    const send = mailer({ url: `smtp://desk:wrong@127.0.0.1:${port}`, from: 'desk@example.org' })
    const sending = send({ to: 'ana@example.org', subject: 'x', text: 'x' })
    await expect(sending).rejects.toMatchObject({ code: 'fetch-failed' })
    expect(taken).toEqual([])
  })
})
