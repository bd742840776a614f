import { readDay, type WrittenDay } from '../written-day.ts'

/** Lines after which nothing of the story follows: the shelf of other stories, the comments, the foot of the page. */
const ENDINGS = [
  /^(?:recent|related|latest|similar|popular|more|other|featured|trending|all recent) (?:posts?|stories|articles?|news|reads?)\s*:?$/i,
  /^(?:posts?|articles?|billets?|actualités) (?:récents?|similaires?|liés?|connexes?|populaires?|associés?|à la une)\s*:?$/i,
  /^(?:see all|see more|view all|show all|read next|up next|next read|you may also like|you might also like|more from .{1,60}|more on this (?:story|topic)|read more stories)\s*:?$/i,
  /^(?:voir tout|tout voir|voir plus|à lire aussi|à lire également|sur le même sujet|dans la même rubrique|vous aimerez aussi|plus d['’]articles|derniers? articles?|d['’]autres articles)\s*:?$/i,
  /^(?:aktuelle|neueste|ähnliche|weitere|verwandte|beliebte|mehr) (?:beiträge|artikel|meldungen|nachrichten|themen)\s*:?$/i,
  /^(?:entradas|posts?|artículos|noticias|notas|publicaciones|artigos|matérias|notícias|publicações|articoli|post) (?:recientes?|recentes?|recenti|relacionad[oa]s|populares|similares|correlati|anteriores)\s*:?$/i,
  /^(?:alle (?:ansehen|anzeigen|beiträge)|mehr (?:ansehen|anzeigen|lesen)|lesen sie auch|das könnte (?:sie|dich) auch interessieren|ver (?:todo|todos|todas|tudo|más|mais)|te puede interesar|también te puede interesar|lea también|leia também|veja também|você (?:também )?pode gostar|mostra tutt[io]|vedi tutt[io]|leggi anche|potrebbe interessarti)\s*:?$/i,
  /^(?:comments?|commentaires?|kommentare?|comentarios?|comentários?|commenti)(?:\s*\(?\d*\)?)\s*:?$/i,
  /^(?:view|show|read|see|voir|lire|afficher) (?:all )?(?:the |les )?\d*\s*(?:comments?|commentaires?)\s*\d*$/i,
  /^(?:kommentar (?:verfassen|schreiben)|melde dich an, um|escrib[ei]r? un comentario|deja un comentario|escreva um comentário|deixe um comentário|scrivi un commento|lascia un commento|accedi per lasciare).*$/i,
  /^(?:write a comment|leave a (?:comment|reply)|add a comment|rédigez un commentaire|ajouter un commentaire|laisser un commentaire|connectez-vous pour commenter|log in to (?:leave a )?comment).*$/i,
  /^(?:©|\(c\)\s|copyright\b).*$/i,
  /^(?:subscribe(?: to .{1,60}| now)?|subscribe form|abonnez-vous.{0,80}|s['’]abonner.{0,40}|join our mailing list|newsletters?|recevez nos newsletters|inscrivez-vous .{0,60}|stay (?:up to date|informed|connected)|restez informés?|sign up (?:for|to) .{1,60}newsletters?.{0,40}|get .{1,60} in your inbox.{0,20}|newsletter abonnieren|jetzt abonnieren|suscr[ií]bete.{0,60}|assine (?:a |nossa )?.{0,60}|inscreva-se.{0,60}|iscriviti.{0,60})$/i,
  /^(?:share this(?: (?:story|article|post|page))?.{0,40}|partager (?:cet article|cette page).{0,40}|about (?:the |this )?author|à propos de l['’]auteur|auf facebook teilen|auch auf .{1,40} online:?|kommentare lesen)$/i,
  /^(?:permalink|permalien)\b.*$/i,
  /^(?:réutiliser ce contenu|les plus (?:lus|consultés|récents)|(?:most|plus) (?:read|viewed|popular|lus)|our standards:.*|read full bio|more by this author|du même auteur|meistgelesen|lo más leído|mais lidas|i più letti|latest headlines|à voir aussi|in other news)\s*:?$/i,
]

/** Words of buttons, counters, menus and notices: never part of a story, wherever they stand. */
const FURNITURE = [
  /^(?:top|bottom) of page$/i,
  /^(?:use tab to navigate through the menu items\.?|skip to (?:main )?content|zum (?:haupt)?inhalt springen|saltar al contenido(?: principal)?|ir para o conteúdo|vai al contenuto)$/i,
  /^(?:log ?in ?\/ ?sign ?up|connexion ?\/ ?inscription|anmelden|registrieren|iniciar sesión|entrar|accedi|my account|mon compte|cart|panier|warenkorb|carrito|carrinho|chat|let['’]s chat!?|back to (?:all posts|top|blog)|retour(?: en haut)?|previous(?: post)?|next(?: post)?|précédent|suivant|post: blog2_post|site search|open menu|suche|buscar|pesquisar|cerca|cookie settings|cookie preferences|paramètres des cookies|gérer les cookies|accept(?: all)?(?: cookies)?|decline(?: all)?|reject(?: all)?|accepter(?: tout)?|tout (?:accepter|refuser)|refuser(?: tout)?|alle akzeptieren|ablehnen|aceptar(?: todo| todas)?|rechazar|aceitar(?: todos)?|recusar|accetta(?: tutti)?|rifiuta)$/i,
  /^(?=.{0,300}$).*\b(?:cookies?)\b.*\b(?:accept|consent|agree|policy|experience|settings|acceptez|consentez|expérience|politique|paramètres|utilisons|zustimmen|verwenden|einverstanden|utilizamos|usamos|acepta|aceita|utilizziamo)\b.*$/i,
  /^(?:enter your email.{0,40}|your email(?: address)?|email(?: address)? ?\*|votre (?:adresse )?e-?mail.{0,20}|adresse e-?mail ?\*?|submit|envoyer|absenden|enviar|invia|join|thanks? (?:you )?for (?:submitting|subscribing)!?|merci (?:pour votre envoi|de votre inscription) ?!?|don['’]t miss out!?)$/i,
  /^(?:menu|close|fermer|search|rechercher|recherche|log ?in|sign ?in|sign ?up|connexion|se connecter|s['’]inscrire|more|plus|skip to (?:main )?content|aller au contenu)$/i,
  /^(?:share|like|print|save|copy link|follow(?: us)?|email|e-mail|partager|imprimer|suivre|copier le lien|j['’]aime|teilen|drucken|merken|kopieren|link kopieren|compartir|imprimir|guardar|copiar enlace|seguir|condividi|stampa|gefällt mir|me gusta|curtir|mi piace|compartilhe|compartilhar|copiar link|voltar|ver novamente|voltar ver novamente|leia mais|ouvir o texto|(?:diminuir|aumentar) fonte)$/i,
  /^(?:facebook|twitter|x|x \(twitter\)|linkedin|whatsapp|telegram|pinterest|instagram|youtube|tiktok|reddit|messenger|google\+?)$/i,
  /^(?:advertisement|advertising|sponsored|publicité|annonce|anzeige|werbung|publicidade|ad)$/i,
  /^(?:ajouter à vos sélections|offrir (?:l['’]|cet )article|écouter (?:l['’]|cet )article|listen(?: to (?:this )?(?:article|story))?(?: ?[·•(]? ?\d+ ?min.*)?|enregistrer|sauvegarder|commenter|réagir|gift (?:this )?article|(?:article )?réservé (?:aux|à nos) abonnés|subscribers? only|for subscribers|add to (?:reading list|bookmarks)|bookmark|text size|give (?:this )?article)$/i,
  /^(?:\d[\d\s.,]*[km]?\s*(?:views?|vues?|ansichten|visualizaciones|visualizações|visualizzazioni|likes?|j['’]aime|comments?|commentaires?|kommentare?|comentarios?|comentários?|commenti)\s*){2,}$/i,
  /^\d[\d\s.,]*[km]?\s*(?:views?|vues?|likes?|shares?|partages?|comments?|commentaires?|j['’]aime|ansichten|aufrufe|kommentare?|visualizaciones|visitas|vistas|comentarios?|comentários?|visualizações|visualizzazioni|commenti)\.?(?:\s+(?:post (?:not )?marked as liked|.{0,30}post.{0,30}))?$/i,
  /^(?:post not marked as liked|post marked as liked|j['’]aime ce post|ce post n['’]est pas marqué.*|rated .{1,40} out of 5 stars.*|noté .{1,40} étoiles.*|no ratings yet|pas encore de note)$/i,
  /^(?:writer|author|auteur|autrice|rédacteur|rédactrice|verfasser|autore?|autora|escritor|escritora|scrittore|redactor|redator|admin|editor|published|publié|loading\.*|chargement\.*)$/i,
  /^(?:« ?.{1,20} \| .{1,20} ?»)$/,
  /^(?:mis(?:e)? à jour le|updated(?: on)?|published(?: on)?|publié le)\s*:?$/i,
  /^(?:image|media) (?:copyright|source).*$/i,
]

/** Words of a site's menu: a list in which one of them stands is no section path. */
const MENU =
  /^(?:home|homepage|accueil|about(?: us)?|à propos|qui sommes-nous ?\??|contact(?: us)?|contactez-nous|blog|our blog|news|actualités|all posts|all news|all stories|tous les (?:posts|articles)|toutes les actualités|shop|boutique|donate|faire un don|events|événements|members?|forum|gallery|galerie|videos?|vidéos?|podcasts?|latest news|dernières nouvelles|breaking news|en|fr|english|français|startseite|start|über uns|kontakt|alle beiträge|aktuelles|inicio|sobre nosotros|contacto|todas las entradas|noticias|início|sobre(?: nós)?|contato|todos os posts|notícias|chi siamo|contatti|tutti i post|notizie|de|es|pt|it|deutsch|español|português|italiano|services?|portfolio|faq|team|our team|notre équipe|careers|jobs|press|presse|more|plus)$/i

export const isEnding = (text: string): boolean => ENDINGS.some((pattern) => pattern.test(text))
export const isMenuWord = (text: string): boolean => MENU.test(text) || isFurniture(text)
export const isFurniture = (text: string): boolean => FURNITURE.some((pattern) => pattern.test(text))

const TAGS =
  /^(?:tags?|keywords?|topics?|mots[- ]cl(?:é|e)s?|étiquettes?|labels?|schlagw(?:ö|oe)rter|stichw(?:ö|oe)rter|etiquetas|palabras clave|palavras-chave|parole chiave)\s*:\s*(.*)$/i

/** The line before a list of tags, or with it; undefined when the line is none. */
export const tagsAfter = (text: string): string | undefined => (/^tags$/i.test(text) ? '' : TAGS.exec(text)?.[1])

/** A line that sends the reader to another story. */
export const isPointer = (text: string): boolean =>
  /^(?:read also|also read|read more|read next|see also|watch|related(?: stories| articles?)?|more on this|lire aussi|lire également|à lire(?: aussi| également)?|lire|voir aussi|lire la suite|lesen sie (?:auch|mehr)|siehe auch|mehr zum thema|lea también|le puede interesar|lee también|ver también|leia também|leia mais|veja também|saiba mais|leggi anche|vedi anche)\s*[:：>»|–-]\s*\S/i.test(
    text,
  )

/** "3 min read", "Temps de lecture : 3 min". */
const READING_TIME =
  /^(?:(?:estimated )?(?:reading time|read time|temps de lecture(?: estimé)?|lecture|lesezeit|lesedauer|tiempo de lectura|tempo de leitura|tempo di lettura)\s*:?\s*)?(?:about |environ |ca\. )?\d+\s*-?\s*min(?:ut[eoai]?[sn]?)?\.?(?:\s*(?:read|de lecture|lecture|reading|lesezeit|de lectura|de leitura|di lettura))?$/i

export const isReadingTime = (text: string): boolean => READING_TIME.test(text)

const UPDATED =
  /^(?:last )?(?:updated|update|modified|dernière mise à jour|mise? à jour|mis à jour|modifié|actualisé|(?:zuletzt )?aktualisiert|stand|actualizado|última actualización|atualizado|última atualização|aggiornat[oa]|aggiornamento)(?: le| on| am| el| em| il)?\s*:?\s+(.+)$/i

/** The day after "Updated:", "Mis à jour le"; undefined when the line is not of that kind. */
export function updatedDay(text: string, language: string | null): { day: WrittenDay | undefined } | undefined {
  const words = UPDATED.exec(text)?.[1]
  const day = words === undefined ? undefined : readDay(words, language)
  return day ? { day } : undefined
}
