// Whom one can sign in as, and what each of them shows. The emulator is made with them.

const password = 'correct horse battery'

/**
 * @typedef {object} Person
 * @property {string} name
 * @property {string} identifier what to type
 * @property {string} [password]
 * @property {string} shows
 */

/** @type {readonly Person[]} */
export const people = [
  {
    name: 'Ada Lovelace',
    identifier: 'ada+clerk_test@example.com',
    password,
    shows: 'The password, or a code by email, `424242`. Forget the password, and set another.',
  },
  {
    name: 'Grace Hopper',
    identifier: 'grace+clerk_test@example.com',
    password,
    shows:
      'A second factor: a code by text message, `424242`, or the backup code `grace-backup-1`.',
  },
  {
    name: 'Alan Turing',
    identifier: 'alan+clerk_test@example.com',
    password,
    shows:
      'A second factor: an authenticator app with the set-up key `GEZDGNBVGY3TQOJQ`, or the ' +
      'backup code `alan-backup-1`.',
  },
  {
    name: 'Radia Perlman',
    identifier: '+12025550123',
    shows: 'No password: type the number, and the code of the text message, `424242`.',
  },
  {
    name: 'Edsger Dijkstra',
    identifier: 'edsger@example.com',
    shows: 'No fixed code: the one that is sent stands in the inbox of the dashboard.',
  },
  {
    name: 'Barbara Liskov',
    identifier: 'barbara@example.com',
    shows: 'In the playground: press Google, and choose this account there.',
  },
  {
    name: 'Frances Allen',
    identifier: 'frances@acme.example',
    shows: 'In the playground: an address at acme.example signs in at the company.',
  },
  {
    name: 'Kurt Gödel',
    identifier: 'kurt+clerk_test@example.com',
    password,
    shows: 'Locked out: see the error that the server answers, and how the page shows it.',
  },
]

/** The people as the emulator is told of them. */
export const seed = {
  settings: { enterpriseDomains: ['acme.example'] },
  users: [
    {
      firstName: 'Ada',
      lastName: 'Lovelace',
      emailAddress: 'ada+clerk_test@example.com',
      password,
    },
    {
      firstName: 'Grace',
      lastName: 'Hopper',
      emailAddress: 'grace+clerk_test@example.com',
      password,
      secondFactorPhoneNumber: '+12025550101',
      backupCodes: ['grace-backup-1'],
    },
    {
      firstName: 'Alan',
      lastName: 'Turing',
      emailAddress: 'alan+clerk_test@example.com',
      password,
      totpSecret: 'GEZDGNBVGY3TQOJQ',
      backupCodes: ['alan-backup-1'],
    },
    { firstName: 'Radia', lastName: 'Perlman', phoneNumber: '+12025550123' },
    { firstName: 'Edsger', lastName: 'Dijkstra', emailAddress: 'edsger@example.com' },
    {
      firstName: 'Barbara',
      lastName: 'Liskov',
      emailAddress: 'barbara@example.com',
      externalAccounts: [{ provider: 'google', emailAddress: 'barbara@example.com' }],
    },
    {
      firstName: 'Kurt',
      lastName: 'Gödel',
      emailAddress: 'kurt+clerk_test@example.com',
      password,
      locked: true,
    },
  ],
}
