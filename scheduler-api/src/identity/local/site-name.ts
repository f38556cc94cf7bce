/** What authenticator apps and browsers show as the place that a code or a passkey is for. */
export const siteName = 'Attālinātais ierēdnis';
