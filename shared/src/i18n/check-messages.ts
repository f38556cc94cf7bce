import { IntlMessageFormat } from 'intl-messageformat';
import { languages } from '../domain/languages.ts';
import type { NamespaceMessages } from './create-say.ts';

type Ast = ReturnType<IntlMessageFormat['getAst']>;

/** Adds to `found` every argument that a parsed message takes, inside plurals and tags too, as `name:type`. */
function collectArguments(ast: Ast, locale: string, found: Set<string>, problems: string[]): void {
  for (const element of ast) {
    if ('value' in element && element.type !== 0) found.add(element.value);
    if (!('options' in element)) {
      if ('children' in element) collectArguments(element.children, locale, found, problems);
      continue;
    }
    if ('pluralType' in element) {
      const wanted = new Intl.PluralRules(locale, { type: element.pluralType }).resolvedOptions().pluralCategories;
      const missing = wanted.filter((category) => !(category in element.options));
      if (missing.length > 0) problems.push(`{${element.value}} lacks the plural ${missing.join(', ')}`);
    }
    for (const option of Object.values(element.options)) collectArguments(option.value, locale, found, problems);
  }
}

function inspect(message: string, locale: string): { args: string; problems: string[] } {
  const problems: string[] = [];
  const found = new Set<string>();
  try {
    collectArguments(new IntlMessageFormat(message, locale).getAst(), locale, found, problems);
  } catch (error) {
    problems.push(`does not parse: ${error instanceof Error ? error.message : String(error)}`);
  }
  return { args: [...found].sort().join(', '), problems };
}

/**
 * For tests: what is wrong with a namespace's messages, one line each (`ru greeting: …`); none when every message is
 * there, parses as ICU, has all plural forms of its language and takes the arguments that the Latvian one takes.
 */
export function checkMessages(messages: NamespaceMessages): string[] {
  return languages.flatMap((language) => {
    const unknown = Object.keys(messages[language]).filter((key) => !(key in messages.lv));
    const known = Object.entries(messages.lv).flatMap(([key, latvian]) => {
      const message = messages[language][key];
      if (message === undefined || message.trim() === '') return [`${language} ${key}: is missing`];
      const { args, problems } = inspect(message, language);
      const expected = inspect(latvian, 'lv').args;
      if (args !== expected) problems.push(`takes (${args}) where Latvian takes (${expected})`);
      return problems.map((problem) => `${language} ${key}: ${problem}`);
    });
    return [...unknown.map((key) => `${language} ${key}: is not in Latvian`), ...known];
  });
}
