/**
 * Where the original of a smaller copy lies, by the rule that a system or a delivery network documents for its own
 * addresses. Only what was made smaller by itself leads back: a part that a person cut out of a picture, or an edited
 * version, is a picture of its own, since what was cut away may be what had to be.
 *
 * @returns null when the address is no smaller copy that we know of
 */
export function largerAddress(address: string): string | null {
  const url = URL.parse(address)
  if (!url || isCutOut(url)) return null
  for (const rule of RULES) {
    const larger = rule(url)
    if (larger !== null && larger !== address && URL.canParse(larger)) return larger
  }
  return null
}

type Rule = (url: URL) => string | null

/** A rectangle in numbers was drawn by somebody: `rect=10,20,300,200`, Photon's `crop=0,0,50,50`, Wix' `/v1/crop/`. */
const isCutOut = ({ searchParams, pathname, hostname }: URL): boolean =>
  searchParams.has('rect') ||
  /^\d/.test(searchParams.get('crop') ?? '') ||
  (hostname === 'static.wixstatic.com' && pathname.includes('/v1/crop/'))

const withPath = (url: URL, pathname: string, search = url.search): string => {
  const changed = new URL(url)
  changed.pathname = pathname
  changed.search = search
  return changed.href
}

const onHost =
  (host: RegExp, rule: Rule): Rule =>
  (url) =>
    host.test(url.hostname) ? rule(url) : null

/** The part of a path that a rule takes out. */
const without =
  (part: RegExp, search?: string): Rule =>
  (url) =>
    part.test(url.pathname) ? withPath(url, url.pathname.replace(part, '/'), search) : null

/** An address inside another one, as networks that fetch and resize pictures write it. */
function innerAddress(text: string, origin: string): string | null {
  const written = /^https?%3A/i.test(text) ? decoded(text) : text.replace(/^(https?):\/+/i, '$1://')
  if (/^https?:\/\//i.test(written)) return written
  return origin === '' ? null : `${origin}/${written.replace(/^\/+/, '')}`
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const fetchedThrough =
  (pattern: RegExp, mayBeLocal = false): Rule =>
  (url) => {
    const inner = pattern.exec(url.pathname)?.[1]
    return inner === undefined ? null : innerAddress(inner, mayBeLocal ? url.origin : '')
  }

/** WordPress keeps what was sent beside the copies it makes: `a-300x200.jpg`, and `a-scaled.jpg` of large ones. */
const wordPressCopy: Rule = (url) =>
  /\/(?:wp-content|uploads|files)\//.test(url.pathname) || url.hostname.endsWith('.wordpress.com')
    ? withPath(url, withoutCopySize(url.pathname))
    : null

const COPY_SIZE = /-(?:\d{1,5}x\d{1,5}|scaled)(?=\.[a-z]{3,4}$)/i

/** The name of a picture without the size that WordPress gives its smaller copies. */
export const withoutCopySize = (name: string): string => name.replace(COPY_SIZE, '')

/** Jetpack's network (Photon) names the host it fetches from: `i0.wp.com/example.org/a.jpg?w=300&ssl=1`. */
const photon: Rule = (url) => {
  const [, host = '', ...path] = url.pathname.split('/')
  if (!host.includes('.') || path.length === 0) return null
  return `${url.searchParams.get('ssl') === '1' ? 'https' : 'http'}://${host}/${path.join('/')}`
}

/** Fitted or filled by the layout; what somebody cut out has another word there. */
const wix: Rule = (url) => {
  const [picture = '', fitted] = url.pathname.split(/\/v1\/(?:fill|fit)\//)
  return fitted === undefined ? null : withPath(url, picture, '')
}

const squarespace: Rule = (url) =>
  /^\d+w$/.test(url.searchParams.get('format') ?? '') ? withPath(url, url.pathname, '?format=original') : null

/** Google's picture servers, Blogger's among them: size 0 is the picture as it was sent. */
const google: Rule = (url) => {
  const size = /(\/|=)(?:s\d+|w\d+-h\d+|w\d+|h\d+)(?:-[a-z]+\d*)*(?=\/[^/]*$|$)/
  return size.test(url.pathname) ? withPath(url, url.pathname.replace(size, '$1s0')) : null
}

const SIZE_NAMES = /^(?:w|h|width|height|resize|fit|crop|q|quality|dpr|auto|fm|strip|zoom|ssl|sharp|scale)$/
const PICTURE_PATH = /\.(?:jpe?g|png|gif|webp|avif|tiff?)$/i

/** A picture's address whose query asks for a size and nothing else. */
const sizeInQuery: Rule = (url) => {
  const names = [...url.searchParams.keys()]
  return PICTURE_PATH.test(url.pathname) && names.length > 0 && names.every((name) => SIZE_NAMES.test(name))
    ? withPath(url, url.pathname, '')
    : null
}

/** The first that fits is applied, and the result is looked at again: the narrower stand before the wider. */
const RULES: readonly Rule[] = [
  // https://jetpack.com/support/site-accelerator/
  onHost(/^i\d\.wp\.com$/, photon),
  // https://dev.wix.com/docs/api-reference/assets/media/media-manager/url-image-transformation
  onHost(/^static\.wixstatic\.com$/, wix),
  // https://cloudinary.com/documentation/fetch_remote_images, and Substack's network, which writes them alike
  onHost(
    /^(?:substackcdn\.com|cdn\.substack\.com|res\.cloudinary\.com)$/,
    fetchedThrough(/\/image\/fetch\/.*?(https?(?::|%3A).+)$/i),
  ),
  // https://developers.cloudflare.com/images/transform-images/transform-via-url/
  fetchedThrough(/^\/cdn-cgi\/image\/[^/]+\/(.+)$/, true),
  onHost(/^(?:images\.squarespace-cdn\.com|static1?\.squarespace\.com)$/, squarespace),
  onHost(/(?:^|\.)(?:googleusercontent|bp\.blogspot)\.com$/, google),
  // https://ghost.org/docs/themes/assets/
  (url) => (url.pathname.includes('/content/images/') ? without(/\/size\/[wh\d]+\/(?:format\/\w+\/)?/)(url) : null),
  // Drupal's image styles
  (url) => (url.pathname.includes('/files/') ? without(/\/styles\/[^/]+\/public\//, '')(url) : null),
  sizeInQuery,
  wordPressCopy,
]
