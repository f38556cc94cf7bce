import type { IdentityMessages } from './lv.ts';

export const identity = {
  'identity.question': 'For this service we need to know who you are',
  'identity.lede': 'How would you like to prove it?',
  'identity.signIn': 'Sign in with {provider}',
  'identity.signInHint': 'With eParaksts, Smart-ID or your bank. Nothing about you stays here afterwards.',
  'identity.document': 'Show a document',
  'identity.documentHint':
    'Show your passport or identity card to a staff member or to the camera when you talk to the specialist',
  'identity.failed': 'Signing in did not work',
  'identity.away': 'Signing in is not possible at the moment',
  'identity.failedTodo': 'Try again, show a document, or call a staff member.',
  'identity.signingIn': 'You are signing in with {provider}',
  'identity.opening': 'We are opening the sign-in page',
  'identity.signedIn': 'You are signed in as',
  'identity.needed': 'We need to know who you are',
  'identity.showDocument': 'Have your passport or identity card ready',
} satisfies IdentityMessages;
