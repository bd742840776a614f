import type { Language } from '../../story/story.ts'
import type { Invitation } from '../../store/invitations.ts'

/** A message in plain text: nothing in it is fetched from anywhere, and no mail program can be tricked by it. */
export interface Message {
  readonly subject: string
  readonly text: string
}

interface Told {
  readonly paper: string
  readonly link: string
  readonly kind: Invitation['kind']
  readonly expiresAt: string
}

const WORDS = {
  en: {
    subject: (paper: string) => `Your way into the studio of ${paper}`,
    invitation: (paper: string) => `You are invited to work with ${paper}. This link makes your account:`,
    reset: (paper: string) => `With this link you make a new way into your account at ${paper}:`,
    until: (at: string) => `It can be used once, until ${at} UTC. Pass it on to nobody.`,
    otherwise: 'If you do not know what this is about, delete this message: nothing happens then.',
  },
  fr: {
    subject: (paper: string) => `Votre accès au studio de ${paper}`,
    invitation: (paper: string) => `Vous êtes invité à travailler avec ${paper}. Ce lien crée votre compte :`,
    reset: (paper: string) => `Ce lien vous donne un nouvel accès à votre compte chez ${paper} :`,
    until: (at: string) => `Il sert une seule fois, jusqu’au ${at} UTC. Ne le transmettez à personne.`,
    otherwise: 'Si ce message ne vous dit rien, supprimez-le : il ne se passera rien.',
  },
} as const

/** What somebody who is invited gets by mail. */
export function invitationMail(language: Language, { paper, link, kind, expiresAt }: Told): Message {
  const words = language.startsWith('fr') ? WORDS.fr : WORDS.en
  const why = kind === 'reset' ? words.reset(paper) : words.invitation(paper)
  const until = words.until(expiresAt.slice(0, 16).replace('T', ' '))
  return { subject: words.subject(paper), text: [why, '', link, '', until, words.otherwise, ''].join('\n') }
}
