import type { Language } from '@remote-clerk/shared/domain/languages.ts';

/** A letter before it is text or HTML. */
type Letter = {
  language: Language;
  greeting: string;
  lead: string;
  details: readonly (readonly [label: string, value: string])[];
  notes: readonly string[];
  link: { text: string; url: string };
  footer: string;
};

export function renderText({ greeting, lead, details, notes, link, footer }: Letter): string {
  const table = details.map(([label, value]) => `${label}: ${value}`).join('\n');
  return `${[greeting, lead, table, ...notes, `${link.text}:\n${link.url}`, footer].join('\n\n')}\n`;
}

/** Plain enough for every mail program and screen reader: no pictures, nothing from elsewhere, the reader's own colours. */
export function renderHtml({ language, greeting, lead, details, notes, link, footer }: Letter): string {
  const rows = details.map(
    ([label, value]) =>
      `<tr><th scope="row" style="${cell};font-weight:normal">${escapeHtml(label)}</th><td style="${cell}"><strong>${escapeHtml(value)}</strong></td></tr>`,
  );
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(lead)}</title></head>
<body style="font-family:sans-serif;font-size:16px;line-height:1.5">
<p>${escapeHtml(greeting)}</p>
<h1 style="font-size:20px">${escapeHtml(lead)}</h1>
<table style="border-collapse:collapse">
${rows.join('\n')}
</table>
${notes.map((note) => `<p>${escapeHtml(note)}</p>`).join('\n')}
<p><a href="${escapeHtml(link.url)}">${escapeHtml(link.text)}</a></p>
<p><small>${escapeHtml(footer)}</small></p>
</body>
</html>
`;
}

const cell = 'padding:4px 16px 4px 0;text-align:left;vertical-align:top';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string) =>
  text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);
