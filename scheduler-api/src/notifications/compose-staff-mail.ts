import { builtInRoles } from '@remote-clerk/shared/contracts/permissions.ts';
import { createSay, type Say } from '@remote-clerk/shared/i18n/create-say.ts';
import { createFormat } from '@remote-clerk/shared/i18n/format.ts';
import { staffEn } from './messages/staff-en.ts';
import { type StaffMailMessages, staffLv } from './messages/staff-lv.ts';
import { escapeHtml } from './render-mail.ts';
import type { StaffFacts } from './staff-facts-repository.ts';

const languages = [
  { language: 'lv', messages: staffLv },
  { language: 'en', messages: staffEn },
] as const;

/** In Latvian, and below it in English: an account says nothing of its language. The subject names nobody. */
export function composeStaffMail(facts: StaffFacts, publicOrigin: string) {
  const parts = languages.map(({ language, messages }) => {
    const say = createSay(messages, language);
    const { dateTime } = createFormat(language);
    const details = detailsOf(facts, say).map(({ label, value, at }) => ({ label, value: at ? dateTime(at) : value }));
    return { language, subject: say(`subject.${facts.kind}`), lead: leadOf(facts, say), details, say };
  });
  const url = `${publicOrigin}/console/`;
  const text = parts.map(({ lead, details, say }) =>
    [
      lead,
      details.map(({ label, value }) => `${label}: ${value}`).join('\n'),
      `${say('open')}:\n${url}`,
      say('automatic'),
    ].join('\n\n'),
  );
  const html = parts.map(
    ({ language, lead, details, say }) => `<section lang="${language}">
<p>${escapeHtml(lead)}</p>
<ul>
${details.map(({ label, value }) => `<li>${escapeHtml(label)}: <strong>${escapeHtml(value)}</strong></li>`).join('\n')}
</ul>
<p><a href="${escapeHtml(url)}">${escapeHtml(say('open'))}</a></p>
<p><small>${escapeHtml(say('automatic'))}</small></p>
</section>`,
  );
  const subject = parts.map((part) => part.subject).join(' · ');
  return {
    subject,
    text: `${text.join('\n\n—\n\n')}\n`,
    html: `<!doctype html>
<html lang="lv">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="font-family:sans-serif;font-size:16px;line-height:1.5">
${html.join('\n<hr>\n')}
</body>
</html>
`,
  };
}

function leadOf({ kind, requestState, asker }: StaffFacts, say: Say<StaffMailMessages>): string {
  if (kind === 'asked') return say('lead.asked', { asker: asker ?? '' });
  if (kind !== 'decided') return say(`lead.${kind}`);
  if (requestState === 'refused') return say('lead.refused');
  if (requestState === 'expired') return say('lead.expired');
  return say(requestState === 'withdrawn' ? 'lead.withdrawn-request' : 'lead.approved');
}

function detailsOf(facts: StaffFacts, say: Say<StaffMailMessages>) {
  const { holder, role, organisation, validUntil, reviewDueAt, reason } = facts;
  const known = builtInRoles.find((name) => name === role?.id);
  const roleName = known ? say(`role.${known}`) : (role?.name ?? null);
  const rows = [
    { label: say('holder'), value: holder, at: null },
    { label: say('role'), value: roleName, at: null },
    { label: say('organisation'), value: organisation, at: null },
    { label: say('until'), value: null, at: validUntil },
    { label: say('due'), value: null, at: reviewDueAt },
    { label: say('reason'), value: reason, at: null },
  ];
  return rows.flatMap(({ label, value, at }) => (value || at ? [{ label, value: value ?? '', at }] : []));
}
