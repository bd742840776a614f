/** Is this the target of a request to the studio? */
export const isForStudio = (target: string): boolean => /^\/studio(?:[/?#]|$)/.test(target)
