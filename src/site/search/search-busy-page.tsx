import { pageDocument } from '../document.tsx'
import { message } from '../messages/message.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { LIST_STYLE } from '../styles/list.ts'

/** More questions at once than the search answers: readers of pages must not wait for them. */
export function searchBusyPage(context: PageContext): RenderedPage {
  const { language } = context
  return pageDocument({
    context,
    title: message(language, 'search.busyTitle'),
    description: '',
    styles: [LIST_STYLE],
    skip: 'skip.content',
    feeds: [],
    main: (
      <>
        <h1>{message(language, 'search.busyTitle')}</h1>
        <p class="plain">{message(language, 'search.busyText')}</p>
      </>
    ),
    isIndexed: false,
  })
}
