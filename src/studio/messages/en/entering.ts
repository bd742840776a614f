const until = (at: string) =>
  new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(at))

export const entering = {
  title: 'Sign in',
  about: 'The studio is for those who work here.',
  withPasskey: 'Sign in with a passkey',
  passkeyHelp: 'Your device, phone or security key knows you: no name, no password.',
  otherWay: 'Sign in with a password',
  otherWayBack: 'Sign in with a passkey instead',
  who: 'Your name, or your mail address',
  password: 'Password',
  code: 'Code from your app',
  codeHelp: 'Six digits; or one of your recovery codes.',
  enter: 'Sign in',
  noOwner:
    'This newsroom has no owner yet. The link to the first account stands where the server was started; ./onrecord user link makes a new one.',
  lost: 'Lost your way in? An owner of the newsroom gives you a new link.',
  ended: {
    title: 'You were signed out',
    destroyed:
      'This session was ended: by you on another device, or by an owner of the newsroom. What this device kept of your texts was removed. What the server has is untouched.',
    left: 'This session was ended: by you on another device, or by an owner of the newsroom. What this device kept of your texts could not be removed. Clear the data of this site in the browser’s settings.',
  },
  notIn: 'You were not let in',
  problems: {
    forbidden: 'Something of that is not right. Try again.',
    tooMany: (at: string | null) =>
      at === null
        ? 'There were too many wrong tries. Wait a quarter of an hour, or use a passkey.'
        : `There were too many wrong tries. The next is taken at ${until(at)}; a passkey works now.`,
    passwordWeak:
      'The password must have at least 12 characters and not be easily guessed. Take four or five words that do not belong together.',
    codeWrong:
      'This is not the code that the app shows now. Wait for the next one; if none fits, set the clock of that device.',
    nameTaken: 'Somebody here has this name already. Choose one that tells you apart.',
    notMade: 'The passkey was not made for here, or it came too late. Try again.',
    fault: 'Something went wrong on the server. It is not your mistake; try again in a moment.',
  },
  passkeys: {
    unsupported:
      'This browser has no passkeys here. Use a newer browser, or a password with an app. Passkeys need https, or the name localhost.',
    cancelled: 'Nothing was done: it was stopped, or took too long. Try again when you are ready.',
    wrongHost: (origin: string) =>
      `Passkeys of this newsroom belong to another address. Open the studio at ${origin} and try there.`,
    known: 'This device has a passkey for you already.',
    failed: 'The device could not do it. Try another one, or a password with an app.',
  },
  welcome: {
    title: 'Welcome',
    firstOwner: 'You set up the studio: this makes the first account, and it is an owner’s.',
    invitation: (paper: string | null) =>
      paper === null ? 'You are invited to the studio.' : `You are invited to work with ${paper}.`,
    reset: 'Make a new way into your account. The old ones are closed.',
    roles: (roles: readonly string[]) => `Your role: ${roles.join(', ')}.`,
    until: (at: string) => `This link is good once, until ${until(at)}.`,
    name: 'What colleagues call you',
    nameHelp: 'A pen name will do. Readers never see it.',
    language: 'Language of the studio',
    noName: 'Write a name first.',
    noLink: 'No link, no account',
    noLinkHelp:
      'This page is opened by a link that an owner gives you. Its whole address is needed, with what stands behind the #.',
    notGood: 'This link is no longer good: it was used, taken back, or has expired.',
    askNew: 'Ask an owner of the newsroom for a new one. On the server, ./onrecord user link makes the first owner’s.',
    factor: 'How you will come in',
    into: 'Go to the studio',
  },
  factor: {
    passkey: 'With a passkey',
    passkeyHelp:
      'The safest: nothing to remember, nothing that can be copied or given to a false page. Your device asks for your finger, face or PIN.',
    make: 'Make a passkey',
    passkeyName: 'Name of this passkey',
    thisDevice: 'This device',
    password: 'With a password and an app',
    passwordHelp:
      'For a shared computer, or where passkeys do not work. You need an app that makes codes, such as Aegis or any authenticator.',
    begin: 'Set up a password',
    newPassword: 'Password',
    newPasswordHelp: 'At least 12 characters. Four or five words that do not belong together are best.',
    scan: 'Scan this with the app',
    scanAlt: 'A QR code for the app; the same secret stands below as text.',
    secret: 'Or copy this secret into it',
    code: 'The code that the app shows now',
    keep: 'Keep password and app',
  },
  codes: {
    title: 'Your recovery codes',
    about:
      'Each lets you in once, with your password, when the app is not at hand. They are shown now and never again: write them down and keep them away from this device.',
    copy: 'Copy all',
    copied: 'Copied',
    kept: 'I have kept them',
  },
  notSetUp: {
    title: 'This paper has no name yet',
    about: 'You are signed in, but the paper has not been set up. On the server, run:',
    after: 'It asks for the paper’s name, zone, languages and sections. Then come back here.',
    again: 'Look again',
  },
  inline: {
    title: 'You are signed out',
    about: 'Your session has ended. What you wrote is kept on this device; sign in here, and it is sent.',
    wrongAccount:
      'That is another account. What stands here belongs to the one that wrote it: sign in as them, or open the studio anew.',
  },
  panic: {
    open: 'Wipe this device',
    about:
      'Removes everything that the studio keeps in this browser, with texts that have not reached the server, and signs you out. It cannot be undone.',
    wipe: 'Wipe now',
    wiping: 'Wiping…',
    doneSignedOut: 'This browser holds nothing of the studio any more, and you are signed out.',
    doneNoServer:
      'This browser holds nothing of the studio any more. The server could not be reached: your session there is still open. Sign out everywhere from another device, or ask an owner to suspend you.',
    left: (what: string) =>
      `This could not be removed: ${what}. Close the studio’s other tabs, then clear this site’s data in the browser’s settings.`,
    close: 'Close this tab now. The browser’s history still knows that you were here.',
  },
}
