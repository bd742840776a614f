import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import { bodyHtml } from '../../story/body-html.ts'
import type { StoryDocument } from '../../story/document.ts'
import { plainText } from '../../story/plain-text.ts'
import type { HousePage, HousePageKind } from '../../story/house-page.ts'
import { bodyWords } from '../story/body-words.ts'
import { dayWords } from '../dates.ts'
import { pageDocument } from '../document.tsx'
import { figureHtml } from '../figures/figure-html.tsx'
import { housePagePath } from './house-links.ts'
import { message } from '../messages/message.ts'
import type { PageContext, RenderedPage } from '../props.ts'
import { SafeChannels } from './safe-channels.tsx'
import { HOUSE_STYLE } from '../styles/house.ts'
import { FIGURE_STYLE } from '../styles/figures.ts'
import { STORY_STYLE } from '../styles/story.ts'

export interface HousePageProps {
  readonly context: PageContext
  readonly kind: HousePageKind
  /** What the paper wrote; null on the page for sources of a paper that has named its channels and no more. */
  readonly page: Pick<HousePage, 'title' | 'body' | 'updatedAt'> | null
}

/** How much of a page's text stands under its title in the results of search engines. */
const DESCRIPTION_LETTERS = 155

/** A page on which the paper speaks of itself; on the one for sources, always with the channels and how to use them. */
export function housePageOf(props: HousePageProps): RenderedPage {
  const { context, kind, page } = props
  const title = titleOf(props)
  return pageDocument({
    context,
    title,
    description: page ? beginning(page.body) : title,
    styles: [STORY_STYLE, page && hasFigure(page.body) ? FIGURE_STYLE : '', HOUSE_STYLE],
    skip: 'skip.content',
    feeds: [],
    main: <Whole {...props} />,
    currentPath: housePagePath(context, kind),
  })
}

const titleOf = ({ context, kind, page }: HousePageProps): string =>
  page?.title ?? message(context.language, `house.${kind}`)

function beginning(body: StoryDocument): string {
  const text = plainText(body).replaceAll(/\s+/g, ' ')
  return text.length <= DESCRIPTION_LETTERS
    ? text
    : `${text.slice(0, text.lastIndexOf(' ', DESCRIPTION_LETTERS - 2)).replace(/[,;:.\s]+$/, '')} …`
}

const hasFigure = ({ content }: StoryDocument): boolean => content.some(({ type }) => type === 'figure')

const Whole: FC<HousePageProps> = (props) => {
  const { context, kind, page } = props
  const { language, newspaper } = context
  return (
    <div class="house">
      <div>
        <h1>{titleOf(props)}</h1>
        {page && (
          <div class="body">
            {raw(
              bodyHtml(page.body, {
                figure: (figure, caption) => figureHtml(figure, language, caption),
                words: bodyWords(language),
                takenIds: ['main'],
              }),
            )}
          </div>
        )}
        {kind === 'contact-safely' && <SafeChannels context={context} />}
        {page && (
          <p class="changed">
            <time datetime={page.updatedAt}>
              {message(language, 'house.changed', {
                date: dayWords(page.updatedAt, { language, zone: newspaper.zone }),
              })}
            </time>
          </p>
        )}
      </div>
      <OtherPages context={context} kind={kind} />
    </div>
  )
}

const OtherPages: FC<{ context: PageContext; kind: HousePageKind }> = ({ context, kind }) =>
  context.housePages.length < 2 ? (
    <></>
  ) : (
    <nav class="others" aria-label={message(context.language, 'house.more')}>
      <ul>
        {context.housePages.map((other) => (
          <li>
            <a href={housePagePath(context, other)} aria-current={other === kind ? 'page' : undefined}>
              {message(context.language, `house.${other}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
