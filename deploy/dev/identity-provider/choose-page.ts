import type { DemoPerson } from './people.ts';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string) => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? '');

const choice = ({ sub, name, about }: DemoPerson) =>
  `<li><button name="person" value="${escaped(sub)}">${escaped(name)} <small>${escaped(about)}</small></button></li>`;

/** The page on which one says who one is. */
export const choosePage = (people: readonly DemoPerson[]) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width">
    <title>Who are you? – development</title>
    <link rel="stylesheet" href="/people.css">
  </head>
  <body>
    <main>
      <h1>Who are you?</h1>
      <p class="note">This provider is for development: these people are invented, and nobody is asked for a password.</p>
      <form method="post"><ul>${people.map(choice).join('')}</ul><button name="person" value="">Cancel</button></form>
    </main>
  </body>
</html>
`;
