let act: () => void = () => undefined

/** What is to be done once the server says that somebody has ended this session. */
export function whenRevoked(listener: () => void): void {
  act = listener
}

/** The server has said so, to whichever question. */
export const sayRevoked = (): void => act()
