/**
 * The value of a header, straight from the lines as they came: building the object of all headers costs more than
 * everything else that is done for a kept page.
 *
 * @param lines names and values in turn (`rawHeaders`)
 * @param name in lower case
 */
export function headerIn(lines: readonly string[], name: string): string | undefined {
  let value: string | undefined
  for (let at = 0; at < lines.length; at += 2) {
    const line = lines[at]
    if (line?.length !== name.length || line.toLowerCase() !== name) continue
    const more = lines[at + 1] ?? ''
    value = value === undefined ? more : `${value}, ${more}`
  }
  return value
}
