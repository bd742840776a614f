/**
 * A module of the built program: pages are TSX, which Node does not run as it stands.
 *
 * @param file its path below `src/`, ending in `.js`
 */
export const built = async <Module>(file: string): Promise<Module> =>
  (await import(new URL(`../dist/${file}`, import.meta.url).href)) as Module
