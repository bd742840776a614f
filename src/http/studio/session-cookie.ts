/**
 * The session's cookie. Over https its name begins with `__Host-`: then the browser takes it from this host alone and
 * sends it nowhere else (RFC 6265bis, 4.1.3.2), and the other name is not looked at: a neighbouring host could have set it,
 * to have somebody write in a session of its own. Without https, as on one's own machine, browsers refuse that name.
 */
const SECURE_NAME = '__Host-onrecord'
const PLAIN_NAME = 'onrecord'

const nameAt = (origin: string): string => (origin.startsWith('https:') ? SECURE_NAME : PLAIN_NAME)

/** As long as browsers keep any cookie (RFC 6265bis, 5.5): when a session ends, the server alone says. */
export const SESSION_COOKIE_SECONDS = 400 * 24 * 60 * 60

/** The session's token that a request carries; none where it carries two: which of them is ours, nobody can say. */
export function sessionTokenIn(request: Request, origin: string): string | undefined {
  const start = `${nameAt(origin)}=`
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const [found, ...more] = new Set(pairs.filter((pair) => pair.startsWith(start)))
  return more.length > 0 ? undefined : found?.slice(start.length)
}

/** `Set-Cookie` for a session that lasts `maxAgeSeconds`; 0 ends it. */
export function sessionCookie(origin: string, token: string, maxAgeSeconds: number): string {
  const isSecure = origin.startsWith('https:')
  return `${nameAt(origin)}=${token}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`
}
