import { readDay, type WrittenDay } from '../written-day.ts'

/** Lines after which nothing of the story follows: the shelf of other stories, the comments, the foot of the page. */
const ENDINGS = [
  /^(?:recent|related|latest|similar|popular|more|other|featured|trending|all recent) (?:posts?|stories|articles?|news|reads?)\s*:?$/i,
  /^(?:posts?|articles?|billets?|actualités) (?:récents?|similaires?|liés?|connexes?|populaires?|associés?|à la une)\s*:?$/i,
  /^(?:see all|see more|view all|show all|read next|up next|next read|you may also like|you might also like|more from .{1,60}|more on this (?:story|topic)|read more stories)\s*:?$/i,
  /^(?:voir tout|tout voir|voir plus|à lire aussi|à lire également|sur le même sujet|dans la même rubrique|vous aimerez aussi|plus d['’]articles|derniers? articles?|d['’]autres articles)\s*:?$/i,
  /^(?:comments?|commentaires?)(?:\s*\(\d+\))?\s*:?$/i,
  /^(?:write a comment|leave a (?:comment|reply)|add a comment|rédigez un commentaire|ajouter un commentaire|laisser un commentaire|connectez-vous pour commenter|log in to (?:leave a )?comment).*$/i,
  /^(?:©|\(c\)\s|copyright\b).*$/i,
  /^(?:subscribe(?: to .{1,60})?|subscribe form|abonnez-vous.{0,80}|s['’]abonner.{0,40}|join our mailing list|newsletter|recevez nos newsletters|inscrivez-vous .{0,60})$/i,
  /^(?:share this(?: (?:story|article|post|page))?.{0,40}|partager (?:cet article|cette page).{0,40}|about (?:the |this )?author|à propos de l['’]auteur|auf facebook teilen|auch auf .{1,40} online:?|kommentare lesen)$/i,
  /^(?:permalink|permalien)\b.*$/i,
]

/** Words of buttons, counters, menus and notices: never part of a story, wherever they stand. */
const FURNITURE = [
  /^(?:top|bottom) of page$/i,
  /^(?:menu|close|fermer|search|rechercher|recherche|log ?in|sign ?in|sign ?up|connexion|se connecter|s['’]inscrire|more|plus|skip to (?:main )?content|aller au contenu)$/i,
  /^(?:share|like|print|save|copy link|follow(?: us)?|email|e-mail|partager|imprimer|suivre|copier le lien|j['’]aime|teilen|drucken|compartilhe|copiar link|voltar|leia mais|ouvir o texto|(?:diminuir|aumentar) fonte)$/i,
  /^(?:facebook|twitter|x|x \(twitter\)|linkedin|whatsapp|telegram|pinterest|instagram|youtube|tiktok|reddit|messenger|google\+?)$/i,
  /^(?:advertisement|advertising|sponsored|publicité|annonce|anzeige|werbung|publicidade|ad)$/i,
  /^\d[\d\s.,]*[km]?\s*(?:views?|vues?|likes?|shares?|partages?|comments?|commentaires?)$/i,
  /^(?:post not marked as liked|post marked as liked|j['’]aime ce post|ce post n['’]est pas marqué.*|rated .{1,40} out of 5 stars.*|noté .{1,40} étoiles.*|no ratings yet|pas encore de note)$/i,
  /^(?:writer|author|auteur|autrice|rédacteur|rédactrice|admin|editor|published|publié|loading\.*|chargement\.*)$/i,
  /^(?:« ?.{1,20} \| .{1,20} ?»)$/,
  /^(?:mis(?:e)? à jour le|updated(?: on)?|published(?: on)?|publié le)\s*:?$/i,
  /^(?:image|media) (?:copyright|source).*$/i,
]

/** Words of a site's menu: a list in which one of them stands is no section path. */
const MENU =
  /^(?:home|homepage|accueil|about(?: us)?|à propos|qui sommes-nous ?\??|contact(?: us)?|contactez-nous|blog|our blog|news|actualités|all posts|all news|all stories|tous les (?:posts|articles)|toutes les actualités|shop|boutique|donate|faire un don|events|événements|members?|forum|gallery|galerie|videos?|vidéos?|podcasts?|latest news|dernières nouvelles|breaking news|en|fr|english|français)$/i

export const isEnding = (text: string): boolean => ENDINGS.some((pattern) => pattern.test(text))
export const isMenuWord = (text: string): boolean => MENU.test(text) || isFurniture(text)
export const isFurniture = (text: string): boolean => FURNITURE.some((pattern) => pattern.test(text))

const TAGS = /^(?:tags?|keywords?|mots[- ]cl(?:é|e)s?|étiquettes?|labels?)\s*:\s*(.*)$/i

/** The line before a list of tags, or with it; undefined when the line is none. */
export const tagsAfter = (text: string): string | undefined => (/^tags$/i.test(text) ? '' : TAGS.exec(text)?.[1])

/** A line that sends the reader to another story. */
export const isPointer = (text: string): boolean =>
  /^(?:read also|also read|read more|see also|related|lire aussi|lire également|à lire|lire|voir aussi|lire la suite)\s*[:：>»–-]\s*\S/i.test(
    text,
  )

/** "3 min read", "Temps de lecture : 3 min". */
const READING_TIME =
  /^(?:(?:reading time|temps de lecture|lecture)\s*:?\s*)?\d+\s*-?\s*min(?:ute)?s?\.?(?:\s*(?:read|de lecture|lecture|reading))?$/i

export const isReadingTime = (text: string): boolean => READING_TIME.test(text)

const UPDATED =
  /^(?:last )?(?:updated|update|modified|dernière mise à jour|mise? à jour|mis à jour|modifié|actualisé)(?: le| on)?\s*:?\s+(.+)$/i

/** The day after "Updated:", "Mis à jour le"; undefined when the line is not of that kind. */
export function updatedDay(text: string, language: string | null): { day: WrittenDay | undefined } | undefined {
  const words = UPDATED.exec(text)?.[1]
  const day = words === undefined ? undefined : readDay(words, language)
  return day ? { day } : undefined
}
