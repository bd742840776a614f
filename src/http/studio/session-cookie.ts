/**
 * The session's cookie. Over https its name begins with `__Host-`: then the browser takes it from this host alone and
 * sends it nowhere else (RFC 6265bis, 4.1.3.2). Without https, as on one's own machine, browsers refuse that name.
 */
export const SESSION_COOKIES = ['__Host-onrecord', 'onrecord'] as const

const SECURE_NAME = SESSION_COOKIES[0]
const PLAIN_NAME = SESSION_COOKIES[1]

/** As long as browsers keep any cookie (RFC 6265bis, 5.5): when a session ends, the server alone says. */
export const SESSION_COOKIE_SECONDS = 400 * 24 * 60 * 60

/** The value of the first of these cookies that the request carries. */
export function cookieIn(request: Request, names: readonly string[]): string | undefined {
  const pairs = (request.headers.get('cookie') ?? '').split(';').map((pair) => pair.trim())
  const found = names.flatMap((name) => pairs.find((pair) => pair.startsWith(`${name}=`)) ?? [])
  return found[0]?.slice(found[0].indexOf('=') + 1)
}

/** `Set-Cookie` for a session that lasts `maxAgeSeconds`; 0 ends it. */
export function sessionCookie(origin: string, token: string, maxAgeSeconds: number): string {
  const isSecure = origin.startsWith('https:')
  const name = isSecure ? SECURE_NAME : PLAIN_NAME
  return `${name}=${token}; Path=/; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Strict${isSecure ? '; Secure' : ''}`
}
