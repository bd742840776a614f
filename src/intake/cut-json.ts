/**
 * The whole objects in the first list of a JSON text that breaks off or has a fault further on, in their order. Each is
 * read by itself, so what stands before the fault is not lost with it. Takes time in proportion to the text.
 */
export function wholeObjects(text: string): unknown[] {
  const found: unknown[] = []
  const open: string[] = []
  let listDepth = -1
  let start = -1
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') {
      at = endOfString(text, at)
      continue
    }
    if (sign === '{' || sign === '[') {
      if (sign === '[' && listDepth === -1) listDepth = open.length + 1
      if (sign === '{' && open.length === listDepth) start = at
      open.push(sign)
    } else if (sign === '}' || sign === ']') {
      open.pop()
      if (sign === '}' && open.length === listDepth && start !== -1)
        found.push(...parsedPiece(text.slice(start, at + 1)))
      if (open.length < listDepth) return found
    }
  }
  return found
}

/** Where a string in quotation marks ends; the text's end when it never does. */
function endOfString(text: string, from: number): number {
  let at = from + 1
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at
}

function parsedPiece(piece: string): unknown[] {
  try {
    return [JSON.parse(piece) as unknown]
  } catch {
    return []
  }
}
