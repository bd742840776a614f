/** Where a link may lead: the web, a mailbox, this site. */
export const WEB_ADDRESS = /^(https?:\/\/|mailto:|\/(?![/\\])|#)/i

/** May a link lead there? */
export const isWebAddress = (text: string): boolean => WEB_ADDRESS.test(text)
