/** Without the prefix that it has under https. */
export const sessionCookie = 'session';
