import { raw } from 'hono/html'
import type { FC } from 'hono/jsx'
import type { Language } from '../story/story.ts'
import { HTML, pageDocument } from './document.tsx'
import { markup } from './markup.ts'
import { type InterfaceLanguage, message } from './messages/message.ts'
import type { PageContext, RenderedPage } from './props.ts'
import { BASE_STYLE } from './styles/base.ts'
import { LIST_STYLE } from './styles/list.ts'

/** Both, when nothing is known of the paper: one of them will be read. */
const EVERY_LANGUAGE: readonly InterfaceLanguage[] = ['en', 'fr']

/** Something failed on our side (500, 503). Renders even when nothing is known, not even the paper's name. */
export function errorPage({ context }: { readonly context: PageContext | null }): RenderedPage {
  if (context === null) return bareErrorPage()
  return pageDocument({
    context: { ...context, alternates: [] },
    title: message(context.language, 'error.title'),
    description: '',
    styles: [LIST_STYLE],
    skip: 'skip.content',
    feeds: [],
    main: <Apology language={context.language} level={1} />,
    isIndexed: false,
  })
}

function bareErrorPage(): RenderedPage {
  const style = BASE_STYLE + LIST_STYLE
  return { contentType: HTML, body: `<!doctype html>${markup(<BareErrorPage style={style} />)}`, style }
}

const Apology: FC<{ language: Language; level: 1 | 2 }> = ({ language, level }) => {
  const Title = level === 1 ? 'h1' : 'h2'
  return (
    <>
      <Title>{message(language, 'error.title')}</Title>
      <p class="plain">{message(language, 'error.text')}</p>
    </>
  )
}

const BareErrorPage: FC<{ style: string }> = ({ style }) => (
  <html lang="en">
    <head>
      <meta charset="utf-8" />
      <title>{message('en', 'error.title')}</title>
      <meta name="viewport" content="width=device-width,initial-scale=1" />
      <meta name="robots" content="noindex" />
      <style>{raw(style)}</style>
    </head>
    <body>
      <main class="wrap">
        {EVERY_LANGUAGE.map((language, index) => (
          <div class="twin" lang={language}>
            <Apology language={language} level={index === 0 ? 1 : 2} />
          </div>
        ))}
      </main>
    </body>
  </html>
)
