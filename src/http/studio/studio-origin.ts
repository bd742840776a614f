/** What can only be this machine, whoever sent the request. */
const THIS_MACHINE = /^(?:(?:[\w-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Scheme and host under which the studio is: what passkeys are bound to, what cookies are made for, and how links that are
 * handed over and mailed begin. The setting says it. What a request says of its host is believed of this machine's own
 * names alone: whoever sends it can write there what they like, and would have our links lead to them.
 *
 * @param set the setting; null where there is none
 * @param asked the whole address of a request
 * @returns null where nobody has said under which name the studio is
 */
export function studioOrigin(set: string | null, asked: string): string | null {
  if (set !== null) return set
  const { hostname, origin } = new URL(asked)
  return THIS_MACHINE.test(hostname) ? origin : null
}
