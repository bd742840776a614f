import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Language } from '../story/story.ts'
import { HTML, IconLink, pageDocument } from './document.tsx'
import { markup } from './markup.ts'
import { type InterfaceLanguage, message, type MessageKey } from './messages/message.ts'
import type { PageContext, RenderedPage } from './props.ts'
import { BASE_STYLE } from './styles/base.ts'
import { LIST_STYLE } from './styles/list.ts'

/** Both, when nothing is known of the paper: one of them will be read. */
const EVERY_LANGUAGE: readonly InterfaceLanguage[] = ['en', 'fr']

/** What is said of a request that cannot be answered (4xx), and of a failure on our side (5xx). */
type Fault = Extract<MessageKey, 'refused.title' | 'error.title'>

export interface ErrorPageProps {
  readonly context: PageContext | null
  /** The status of the answer: 400, 405, 500, 503 … */
  readonly status: number
}

/** A request got no page. Renders even when nothing is known, not even the paper's name. */
export function errorPage({ context, status }: ErrorPageProps): RenderedPage {
  const fault = status < 500 ? 'refused.title' : 'error.title'
  if (context === null) return bareErrorPage(fault)
  return pageDocument({
    context: { ...context, alternates: [] },
    title: message(context.language, fault),
    description: '',
    styles: [LIST_STYLE],
    skip: 'skip.content',
    feeds: [],
    main: <Apology fault={fault} language={context.language} level={1} />,
    isIndexed: false,
  })
}

function bareErrorPage(fault: Fault): RenderedPage {
  const style = BASE_STYLE + LIST_STYLE
  return { contentType: HTML, body: `<!doctype html>${markup(<BareErrorPage fault={fault} style={style} />)}`, style }
}

const Apology: FC<{ fault: Fault; language: Language; level: 1 | 2 }> = ({ fault, language, level }) => {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <>
      <Title>{message(language, fault)}</Title>
      <p class="plain">{message(language, fault === 'error.title' ? 'error.text' : 'refused.text')}</p>
    </>
  )
}

const BareErrorPage: FC<{ fault: Fault; style: string }> = ({ fault, style }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>{message('en', fault)}</title>
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="robots" content="noindex" />
      <style>{raw(style)}</style>
      <IconLink />
    </head>
    <body>
      <main class="wrap">
        {EVERY_LANGUAGE.map((language, index) => (
          <div class="twin" lang={language}>
            <Apology fault={fault} language={language} level={index === 0 ? 1 : 2} />
          </div>
        ))}
      </main>
    </body>
  </html>
)
