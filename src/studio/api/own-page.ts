/** Over https no neighbouring host can set the first, so it goes before the second. */
const COOKIES = [/(?:^|; )__Host-onrecord-request=([\w-]+)/, /(?:^|; )onrecord-request=([\w-]+)/]

/**
 * What a change has to show, so that the server knows it for one of our pages: another site's page can neither read this
 * cookie nor send this header. The cookie is read each time: somebody may have signed in anew in another window.
 */
export function ownPage(): Readonly<Record<string, string>> {
  const cookies = typeof document === 'undefined' ? '' : document.cookie
  const [token] = COOKIES.flatMap((cookie) => cookie.exec(cookies)?.[1] ?? [])
  return token === undefined ? {} : { 'x-onrecord-request': token }
}
