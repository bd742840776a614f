import { lookup } from 'node:dns/promises'
import { connect } from 'node:tls'

const PATIENCE_MS = 8_000

/** The addresses that a name leads to; none where it leads nowhere. For names that the operator has set, never a stranger's. */
export async function addressesOf(host: string): Promise<string[]> {
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address)
  } catch {
    return []
  }
}

/** What a server shows of itself before anything is asked of it. */
export type Certificate =
  | { readonly kind: 'valid'; readonly until: Date }
  | { readonly kind: 'faulty'; readonly why: string }

/** The certificate of a server that the operator has set. Nothing is sent but the name. */
export function certificateOf(host: string, port: number): Promise<Certificate> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, servername: host, timeout: PATIENCE_MS }, () => {
      const until = new Date(socket.getPeerCertificate().valid_to)
      resolve({ kind: 'valid', until })
      socket.destroy()
    })
    const fail = (why: string) => {
      resolve({ kind: 'faulty', why })
      socket.destroy()
    }
    socket.on('timeout', () => fail('it does not answer'))
    socket.on('error', (error: NodeJS.ErrnoException) => fail(wordsFor(error.code)))
  })
}

const wordsFor = (code: string | undefined): string =>
  ({
    ECONNREFUSED: 'nothing listens there',
    ENOTFOUND: 'its name leads nowhere',
    CERT_HAS_EXPIRED: 'its certificate has expired',
    ERR_TLS_CERT_ALTNAME_INVALID: 'its certificate is for another name',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'its certificate is signed by nobody',
    SELF_SIGNED_CERT_IN_CHAIN: 'its certificate is signed by nobody that browsers know',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its chain of certificates is not whole',
  })[code ?? ''] ?? 'it does not speak TLS as browsers do'
