import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** The few forms of CBOR (RFC 8949) that a passkey writes. */
function cbor(value: number | string | Uint8Array | Map<number | string, unknown>): Buffer {
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  const pairs = [...value].flatMap(([key, held]) => [cbor(key), cbor(held as Parameters<typeof cbor>[0])])
  return Buffer.concat([head(5, value.size), ...pairs])
}

function head(major: number, length: number): Buffer {
  const type = major << 5
  if (length < 24) return Buffer.from([type | length])
  return length < 256 ? Buffer.from([type | 24, length]) : Buffer.from([type | 25, length >> 8, length & 255])
}

/** Present and verified; with a new credential in it. */
const SEEN = 0b0000_0101
const NEW = 0b0100_0000

interface Asked {
  readonly challengeId: string
  readonly options: Readonly<Record<string, unknown>>
  readonly origin: string
}

const clientData = (type: string, { options, origin }: Asked) =>
  Buffer.from(JSON.stringify({ type, challenge: options['challenge'], origin, crossOrigin: false }))

/** A passkey made of nothing but mathematics, for tests without a browser: ES256, as most devices have it. */
export function softwarePasskey({ isVerified = true } = {}) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  const flags = isVerified ? SEEN : SEEN & ~0b100
  let signed = 0
  const authData = (origin: string, more: Uint8Array, extra = 0) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(signed)
    return Buffer.concat([sha256(new URL(origin).hostname), Buffer.from([flags | extra]), count, more])
  }
  return {
    id: url(id),
    /** What a browser sends once it is made. */
    made: (asked: Asked, name = 'A test') => {
      const key = new Map<number | string, unknown>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ])
      const credential = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, cbor(key)])
      const attestation = new Map<number | string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', authData(asked.origin, credential, NEW)],
      ])
      return {
        kind: 'passkey' as const,
        challengeId: asked.challengeId,
        name,
        answer: {
          id: url(id),
          clientDataJSON: url(clientData('webauthn.create', asked)),
          attestationObject: url(cbor(attestation)),
          transports: ['internal'],
        },
      }
    },
    /** What a browser sends once it has signed. */
    signed: (asked: Asked, { count = true } = {}) => {
      if (count) signed += 1
      const data = authData(asked.origin, Buffer.alloc(0))
      const client = clientData('webauthn.get', asked)
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
      return {
        kind: 'passkey' as const,
        challengeId: asked.challengeId,
        answer: {
          id: url(id),
          clientDataJSON: url(client),
          authenticatorData: url(data),
          signature: url(signature),
        },
      }
    },
  }
}
