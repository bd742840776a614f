import type { countEn } from './count-en.ts'

/** Words of “how we count”, in French. Spaces before « : ; ? ! » do not break. */
export const countFr: Readonly<Record<keyof typeof countEn, string>> = {
  'count.title': 'Comment nous comptons',
  'count.what':
    'Ici, chaque chiffre est la parole de quelqu’un. Nous disons de qui, ce qui a été dit exactement, par qui cela nous est parvenu et ce que c’est devenu.',
  'count.contents': 'Sur cette page',
  'count.never': 'Ce que nous ne faisons jamais',
  'count.neverExplain':
    'Ces règles n’ont pas d’exception, et le programme qui fait ces pages ne peut pas les enfreindre.',
  'count.never.add':
    'Nous n’additionnons jamais les chiffres de personnes différentes et n’en faisons jamais la moyenne.',
  'count.never.best':
    'Nous ne choisissons jamais un «\u00a0meilleur\u00a0» chiffre. Si deux d’entre nous ont vérifié un chiffre, cela figure à part, signé et daté.',
  'count.never.vague':
    'Nous ne transformons jamais «\u00a0des dizaines\u00a0» en nombre. Le mot reste tel qu’il a été dit.',
  'count.never.carry': 'Dix médias qui reprennent une déclaration ne font jamais dix déclarations.',
  'count.never.admission': 'Nous ne prenons jamais un aveu pour une preuve, ni un silence pour un accord.',
  'count.never.delete': 'Nous ne laissons jamais disparaître une affirmation. Ce qui a été retiré reste, et c’est dit.',
  'count.never.point': 'Nous ne mettons jamais un point sur une carte quand seule une zone est connue.',
  'count.never.change':
    'Nous ne changeons jamais un article publié sans une note. L’encadré suit le registre\u00a0; les mots restent.',
  'count.box': 'Un encadré, tel qu’il paraît dans un article',
  'count.boxExplain':
    'Cet affrontement est inventé. Tout le reste est vrai\u00a0: les mêmes règles le comptent, la même main le dessine.',
  'count.boxRead':
    'Lisez une ligne comme une phrase\u00a0: qui, ce qu’il fait en le disant, le chiffre. Au-dessous, le chemin par lequel cela nous est parvenu. Le nombre au-dessus des lignes va du plus bas au plus haut chiffre donné\u00a0; le mot sans nombre et le démenti n’y entrent pas.',
  'count.marks': 'Les signes',
  'count.marksExplain':
    'Une forme précède chaque ligne. Elle dit où se situe celui qui parle par rapport à ceux dont il parle\u00a0; s’il dit vrai, aucune forme ne peut le dire.',
  'count.mark.enemy': 'Un triangle\u00a0: il parle des pertes d’un ennemi. On grossit facilement celles-là.',
  'count.mark.own':
    'Un carré\u00a0: il parle des siens, ou d’un tort dont on l’accuse. On réduit facilement ses propres pertes.',
  'count.mark.other':
    'Un disque\u00a0: il n’a pas pris part aux faits et parle d’autrui. Il peut pencher pour un camp\u00a0; la ligne le dit alors.',
  'count.mark.unknown': 'Un losange\u00a0: nous ne savons pas où il se situe.',
  'count.mark.denies': 'Une croix\u00a0: il dément. Un démenti a sa propre ligne et ne change aucun nombre.',
  'count.mark.part':
    'Un signe évidé\u00a0: le chiffre ne porte que sur une partie de l’événement et n’entre pas dans le nombre au-dessus des lignes.',
  'count.numbers': 'Un chiffre',
  'count.numbersExplain':
    'Nous gardons un chiffre tel qu’il a été dit. Nous en tirons le nombre le plus bas et le plus haut qu’il énonce, et aucun qu’il n’énonce pas.',
  'count.kinds': 'Ce qui est dit, et quels nombres cela énonce',
  'count.said': 'Dit',
  'count.lowest': 'Au plus bas',
  'count.highest': 'Au plus haut',
  'count.meaning': 'Ce que cela veut dire',
  'count.orMore': '{number} ou plus',
  'count.many': 'Plusieurs chiffres pour une même chose',
  'count.manyExplain':
    'Un seul chiffre compte par origine, son dernier. Au-dessus des lignes figurent le plus bas et le plus haut nombre que quelqu’un donne. Les mots sans nombre sont montrés et ne déplacent aucune borne.',
  'count.ranges': 'Ce que plusieurs disent, et ce qui figure au-dessus',
  'count.saidByOthers': 'Dit',
  'count.youRead': 'Vous lisez',
  'count.conflict':
    'Quand aucun nombre ne peut satisfaire tout le monde, nous disons que les chiffres se contredisent. Nous ne disons pas qui a raison.',
  'count.tolls':
    'Un bilan qui monte au fil du jour ne se contredit pas\u00a0: 3 le matin, 7 à midi et 12 le soir font 12, les précédents restant dans l’historique.',
  'count.origins': 'Les origines',
  'count.originsExplain':
    'Une origine est quelqu’un qui le dit de lui-même. Nous remontons jusqu’à elle pour chaque chiffre. Les origines ne disent rien de la vérité\u00a0: deux alliés sont deux origines.',
  'count.origins.one':
    'Un groupe fait une déclaration, un observatoire la traduit, une agence cite l’observatoire, sept journaux impriment l’agence. Dix endroits, une origine.',
  'count.origins.two':
    'Une agence cite «\u00a0deux responsables de la sécurité\u00a0» et «\u00a0un élu local\u00a0», une autre «\u00a0une source militaire\u00a0». Les premiers et la dernière sont peut-être les mêmes\u00a0: donc deux au moins, trois au plus.',
  'count.origins.circle':
    'Un site en cite un autre, qui cite le premier. Personne ne l’a dit de lui-même\u00a0: à notre connaissance, il n’y a pas d’origine.',
  'count.against': 'Démenti, révisé, retiré',
  'count.againstExplain':
    'Un chiffre démenti porte la mention «\u00a0contesté\u00a0». Le démenti a sa ligne, avec qui dément quoi\u00a0; il n’en sort aucun zéro, car «\u00a0aucune perte\u00a0» est un chiffre et «\u00a0ce n’est pas vrai\u00a0» n’en est pas un.',
  'count.takenBack':
    'Qui révise un chiffre le remplace\u00a0; qui le retire n’en laisse aucun. Seul celui qui l’a dit peut faire l’un ou l’autre. Les mots précédents restent sur la page, barrés, avec le jour où ils ont cessé de compter. Un chiffre connu par une seule traduction automatique ne compte pas tant que personne sachant la langue ne l’a confirmé.',
  'count.parts': 'La partie et le tout',
  'count.partsExplain':
    'Une bataille peut contenir une embuscade, et des civils comprendre des enfants. Le chiffre de la partie figure à côté du tout et n’entre jamais dans son nombre. Il peut montrer que deux chiffres ne vont pas ensemble\u00a0: plus de morts dans l’embuscade selon l’un que dans toute la bataille selon l’autre.',
  'count.when': 'Les dates',
  'count.whenExplain':
    'Une date est écrite aussi précisément qu’on la connaît, pas davantage. Le jour des faits, celui où ils ont été dits et celui où nous les avons notés sont trois dates différentes.',
  'count.where': 'Les lieux',
  'count.whereExplain':
    'Un lieu est dessiné aussi précisément qu’il a été indiqué. La ville d’où écrit une rédaction n’est pas le lieu des faits.',
  'count.ours': 'Quand nous avons vérifié nous-mêmes',
  'count.oursExplain':
    'La plupart de ce qui figure ici n’est su que de celui qui parle. Quand nous avons vérifié, nous disons selon quelle exigence et comment. «\u00a0Vérifié\u00a0» et «\u00a0réfuté\u00a0» demandent deux d’entre nous, et des preuves qui ne viennent pas de celui qui l’a dit.',
  'count.words': 'Tous nos mots',
  'count.wordsExplain':
    'Les listes du registre, chaque mot avec son sens. Les fichiers pour les chercheurs emploient les mêmes mots.',
  'count.files': 'Les fichiers, et ce que contient chaque colonne\u00a0:',
  'count.list.eventType': 'Ce qui s’est passé',
  'count.list.role': 'Comment quelqu’un a pris part',
  'count.list.actorKind': 'Qui agit',
  'count.list.standing': 'Qui a été touché',
  'count.list.measure': 'Ce qui leur est arrivé',
  'count.list.act': 'Ce que quelqu’un fait en le disant',
  'count.list.stance': 'Où se situe celui qui parle',
  'count.list.stanceWord': 'Le mot devant un chiffre',
  'count.list.figureKind': 'Sortes de chiffres',
  'count.list.vagueTerm': 'Mots sans nombre',
  'count.list.counting': 'La période que compte un chiffre',
  'count.list.basis': 'Sur quoi repose une affirmation',
  'count.list.verdict': 'Ce que nous retenons nous-mêmes',
  'count.list.placeKind': 'Sortes de lieux',
  'count.list.wherePrecision': 'La précision d’un lieu',
  'count.example.event': 'Un affrontement inventé, près d’un pont',
  'count.example.soldiers': 'Soldats',
  'count.example.army': 'Armée',
  'count.example.group': 'Front du Nord',
  'count.example.hospital': 'Hôpital de la ville',
  'count.example.monitor': 'Observatoire',
}
