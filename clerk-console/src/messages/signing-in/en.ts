import type { lv } from './lv.ts';

export const en = {
  'sign-in.title': 'Sign in',
  'sign-in.for-whom': 'For specialists and contact point staff',
  'sign-in.username': 'User name',
  'sign-in.password': 'Password',
  'sign-in.username.missing': 'Enter your user name',
  'sign-in.password.missing': 'Enter your password',
  'sign-in.submit': 'Sign in',
  'sign-in.help': 'If you cannot sign in, ask your institution’s administrator.',
  'sign-in.wrong': 'The user name or password is not right',
  'sign-in.wrong.todo': 'Check that Caps Lock is off and enter the password again.',
  'sign-in.limited': 'Too many attempts',
  'sign-in.limited.wait': 'Try again in {seconds, plural, one {# second} other {# seconds}}.',
  'sign-in.limited.again': 'You can try again now.',
  'sign-in.away': 'The server is not answering',
  'sign-in.away.todo': 'Check your internet connection and try again in a moment.',

  'post.specialist': 'Specialist',
  'post.clerk': 'Contact point staff',
  'post.office': 'Office staff',

  'welcome.title': 'You have no rights yet',
  'welcome.why':
    '{name}, you are signed in, but nobody has given you rights in “{organisation}” yet, so there is nothing to show here.',
  'welcome.how':
    'You can ask for rights here. A manager of your organisation decides, and you get the answer by e-mail.',
  'welcome.ask': 'Ask for rights',
} satisfies Record<keyof typeof lv, string>;
