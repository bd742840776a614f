import type { IncomingMessage, ServerResponse } from 'node:http'
import { pageHeaders } from '../press/page-headers.ts'
import type { FinishedPage } from '../press/page.ts'
import { compressed } from './compressed.ts'

/**
 * Sends a page that was rendered for whoever asked, and that nobody keeps.
 *
 * @param more headers of this answer alone, names and values in turn
 */
export async function sendPage(
  page: FinishedPage,
  request: IncomingMessage,
  response: ServerResponse,
  more: readonly string[] = [],
): Promise<void> {
  const { bytes, headers } = await compressed(page.body, request)
  response.writeHead(page.status, [...pageHeaders(page, null, undefined), ...headers, ...more])
  response.end(bytes)
}
