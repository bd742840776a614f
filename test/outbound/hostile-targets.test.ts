import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { guardedFetch } from '../../src/outbound/guarded-fetch.ts'
import { INTERNET } from '../../src/outbound/internet.ts'
import { isPublicAddress } from '../../src/outbound/public-address.ts'
import { aServer } from './a-server.ts'

/** Ways to write "this machine", "this network" or "no web server" that have fooled a fetcher somewhere. */
const HOSTILE = [
  'http://127.0.0.1:PORT/',
  'http://127.0.0.1.:PORT/',
  'http://127.1:PORT/',
  'http://127.0.1:PORT/',
  'http://127.255.255.254:PORT/',
  'http://2130706433:PORT/',
  'http://0x7f000001:PORT/',
  'http://0x7f.0.0.1:PORT/',
  'http://0x7f.1:PORT/',
  'http://0X7F.0X0.0X0.0X1:PORT/',
  'http://017700000001:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://0177.0.0.01:PORT/',
  'http://00000177.0.0.1:PORT/',
  'http://127.0x0.00.1:PORT/',
  'http://１２７.０.０.１:PORT/',
  'http://①②⑦.⓪.⓪.①:PORT/',
  'http://127。0。0。1:PORT/',
  'http://127%2e0%2e0%2e1:PORT/',
  'http://%31%32%37.0.0.1:PORT/',
  'http://0:PORT/',
  'http://0.0.0.0:PORT/',
  'http://0x0:PORT/',
  'http://00:PORT/',
  'http://localhost:PORT/',
  'http://LOCALHOST:PORT/',
  'http://localhost.:PORT/',
  'http://lOcALhOsT:PORT/',
  'http://ｌｏｃａｌｈｏｓｔ:PORT/',
  'http://local\thost:PORT/',
  'http:\\\\127.0.0.1:PORT\\',
  'http:127.0.0.1:PORT/',
  'http:/127.0.0.1:PORT/',
  'http:///127.0.0.1:PORT/',
  ' http://127.0.0.1:PORT/ ',
  'HTTP://127.0.0.1:PORT/',
  'http://[::1]:PORT/',
  'http://[0:0:0:0:0:0:0:1]:PORT/',
  'http://[0000:0000:0000:0000:0000:0000:0000:0001]:PORT/',
  'http://[::]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[0:0:0:0:0:ffff:127.0.0.1]:PORT/',
  'http://[::127.0.0.1]:PORT/',
  'http://[::ffff:0:127.0.0.1]:PORT/',
  'http://[::ffff:0.0.0.0]:PORT/',
  'http://[::ffff:169.254.169.254]/',
  'http://[64:ff9b::127.0.0.1]:PORT/',
  'http://[64:ff9b::7f00:1]:PORT/',
  'http://[64:ff9b::a9fe:a9fe]/',
  'http://[64:ff9b:1::7f00:1]:PORT/',
  'http://[2002:7f00:1::]:PORT/',
  'http://[2002:a9fe:a9fe::1]/',
  'http://[2001:0:7f00:1::]:PORT/',
  'http://[fe80::1]:PORT/',
  'http://[fe80::1%25lo]:PORT/',
  'http://[fe80::1%lo]:PORT/',
  'http://[fc00::1]:PORT/',
  'http://[fd00:ec2::254]/latest/meta-data/',
  'http://[fec0::1]:PORT/',
  'http://[ff02::1]:PORT/',
  'http://[100::1]:PORT/',
  'http://[2001:db8::1]:PORT/',
  'http://169.254.169.254/latest/meta-data/',
  'http://169.254.43518/',
  'http://2852039166/latest/meta-data/',
  'http://0xa9fea9fe/',
  'http://0251.0376.0251.0376/',
  'http://100.100.100.200/latest/meta-data/',
  'http://168.63.129.16/machine',
  'http://192.0.0.192/latest/',
  'http://10.0.0.1/',
  'http://10.1/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.0.1/',
  'http://192.168.257/',
  'http://3232235521/',
  'http://100.64.0.1/',
  'http://198.18.0.1/',
  'http://192.0.2.1/',
  'http://203.0.113.7/',
  'http://224.0.0.1/',
  'http://240.0.0.1/',
  'http://255.255.255.255/',
  'http://4294967295/',
  'http://user@127.0.0.1:PORT/',
  'http://example.org@127.0.0.1:PORT/',
  'http://example.org:80@127.0.0.1:PORT/',
  'http://example.org%00@127.0.0.1:PORT/',
  'http://127.0.0.1:PORT#@example.org/',
  'http://127.0.0.1:PORT\\@example.org/',
  'http://user:pass@example.org/',
  'http://example.org:22/',
  'http://example.org:6379/',
  'http://example.org:25/',
  'ftp://127.0.0.1:PORT/',
  'file:///etc/passwd',
  'file://127.0.0.1/etc/passwd',
  'gopher://127.0.0.1:PORT/_GET',
  'dict://127.0.0.1:PORT/',
  'ldap://127.0.0.1:PORT/',
  'ws://127.0.0.1:PORT/',
  'data:text/plain,hello',
  'blob:http://127.0.0.1:PORT/x',
  'view-source:http://127.0.0.1:PORT/',
  // oxlint-disable-next-line no-script-url
  'javascript:fetch("http://127.0.0.1:PORT/")',
  'unix:/var/run/docker.sock',
  'http+unix://%2Fvar%2Frun%2Fdocker.sock/info',
  '//127.0.0.1:PORT/',
  '127.0.0.1:PORT',
  'http://',
  'http://./',
  'http://[',
  '',
]

describe('an address that somebody asks us to capture', () => {
  let server: Awaited<ReturnType<typeof aServer>>
  beforeAll(async () => {
    server = await aServer()
  })
  afterAll(() => server.close())

  // The real rule for addresses and the real resolver; only the port is let in, so that it is not what saves us.
  const reach = (address: string) =>
    guardedFetch(
      address.replaceAll('PORT', String(server.port)),
      { timeoutMs: 3_000, maxBytes: 1_000 },
      {
        ...INTERNET,
        extraPorts: new Set([server.port]),
      },
    )

  it.each(HOSTILE)('does not reach this machine as %j', async (address) => {
    await expect(reach(address)).rejects.toMatchObject({ code: /^(?:refused|bad-input)$/ })
    expect(server.visits).toHaveLength(0)
  })

  it('would have reached the server, had nobody guarded it', async () => {
    const open = { ...INTERNET, mayReach: () => true, extraPorts: new Set([server.port]) }
    const limits = { timeoutMs: 3_000, maxBytes: 1_000 }
    for (const host of ['127.1', '2130706433', 'localhost', '0']) {
      await guardedFetch(`http://${host}:${server.port}/`, limits, open)
    }
    expect(server.visits).toHaveLength(4)
  })
})

describe('a public server', () => {
  it.each(['93.184.215.14', '8.8.8.8', '172.15.0.1', '172.32.0.1', '100.63.0.1', '100.128.0.1', '198.20.0.1'])(
    'may stand at %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  it.each(['2606:2800:21f:cb07::1', '2001:4860:4860::8888', '2a00:1450:4001::1', '64:ff9b::8.8.8.8'])(
    'may stand at %s',
    (address) => expect(isPublicAddress(address)).toBe(true),
  )

  it.each(['', 'example.org', '127.0.0.1 ', '1.2.3', '::ffff:8.8.8.8', '[2606::1]', '2606::1%eth0'])(
    'does not stand at %j',
    (address) => expect(isPublicAddress(address)).toBe(false),
  )
})
