// Lists the mails that were caught and shows one; asks again every second.

/** @typedef {import('../mails.ts').CaughtMail} CaughtMail */

const everyMs = 1_000;

/** @template {Element} Kind @param {ParentNode} within @param {string} selector @param {new () => Kind} kind */
function part(within, selector, kind) {
  const found = within.querySelector(selector);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${selector}`);
}
const list = part(document, '#list', HTMLUListElement);
const state = part(document, '#state', HTMLParagraphElement);
const main = part(document, '#mail', HTMLElement);
const template = part(document, '#opened', HTMLTemplateElement);

/** The mail that is shown. @type {string | undefined} */
let openedId;
/** What the list was made from. */
let listed = '';

/** @param {keyof HTMLElementTagNameMap} name @param {string} text @param {string} [lang] */
function element(name, text, lang) {
  const made = document.createElement(name);
  made.textContent = text;
  if (lang) made.lang = lang;
  return made;
}

function markOpened() {
  for (const button of list.querySelectorAll('button')) {
    button.setAttribute('aria-current', String(button.dataset.id === openedId));
  }
}

/** @param {CaughtMail} mail */
function open(mail) {
  openedId = mail.id;
  markOpened();
  const opened = document.importNode(template.content, true);
  part(opened, 'h2', HTMLHeadingElement).replaceWith(element('h2', mail.subject || '(no subject)', mail.language));
  const facts = [
    ['From', mail.from],
    ['To', mail.to.join(', ')],
    ['At', new Date(mail.at).toLocaleString('en-GB')],
  ];
  const rows = facts.flatMap(([label = '', value = '']) => [element('dt', label), element('dd', value)]);
  part(opened, 'dl', HTMLDListElement).append(...rows);

  const calendar = part(opened, '.calendar', HTMLParagraphElement);
  if (mail.calendar) {
    part(calendar, 'a', HTMLAnchorElement).href = `mails/${mail.id}/appointment.ics`;
    part(calendar, 'span', HTMLSpanElement).textContent = mail.calendar.method;
  } else calendar.remove();
  const frame = part(opened, 'iframe', HTMLIFrameElement);
  if (mail.html === null) frame.replaceWith(element('p', 'None'));
  else frame.src = `mails/${mail.id}/mail.html`;
  part(opened, 'pre', HTMLPreElement).replaceWith(element('pre', mail.text, mail.language));
  main.replaceChildren(opened);
}

/** @param {CaughtMail} mail */
function entry(mail) {
  const button = element('button', mail.subject || '(no subject)', mail.language);
  const time = new Date(mail.at).toLocaleTimeString('en-GB');
  button.dataset.id = mail.id;
  button.append(element('small', `${time} to ${mail.to.join(', ')}`, 'en'));
  button.addEventListener('click', () => {
    open(mail);
    main.focus();
  });
  const made = document.createElement('li');
  made.append(button);
  return made;
}

/** @param {CaughtMail[]} mails */
function show(mails) {
  const ids = mails.map(({ id }) => id).join();
  const [newest] = mails;
  state.textContent = mails.length === 1 ? '1 mail' : `${mails.length} mails`;
  if (ids === listed) return;
  listed = ids;
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset.id : undefined;
  list.replaceChildren(...mails.map(entry));
  markOpened();
  for (const button of list.querySelectorAll('button')) if (button.dataset.id === focused) button.focus();
  if (openedId === undefined && newest) open(newest);
}

async function refresh() {
  try {
    show(await (await fetch('mails')).json());
  } catch {
    state.textContent = 'The inbox is not running.';
  }
  setTimeout(refresh, everyMs);
}
void refresh();
