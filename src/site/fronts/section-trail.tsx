import type { FC } from 'hono/jsx'
import type { Section } from '../../story/section.ts'
import { sectionPath } from '../links.ts'
import { message } from '../messages/message.ts'
import type { PageContext } from '../props.ts'
import { sectionName } from './subjects.ts'

/** The path of sections over a headline: "War & conflict | Africa | Mali", each one a way in. */
export const SectionTrail: FC<{ context: PageContext; sections: readonly Section[] }> = ({ context, sections }) =>
  sections.length === 0 ? (
    <></>
  ) : (
    <nav class="kicker" aria-label={message(context.language, 'nav.place')}>
      <ul>
        {sections.map((section) => (
          <li>
            <a href={sectionPath(context, section)}>{sectionName(context, section)}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
