const plural = new Intl.PluralRules('en')

export const account = {
  title: 'Your account',
  about: 'What colleagues call you, how you come in, and where you are signed in.',
  you: 'You',
  name: 'What colleagues call you',
  language: 'Language of the studio',
  saved: 'Saved.',
  appearanceHelp: 'For this device.',
  factors: 'How you come in',
  factorsAbout:
    'Two ways are better than one: whoever loses the only one needs a new link from an owner. When you change them, your other devices have to sign in again.',
  passkeys: 'Passkeys',
  noPasskeys: 'You have none yet.',
  addedOn: 'Added',
  usedOn: 'Last used:',
  never: 'never',
  synced: 'copied to your other devices',
  rename: 'Rename',
  addPasskey: 'Add a passkey',
  passwordAndApp: 'Password and app',
  noPassword: 'You have no password. It is the other way in, for where passkeys do not work.',
  setOn: 'Set',
  codesLeft: (count: number) =>
    count === 0
      ? 'no recovery codes left'
      : plural.select(count) === 'one'
        ? '1 recovery code left'
        : `${count} recovery codes left`,
  changePassword: 'Change password and app',
  removePassword: 'Remove password',
  newCodes: 'Make new recovery codes',
  onlyWay: 'This is your only way in. Add another one first.',
  devices: 'Where you are signed in',
  device: 'Device',
  since: 'Signed in',
  seen: 'Last used:',
  thisDevice: 'this device',
  signOutDevice: (name: string) => `Sign out ${name}`,
  everywhere: 'Sign out everywhere',
  everywhereAbout: 'Ends every session, this one too.',
  signOut: 'Sign out',
  signOutAbout: 'Signing out destroys what this device keeps of your texts. What has reached the server stays there.',
  unsent: (count: number) =>
    plural.select(count) === 'one'
      ? 'One story on this device has not reached the server. It is lost if you sign out now.'
      : `${count} stories on this device have not reached the server. They are lost if you sign out now.`,
  signOutAnyway: 'Destroy them and sign out',
  signOutOffline: 'The server could not be reached: you are still signed in, and nothing was destroyed.',
  panic: 'In danger',
  confirm: {
    title: 'Show once more that it is you',
    about: 'This is asked before anything that changes who may come in.',
    passkey: 'Confirm with a passkey',
    password: 'Password',
    code: 'Code from your app',
    confirm: 'Confirm',
  },
}
