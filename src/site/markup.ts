import type { JSX } from 'hono/jsx/jsx-runtime'
import { builtHtml, type SafeHtml } from '../story/safe-html.ts'

/** The text of a component. Our components wait for nothing, so it is there at once. */
export function markup(node: JSX.Element): SafeHtml {
  if (node instanceof Promise) throw new TypeError('A component of a public page must not be asynchronous.')
  return builtHtml(node.toString())
}
