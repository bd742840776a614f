/**
 * The session's cookie. Over https its name begins with `__Host-`: then the browser takes it from this host alone and
 * sends it nowhere else (RFC 6265bis, 4.1.3.2), and the other name is not looked at: a neighbouring host could have set it,
 * to have somebody write in a session of its own. Without https, as on one's own machine, browsers refuse that name.
 */
const SECURE_NAME = '__Host-onrecord'
const PLAIN_NAME = 'onrecord'

/** Beside it, what our own pages show with every change: the one cookie that a script may read, and opens nothing. */
const REQUEST_SUFFIX = '-request'

const isSecureAt = (origin: string): boolean => origin.startsWith('https:')
const nameAt = (origin: string): string => (isSecureAt(origin) ? SECURE_NAME : PLAIN_NAME)

/** As long as browsers keep any cookie (RFC 6265bis, 5.5): when a session ends, the server alone says. */
export const SESSION_COOKIE_SECONDS = 400 * 24 * 60 * 60

/** The session's token that a request carries; none where it carries two: which of them is ours, nobody can say. */
export const sessionTokenIn = (request: Request, origin: string): string | undefined =>
  cookieIn(request, nameAt(origin))

/** What the browser has to show with its changes, as far as it knows. */
export const requestTokenIn = (request: Request, origin: string): string | undefined =>
  cookieIn(request, nameAt(origin) + REQUEST_SUFFIX)

function cookieIn(request: Request, name: string): string | undefined {
  const start = `${name}=`
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const [found, ...more] = new Set(pairs.filter((pair) => pair.startsWith(start)))
  return more.length > 0 ? undefined : found?.slice(start.length)
}

/** `Set-Cookie` for a session that lasts `maxAgeSeconds`; 0 ends it. */
export const sessionCookie = (origin: string, token: string, maxAgeSeconds: number): string =>
  `${nameAt(origin)}=${token}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; ${flagsAt(origin)}`

/** `Set-Cookie` for what the session's pages show with every change. */
export const requestCookie = (origin: string, requestToken: string, maxAgeSeconds: number): string =>
  `${nameAt(origin)}${REQUEST_SUFFIX}=${requestToken}; Path=/; Max-Age=${maxAgeSeconds}; ${flagsAt(origin)}`

const flagsAt = (origin: string): string => `SameSite=Strict${isSecureAt(origin) ? '; Secure' : ''}`
