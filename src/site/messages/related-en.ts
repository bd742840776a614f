/** Words that say why a story stands beside another, words on its card, and those about mirrors, in English. */
export const relatedEn = {
  'story.later': 'Since then',
  'related.event': 'Also on:',
  'related.actor': 'Also on:',
  'related.place': 'Also on:',
  'related.series': 'Also in:',
  'related.section': 'Also in:',
  'related.all': 'Find all of them',
  'card.corrected': 'Corrected {day}',
  'mirrors.title': 'Other addresses of this paper',
  'mirrors.explain':
    'Where {paper} can also be read when this address is blocked or out of order. Keep the list, and pass it on.',
  'mirrors.addresses': 'Addresses',
  'mirrors.signedOn': 'Signed',
  'mirrors.file': 'The signed list as a file',
  'mirrors.key': 'The key that signs the list',
  'mirrors.compare':
    'Write down its fingerprint (SHA-256), and compare it with the one that we give in other places: in print, on the air, in person.',
  'mirrors.check': 'How to check the signature',
  'mirrors.checkFirst': 'Save the signed list as mirrors.json. In bash, the first command takes out what is signed:',
  'mirrors.checkThen':
    'The second one, for OpenSSL 3, checks it with our key and says “Signature Verified Successfully”:',
  'mirrors.worth': 'What the signature is worth',
  'mirrors.shows':
    'It shows that whoever holds our key has put these addresses, and no others, on the list at that time, and that nobody has changed it since.',
  'mirrors.showsNot':
    'It does not show that an address answers today, or that what you read there is unchanged. Whoever blocks us may show you an older list: look at its date. And a false page can show a false key: that is why the fingerprint has to reach you by another way.',
} as const
