/** Without the prefix that they have under https. */
export const sessionCookie = 'session';
/** Of who has given the right password and still has to give a code. */
export const pendingCookie = 'sign-in';
